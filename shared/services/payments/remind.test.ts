import { BUYER_ID, CHANNEL_ID } from '../../../tests/support/order';
import { addStarInvoice } from '../../../tests/support/stars';
import { addSellingChannel, addTierOrder, paymentOf, settleIpn } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import type { Cents, OpenChannelId, OrderReference } from '../../domain/common/ids';
import { remindersUntil } from '../../domain/common/subscription';
import { sendReminder } from './remind';
import { DAY_MS } from '../../domain/common/time';

const test = useTestDatabase({ per: 'test' });
let reference: OrderReference;

const pay = (order: string, change: object = {}) => settleIpn(test.database, paymentOf(order, change));

beforeEach(async () => {
  await addSellingChannel(test.database);
  reference = await addTierOrder(test.database);
  await pay(reference);
});

const endsAt = async () => {
  const [row] = await test.database.query(
    (sql) =>
      sql<{ ms: number }[]>`select (extract(epoch from paid_until) * 1000)::bigint as ms from subscriptions`,
  );
  return row!.ms;
};

/** Moves the clock to a time. */
const moveTo = (at: number) =>
  test.database.query(
    (sql) => sql`update app_clock set shifted = shifted + (to_timestamp(${at}::float8 / 1000) - app_now())`,
  );

const attempt = (paidUntil: number, daysLeft: number) =>
  sendReminder(
    { database: test.database },
    {
      kind: 'remind',
      openChannelId: CHANNEL_ID as OpenChannelId,
      userId: BUYER_ID,
      paidUntil,
      daysLeft,
    },
  );

/** The promises of a reminder when its time has come: the tier and price of its order, or its message. */
async function promisesOf(paidUntil: number, daysLeft = 7) {
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

it('asks for today’s price of the same tier, with one order for all reminders', async () => {
  await addSellingChannel(test.database, {
    tiers: [{ name: 'Month', priceCents: 3500 as Cents, days: 30 }],
  });
  const until = await endsAt();
  await promisesOf(until, 7);
  const invoice = { kind: 'create_invoice', type: null, cents: 3500, tier: 'Month' };
  expect(await promisesOf(until, 3)).toEqual([invoice, invoice]);
  const orders = await test.database.query((sql) => sql`select 1 from orders where state = 'open'`);
  expect(orders).toHaveLength(1);
});

it('sends no reminder if `paidUntil` has changed since it was promised', async () => {
  expect(await promisesOf((await endsAt()) - 1)).toEqual([]);
});

it('links to the offer if the tier is no longer sold', async () => {
  await addSellingChannel(test.database, {
    tiers: [{ name: 'Year', priceCents: 30000 as Cents, days: 365 }],
  });
  expect(await promisesOf(await endsAt())).toEqual([
    { kind: 'send_message', type: 'reminder', cents: null, tier: null },
  ]);
});

it('sends nothing while a renewal of any tier is being confirmed', async () => {
  const year = await addTierOrder(test.database, { name: 'Quarter', days: 90, amountCents: 7500 });
  await pay(year, { payment_status: 'confirming', price_amount: 75, pay_amount: 75, actually_paid: 75 });
  expect(await promisesOf(await endsAt())).toEqual([]);
});

it('sends nothing while access renews by itself, nor just after that failed', async () => {
  const until = await endsAt();
  const payload = await addStarInvoice(test.database, reference, { renews: true });
  await test.database.query(
    (sql) => sql`
      insert into star_subscriptions (payload, user_id, open_channel_id, first_charge_id, paid_until)
      values (${payload}, ${BUYER_ID}, ${CHANNEL_ID}, 'charge', to_timestamp(${until}::float8 / 1000))`,
  );
  expect(await promisesOf(until, 7)).toEqual([]);
  const fail = (interval: string) =>
    test.database.query(
      (sql) =>
        sql`update star_subscriptions set state = 'failed', state_at = app_now() - ${interval}::interval`,
    );
  await moveTo(until - 3 * DAY_MS);
  await fail('23 hours');
  expect(await promisesOf(until, 3)).toEqual([]);
  expect(await promisesOf(until, 1)).toHaveLength(1);
});

it('asks for the rest of a renewal that was paid in part', async () => {
  const renewal = await addTierOrder(test.database);
  await pay(renewal, { payment_status: 'partially_paid', actually_paid: 20 });
  expect(await promisesOf(await endsAt())).toEqual([
    { kind: 'create_invoice', type: null, cents: 1000, tier: 'Month' },
  ]);
});

/** Closes an order, as its buyer does who buys from scratch beside the money in it. */
const setAside = (order: OrderReference) =>
  test.database.query((sql) => sql`update orders set state = 'cancelled' where reference = ${order}`);

it('asks for the rest of a renewal that was set aside', async () => {
  const renewal = await addTierOrder(test.database);
  await pay(renewal, { payment_status: 'partially_paid', actually_paid: 20 });
  await setAside(renewal);
  expect(await promisesOf(await endsAt())).toEqual([
    { kind: 'create_invoice', type: null, cents: 1000, tier: 'Month' },
  ]);
});

it('asks for no money beside a part whose rest was refused, even at a new price', async () => {
  const renewal = await addTierOrder(test.database);
  await pay(renewal, { payment_status: 'partially_paid', actually_paid: 29.5 });
  await addSellingChannel(test.database, {
    tiers: [{ name: 'Month', priceCents: 3500 as Cents, days: 30 }],
  });
  const until = await endsAt();
  await moveTo(until - 7 * DAY_MS);
  const effect = { chatId: BUYER_ID, message: { type: 'rest_refused', restCents: 50 } };
  await test.database.query(
    (sql) => sql`
      insert into outbox (idempotency_key, kind, payload, order_reference, due_at, expires_at)
      values ('refused', 'send_message', ${sql.json(effect)}, ${renewal}, app_now(), app_now() + interval '1 day')`,
  );
  expect(await promisesOf(until)).toEqual([
    { kind: 'send_message', type: 'reminder', cents: null, tier: null },
  ]);
});

it.each([false, true])('asks for no money while the owner has to decide about a payment', async (isAside) => {
  const renewal = await addTierOrder(test.database);
  await pay(renewal, { price_amount: 3 });
  if (isAside) await setAside(renewal);
  expect(await promisesOf(await endsAt())).toEqual([
    { kind: 'send_message', type: 'reminder', cents: null, tier: null },
  ]);
});

/** Sets the end of the buyer's access, and the zone of the channel. */
const endIn = (zone: string, end: number) =>
  test.database.query(
    (sql) => sql`
      with c as (update channels set time_zone = ${zone})
      update subscriptions set paid_until = to_timestamp(${end}::float8 / 1000)`,
  );

const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'];
/** Five days after the clocks change in Berlin, New York or Lord Howe, and one day far from any change. */
const ENDS = [
  '2026-04-02',
  '2026-10-30',
  '2026-03-13',
  '2026-11-06',
  '2026-04-09',
  '2026-10-08',
  '2026-07-01',
];

/** Checks each reminder of an end: not early, and then at the hour of the end and the right number of days before. */
async function checkReminders(end: number, zone: string): Promise<void> {
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

it('comes at the hour of the end in the channel’s zone, even across clock changes', async () => {
  for (const zone of ZONES) {
    for (const day of ENDS) {
      const end = Date.parse(`${day}T16:30:00Z`);
      await endIn(zone, end);
      await checkReminders(end, zone);
    }
  }
});
