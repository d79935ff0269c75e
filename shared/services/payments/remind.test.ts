import { BUYER_ID, CHANNEL_ID } from '../../../tests/support/order';
import { addSellingChannel, addTierOrder } from '../../../tests/support/subscription';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database';
import type { Cents, OpenChannelId, OrderReference } from '../../domain/common/ids';
import { remindersUntil } from '../../domain/common/subscription';
import { silentLogger } from '../../logger';
import { isPayment, parseIpn } from '../../nowpayments/ipn';
import type { InvoiceDependencies } from './create-invoice';
import { deliveryOf } from '../common/delivery-of';
import { remind } from './remind';
import { settlePayment } from './settle-payment';
import { DAY_MS } from '../../domain/common/time';

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

/** Moves the clock to a moment. */
const moveTo = (at: number) =>
  test.database.query(
    (sql) => sql`update app_clock set shifted = shifted + (to_timestamp(${at}::float8 / 1000) - app_now())`,
  );

const attempt = (paidUntil: number, daysLeft: number) =>
  remind({ database: test.database } as InvoiceDependencies, {
    kind: 'remind',
    openChannelId: CHANNEL_ID as OpenChannelId,
    userId: BUYER_ID,
    paidUntil,
    daysLeft,
  });

/** What a reminder promises when its time has come: the tier and price of its order, or the message that has none. */
async function reminded(paidUntil: number, daysLeft = 7) {
  await moveTo(paidUntil - daysLeft * DAY_MS);
  expect(await attempt(paidUntil, daysLeft)).toEqual({ type: 'done' });
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

/** Gives the buyer an end, in a channel of a zone. */
const endIn = (zone: string, end: number) =>
  test.database.query(
    (sql) => sql`
      with c as (update channels set time_zone = ${zone})
      update subscriptions set paid_until = to_timestamp(${end}::float8 / 1000)`,
  );

const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'];
/** Five days after the clocks of Berlin, of New York and of Lord Howe are changed, or in none of these weeks. */
const ENDS = [
  '2026-04-02',
  '2026-10-30',
  '2026-03-13',
  '2026-11-06',
  '2026-04-09',
  '2026-10-08',
  '2026-07-01',
];

/** Every reminder of an end, from when it wakes on: none before its time, and then at the hour and so many days before. */
async function remindedBefore(end: number, zone: string): Promise<void> {
  const clock = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  const shownAt = (at: number) => clock.format(at).split(', ');
  const [endDay = '', endTime] = shownAt(end);
  for (const { daysLeft, inMs } of remindersUntil(end, end - 30 * DAY_MS)) {
    const wakes = end - 30 * DAY_MS + inMs;
    await moveTo(wakes);
    const woken = await attempt(end, daysLeft);
    const waits = woken.type === 'not_yet' ? woken.afterSeconds * 1000 : 0;
    if (waits > 2000) {
      await moveTo(wakes + waits - 1000);
      expect(await attempt(end, daysLeft)).toMatchObject({ type: 'not_yet' });
    }
    const comes = wakes + waits + 500;
    await moveTo(comes);
    expect(await attempt(end, daysLeft)).toEqual({ type: 'done' });
    const [day = '', time] = shownAt(comes);
    const days = (Date.parse(endDay) - Date.parse(day)) / DAY_MS;
    expect({ zone, end, time, days }).toEqual({ zone, end, time: endTime, days: daysLeft });
  }
}

it('comes at the hour of the end by the clocks of the channel’s zone, also where they are changed in between', async () => {
  for (const zone of ZONES) {
    for (const day of ENDS) {
      const end = Date.parse(`${day}T16:30:00Z`);
      await endIn(zone, end);
      await remindedBefore(end, zone);
    }
  }
});
