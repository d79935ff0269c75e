import { countsFor, worthOf, type Judgement } from './judge-payments';
import type { Order, Payment } from './payment';
import type { CaseAnswer } from '../messages/payments';
import type { Item } from '../messages/parts';
import { daysFor } from '../common/subscription';

/**
 * What an owner may answer about a payment as it stands: one open decision for each that is parked, none for any other.
 * While the order is unpaid, it may be accepted as paid; what was meant for a paid order may buy days at its price.
 */
export function answersTo(
  payment: Payment,
  order: Order & { readonly item: Item },
  { state, verdicts }: Judgement,
): readonly CaseAnswer[] {
  const verdict = verdicts.get(payment.paymentId);
  if (verdict?.standing !== 'parked') return [];
  const isTaken = state === 'settled' || state === 'refunded';
  const worthCents = worthOf(payment);
  const { amountCents, item } = order;
  const days = isTaken && item.kind === 'subscription' ? daysFor(worthCents, { ...item, amountCents }) : 0;
  // What is proven to be paid counts toward an open order by itself; what comes beside a paid one may always be kept.
  const isCreditable = isTaken || (worthCents > 0 && countsFor(payment, order) === 0);
  return [
    ...(isTaken ? [] : [{ decision: 'accept' } as const]),
    ...(isCreditable ? [{ decision: 'credit', worthCents, days } as const] : []),
    { decision: 'refund' },
  ];
}
