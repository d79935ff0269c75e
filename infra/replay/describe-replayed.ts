import type { ReplayedEntry, ReplayedOrder, ReplayedPayment } from '../../shared/services/operations/replay';

export function describeReplayedOrder({ reference, before, state, dueAgain }: ReplayedOrder): string {
  const changed = state === before ? `is ${state}` : `was ${before}, is ${state} now`;
  return `Order ${reference} ${changed}. Promises made due again: ${dueAgain}.`;
}

export function describeReplayedPayment({ paymentId, taken, stored, order }: ReplayedPayment): string {
  const known = order === undefined ? 'Its order is not known.' : describeReplayedOrder(order);
  return `Payment ${paymentId}: ${taken} of ${stored} reports taken in again. ${known}`;
}

export function describeReplayedEntry(entry: ReplayedEntry): string {
  const { outboxId, kind, state, deliveredAt, lastError } = entry;
  if (state === 'delivered')
    return `${kind} ${outboxId} was done at ${deliveredAt?.toISOString() ?? 'some time'}; it is not done twice.`;
  const why = lastError === null ? '' : ` Its last error was: ${lastError}.`;
  return `${kind} ${outboxId} is due now; the worker does it within a minute.${why}`;
}
