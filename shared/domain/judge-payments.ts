import type { Cents, OrderReference } from './ids';
import { centsOfDecimal, compareDecimals, multiplyDecimal } from './money';
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
export type Standing = 'pending' | 'settled' | 'parked' | 'failed' | 'expired' | 'refunded';
export type OrderState = 'open' | 'cancelled' | 'refused' | 'settled' | 'refunded';

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
  /** Whether it was ever `finished` at the order's price. One evidence must say both: halves of two prove nothing. */
  readonly isFinishedAtPrice: boolean;
}

export interface Order {
  readonly reference: OrderReference;
  readonly state: OrderState;
  readonly amountCents: Cents;
  /** The payment that settled it, once there is one. */
  readonly paymentId: number | null;
}

export interface Verdict {
  readonly standing: Standing;
  readonly exception: Exception;
}

export interface Judgement {
  readonly state: OrderState;
  readonly paymentId: number | null;
  readonly verdicts: ReadonlyMap<number, Verdict>;
}

/** The payer's own rounding and fees; NOWPayments applies a tolerance of its own before it says `finished`. */
const OVER_TOLERANCE_PERCENT = 1;

const amountIn = (evidence: Evidence): string => evidence.actuallyPaid ?? '0';
const isReceived = (payment: Payment): boolean => compareDecimals(amountIn(payment), '0') > 0;

/** Whether the price the payment was made for is the order's own, in the order's own currency. */
export const isOrdersPrice = (evidence: Evidence, { amountCents }: Pick<Order, 'amountCents'>): boolean =>
  evidence.priceCurrency === 'usd' &&
  evidence.priceAmount !== null &&
  centsOfDecimal(evidence.priceAmount) === amountCents;

/** Negative when `a` says less than `b`. Total, so that the greatest of a set does not depend on its order. */
function compareEvidence(a: Evidence, b: Evidence, order: Pick<Order, 'amountCents'>): number {
  return (
    RANK[a.paymentStatus] - RANK[b.paymentStatus] ||
    Number(isOrdersPrice(a, order)) - Number(isOrdersPrice(b, order)) ||
    compareDecimals(amountIn(a), amountIn(b)) ||
    textOf(a).localeCompare(textOf(b), 'en')
  );
}

const textOf = (e: Evidence): string =>
  [e.priceAmount, e.priceCurrency, e.payAmount, e.payCurrency, e.outcomeAmount, e.outcomeCurrency].join('|');

/** `known` after one more IPN about it: the furthest evidence wins, and nothing that was seen is forgotten. */
export function absorb(known: Payment | undefined, ipn: Payment, order: Pick<Order, 'amountCents'>): Payment {
  const isFinishedAtPrice = ipn.paymentStatus === 'finished' && isOrdersPrice(ipn, order);
  if (known === undefined) return { ...ipn, isFinishedAtPrice };
  const furthest = compareEvidence(ipn, known, order) > 0 ? ipn : known;
  const seen = [...new Set([...known.seen, ...ipn.seen])].sort((a, b) => RANK[a] - RANK[b]);
  return {
    ...furthest,
    parentPaymentId: known.parentPaymentId ?? ipn.parentPaymentId,
    seen,
    isFinishedAtPrice: known.isFinishedAtPrice || isFinishedAtPrice,
  };
}

const isOwn = (payment: Payment): boolean => payment.parentPaymentId === null;
const wasFinished = (payment: Payment): boolean => payment.seen.includes('finished');

/** The payment that settles the order: the one that already did, else the first that may. */
function settlingPayment(order: Order, payments: readonly Payment[]): Payment | undefined {
  const already = payments.find(({ paymentId }) => paymentId === order.paymentId);
  if (already) return already;
  return payments
    .filter((payment) => isOwn(payment) && payment.isFinishedAtPrice)
    .sort((a, b) => a.paymentId - b.paymentId)[0];
}

function exceptionOfSettling(payment: Payment): Exception {
  const { payAmount, actuallyPaid } = payment;
  if (payAmount !== null && actuallyPaid !== null && isOver(actuallyPaid, payAmount)) return 'over';
  return payment.seen.includes('expired') ? 'late' : 'none';
}

/** Whether `paid` is more than `asked` by over the tolerance: `100 × paid > 101 × asked`, exactly. */
function isOver(paid: string, asked: string): boolean {
  const limit = multiplyDecimal(asked, 100 + OVER_TOLERANCE_PERCENT);
  return compareDecimals(asked, '0') > 0 && compareDecimals(multiplyDecimal(paid, 100), limit) > 0;
}

function standingOfUnsettling(payment: Payment, isOdd: boolean): Standing {
  switch (payment.paymentStatus) {
    case 'refunded':
      return 'refunded';
    case 'finished':
    case 'partially_paid':
      return 'parked';
    case 'failed':
    case 'expired':
      // Money that came with a failure is still somebody's money: a person decides.
      return isReceived(payment) ? 'parked' : payment.paymentStatus;
    default:
      return isOdd && wasFinished(payment) ? 'parked' : 'pending';
  }
}

function exceptionOfUnsettling(payment: Payment, payments: readonly Payment[], isTaken: boolean): Exception {
  if (!isOwn(payment)) {
    const parent = payments.find(({ paymentId }) => paymentId === payment.parentPaymentId);
    const isOtherAsset = parent?.payCurrency != null && parent.payCurrency !== payment.payCurrency;
    return isOtherAsset ? 'wrong_asset' : 'repeated';
  }
  if (wasFinished(payment)) return payment.isFinishedAtPrice ? 'repeated' : 'amount_mismatch';
  const hasMoney = payment.paymentStatus === 'partially_paid' || isReceived(payment);
  const isEnded = RANK[payment.paymentStatus] >= RANK.expired && payment.paymentStatus !== 'refunded';
  if (hasMoney && isEnded) return isTaken ? 'repeated' : 'partial';
  return 'none';
}

/**
 * Where an order and each of its payments stand, derived from all that is known: what was derived before is never an
 * input, but for which payment settled, because that was promised to the payer. Only a payment of the order's own that
 * was `finished` at the order's price settles it; everything odd is parked for the owner.
 */
export function judgePayments(order: Order, payments: readonly Payment[]): Judgement {
  const settling = settlingPayment(order, payments);
  const verdicts = new Map<number, Verdict>();
  for (const payment of payments) {
    if (payment === settling) {
      const standing = payment.paymentStatus === 'refunded' ? 'refunded' : 'settled';
      verdicts.set(payment.paymentId, { standing, exception: exceptionOfSettling(payment) });
    } else {
      const exception = exceptionOfUnsettling(payment, payments, settling !== undefined);
      verdicts.set(payment.paymentId, {
        standing: standingOfUnsettling(payment, exception !== 'none'),
        exception,
      });
    }
  }
  if (settling === undefined) return { state: order.state, paymentId: null, verdicts };
  const state = settling.paymentStatus === 'refunded' ? 'refunded' : 'settled';
  return { state, paymentId: settling.paymentId, verdicts };
}
