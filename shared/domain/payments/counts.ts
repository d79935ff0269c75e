import {
  biggerFraction,
  compareFractions,
  floorOf,
  sumOf,
  wholeFraction,
  ZERO,
  type Fraction,
} from '../common/fraction';
import type { Cents } from '../common/ids';
import { evidenceOf, type Decision, type Order, type Payment } from './payment';
import { isReplaced } from './clock/hanging';
import { railFacts, type Currency } from '../common/rails';
import { provenBy, receivedWith } from './received';

/**
 * The owner's decision while it holds. The refund of a part says nothing about money that came after it, so that money
 * needs a new decision.
 */
export const decisionOn = (payment: Payment): Decision | null =>
  payment.decision === 'refund' && payment.decidedOn !== evidenceOf(payment) ? null : payment.decision;

/** Marks a decision that nobody made: a further gift counts by itself. */
export const BY_ITSELF = '';

/** True if its money went back to the payer, as far as the provider or the owner says. */
export const isSentBack = (payment: Payment): boolean =>
  payment.paymentStatus === 'refunded' || decisionOn(payment) === 'refund';

/** True if the owner counted the payment for what it is worth, and it was not sent back. */
export const isCountedPart = (payment: Payment): boolean =>
  decisionOn(payment) === 'credit' && !isSentBack(payment);

/** True if the owner says that it pays its order, whatever it is worth. */
export const isAccepted = (payment: Payment): boolean => decisionOn(payment) === 'accept';

/** True if another user than the order's paid, as far as the rail says who paid. */
export const isOfAnother = ({ payerUserId }: Payment, { userId }: Order): boolean =>
  payerUserId !== null && payerUserId !== userId;

/** True if its order was closed before it came, and its rail doesn't pay for closed orders. */
export const cameClosed = ({ rail, settles }: Payment, { state }: Order): boolean =>
  !settles && (state === 'cancelled' || state === 'refused') && !railFacts(rail).paysClosedOrders;

/** True if it may count without its owner's decision. */
export const countsByItself = (payment: Payment, order: Order): boolean =>
  payment.settles || !(isOfAnother(payment, order) || cameClosed(payment, order));

/** What came, or nothing if its worth is unknown. */
const cameWith = (payment: Payment, order: Order): Fraction => receivedWith(payment, order).cents ?? ZERO;

/** What came with several payments, rounded down once. */
export const cameTogether = (payments: readonly Payment[], order: Order): Cents =>
  floorOf(sumOf(payments.map((payment) => cameWith(payment, order))));

const paidIn = (currency: Currency, payments: readonly Payment[]): readonly Payment[] =>
  payments.filter(({ rail }) => railFacts(rail).currency === currency);

/** A payment that was sent back still came: its refund is counted apart. */
export function incomeFrom(order: Order, settling: readonly Payment[]): Cents {
  const came = cameTogether(paidIn('usd', settling), order);
  return order.item.kind === 'donation' ? came : (Math.min(came, order.amountCents) as Cents);
}

/** Stars are whole, and never worth another number of them. */
export function starsFrom(settling: readonly Payment[]): number | null {
  const paid = paidIn('xtr', settling);
  return paid.length === 0 ? null : paid.reduce((sum, { actuallyPaid }) => sum + Number(actuallyPaid), 0);
}

/** What a payment counts toward its order. A later refund is not subtracted here; it ends the cover. */
export function countsFor(payment: Payment, order: Order): Fraction {
  const decision = decisionOn(payment);
  if (decision === 'refund') return ZERO;
  if (decision === 'credit') return isSentBack(payment) ? ZERO : cameWith(payment, order);
  const proven = provenBy(payment, order);
  if (payment.settles) return biggerFraction(proven, cameWith(payment, order));
  if (decision === null && !countsByItself(payment, order)) return ZERO;
  // A payer who got an invoice for the rest was told that the part counts.
  const isTooLate = payment.seen.includes('expired') && !order.isStillOffered && order.restCents.length === 0;
  return isTooLate || isReplaced(payment, order) ? ZERO : proven;
}

/** True if it counts anything toward its order. */
export const isCounted = (payment: Payment, order: Order): boolean =>
  compareFractions(countsFor(payment, order), ZERO) > 0;

/** True if Stars count for a part of an order. They are paid whole, so nobody is asked for its rest. */
export const isPartInStars = (payments: readonly Payment[], order: Order): boolean =>
  starsFrom(payments.filter((payment) => isCounted(payment, order))) !== null;

/** What several payments count toward their order, not rounded. */
export const countTogether = (payments: readonly Payment[], order: Order): Fraction =>
  sumOf(payments.map((payment) => countsFor(payment, order)));

/** True if an amount pays for an order, within the channel's tolerance. */
export const isEnoughFor = (cents: Fraction, { amountCents, tolerancePercent }: Order): boolean =>
  compareFractions(cents, wholeFraction(amountCents - Math.floor((amountCents * tolerancePercent) / 100))) >=
  0;

/**
 * True if the payment ended with money of known worth. Such a payment makes a donation. A worth that no report proves alone,
 * only the price of one with the amount of another, makes none: the result must not depend on which came first.
 */
export function isWholeGift(payment: Payment, order: Order): boolean {
  const { seen, paymentStatus, provenCents } = payment;
  if (order.item.kind !== 'donation' || !(seen.includes('finished') || seen.includes('partially_paid')))
    return false;
  const { knownBy, cents } = receivedWith(payment, order);
  if (cents === null) return false;
  const isUnproven = paymentStatus === 'partially_paid' && provenCents === 0 && floorOf(cents) > 0;
  return knownBy !== 'invoice' || !isUnproven;
}
