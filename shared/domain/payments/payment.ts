import type { Cents, OrderReference } from '../common/ids';
import { centsOfDecimal, compareDecimals } from '../common/money';
import type { RailName } from '../common/rails';
import type { Item } from '../messages/parts';
import type { PaymentStatus } from './payment-status';

/**
 * How far along each status is. Reports arrive late, twice and out of order, but a payment never moves back. No two
 * statuses share a rank, because otherwise the result would depend on which came first.
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

/**
 * What each status says about the money of a payment. Money that was seen and has not ended is under way. Only an amount
 * shows money in any other status.
 */
export const MONEY = {
  unknown: { isSeen: false, hasEnded: false },
  waiting: { isSeen: false, hasEnded: false },
  confirming: { isSeen: true, hasEnded: false },
  confirmed: { isSeen: true, hasEnded: false },
  sending: { isSeen: true, hasEnded: false },
  expired: { isSeen: false, hasEnded: true },
  failed: { isSeen: false, hasEnded: true },
  partially_paid: { isSeen: true, hasEnded: true },
  finished: { isSeen: true, hasEnded: true },
  refunded: { isSeen: true, hasEnded: true },
} as const satisfies Record<PaymentStatus, { readonly isSeen: boolean; readonly hasEnded: boolean }>;

/** `other_payer`: another user than the order's paid. `closed`: its order was closed before it came. */
export type Exception =
  | 'none'
  | 'partial'
  | 'over'
  | 'late'
  | 'repeated'
  | 'wrong_asset'
  | 'amount_mismatch'
  | 'other_payer'
  | 'closed';
export type PaymentStanding =
  'pending' | 'settled' | 'credited' | 'parked' | 'failed' | 'expired' | 'refunded';
export type OrderState = 'open' | 'cancelled' | 'refused' | 'settled' | 'refunded';
/**
 * An owner's decision about an odd payment: it pays the order in full, it counts for its value, or it was sent back.
 */
export type Decision = 'accept' | 'credit' | 'refund';
/** What an owner may answer about a case: a decision, or to wait for news about a payment that hangs. */
export type CaseDecision = Decision | 'wait';

/** What one report of a rail claims about a payment. */
export interface Evidence {
  readonly rail: RailName;
  /** The user who paid; `null` if the rail doesn't say. */
  readonly payerUserId: number | null;
  readonly paymentStatus: PaymentStatus;
  readonly priceAmount: string | null;
  /** Currencies are lower-case. */
  readonly priceCurrency: string | null;
  readonly payAmount: string | null;
  readonly actuallyPaid: string | null;
  /** The provider's valuation of what arrived, in the currency of the price. Often 0 even if something arrived. */
  readonly actuallyPaidAtFiat: string | null;
  readonly payCurrency: string | null;
  readonly outcomeAmount: string | null;
  readonly outcomeCurrency: string | null;
}

/** Everything reported about one payment: the furthest evidence, and every status on the way. */
export interface Payment extends Evidence {
  readonly paymentId: number;
  /** Set on a repeated deposit or one in a wrong asset: the payment that it belongs to. */
  readonly parentPaymentId: number | null;
  readonly seen: readonly PaymentStatus[];
  /** The most that a single report proved toward the order, at most the price of its invoice. Proofs are never added up. */
  readonly provenCents: number;
  /** True if it settled the order. That was promised to the payer, so it is never judged again. */
  readonly settles: boolean;
  readonly decision: Decision | null;
  /** What `evidenceOf` returned when the owner decided, or `BY_ITSELF`. `null` exactly if there is no decision. */
  readonly decidedOn: string | null;
  /** What the owner says it was worth, in US cents, because nothing else does. */
  readonly typedCents: number | null;
  /** True if its money was seen and it had no end after a week. A final status that comes later ends this. */
  readonly isHanging: boolean;
  /** True if the owner chose to wait for it. */
  readonly isWaitedFor: boolean;
  /** Of a renewal: when the period that it pays for began, in epoch milliseconds. Known while it is reported, never stored. */
  readonly periodBeganAt?: number | null;
}

/** An order, with what judging its payments needs. */
export interface Order {
  readonly reference: OrderReference;
  readonly state: OrderState;
  /** The user that it is for. */
  readonly userId: number;
  readonly item: Item;
  readonly amountCents: Cents;
  /** Its price in whole Stars; `null` if they can't pay it. */
  readonly priceStars: number | null;
  /** The payment that settled it, or the last of several that did together. */
  readonly paymentId: number | null;
  /** The amounts of invoices for the rest of the order. */
  readonly restCents: readonly number[];
  /** The prices of all its invoices. A donation may be changed after its first one. Absent: the amount and the rests. */
  readonly invoicedCents?: readonly number[];
  /** The share of the price that may be missing. */
  readonly tolerancePercent: number;
  /** True if today's offer still gives as much for as little, so that late money can be honoured. */
  readonly isStillOffered: boolean;
  /** True if the buyer paid another order for the channel after a payment of this one began to hang. */
  readonly isReplaced?: boolean;
}

export const amountIn = (evidence: Evidence): string => evidence.actuallyPaid ?? '0';

/** True if some coins were reported. */
export const hasAmount = (evidence: Evidence): boolean => compareDecimals(amountIn(evidence), '0') > 0;

/** The order's price in an evidence, if it has one: exactly the whole, or what an invoice asked for, in US cents. */
export function priceIn(
  { priceAmount, priceCurrency }: Evidence,
  { amountCents, restCents, invoicedCents = restCents }: Order,
): number | undefined {
  const cents = priceCurrency === 'usd' && priceAmount !== null ? centsOfDecimal(priceAmount) : undefined;
  return cents !== undefined && [amountCents, ...invoicedCents].includes(cents) ? cents : undefined;
}

/** A payment as it is reported for the first time. */
export type NewPayment = Omit<
  Payment,
  'seen' | 'provenCents' | 'settles' | 'decision' | 'decidedOn' | 'typedCents' | 'isHanging' | 'isWaitedFor'
>;

/** The state of a payment, as far as a decision about it is concerned. */
export const evidenceOf = ({ paymentStatus, actuallyPaid }: Evidence): string =>
  `${paymentStatus}:${actuallyPaid ?? '0'}`;
