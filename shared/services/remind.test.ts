import { BUYER_ID, CHANNEL_ID } from '../../tests/support/order';
import { addSellingChannel, addTierOrder } from '../../tests/support/subscription';
import { createTestDatabase, type TestDatabase } from '../../tests/support/test-database';
import type { Cents, OpenChannelId, OrderReference } from '../domain/ids';
import { silentLogger } from '../logger';
import { isPayment, parseIpn } from '../nowpayments/ipn';
import type { InvoiceDependencies } from './create-invoice';
import { deliveryOf } from './delivery-of';
import { remind } from './remind';
import { settlePayment } from './settle-payment';

let test: TestDatabase;
let reference: OrderReference;
let nextPayment = 7_000_000_000;

async function pay(order: string, change: object = {}) {
  const raw = {
    payment_id: nextPayment++,
    payment_status: 'finished',
    order_id: `PGP-${BUYER_ID}|${CHANNEL_ID}|${order}`,
    price_amount: 30,
    price_currency: 'usd',
    pay_amount: 30,
    actually_paid: 30,
    pay_currency: 'usdttrc20',
    ...change,
  };
  const ipn = parseIpn(raw);
  if (!isPayment(ipn)) throw new Error('not a payment');
  await settlePayment(
    { database: test.database, log: silentLogger },
    deliveryOf('nowpayments', `${raw.payment_id}:${raw.payment_status}`, raw),
    ipn,
  );
}

beforeEach(async () => {
  test = await createTestDatabase();
  await addSellingChannel(test.database);
  reference = await addTierOrder(test.database);
  await pay(reference);
});
afterEach(() => test.close());

const endsAt = async () => {
  const [row] = await test.database.query(
    (sql) =>
      sql<{ ms: number }[]>`select (extract(epoch from paid_until) * 1000)::bigint as ms from subscriptions`,
  );
  return row!.ms;
};

/** What a reminder promises: the tier and price of its order, or the message that has none. */
async function reminded(paidUntil: number, daysLeft = 7) {
  const effect = {
    kind: 'remind',
    openChannelId: CHANNEL_ID as OpenChannelId,
    userId: BUYER_ID,
    paidUntil,
    daysLeft,
  } as const;
  expect(await remind({ database: test.database } as InvoiceDependencies, effect)).toEqual({ type: 'done' });
  const rows = await test.database.query(
    (sql) => sql<{ kind: string; type: string | null; cents: number | null; tier: string | null }[]>`
      select b.kind, b.payload #>> '{message,type}' as type, (b.payload ->> 'amountCents')::int as cents,
        o.tier_name as tier
      from outbox b left join orders o on o.reference = b.order_reference
      where b.idempotency_key like '%:reminder:%' order by b.outbox_id`,
  );
  return [...rows];
}

it('comes with an invoice over the same tier at today’s price, from one order for all reminders', async () => {
  await addSellingChannel(test.database, {
    tiers: [{ name: 'Month', priceCents: 3500 as Cents, days: 30 }],
  });
  const until = await endsAt();
  await reminded(until, 7);
  const invoice = { kind: 'create_invoice', type: null, cents: 3500, tier: 'Month' };
  expect(await reminded(until, 3)).toEqual([invoice, invoice]);
  const orders = await test.database.query((sql) => sql`select 1 from orders where state = 'open'`);
  expect(orders).toHaveLength(1);
});

it('is silent when the end has moved', async () => {
  expect(await reminded((await endsAt()) - 1)).toEqual([]);
});

it('shows the way to the offer when the tier is not sold any more, and never another tier’s price', async () => {
  await addSellingChannel(test.database, {
    tiers: [{ name: 'Year', priceCents: 30000 as Cents, days: 365 }],
  });
  expect(await reminded(await endsAt())).toEqual([
    { kind: 'send_message', type: 'reminder', cents: null, tier: null },
  ]);
});

it('is silent while a renewal is being confirmed, of whatever tier', async () => {
  const year = await addTierOrder(test.database, { name: 'Quarter', days: 90, amountCents: 7500 });
  await pay(year, { payment_status: 'confirming', price_amount: 75, pay_amount: 75, actually_paid: 75 });
  expect(await reminded(await endsAt())).toEqual([]);
});

it('asks for the rest of a renewal that was paid in part', async () => {
  const renewal = await addTierOrder(test.database);
  await pay(renewal, { payment_status: 'partially_paid', actually_paid: 20 });
  expect(await reminded(await endsAt())).toEqual([
    { kind: 'create_invoice', type: null, cents: 1000, tier: 'Month' },
  ]);
});

it('asks for no money beside what the owner has to decide about', async () => {
  const renewal = await addTierOrder(test.database);
  await pay(renewal, { price_amount: 3 });
  expect(await reminded(await endsAt())).toEqual([
    { kind: 'send_message', type: 'reminder', cents: null, tier: null },
  ]);
});
