import { addChannel, addOrder, CHANNEL_ID, DONOR_ID } from '../../../tests/support/order';
import { keepRows } from '../../../tests/support/keep-rows';
import { paymentOf, settleIpn } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import { cancelOrder } from '../../database/payments/buyer-orders';
import { findOrderToReconcile } from '../../database/payments/orders';
import type { OrderReference } from '../../domain/common/ids';
import { silentLogger } from '../../logger';
import { nowpaymentsClient } from '../../nowpayments/client';
import { deliveryOf } from '../common/delivery-of';
import { reconcileOrder } from './reconcile-order';

const test = useTestDatabase();
let restore: () => Promise<void>;
beforeAll(async () => {
  await addChannel(test.database);
  restore = await keepRows(test);
});
beforeEach(() => restore());

const unused = () => Promise.reject(new Error('not asked'));
const look = (reference: OrderReference) =>
  reconcileOrder(
    {
      database: test.database,
      log: silentLogger,
      nowpayments: nowpaymentsClient({ apiKey: 'k', apiUrl: 'https://example.org/v1', fetch: unused }),
    },
    { kind: 'reconcile_order', reference },
  );
const cancel = (reference: OrderReference) =>
  cancelOrder(test.database, deliveryOf('telegram', reference), { reference, userId: DONOR_ID });
const receive = (reference: OrderReference, change: object) =>
  settleIpn(test.database, paymentOf(reference, { userId: DONOR_ID, openChannelId: CHANNEL_ID, ...change }));

it.each([
  ['an open order', '0 seconds', false, '29 days', 'not_yet'],
  ['an open order', '0 seconds', false, '31 days', 'done'],
  ['an order that was cancelled at once', '0 seconds', true, '47 hours', 'not_yet'],
  ['an order that was cancelled at once', '0 seconds', true, '49 hours', 'done'],
  ['an order that was cancelled on its fifth day', '5 days', true, '47 hours', 'not_yet'],
  ['an order that was cancelled on its fifth day', '5 days', true, '49 hours', 'done'],
])(
  'watches %s (cancelled after %s: %s), and after %s it is %s',
  async (_, before, isCancelled, after, outcome) => {
    const reference = await addOrder(test.database, 3000);
    await test.advance(before);
    if (isCancelled) await cancel(reference);
    await test.advance(after);
    expect(await look(reference)).toMatchObject({ type: outcome });
  },
);

it('watches a cancelled order as long as any other once it holds money', async () => {
  const reference = await addOrder(test.database, 3000);
  await cancel(reference);
  await receive(reference, { payment_status: 'confirming', actually_paid: 30 });
  expect(await findOrderToReconcile(test.database, reference)).toMatchObject({ isGivenUp: false });
});

it('settles a cancelled order by an IPN that comes after the watch', async () => {
  const reference = await addOrder(test.database, 3000);
  await cancel(reference);
  await test.advance('12 days');
  expect(await look(reference)).toEqual({ type: 'done' });
  await receive(reference, {});
  expect(await findOrderToReconcile(test.database, reference)).toMatchObject({ state: 'settled' });
});
