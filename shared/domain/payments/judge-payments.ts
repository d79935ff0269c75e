import type { Cents } from '../common/ids';
import { compareDecimals, floorCents, multiplyDecimal } from '../common/money';
import {
  amountIn,
  evidenceOf,
  RANK,
  shareOf,
  type Decision,
  type Exception,
  type Order,
  type OrderState,
  type Payment,
  type PaymentStanding,
} from './payment';

export interface Verdict {
  readonly standing: PaymentStanding;
  readonly exception: Exception;
  readonly settles: boolean;
}

export interface Judgement {
  readonly state: OrderState;
  readonly paymentId: number | null;
  /** What of the price has been counted so far. */
  readonly receivedCents: Cents;
  /** What came beyond the price, where it is more than a rounding; 0 otherwise. */
  readonly excessCents: Cents;
  readonly verdicts: ReadonlyMap<number, Verdict>;
}

/** The payer's own rounding and fees; NOWPayments applies a tolerance of its own before it says `finished`. */
const OVER_TOLERANCE_PERCENT = 1;

const isReceived = (payment: Payment): boolean => compareDecimals(amountIn(payment), '0') > 0;

const isOwn = (payment: Payment): boolean => payment.parentPaymentId === null;
const wasFinished = (payment: Payment): boolean => payment.seen.includes('finished');

/**
 * The owner's word, as long as it holds: what was sent back as a part says nothing of money that came after it, and then
 * it is to be decided anew.
 */
export const decisionOn = (payment: Payment): Decision | null =>
  payment.decision === 'refund' && payment.decidedOn !== evidenceOf(payment) ? null : payment.decision;

const isSentBack = (payment: Payment): boolean =>
  payment.paymentStatus === 'refunded' || decisionOn(payment) === 'refund';

/** What a payment of any kind is worth by its own price, for an owner who wants to count it. Dollars, rounded down. */
export function worthOf(payment: Payment): Cents {
  const { priceAmount, priceCurrency } = payment;
  if (priceAmount === null || priceCurrency !== 'usd' || isSentBack(payment)) return 0 as Cents;
  const price = floorCents(priceAmount);
  return (wasFinished(payment) ? price : shareOf(price, payment)) as Cents;
}

/** What a payment counts toward the order; what was sent back since then counted, but does not cover it any more. */
export function countsFor(payment: Payment, order: Order): number {
  const decision = decisionOn(payment);
  if (decision === 'credit') return worthOf(payment);
  if (decision === 'refund') return 0;
  if (payment.settles) return payment.provenCents;
  if (!isOwn(payment)) return 0;
  // Who was asked for a rest was told that the part counts.
  const isTooLate = payment.seen.includes('expired') && !order.isStillOffered && order.restCents.length === 0;
  return isTooLate ? 0 : payment.provenCents;
}

/** The least that pays for an order. */
const enoughFor = ({ amountCents, tolerancePercent }: Order): number =>
  amountCents - Math.floor((amountCents * tolerancePercent) / 100);

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

const isAccepted = (payment: Payment): boolean => decisionOn(payment) === 'accept';

/**
 * The payments an order is settled by: those that already did; all there are, if the owner takes them for enough; else the
 * first that suffices, else the first that do together.
 */
function settlingPayments(order: Order, payments: readonly Payment[]): readonly Payment[] {
  const already = payments.filter(({ settles }) => settles);
  if (already.length > 0) return already;
  const counting = payments
    .filter((payment) => isAccepted(payment) || countsFor(payment, order) > 0)
    .sort((a, b) => a.paymentId - b.paymentId);
  const held = counting.filter((payment) => !isSentBack(payment));
  if (held.some(isAccepted)) return held;
  const enough = enoughFor(order);
  const alone = counting.find((payment) => countsFor(payment, order) >= enough);
  if (alone) return [alone];
  const together: Payment[] = [];
  for (const payment of held) {
    together.push(payment);
    if (sum(together.map((each) => countsFor(each, order))) >= enough) return together;
  }
  return [];
}

function exceptionOfSettling(payment: Payment): Exception {
  const { payAmount, actuallyPaid } = payment;
  if (payAmount !== null && actuallyPaid !== null && isAboveTolerance(actuallyPaid, payAmount)) return 'over';
  if (payment.seen.includes('expired')) return 'late';
  return wasFinished(payment) ? 'none' : 'partial';
}

/** Whether `paid` is more than `asked` by over the tolerance: `100 × paid > 101 × asked`, exactly. */
function isAboveTolerance(paid: string, asked: string): boolean {
  const limit = multiplyDecimal(asked, 100 + OVER_TOLERANCE_PERCENT);
  return compareDecimals(asked, '0') > 0 && compareDecimals(multiplyDecimal(paid, 100), limit) > 0;
}

function standingOfUnsettling(payment: Payment, isOdd: boolean): PaymentStanding {
  if (isSentBack(payment)) return 'refunded';
  if (decisionOn(payment) === 'credit') return 'credited';
  switch (payment.paymentStatus) {
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

interface Surroundings {
  readonly order: Order;
  readonly payments: readonly Payment[];
  readonly settling: readonly Payment[];
  /** Whether what was not sent back of them still pays for the order. */
  readonly isCovered: boolean;
}

function exceptionOfUnsettling(payment: Payment, { order, payments, settling }: Surroundings): Exception {
  const isTaken = settling.length > 0;
  if (!isOwn(payment)) {
    const parent = payments.find(({ paymentId }) => paymentId === payment.parentPaymentId);
    const isOtherAsset = parent?.payCurrency != null && parent.payCurrency !== payment.payCurrency;
    return isOtherAsset ? 'wrong_asset' : 'repeated';
  }
  if (payment.provenCents > 0 && payment.paymentStatus !== 'refunded') {
    if (isTaken) return 'repeated';
    return payment.provenCents >= enoughFor(order) ? 'late' : 'partial';
  }
  if (wasFinished(payment)) return payment.provenCents > 0 ? 'repeated' : 'amount_mismatch';
  const hasMoney = payment.paymentStatus === 'partially_paid' || isReceived(payment);
  const isEnded = RANK[payment.paymentStatus] >= RANK.expired && payment.paymentStatus !== 'refunded';
  if (hasMoney && isEnded) return isTaken ? 'repeated' : 'partial';
  return 'none';
}

function verdictOn(payment: Payment, about: Surroundings): Verdict {
  if (!about.settling.includes(payment)) {
    const exception = exceptionOfUnsettling(payment, about);
    return { standing: standingOfUnsettling(payment, exception !== 'none'), exception, settles: false };
  }
  const exception = exceptionOfSettling(payment);
  if (isSentBack(payment)) return { standing: 'refunded', exception, settles: true };
  if (about.isCovered) return { standing: 'settled', exception, settles: true };
  // The rest of an order that was sent back in part.
  const standing = decisionOn(payment) === 'credit' ? 'credited' : 'parked';
  return { standing, exception: 'partial', settles: true };
}

/**
 * Where an order and each of its payments stand, derived from all that is known: what was derived before is never an
 * input, but for which payments settled, because that was promised to the payer. Only what was proven at the order's own
 * price settles it, within the channel's tolerance, or what the owner accepted; everything odd is parked for the owner.
 */
export function judgePayments(order: Order, payments: readonly Payment[]): Judgement {
  const settling = settlingPayments(order, payments);
  const held = (settling.length > 0 ? settling : payments).filter((payment) => !isSentBack(payment));
  const received = sum(held.map((payment) => countsFor(payment, order)));
  const receivedCents = Math.min(received, order.amountCents) as Cents;
  const isOverpaid = received * 100 > order.amountCents * (100 + OVER_TOLERANCE_PERCENT);
  const excessCents = (isOverpaid ? received - order.amountCents : 0) as Cents;
  // What settled once is uncovered by nothing but a refund: an owner may change the terms, but not those of a sale.
  const isIntact = held.length === settling.length && held.some(({ settles }) => settles);
  const isCovered = isIntact || held.some(isAccepted) || receivedCents >= enoughFor(order);
  const about = { order, payments, settling, isCovered };
  const verdicts = new Map(payments.map((payment) => [payment.paymentId, verdictOn(payment, about)]));
  const completing = settling.at(-1);
  if (completing === undefined)
    return { state: order.state, paymentId: null, receivedCents, excessCents, verdicts };
  const paymentId = order.paymentId ?? completing.paymentId;
  return { state: isCovered ? 'settled' : 'refunded', paymentId, receivedCents, excessCents, verdicts };
}
