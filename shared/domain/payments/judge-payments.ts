import { floorOf, sumOf, ZERO } from '../common/fraction';
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
import { receivedWith } from './received';

export interface Verdict {
  readonly standing: PaymentStanding;
  readonly exception: Exception;
  readonly settles: boolean;
}

export interface Judgement {
  readonly state: OrderState;
  readonly paymentId: number | null;
  /** The part of the price that was paid and counted so far. */
  readonly receivedCents: Cents;
  /** What was paid above the price, if it is more than a rounding difference; 0 otherwise. */
  readonly excessCents: Cents;
  /** What a settled order counts in every figure: what came, for a subscription at most its price. Else `null`. */
  readonly incomeCents: Cents | null;
  readonly verdicts: ReadonlyMap<number, Verdict>;
}

/** Allows for the payer's rounding and fees. NOWPayments applies its own tolerance before it reports `finished`. */
const OVER_TOLERANCE_PERCENT = 1;

const isReceived = (payment: Payment): boolean => compareDecimals(amountIn(payment), '0') > 0;

const isOwn = (payment: Payment): boolean => payment.parentPaymentId === null;
const wasFinished = (payment: Payment): boolean => payment.seen.includes('finished');

/**
 * The owner's decision while it holds. The refund of a part says nothing about money that came after it, so that money
 * needs a new decision.
 */
export const decisionOn = (payment: Payment): Decision | null =>
  payment.decision === 'refund' && payment.decidedOn !== evidenceOf(payment) ? null : payment.decision;

const isSentBack = (payment: Payment): boolean =>
  payment.paymentStatus === 'refunded' || decisionOn(payment) === 'refund';

/** The value of a payment by its own price, if an owner wants to count it. In US cents, rounded down. */
export function worthOf(payment: Payment): Cents {
  const { priceAmount, priceCurrency } = payment;
  if (priceAmount === null || priceCurrency !== 'usd' || isSentBack(payment)) return 0 as Cents;
  const price = floorCents(priceAmount);
  return (wasFinished(payment) ? price : shareOf(price, payment)) as Cents;
}

/** The cents that a payment counts toward the order. A later refund is not subtracted here; it ends the cover. */
export function countsFor(payment: Payment, order: Order): number {
  const decision = decisionOn(payment);
  if (decision === 'credit') return worthOf(payment);
  if (decision === 'refund') return 0;
  if (payment.settles) return payment.provenCents;
  if (!isOwn(payment)) return 0;
  // A payer who got an invoice for the rest was told that the part counts.
  const isTooLate = payment.seen.includes('expired') && !order.isStillOffered && order.restCents.length === 0;
  return isTooLate ? 0 : payment.provenCents;
}

/** The least amount that pays for an order. */
const enoughFor = ({ amountCents, tolerancePercent }: Order): number =>
  amountCents - Math.floor((amountCents * tolerancePercent) / 100);

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

const isAccepted = (payment: Payment): boolean => decisionOn(payment) === 'accept';

/**
 * The payments that settle an order: those that already did; all of them if the owner accepted one as enough; otherwise
 * the first that suffices alone, or the first few that do together.
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

/** Returns true if `paid` exceeds `asked` by more than the tolerance: `100 × paid > 101 × asked`, exactly. */
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
      // Money that came with a failure still belongs to someone, so the owner decides.
      return isReceived(payment) ? 'parked' : payment.paymentStatus;
    default:
      return isOdd && wasFinished(payment) ? 'parked' : 'pending';
  }
}

interface Surroundings {
  readonly order: Order;
  readonly payments: readonly Payment[];
  readonly settling: readonly Payment[];
  /** True if the settling payments that were not returned still pay for the order. */
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
  // The remainder of an order that was partly refunded.
  const standing = decisionOn(payment) === 'credit' ? 'credited' : 'parked';
  return { standing, exception: 'partial', settles: true };
}

/** A payment that was sent back still came: its refund is counted apart. */
function incomeFrom(order: Order, settling: readonly Payment[]): Cents {
  const came = floorOf(sumOf(settling.map((payment) => receivedWith(payment, order).cents ?? ZERO)));
  return order.item.kind === 'donation' ? came : (Math.min(came, order.amountCents) as Cents);
}

/**
 * Judges an order and each of its payments from everything that is known. Earlier results are never an input, except
 * which payments settled the order, because that was promised to the payer. Only money proven at the order's own price,
 * within the channel's tolerance, or accepted by the owner, settles an order. Everything odd is parked for the owner.
 */
export function judgePayments(order: Order, payments: readonly Payment[]): Judgement {
  const settling = settlingPayments(order, payments);
  const held = (settling.length > 0 ? settling : payments).filter((payment) => !isSentBack(payment));
  const received = sum(held.map((payment) => countsFor(payment, order)));
  const receivedCents = Math.min(received, order.amountCents) as Cents;
  const isOverpaid = received * 100 > order.amountCents * (100 + OVER_TOLERANCE_PERCENT);
  const excessCents = (isOverpaid ? received - order.amountCents : 0) as Cents;
  // Only a refund uncovers a settled order. An owner may change the terms of later sales, but not of this one.
  const isIntact = held.length === settling.length && held.some(({ settles }) => settles);
  const isCovered = isIntact || held.some(isAccepted) || receivedCents >= enoughFor(order);
  const about = { order, payments, settling, isCovered };
  const verdicts = new Map(payments.map((payment) => [payment.paymentId, verdictOn(payment, about)]));
  const completing = settling.at(-1);
  if (completing === undefined)
    return { state: order.state, paymentId: null, receivedCents, excessCents, incomeCents: null, verdicts };
  const paymentId = order.paymentId ?? completing.paymentId;
  const incomeCents = incomeFrom(order, settling);
  const state = isCovered ? 'settled' : 'refunded';
  return { state, paymentId, receivedCents, excessCents, incomeCents, verdicts };
}
