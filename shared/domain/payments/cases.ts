import { countsFor, worthOf, type Judgement } from './judge-payments';
import type { Order, Payment } from './payment';
import type { CaseAnswer } from '../messages/payments';
import { daysFor } from '../common/subscription';

/**
 * The answers that an owner may give about a payment. Only a parked payment has any. While its order is unpaid, it may
 * be accepted as paid; a payment beside a paid order may buy days at the order's price.
 */
export function answersTo(
  payment: Payment,
  order: Order,
  { state, verdicts }: Judgement,
): readonly CaseAnswer[] {
  const verdict = verdicts.get(payment.paymentId);
  if (verdict?.standing !== 'parked') return [];
  const isTaken = state === 'settled' || state === 'refunded';
  const worthCents = worthOf(payment);
  const { amountCents, item } = order;
  const days = isTaken && item.kind === 'subscription' ? daysFor(worthCents, { ...item, amountCents }) : 0;
  // A proven part counts toward an open order without a decision. A payment beside a paid order may always be kept.
  const isCreditable = isTaken || (worthCents > 0 && countsFor(payment, order) === 0);
  return [
    ...(isTaken ? [] : [{ decision: 'accept' } as const]),
    ...(isCreditable ? [{ decision: 'credit', worthCents, days } as const] : []),
    { decision: 'refund' },
  ];
}
