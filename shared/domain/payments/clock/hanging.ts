import { hasAmount, MONEY, type Evidence, type Order, type Payment } from '../payment';

const hasEnded = ({ paymentStatus }: Evidence): boolean => MONEY[paymentStatus].hasEnded;

/** True if money for the payment was seen, whatever became of it. */
export const wasSeen = (evidence: Evidence): boolean =>
  MONEY[evidence.paymentStatus].isSeen || hasAmount(evidence);

/** True if money for the payment was seen, and the payment provider has not said yet what became of it. */
export const hasMoneyUnderWay = (evidence: Evidence): boolean => !hasEnded(evidence) && wasSeen(evidence);

/** True if the payment provider names no amount that has come, and may still do so. */
export const isYetToCome = (evidence: Evidence): boolean => !hasEnded(evidence) && !hasAmount(evidence);

/** True if the payment has been under way for a week, so that the owner decides and nobody waits for it. */
export const hangs = (payment: Payment): boolean => payment.isHanging && !hasEnded(payment);

/** True if the buyer bought again while the payment hung, so that it is a second payment once it ends. */
export const isReplaced = (payment: Payment, order: Order): boolean =>
  payment.isHanging && !payment.settles && order.isReplaced === true;
