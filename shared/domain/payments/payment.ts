import type { Cents, OrderReference } from '../common/ids';
import { centsOfDecimal, centsShare, compareDecimals } from '../common/money';
import type { PaymentStatus } from './payment-status';

/**
 * How far along each status is. IPNs arrive late, twice and out of order; a payment never moves back. A strict order,
 * without ties: with two statuses of one rank the end would depend on which came first.
 */
export const RANK = {
  unknown: -1,
  waiting: 0,
  confirming: 1,
  confirmed: 2,
  sending: 3,
  expired: 4,
  failed: 5,
  partially_paid: 6,
  finished: 7,
  refunded: 8,
} as const satisfies Record<PaymentStatus, number>;

export type Exception = 'none' | 'partial' | 'over' | 'late' | 'repeated' | 'wrong_asset' | 'amount_mismatch';
export type PaymentStanding =
  'pending' | 'settled' | 'credited' | 'parked' | 'failed' | 'expired' | 'refunded';
export type OrderState = 'open' | 'cancelled' | 'refused' | 'settled' | 'refunded';
/** An owner's word about an odd payment: it pays the order in full, it counts for what it is worth, it was sent back. */
export type Decision = 'accept' | 'credit' | 'refund';

/** What one IPN claims about a payment. */
export interface Evidence {
  readonly paymentStatus: PaymentStatus;
  readonly priceAmount: string | null;
  /** Currencies are lower-case. */
  readonly priceCurrency: string | null;
  readonly payAmount: string | null;
  readonly actuallyPaid: string | null;
  readonly payCurrency: string | null;
  readonly outcomeAmount: string | null;
  readonly outcomeCurrency: string | null;
}

/** All that was ever said about one payment: the furthest evidence, and every status that was seen on the way. */
export interface Payment extends Evidence {
  readonly paymentId: number;
  /** Set on a repeated deposit or one in a wrong asset: the payment it was made to. */
  readonly parentPaymentId: number | null;
  readonly seen: readonly PaymentStatus[];
  /** The most that one IPN proved to be paid toward the order: halves of two prove nothing. */
  readonly provenCents: number;
  /** Whether the order was settled by it; that was promised to the payer, so it is never judged anew. */
  readonly settles: boolean;
  readonly decision: Decision | null;
  /** What the payment was when its owner decided: see `evidenceOf`. */
  readonly decidedOn: string | null;
}

/** An order as judging its payments needs it. */
export interface Order {
  readonly reference: OrderReference;
  readonly state: OrderState;
  readonly amountCents: Cents;
  /** The payment that settled it, once there is one; of several, the one that completed it. */
  readonly paymentId: number | null;
  /** The prices of invoices over a rest of it. */
  readonly restCents: readonly number[];
  /** How much of the price may be missing. */
  readonly tolerancePercent: number;
  /** Whether today's offer still gives as much for as little, so that money that comes late can be honoured. */
  readonly isStillOffered: boolean;
}

export const amountIn = (evidence: Evidence): string => evidence.actuallyPaid ?? '0';

/** The order's price in an evidence, if it was made for one: the whole or a rest of it, exactly, in dollars. */
function priceIn(
  { priceAmount, priceCurrency }: Evidence,
  { amountCents, restCents }: Order,
): number | undefined {
  const cents = priceCurrency === 'usd' && priceAmount !== null ? centsOfDecimal(priceAmount) : undefined;
  return cents !== undefined && (cents === amountCents || restCents.includes(cents)) ? cents : undefined;
}

/** What one IPN alone proves to be paid toward the order. */
function provenBy(evidence: Evidence, order: Order): number {
  const price = priceIn(evidence, order);
  if (price === undefined) return 0;
  if (evidence.paymentStatus === 'finished') return price;
  return evidence.paymentStatus === 'partially_paid' ? shareOf(price, evidence) : 0;
}

/** `cents` in the proportion of what was paid to what was asked. */
export const shareOf = (cents: number, { actuallyPaid, payAmount }: Evidence): number =>
  actuallyPaid === null || payAmount === null ? 0 : centsShare(cents as Cents, actuallyPaid, payAmount);

/** Negative when `a` says less than `b`. Total, so that the greatest of a set does not depend on its order. */
function compareEvidence(a: Evidence, b: Evidence, order: Order): number {
  return (
    RANK[a.paymentStatus] - RANK[b.paymentStatus] ||
    (priceIn(a, order) ?? -1) - (priceIn(b, order) ?? -1) ||
    compareDecimals(amountIn(a), amountIn(b)) ||
    textOf(a).localeCompare(textOf(b), 'en')
  );
}

const textOf = (e: Evidence): string =>
  [e.priceAmount, e.priceCurrency, e.payAmount, e.payCurrency, e.outcomeAmount, e.outcomeCurrency].join('|');

/** A payment that is heard of for the first time. */
export type NewPayment = Omit<Payment, 'seen' | 'provenCents' | 'settles' | 'decision' | 'decidedOn'>;

/** `known` after one more IPN about it: the furthest evidence wins, and nothing that was seen is forgotten. */
export function absorb(known: Payment | undefined, ipn: NewPayment, order: Order): Payment {
  const provenCents = ipn.parentPaymentId === null ? provenBy(ipn, order) : 0;
  if (known === undefined)
    return {
      ...ipn,
      seen: [ipn.paymentStatus],
      provenCents,
      settles: false,
      decision: null,
      decidedOn: null,
    };
  const furthest = compareEvidence(ipn, known, order) > 0 ? ipn : known;
  const seen = [...new Set([...known.seen, ipn.paymentStatus])].sort((a, b) => RANK[a] - RANK[b]);
  return {
    ...known,
    ...furthest,
    parentPaymentId: known.parentPaymentId ?? ipn.parentPaymentId,
    seen,
    provenCents: Math.max(known.provenCents, provenCents),
  };
}

/** What a payment has come to, as far as a decision about it is concerned. */
export const evidenceOf = ({ paymentStatus, actuallyPaid }: Evidence): string =>
  `${paymentStatus}:${actuallyPaid ?? '0'}`;
