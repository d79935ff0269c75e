import type { OrderReference } from '../../shared/domain/common/ids';
import { describeReplayedEntry, describeReplayedOrder, describeReplayedPayment } from './describe-replayed';

const reference = 'AbCdEfGhIjKlMnOpQrStUv' as OrderReference;
const order = { reference, before: 'open', state: 'settled', dueAgain: 1 } as const;

it('says whether an order has changed', () => {
  expect(describeReplayedOrder(order)).toBe(
    `Order ${reference} was open, is settled now. Promises made due again: 1.`,
  );
  expect(describeReplayedOrder({ ...order, before: 'settled', dueAgain: 0 })).toBe(
    `Order ${reference} is settled. Promises made due again: 0.`,
  );
});

it('says how many reports of a payment were taken in', () => {
  const payment = { paymentId: 7, taken: 1, stored: 2, order: undefined };
  expect(describeReplayedPayment(payment)).toBe(
    'Payment 7: 1 of 2 reports taken in again. Its order is not known.',
  );
  expect(describeReplayedPayment({ ...payment, order })).toBe(
    `Payment 7: 1 of 2 reports taken in again. ${describeReplayedOrder(order)}`,
  );
});

it('says whether a promise is done again', () => {
  const entry = { outboxId: 9, kind: 'send_message', state: 'due', deliveredAt: null } as const;
  expect(describeReplayedEntry({ ...entry, lastError: null })).toBe(
    'send_message 9 is due now; the worker does it within a minute.',
  );
  expect(describeReplayedEntry({ ...entry, lastError: 'the owner blocked the bot' })).toBe(
    'send_message 9 is due now; the worker does it within a minute. Its last error was: the owner blocked the bot.',
  );
  const deliveredAt = new Date('2026-10-01T12:00:00Z');
  expect(describeReplayedEntry({ ...entry, state: 'delivered', deliveredAt, lastError: null })).toBe(
    'send_message 9 was done at 2026-10-01T12:00:00.000Z; it is not done twice.',
  );
});
