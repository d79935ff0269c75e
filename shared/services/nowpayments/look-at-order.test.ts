import { startNowpaymentsSimulator, type NowpaymentsSimulator } from '../../../playground/nowpayments/index';
import { createInvoice, options } from '../../../tests/support/nowpayments-simulator';
import { alarmsNamed } from '../../../tests/support/alarms';
import { BUYER_ID, CHANNEL_ID, stateOf } from '../../../tests/support/order';
import { addSellingChannel, addTierOrder, paymentOf, settleIpn } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import { recordingLogger } from '../../../tests/worlds/observe';
import { CALLS_AT_ONCE, MOST_CALLS } from '../../domain/payments/look';
import type { OrderReference } from '../../domain/common/ids';
import { silentLogger } from '../../logger';
import { nowpaymentsClient } from '../../nowpayments/client';
import { askAboutOrder } from './ask-about-order';
import type { LookDependencies } from './look-at-order';
import { reconcileOrder } from '../payments/reconcile-order';

const test = useTestDatabase({ per: 'test' });
let simulator: NowpaymentsSimulator;
let atOnce: number;
let mostAtOnce: number;
beforeEach(async () => {
  await addSellingChannel(test.database);
  simulator = await startNowpaymentsSimulator({ ...options, limits: false });
  atOnce = mostAtOnce = 0;
});
afterEach(() => simulator.close());

const countingFetch: typeof fetch = async (...given) => {
  mostAtOnce = Math.max(mostAtOnce, ++atOnce);
  return fetch(...given).finally(() => (atOnce -= 1));
};

function deps(account?: { email: string; password: string }): LookDependencies {
  const { apiKey } = options;
  const nowpayments = nowpaymentsClient({
    apiKey,
    apiUrl: simulator.url,
    fetch: countingFetch,
    timeoutMs: 2000,
    account,
  });
  return { database: test.database, log: silentLogger, nowpayments };
}

const perform = (reference: OrderReference, given = deps()) =>
  reconcileOrder(given, { kind: 'reconcile_order', reference });

/** An order with payments that the product knows as `waiting`, oldest first, which NOWPayments knows as well. */
async function orderWith(count: number) {
  const reference = await addTierOrder(test.database);
  const orderId = `PGP-${BUYER_ID}|${CHANNEL_ID}|${reference}`;
  const invoiceId = await createInvoice(simulator, { order_id: orderId, price_amount: 30 });
  await test.database.query(
    (sql) => sql`update invoices set invoice_id = ${invoiceId} where order_reference = ${reference}`,
  );
  const ids: number[] = [];
  for (let n = 0; n < count; n += 1)
    ids.push(await simulator.pay(invoiceId, { scenario: 'waiting', delivery: { drop: true } }));
  ids.sort((a, b) => a - b);
  await test.database.query(
    (sql) => sql`
      insert into payments (payment_id, order_reference, payment_status, seen, standing)
      select id::bigint, ${reference}, 'waiting', '["waiting"]', 'pending'
      from jsonb_array_elements_text(${sql.json(ids)}) as id`,
  );
  await test.database.query(
    (sql) => sql`update orders set payment_count = ${count} where reference = ${reference}`,
  );
  return { reference, invoiceId, ids };
}

const payAt = (invoiceId: string, paymentId: number) =>
  simulator.pay(invoiceId, { scenario: 'exact', paymentId, delivery: { drop: true } });
const breaks = (paymentId: number) =>
  simulator.fault({ path: `/v1/payment/${paymentId}`, kind: 'error', status: 500 });

const stateNow = (reference: OrderReference) => stateOf(test.database, reference);
const alarms = () => alarmsNamed(test.database, 'orders_with_many_payments');

it.each(['first', 'last'] as const)(
  'takes in what was answered if the %s payment cannot be read',
  async (which) => {
    const { reference, invoiceId, ids } = await orderWith(2);
    const [broken, paid] = which === 'first' ? [ids[1]!, ids[0]!] : [ids[0]!, ids[1]!];
    breaks(broken);
    await payAt(invoiceId, paid);
    expect(await perform(reference)).toMatchObject({ type: 'later' });
    expect(await stateNow(reference)).toBe('settled');
  },
);

it('takes in what was answered if a list cannot be read', async () => {
  const { reference, invoiceId, ids } = await orderWith(1);
  simulator.fault({ path: '/v1/auth', kind: 'error', status: 500 });
  await payAt(invoiceId, ids[0]!);
  const { email, password } = options;
  expect(await perform(reference, deps({ email, password }))).toMatchObject({ type: 'later' });
  expect(await stateNow(reference)).toBe('settled');
});

it('asks about four at once, fifty in a look and the rest in the next', async () => {
  const { reference, invoiceId, ids } = await orderWith(100);
  await payAt(invoiceId, ids[0]!);
  const before = simulator.calls.length;
  expect(await perform(reference)).toMatchObject({ type: 'not_yet' });
  const asked = simulator.calls.slice(before).map(({ path }) => Number(path.split('/').at(-1)));
  expect(asked.sort((a, b) => a - b)).toEqual(ids.slice(50));
  expect(mostAtOnce).toBe(CALLS_AT_ONCE);
  expect(await stateNow(reference)).toBe('open');
  await test.advance('1 hour');
  expect(await perform(reference)).toMatchObject({ type: 'not_yet' });
  expect(await stateNow(reference)).toBe('settled');
  expect(simulator.calls.length - before).toBe(100);
});

it('asks about the furthest first', async () => {
  const { reference, invoiceId, ids } = await orderWith(60);
  const [oldest = 0] = ids;
  await test.database.query(
    (sql) => sql`update payments set payment_status = 'confirming' where payment_id = ${oldest}`,
  );
  await payAt(invoiceId, oldest);
  await perform(reference);
  expect(await stateNow(reference)).toBe('settled');
});

it('stops at the first answer that asks to wait', async () => {
  const { reference } = await orderWith(30);
  simulator.fault({ path: '/v1/payment', kind: 'error', status: 429 });
  const before = simulator.calls.length;
  expect(await perform(reference)).toMatchObject({ type: 'later' });
  expect(simulator.calls.length - before).toBeLessThanOrEqual(CALLS_AT_ONCE);
});

it('keeps to fifty calls with lists and log-ins', async () => {
  const { reference } = await orderWith(100);
  const { email, password } = options;
  for (let n = 0; n < 12; n += 1)
    await test.database.query(
      (sql) => sql`insert into invoices (invoice_id, order_reference, price_cents, invoice_url)
        values (${String(n)}, ${reference}, 100, 'https://nowpayments.io/payment/?iid=1')`,
    );
  const before = simulator.calls.length;
  await perform(reference, deps({ email, password }));
  expect(simulator.calls.length - before).toBeLessThanOrEqual(MOST_CALLS);
  expect(simulator.calls.slice(before).filter(({ path }) => path === '/v1/auth')).toHaveLength(1);
  expect(mostAtOnce).toBeLessThanOrEqual(CALLS_AT_ONCE);
});

/** Too many to be asked about without a command, which needs four looks. Each answer judges all of them, so more take minutes. */
const CROWD = 200;

describe(`an order with ${CROWD} payments, 20 of which cannot be read`, () => {
  async function crowded() {
    const order = await orderWith(CROWD);
    for (const paymentId of order.ids.slice(-20)) breaks(paymentId);
    return order;
  }

  it('is not asked about by itself, but raises an alarm, and its IPN settles it', async () => {
    const { reference, ids } = await crowded();
    const before = simulator.calls.length;
    const { log, lines } = recordingLogger();
    expect(await perform(reference, { ...deps(), log })).toEqual({ type: 'done' });
    expect(simulator.calls).toHaveLength(before);
    expect(lines.map(({ event }) => event)).toEqual(['payment.too_many']);
    expect(await alarms()).toMatchObject([{ value: 1 }]);
    await settleIpn(test.database, paymentOf(reference, { payment_id: ids[0]! }));
    expect(await stateNow(reference)).toBe('settled');
    expect(await alarms()).toEqual([]);
  });

  it('is settled by an operator’s command, with at most fifty calls in a look', async () => {
    const { reference, invoiceId, ids } = await crowded();
    await payAt(invoiceId, ids[0]!);
    const before = simulator.calls.length;
    const found = await askAboutOrder(deps(), reference);
    expect(found).toMatchObject({ state: 'settled', failed: 20, asked: CROWD, left: 0 });
    expect(simulator.calls.length - before).toBe(CROWD);
    const looks = await test.database.query(
      (sql) => sql<{ calls: number }[]>`
        select count(*)::int as calls from payments where asked_at is not null group by asked_at`,
    );
    expect(Math.max(...looks.map(({ calls }) => calls))).toBe(MOST_CALLS);
    expect(mostAtOnce).toBeLessThanOrEqual(CALLS_AT_ONCE);
  });
});

it('raises the alarm from the 101st payment on, which an IPN brings', async () => {
  const { reference } = await orderWith(99);
  const ipn = { payment_status: 'waiting', actually_paid: 0 };
  await settleIpn(test.database, paymentOf(reference, ipn));
  expect(await alarms()).toEqual([]);
  await settleIpn(test.database, paymentOf(reference, ipn));
  expect(await alarms()).toMatchObject([{ name: 'orders_with_many_payments', value: 1 }]);
  await test.advance('31 days');
  expect(await alarms()).toEqual([]);
});
