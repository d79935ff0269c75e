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
import { provenBy, receivedWith } from './received';

/**
 * The owner's decision while it holds. The refund of a part says nothing about money that came after it, so that money
 * needs a new decision.
 */
export const decisionOn = (payment: Payment): Decision | null =>
  payment.decision === 'refund' && payment.decidedOn !== evidenceOf(payment) ? null : payment.decision;

export const isSentBack = (payment: Payment): boolean =>
  payment.paymentStatus === 'refunded' || decisionOn(payment) === 'refund';

export const isAccepted = (payment: Payment): boolean => decisionOn(payment) === 'accept';

/** What came, or nothing if its worth is unknown. */
const cameWith = (payment: Payment, order: Order): Fraction => receivedWith(payment, order).cents ?? ZERO;

/** What came with several payments, rounded down once. */
export const cameTogether = (payments: readonly Payment[], order: Order): Cents =>
  floorOf(sumOf(payments.map((payment) => cameWith(payment, order))));

/** What a payment counts toward its order. A later refund is not subtracted here; it ends the cover. */
export function countsFor(payment: Payment, order: Order): Fraction {
  const decision = decisionOn(payment);
  if (decision === 'refund') return ZERO;
  if (decision === 'credit') return isSentBack(payment) ? ZERO : cameWith(payment, order);
  const proven = provenBy(payment, order);
  if (payment.settles) return biggerFraction(proven, cameWith(payment, order));
  // A payer who got an invoice for the rest was told that the part counts.
  const isTooLate = payment.seen.includes('expired') && !order.isStillOffered && order.restCents.length === 0;
  return isTooLate || isReplaced(payment, order) ? ZERO : proven;
}

export const isCounted = (payment: Payment, order: Order): boolean =>
  compareFractions(countsFor(payment, order), ZERO) > 0;

export const countTogether = (payments: readonly Payment[], order: Order): Fraction =>
  sumOf(payments.map((payment) => countsFor(payment, order)));

/** True if an amount pays for an order, within the channel's tolerance. */
export const isEnoughFor = (cents: Fraction, { amountCents, tolerancePercent }: Order): boolean =>
  compareFractions(cents, wholeFraction(amountCents - Math.floor((amountCents * tolerancePercent) / 100))) >=
  0;

/** True if the payment ended with money that is worth something known. Such a payment makes a donation. */
export const isWholeGift = (payment: Payment, order: Order): boolean =>
  order.item.kind === 'donation' &&
  (payment.seen.includes('finished') || payment.seen.includes('partially_paid')) &&
  receivedWith(payment, order).cents !== null;
