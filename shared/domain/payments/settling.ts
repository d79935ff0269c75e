import { addFractions, compareFractions, ZERO } from '../common/fraction';
import {
  countsByItself,
  countsFor,
  decisionOn,
  isAccepted,
  isEnoughFor,
  isSentBack,
  isWholeGift,
} from './counts';
import type { Order, Payment } from './payment';

const byId = (payments: readonly Payment[]): readonly Payment[] =>
  [...payments].sort((a, b) => a.paymentId - b.paymentId);

/** A gift has no price: the first payment that ended with money makes it, or else what the owner accepted. */
function settlingGift(order: Order, payments: readonly Payment[]): readonly Payment[] {
  const whole = payments.filter(
    (payment) =>
      isWholeGift(payment, order) &&
      decisionOn(payment) !== 'refund' &&
      (isAccepted(payment) || countsByItself(payment, order)),
  );
  const first = whole.find((payment) => !isSentBack(payment)) ?? whole[0];
  return first === undefined ? payments.filter(isAccepted) : [first];
}

/** All that counts if the owner accepted one as enough; otherwise the first that suffices alone, or the first few. */
function settlingSubscription(order: Order, payments: readonly Payment[]): readonly Payment[] {
  const counting = payments
    .map((payment) => ({ payment, cents: countsFor(payment, order) }))
    .filter(({ payment, cents }) => isAccepted(payment) || compareFractions(cents, ZERO) > 0);
  const held = counting.filter(({ payment }) => !isSentBack(payment));
  if (held.some(({ payment }) => isAccepted(payment))) return held.map(({ payment }) => payment);
  const alone = counting.find(({ cents }) => isEnoughFor(cents, order));
  if (alone) return [alone.payment];
  let sum = ZERO;
  const last = held.findIndex(({ cents }) => {
    sum = addFractions(sum, cents);
    return isEnoughFor(sum, order);
  });
  return held.slice(0, last + 1).map(({ payment }) => payment);
}

/** The payments that settle an order: those that already did, or those that do now. */
export function settlingPayments(order: Order, payments: readonly Payment[]): readonly Payment[] {
  const already = payments.filter(({ settles }) => settles);
  if (already.length > 0) return already;
  const settle = order.item.kind === 'donation' ? settlingGift : settlingSubscription;
  return settle(order, byId(payments));
}
