import { changeDigest } from '../../database/reports/digest-settings';
import { CHANNEL_ID, OWNER_ID } from '../../../tests/support/order';
import { useTestDatabase } from '../../../tests/support/test-database';
import { readDigest } from '../../database/reports/digests';
import { changeNotifications } from '../../database/reports/notifications';
import { claimDue } from '../../database/common/claim-outbox';
import { promiseDueSchedules } from '../../database/reports/schedules';
import type { OpenChannelId } from '../../domain/common/ids';
import { deliveryOf } from '../common/delivery-of';
import { newReference } from '../common/new-reference';
import { personWith } from '../../../tests/worlds/owner';
import { sendDigest } from './send-digest';
import { DAY_MS, HOUR_MS } from '../../domain/common/time';

const SEED = Number(process.env['DIGEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const START = Date.parse('2026-01-01T00:30:00Z');
const END = START + 366 * DAY_MS;

const test = useTestDatabase({ per: 'test' });
let state = SEED;
/** A pseudorandom number below `most`, the same for each seed. */
const below = (most: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return (state / 2 ** 32) * most;
};

const moveTo = (at: number) =>
  test.database.query(
    (sql) => sql`update app_clock set shifted = to_timestamp(${at}::float8 / 1000) - now()`,
  );

const addChannel = (id: number, zone = 'UTC') =>
  test.database.query(
    (sql) => sql`
      insert into channels (open_channel_id, title, owner_user_id, time_zone) values (${id}, 'Alpha', ${OWNER_ID}, ${zone})`,
  );

let changes = 0;
/** Presses a button of the digest settings. */
const change = (id: number, how: { isEachTold: boolean; isDaily: boolean; hour?: number }) =>
  changeDigest(test.database, deliveryOf('telegram', String(++changes)), {
    openChannelId: id as OpenChannelId,
    userId: OWNER_ID,
    action: 'notify-set',
    ...how,
  });

/** Adds orders of a dollar each that were settled at these times. */
const settle = (orders: readonly { id: number; at: number }[]) =>
  test.database.query(
    (sql) => sql`
      insert into orders (reference, kind, state, user_id, open_channel_id, amount_cents, payment_id, settled_at)
      select o.reference, 'donation', 'settled', 42, o.id, 100, 1, to_timestamp(o.at / 1000)
      from jsonb_to_recordset(${sql.json(orders.map((each) => ({ ...each, reference: newReference() })))})
        as o (reference text, id bigint, at float8)`,
  );

interface Span {
  readonly openChannelId: OpenChannelId;
  readonly from: number;
  readonly until: number;
}

const spans = async (): Promise<Span[]> => {
  const rows = await test.database.query(
    (sql) =>
      sql<{ payload: Span }[]>`select payload from outbox where kind = 'send_digest' order by outbox_id`,
  );
  return rows.map(({ payload }) => payload);
};

/** The digests of a channel in their order. */
const digestsOf = (id: number) =>
  test.database.query(
    (sql) => sql<{ from: number; until: number; donations: number; cents: number }[]>`
      select (payload #>> '{message,from}')::float8 as from, (payload #>> '{message,until}')::float8 as until,
        (payload #>> '{message,donations}')::int as donations, (payload #>> '{message,donationsCents}')::int as cents
      from outbox where payload #>> '{message,type}' = 'sales_digest'
        and (payload #>> '{message,openChannelId}')::bigint = ${id} order by 1`,
  );

const CHANNELS = [
  { id: -1001, zone: 'Europe/Berlin', hour: 9 },
  { id: -1002, zone: 'America/New_York', hour: 2 },
  { id: -1003, zone: 'Asia/Kathmandu', hour: 23 },
] as const;

it(`reports each sale of a year once, at the hour of its zone [DIGEST_SEED=${SEED}]`, async () => {
  await moveTo(START);
  for (const { id, zone, hour } of CHANNELS) {
    await addChannel(id, zone);
    expect(await change(id, { isEachTold: false, isDaily: true, hour })).toBe(true);
  }
  const orders = Array.from({ length: 1_500 }, () => ({
    id: CHANNELS[Math.floor(below(3))]?.id ?? -1001,
    at: Math.floor(START + 1 + below(END - START - 3 * DAY_MS)),
  }));
  // At the moment when one digest ends and the next begins.
  orders.push({ id: -1001, at: Date.parse('2026-03-29T07:00:00Z') });
  await settle(orders);
  // The worker runs some hours late each time, and sometimes not for days.
  for (let at = START; at < END; at += below(60) < 1 ? 3 * DAY_MS : (2 + below(9)) * HOUR_MS) {
    await moveTo(at);
    await promiseDueSchedules(test.database);
  }
  await moveTo(END);
  await promiseDueSchedules(test.database);
  await moveTo(END + DAY_MS);
  const all = await spans();
  for (let from = 0; from < all.length; from += 20)
    await Promise.all(all.slice(from, from + 20).map((span) => sendDigest(test, span)));
  for (const { id, zone, hour } of CHANNELS) {
    const own = all.filter(({ openChannelId }) => openChannelId === id);
    expect(own.length).toBeGreaterThan(250);
    const clock = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    });
    // The hour that New York skips in spring is reported at the next one.
    const odd = own
      .map(({ until }) => clock.format(until))
      .filter((time) => time !== `${String(hour).padStart(2, '0')}:00`);
    expect(odd.filter((time) => !(zone === 'America/New_York' && time === '03:00'))).toEqual([]);
    expect(odd.length).toBeLessThanOrEqual(1);
    expect(own.slice(1).map(({ from }) => from)).toEqual(own.slice(0, -1).map(({ until }) => until));
    const expected = own
      .map(({ from, until }) => ({
        from,
        until,
        donations: orders.filter((order) => order.id === id && order.at >= from && order.at < until).length,
      }))
      .filter(({ donations }) => donations > 0);
    const digests = await digestsOf(id);
    expect(digests.map(({ from, until, donations }) => ({ from, until, donations }))).toEqual(expected);
    const sum = digests.reduce((total, { donations }) => total + donations, 0);
    expect(sum).toBe(orders.filter((order) => order.id === id).length);
    expect(digests.every(({ donations, cents }) => cents === donations * 100)).toBe(true);
  }
});

it('leaves urgent work first when many channels have the same digest hour', async () => {
  for (let id = -10_030; id < -10_010; id += 1) await addChannel(id);
  await moveTo(START);
  for (let id = -10_030; id < -10_010; id += 1)
    await change(id, { isEachTold: false, isDaily: true, hour: 9 });
  await moveTo(START + 8.5 * HOUR_MS);
  expect(await promiseDueSchedules(test.database)).toEqual({ schedules: 20, promises: 20 });
  expect(await claimDue(test.database, 20)).toEqual([]);
  await moveTo(START + 8.7 * HOUR_MS);
  expect(await claimDue(test.database, 20)).not.toEqual([]);
});

it('waits for transactions begun before its end', async () => {
  await addChannel(CHANNEL_ID);
  await moveTo(START);
  await change(CHANNEL_ID, { isEachTold: false, isDaily: true, hour: 9 });
  await settle([{ id: CHANNEL_ID, at: START + HOUR_MS }]);
  const nine = Date.parse('2026-01-01T09:00:00Z');
  await moveTo(nine);
  await Promise.all([
    promiseDueSchedules(test.database),
    promiseDueSchedules(test.database),
    promiseDueSchedules(test.database),
  ]);
  const [span, ...more] = await spans();
  expect({ span, more }).toMatchObject({ span: { until: nine }, more: [] });
  expect(await sendDigest(test, span!)).toMatchObject({ type: 'not_yet' });
  await moveTo(nine + 59_000);
  expect(await sendDigest(test, span!)).toMatchObject({ type: 'not_yet' });
  await moveTo(nine + 661_000);
  for (let times = 0; times < 2; times += 1) expect(await sendDigest(test, span!)).toEqual({ type: 'done' });
  expect(await digestsOf(CHANNEL_ID)).toMatchObject([{ donations: 1, cents: 100 }]);
});

it('reports sales before an hour that repeats because the owner moved west', async () => {
  await addChannel(CHANNEL_ID);
  await moveTo(START);
  await change(CHANNEL_ID, { isEachTold: false, isDaily: true, hour: 9 });
  await settle([{ id: CHANNEL_ID, at: Date.parse('2026-01-01T12:00:00Z') }]);
  await moveTo(Date.parse('2026-01-01T09:00:00Z'));
  await promiseDueSchedules(test.database);
  await personWith(test, OWNER_ID).press(`own_zone_${CHANNEL_ID}_America/New_York`);
  await moveTo(Date.parse('2026-01-01T14:00:00Z'));
  await promiseDueSchedules(test.database);
  await moveTo(Date.parse('2026-01-02T14:00:00Z'));
  await promiseDueSchedules(test.database);
  await moveTo(Date.parse('2026-01-03T00:00:00Z'));
  const all = await spans();
  for (const span of all) await sendDigest(test, span);
  expect(all.slice(1).map(({ from }) => from)).toEqual(all.slice(0, -1).map(({ until }) => until));
  expect((await digestsOf(CHANNEL_ID)).map(({ donations }) => donations)).toEqual([1]);
});

it('is not sent for an empty day or while notifications are off', async () => {
  await addChannel(CHANNEL_ID);
  await moveTo(START);
  await change(CHANNEL_ID, { isEachTold: false, isDaily: true, hour: 9 });
  await settle([{ id: CHANNEL_ID, at: START + 30 * HOUR_MS }]);
  await moveTo(START + DAY_MS);
  await promiseDueSchedules(test.database);
  await moveTo(START + 2 * DAY_MS);
  await promiseDueSchedules(test.database);
  await changeNotifications(test.database, deliveryOf('telegram', 'off'), {
    openChannelId: CHANNEL_ID as OpenChannelId,
    userId: OWNER_ID,
    change: 'off',
  });
  await moveTo(START + 3 * DAY_MS);
  for (const span of await spans()) await sendDigest(test, span);
  expect(await spans()).toHaveLength(2);
  expect(await digestsOf(CHANNEL_ID)).toHaveLength(0);
});

it('reports the rest in a last digest when each sale is reported from now on', async () => {
  await addChannel(CHANNEL_ID);
  await moveTo(START);
  await change(CHANNEL_ID, { isEachTold: false, isDaily: true });
  await settle([
    { id: CHANNEL_ID, at: START + HOUR_MS },
    { id: CHANNEL_ID, at: START + 2 * HOUR_MS + 30_000 },
  ]);
  await moveTo(START + 2 * HOUR_MS);
  await change(CHANNEL_ID, { isEachTold: true, isDaily: false });
  // Changing back at once loses nothing and repeats nothing.
  await change(CHANNEL_ID, { isEachTold: false, isDaily: true });
  await settle([{ id: CHANNEL_ID, at: START + 3 * HOUR_MS }]);
  await moveTo(START + DAY_MS);
  await promiseDueSchedules(test.database);
  await moveTo(START + 2 * DAY_MS);
  const [last, next] = await spans();
  expect(next?.from).toBe(last?.until);
  for (const span of await spans()) await sendDigest(test, span);
  expect((await digestsOf(CHANNEL_ID)).map(({ donations }) => donations)).toEqual([2, 1]);
  // If each sale was reported as well, the last digest has nothing to report.
  await change(CHANNEL_ID, { isEachTold: true, isDaily: true });
  await change(CHANNEL_ID, { isEachTold: true, isDaily: false });
  expect(await spans()).toHaveLength(2);
});

it('counts income, refunds, joins, losses and open cases, each on its day', async () => {
  await moveTo(START + 4 * DAY_MS);
  await addChannel(CHANNEL_ID);
  const day = (days: number) => new Date(START + days * DAY_MS).toISOString();
  const [old, renewal, joining, back] = [newReference(), newReference(), newReference(), newReference()];
  const bought = newReference();
  await test.database.query(
    (sql) => sql`
      with o as (
        insert into orders (reference, kind, state, user_id, open_channel_id, tier_name, tier_days, amount_cents, payment_id,
          settled_at)
        select r, 'subscription', s, u, ${CHANNEL_ID}, 'Month', 30, 3000, p, t::timestamptz from (values
          (${old}, 'settled', 43, 1, ${day(-20)}), (${renewal}, 'settled', 43, 2, ${day(0.1)}),
          (${joining}, 'settled', 44, 3, ${day(0.2)}), (${bought}, 'settled', 50, 6, ${day(0.6)}), (${back}, 'refunded', 45, 4, ${day(-3)})) as v (r, s, u, p, t)),
      s as (
        insert into subscriptions (open_channel_id, user_id)
        select ${CHANNEL_ID}, u from unnest(array[43, 44, 45, 49, 50, 51]) as u)
      select`,
  );
  // Granted days: to two new members, and to one who has bought days since.
  const [given, alsoGiven, before] = [newReference(), newReference(), newReference()];
  await test.database.query(
    (sql) => sql`
      with r as (
        insert into rulings (ruling_id, open_channel_id, user_id, ruling, days, reason, ruled_by)
        values (${given}, ${CHANNEL_ID}, 49, 'grant', 7, 'x', ${OWNER_ID}),
          (${alsoGiven}, ${CHANNEL_ID}, 51, 'grant', 7, 'x', ${OWNER_ID}), (${before}, ${CHANNEL_ID}, 50, 'grant', 7, 'x', ${OWNER_ID})
        returning *)
      insert into manual_extensions (grant_id, open_channel_id, user_id, days, reason, granted_by, granted_at)
      select ruling_id, open_channel_id, user_id, days, reason, ruled_by,
        case user_id when 50 then ${day(-9)}::timestamptz else ${day(0.5)}::timestamptz end from r`,
  );
  await test.database.query(
    (sql) => sql`
      with e as (
        insert into extensions (order_reference, open_channel_id, user_id, days, granted_at)
        values (${old}, ${CHANNEL_ID}, 43, 30, ${day(-20)}), (${renewal}, ${CHANNEL_ID}, 43, 30, ${day(0.1)}),
          (${joining}, ${CHANNEL_ID}, 44, 30, ${day(0.2)}), (${bought}, ${CHANNEL_ID}, 50, 30, ${day(0.6)})),
      p as (
        insert into payments (payment_id, order_reference, payment_status, seen, standing, decision, decided_on,
          first_seen_at, updated_at, refunded_at, settles, received_cents, credited_at)
        values (4, ${back}, 'finished', '[]', 'refunded', 'refund', 'x', ${day(-3)}, ${day(1.5)}, ${day(0.3)}::timestamptz, true, 2900, null),
          (5, ${joining}, 'finished', '[]', 'parked', null, null, ${day(1.2)}, ${day(1.2)}, null, false, 1500, null),
          (6, ${renewal}, 'partially_paid', '[]', 'credited', 'credit', 'x', ${day(0.2)}, ${day(1.5)}, null, false, 1400, ${day(0.4)}::timestamptz),
          (7, ${joining}, 'partially_paid', '[]', 'refunded', 'refund', 'x', ${day(0.2)}, ${day(1.5)}, ${day(0.3)}::timestamptz, false, 800, null))
      insert into audit_log (act, at, open_channel_id, user_id, order_reference, payment_id)
      values ('case_refund', ${day(0.3)}, ${CHANNEL_ID}, 45, ${back}, 4),
        ('removed', ${day(0.4)}, ${CHANNEL_ID}, 46, null, null), ('left', ${day(1.4)}, ${CHANNEL_ID}, 47, null, null),
        ('join_declined', ${day(0.5)}, ${CHANNEL_ID}, 60, null, null), ('join_declined', ${day(0.6)}, ${CHANNEL_ID}, 60, null, null),
        ('kept', ${day(0.4)}, ${CHANNEL_ID}, 48, null, null)`,
  );
  await test.database.query(
    (sql) => sql`
      with named as (insert into chats (chat_id, username) values (46, 'mia') on conflict (chat_id) do update set username = 'mia')
      update subscriptions set paid_until = ${day(0.7)}::timestamptz + user_id * interval '1 second'
      where open_channel_id = ${CHANNEL_ID} and user_id in (43, 44, 45, 49, 50, 51)`,
  );
  // The owner accepted less than the price of one order.
  await test.database.query((sql) => sql`update orders set income_cents = 2500 where reference = ${bought}`);
  const figuresOf = async (from: number, until: number) =>
    (await readDigest(test.database, { openChannelId: CHANNEL_ID as OpenChannelId, from, until }))?.figures;
  const nothing = {
    donations: 0,
    donationsCents: 0,
    forEver: 0,
    forEverCents: 0,
    oddWaiting: 1,
    credited: 0,
    creditedCents: 0,
  };
  expect(await figuresOf(START, START + DAY_MS)).toEqual({
    ...nothing,
    sales: 3,
    salesCents: 8500,
    credited: 1,
    creditedCents: 1400,
    refunds: 1,
    refundedCents: 3000,
    joined: 3,
    lost: 1,
    lapsed: { count: 6, first: [43, 44, 45, 49, 50].map((userId) => ({ userId, username: null })) },
    removed: { count: 1, first: [{ userId: 46, username: 'mia' }] },
    turnedAway: { count: 1, first: [{ userId: 60, username: null }] },
    odd: 0,
  });
  expect(await figuresOf(START + DAY_MS, START + 2 * DAY_MS)).toEqual({
    ...nothing,
    sales: 0,
    salesCents: 0,
    refunds: 0,
    refundedCents: 0,
    joined: 0,
    lost: 1,
    lapsed: { count: 0, first: [] },
    removed: { count: 0, first: [] },
    turnedAway: { count: 0, first: [] },
    odd: 1,
  });
});
