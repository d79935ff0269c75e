import { BUYER_ID, CHANNEL_ID } from '../../../tests/support/order';
import { addSellingChannel, addTierOrder } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import type { OrderReference } from '../../domain/common/ids';
import { silentLogger } from '../../logger';
import { isPayment, parseIpn } from '../../nowpayments/ipn';
import type { DatedPayment, PaymentsPage } from '../../nowpayments/list-payments';
import { reconcileSince, type ReconciliationResult } from './reconcile-since';

const SINCE = new Date('2026-10-01T12:00:00Z');

const test = useTestDatabase({ per: 'test' });
beforeEach(async () => {
  await addSellingChannel(test.database);
});

const orderId = (reference: OrderReference) => `PGP-${BUYER_ID}|${CHANNEL_ID}|${reference}`;

function payment(id: number, change: object, changedAt = '2026-10-01T13:00:00Z'): DatedPayment {
  const amounts = { price_amount: 30, price_currency: 'usd', pay_amount: 30, actually_paid: 30 };
  const body = { payment_id: 5_000_000_000 + id, payment_status: 'finished', ...amounts, ...change };
  const ipn = parseIpn(body);
  if (!isPayment(ipn)) throw new Error('not a payment');
  return { ipn, body, changedAt: new Date(changedAt) };
}

/** Reconciles with a NOWPayments that lists these pages. */
function reconcile(...pages: readonly DatedPayment[][]): Promise<ReconciliationResult> {
  async function* madeSince(): AsyncGenerator<PaymentsPage> {
    for (const [index, payments] of pages.entries())
      yield Promise.resolve({ payments, unreadable: 1, page: index + 1, pages: pages.length });
  }
  const deps = { database: test.database, log: silentLogger, paymentsMadeSince: madeSince };
  return reconcileSince(deps, { since: SINCE });
}

it('settles payments changed since an hour before, or at an unknown time', async () => {
  const found = await reconcile(
    [payment(1, {}, '2026-10-01T10:59:59Z'), payment(2, {}, '2026-10-01T11:00:00Z')],
    [{ ...payment(3, {}), changedAt: undefined }, payment(4, {})],
  );
  expect(found).toMatchObject({ lookedAt: 6, changed: 3, fresh: 3, settled: 0, unreadable: 2 });
  expect(found.orphans.map(({ ipn }) => ipn.paymentId % 10)).toEqual([2, 3, 4]);
  expect(found).toMatchObject({
    madeSince: new Date('2026-09-01T12:00:00Z'),
    changedSince: new Date('2026-10-01T11:00:00Z'),
  });
});

it('counts each settled order once', async () => {
  const reference = await addTierOrder(test.database);
  const lost = 'AAAAAAAAAAAAAAAAAAAAAA' as OrderReference;
  const pages = [
    [payment(1, { order_id: orderId(reference) }), payment(2, { order_id: orderId(lost) })],
    [payment(3, { order_id: orderId(reference) }), payment(4, { order_id: 'of another system' })],
  ];
  const orphans = [{ named: { userId: BUYER_ID, openChannelId: CHANNEL_ID } }, { named: undefined }];
  expect(await reconcile(...pages)).toMatchObject({ fresh: 4, settled: 1, orphans });
  expect(await reconcile(...pages)).toMatchObject({ fresh: 0, settled: 0, orphans });
});

it('settles a payment under the correlation id of its order', async () => {
  const reference = await addTierOrder(test.database);
  await test.database.query((sql) => sql`update orders set correlation_id = 'of the order'`);
  await reconcile([payment(1, { order_id: orderId(reference) }), payment(2, {}), payment(3, {})]);
  const rows = await test.database.query(
    (sql) =>
      sql<
        { id: string }[]
      >`select correlation_id as id from inbox where source = 'nowpayments' order by payload ->> 'payment_id'`,
  );
  const [ordered, ...others] = rows.map(({ id }) => id);
  expect(ordered).toBe('of the order');
  expect(new Set([...others, ordered, 'none']).size).toBe(4);
});
