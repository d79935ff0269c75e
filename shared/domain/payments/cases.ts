import { addFractions, compareFractions, wholeFraction, ZERO } from '../common/fraction';
import type { Cents } from '../common/ids';
import { daysFor } from '../common/subscription';
import type { CaseAnswer } from '../messages/cases';
import { countsFor, isEnoughFor } from './counts';
import { hangs } from './clock/hanging';
import type { Judgement } from './judge-payments';
import type { Decision, Order, Payment } from './payment';
import { receivedCentsOf, receivedWith } from './received';

/** True if the order was paid once, even if the money was sent back since. */
export const isTaken = ({ state }: Pick<Judgement, 'state'>): boolean =>
  state === 'settled' || state === 'refunded';

/** The days that an amount buys beside a paid order. */
const daysBeside = (cents: number | null, { item, amountCents }: Order): number =>
  item.kind === 'subscription' ? daysFor(cents ?? 0, { ...item, amountCents }) : 0;

/** True if what came pays for the whole order, together with what counts already. */
const paysForOrder = (payment: Payment, order: Order, { receivedCents }: Judgement): boolean =>
  isEnoughFor(addFractions(wholeFraction(receivedCents), receivedWith(payment, order).cents ?? ZERO), order);

/** A gift has no price to count toward, and a proven part counts without a decision. */
const isCreditable = (payment: Payment, order: Order, judgement: Judgement): boolean => {
  const { cents } = receivedWith(payment, order);
  return (
    order.item.kind === 'subscription' &&
    cents !== null &&
    compareFractions(cents, wholeFraction(1)) >= 0 &&
    compareFractions(countsFor(payment, order), ZERO) === 0 &&
    !paysForOrder(payment, order, judgement)
  );
};

/** Its money may still come, so it is worth nothing yet beside a paid order. */
const answersToHanging = ({ isWaitedFor }: Payment, judgement: Judgement): readonly CaseAnswer[] => [
  ...(isTaken(judgement) ? [] : [{ decision: 'accept' } as const]),
  { decision: 'refund' },
  ...(isWaitedFor ? [] : [{ decision: 'wait' } as const]),
];

/**
 * The answers that an owner may give about a payment. Only a parked payment has any. While its order is unpaid, it may
 * be accepted as enough, or counted for what came if that is less. A payment beside a paid order may buy days at the
 * order's price. If nobody knows what came, the owner may say it. No two answers do the same.
 */
export function answersTo(payment: Payment, order: Order, judgement: Judgement): readonly CaseAnswer[] {
  if (judgement.verdicts.get(payment.paymentId)?.standing !== 'parked') return [];
  if (hangs(payment)) return answersToHanging(payment, judgement);
  const worthCents = receivedCentsOf(payment, order);
  const credit = { decision: 'credit', worthCents, days: daysBeside(worthCents, order) } as const;
  const answers: readonly CaseAnswer[] = isTaken(judgement)
    ? [credit]
    : [{ decision: 'accept' }, ...(isCreditable(payment, order, judgement) ? [{ ...credit, days: 0 }] : [])];
  return [
    ...answers,
    ...(worthCents === null ? [{ decision: 'type' } as const] : []),
    { decision: 'refund' },
  ];
}

/** True if the owner may say what a payment was worth: nothing else says it, and it counts or waits for a decision. */
export function mayTypeWorth(payment: Payment, order: Order, { verdicts }: Judgement): boolean {
  const standing = verdicts.get(payment.paymentId)?.standing ?? 'pending';
  return receivedWith(payment, order).cents === null && ['parked', 'credited', 'settled'].includes(standing);
}

/** What an owner would do by saying what a payment was worth. */
export interface TypedWorth {
  /** `null`: the decision that was made before stays. */
  readonly decision: Decision | null;
  readonly days: number;
}

/**
 * What it does if the owner says what a payment of unknown worth was worth. `undefined` if its worth is known, or if
 * there is nothing to say about it.
 */
export function typedWorth(
  payment: Payment,
  order: Order,
  judgement: Judgement,
  typedCents: Cents,
): TypedWorth | undefined {
  if (!mayTypeWorth(payment, order, judgement)) return undefined;
  const days = isTaken(judgement) ? daysBeside(typedCents, order) : 0;
  switch (judgement.verdicts.get(payment.paymentId)?.standing) {
    case 'parked':
      return { decision: order.item.kind === 'donation' && !isTaken(judgement) ? 'accept' : 'credit', days };
    case 'credited':
      return { decision: null, days };
    case 'settled':
      return { decision: null, days: 0 };
    default:
      return undefined;
  }
}
