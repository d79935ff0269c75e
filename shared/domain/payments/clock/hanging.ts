import { hasAmount, RANK, type Evidence, type Order, type Payment } from '../payment';

const isUnfinished = ({ paymentStatus }: Evidence): boolean => RANK[paymentStatus] < RANK.expired;

/** True if money for the payment was seen, and the payment provider has not said yet what became of it. */
export const hasMoneyUnderWay = (evidence: Evidence): boolean =>
  isUnfinished(evidence) && (RANK[evidence.paymentStatus] >= RANK.confirming || hasAmount(evidence));

/** True if the payment has been under way for a week, so that the owner decides and nobody waits for it. */
export const hangs = (payment: Payment): boolean => payment.isHanging && isUnfinished(payment);

/** True if the buyer bought again while the payment hung, so that it is a second payment once it ends. */
export const isReplaced = (payment: Payment, order: Order): boolean =>
  payment.isHanging && !payment.settles && order.isReplaced === true;
