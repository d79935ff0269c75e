import type { Cents, OrderReference } from './ids';
import { centsOfDecimal, centsShare, compareDecimals, floorCents, multiplyDecimal } from './money';
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
export type Standing = 'pending' | 'settled' | 'credited' | 'parked' | 'failed' | 'expired' | 'refunded';
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

export interface Verdict {
  readonly standing: Standing;
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

const amountIn = (evidence: Evidence): string => evidence.actuallyPaid ?? '0';
const isReceived = (payment: Payment): boolean => compareDecimals(amountIn(payment), '0') > 0;

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

const shareOf = (cents: number, { actuallyPaid, payAmount }: Evidence): number =>
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

const isOwn = (payment: Payment): boolean => payment.parentPaymentId === null;
const wasFinished = (payment: Payment): boolean => payment.seen.includes('finished');

/** What a payment has come to, as far as a decision about it is concerned. */
export const evidenceOf = ({ paymentStatus, actuallyPaid }: Evidence): string =>
  `${paymentStatus}:${actuallyPaid ?? '0'}`;

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
  if (payAmount !== null && actuallyPaid !== null && isOver(actuallyPaid, payAmount)) return 'over';
  if (payment.seen.includes('expired')) return 'late';
  return wasFinished(payment) ? 'none' : 'partial';
}

/** Whether `paid` is more than `asked` by over the tolerance: `100 × paid > 101 × asked`, exactly. */
function isOver(paid: string, asked: string): boolean {
  const limit = multiplyDecimal(asked, 100 + OVER_TOLERANCE_PERCENT);
  return compareDecimals(asked, '0') > 0 && compareDecimals(multiplyDecimal(paid, 100), limit) > 0;
}

function standingOfUnsettling(payment: Payment, isOdd: boolean): Standing {
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
