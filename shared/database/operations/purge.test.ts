import { addChannel, addOrder, CHANNEL_ID, DONOR_ID } from '../../../tests/support/order';
import { keepRows } from '../../../tests/support/keep-rows';
import { useTestDatabase } from '../../../tests/support/test-database';
import type { Cents, OrderReference } from '../../domain/common/ids';
import type { Effect } from '../../domain/effects';
import { claimDue } from '../common/claim-outbox';
import { markDelivered } from '../common/conclude-outbox';
import { promiseAlone } from '../common/outbox';
import { recordRefusal } from '../payments/invoice-refusals';
import { purgeOld } from './purge';
import { takeToken } from './rate-limits';

const test = useTestDatabase();
let restore: () => Promise<void>;
beforeAll(async () => {
  restore = await keepRows(test);
});
beforeEach(() => restore());

const sources = async () => {
  const rows = await test.database.query(
    (sql) => sql<{ id: string }[]>`select delivery_id as id from inbox order by 1`,
  );
  return rows.map(({ id }) => id);
};
const count = async (table: string) => {
  const [row] = await test.database.query(
    (sql) => sql<{ n: number }[]>`select count(*)::int as n from ${sql(table)}`,
  );
  return row?.n;
};

it('deletes what is old except IPNs, parked updates or open promises', async () => {
  await test.database.query(
    (sql) => sql`
      insert into inbox (source, delivery_id, outcome) values ('telegram', 'old', 'answered'),
        ('telegram', 'parked', 'parked'), ('nowpayments', 'ipn', 'settled')`,
  );
  const deletionOf = (messageId: number) =>
    ({
      effect: { kind: 'delete_message', chatId: 1, messageId },
      key: `k${messageId}`,
      expiresInSeconds: 1,
    }) as const;
  await promiseAlone(test.database, [deletionOf(1)]);
  for (const entry of await claimDue(test.database, 10)) await markDelivered(test.database, entry);
  await promiseAlone(test.database, [deletionOf(2)]);
  await takeToken(test.database, 'caller', { perMinute: 1, burst: 1 });

  await purgeOld(test.database);
  expect([await sources(), await count('outbox')]).toEqual([['ipn', 'old', 'parked'], 2]);

  await test.advance('31 days');
  await purgeOld(test.database);
  expect(await sources()).toEqual(['ipn', 'parked']);
  expect([await count('outbox'), await count('rate_limits')]).toEqual([1, 0]);
});

const OF_ORDER: readonly [string, string, (reference: OrderReference) => Effect][] = [
  ['keeps', 'a message', () => ({ kind: 'send_message', chatId: 1, message: { type: 'help' } })],
  // A forgotten step would be promised again.
  [
    'keeps',
    'the step of a case',
    (reference) => ({ kind: 'case_step', reference, paymentId: 1, about: 'late', step: 'default' }),
  ],
  ['deletes', 'a question to NOWPayments', (reference) => ({ kind: 'reconcile_order', reference })],
];

it.each(OF_ORDER)('%s %s that belongs to an order, once it was delivered long ago', async (what, _, of) => {
  await addChannel(test.database);
  const reference = await addOrder(test.database, 1200);
  await promiseAlone(test.database, [
    { effect: of(reference), key: 'of the order', expiresInSeconds: 1, reference },
  ]);
  for (const entry of await claimDue(test.database, 10)) await markDelivered(test.database, entry);
  await test.advance('400 days');
  await purgeOld(test.database);
  expect(await count('outbox')).toBe(what === 'keeps' ? 1 : 0);
});

it('keeps an open step of a case, however old it is', async () => {
  await addChannel(test.database);
  const reference = await addOrder(test.database, 1200);
  await promiseAlone(test.database, [
    {
      effect: { kind: 'case_step', reference, paymentId: 1, about: 'late', step: 'default' },
      key: 'step',
      expiresInSeconds: 1,
      reference,
    },
  ]);
  await test.advance('400 days');
  await purgeOld(test.database);
  expect(await count('outbox')).toBe(1);
});

it.each([
  ['29 days', 1],
  ['31 days', 0],
])('after %s, keeps %d refused invoices', async (age, kept) => {
  await addChannel(test.database);
  const reference = await addOrder(test.database, 1200);
  await recordRefusal(test.database, { reference, status: 400, code: undefined, amountCents: 1200 as Cents });
  await test.advance(age);
  await purgeOld(test.database);
  expect(await count('invoice_refusals')).toBe(kept);
});

it.each([
  ['keeps', '89 days', null],
  ['deletes', '91 days', null],
  // The story of an order names what failed.
  ['keeps', '400 days', 'of an order'],
])('%s a promise that failed %s ago, %s', async (what, age, of) => {
  await addChannel(test.database);
  const reference = of === null ? undefined : await addOrder(test.database, 1200);
  await promiseAlone(test.database, [
    {
      effect: { kind: 'delete_message', chatId: 1, messageId: 1 },
      key: 'failed',
      expiresInSeconds: 1,
      ...(reference !== undefined && { reference }),
    },
  ]);
  await test.database.query((sql) => sql`update outbox set failed_at = app_now()`);
  await test.advance(age);
  await purgeOld(test.database);
  expect(await count('outbox')).toBe(what === 'keeps' ? 1 : 0);
});

it('finds unused keypads by an index of their own', async () => {
  const plan = await test.database.query(
    (sql) => sql<{ 'QUERY PLAN': string }[]>`
      explain select keypad_id from keypads
      where closed_at < app_now() - interval '7 days' and order_reference is null order by closed_at limit 1000`,
  );
  expect(plan.map((row) => row['QUERY PLAN']).join()).toContain('keypads_unused');
});

it.each([
  ['89 days', 1],
  ['91 days', 0],
])('after %s, knows of %d messages that show an order', async (age, kept) => {
  await test.database.query(
    (sql) => sql`insert into living_messages (topic, chat_id, message_id) values ('order:a', 1, 2)`,
  );
  await test.advance(age);
  await purgeOld(test.database);
  expect(await count('living_messages')).toBe(kept);
});

it.each([
  ['2 days', [{ text: 'hello' }]],
  ['4 days', [{ text: null }]],
  ['91 days', []],
])('after %s, keeps of an undelivered text %j', async (age, kept) => {
  await addChannel(test.database);
  const reference = await addOrder(test.database, 1200);
  await test.database.query(
    (sql) => sql`
      with talk as (insert into support_talks (open_channel_id, user_id) values (${CHANNEL_ID}, ${DONOR_ID}))
      insert into support_messages
        (relay_id, open_channel_id, user_id, order_reference, writer_user_id, is_from_buyer, text)
      values (gen_random_uuid(), ${CHANNEL_ID}, ${DONOR_ID}, ${reference}, ${DONOR_ID}, true, 'hello')`,
  );
  await test.advance(age);
  await purgeOld(test.database);
  expect([...(await test.database.query((sql) => sql`select text from support_messages`))]).toEqual(kept);
});

it('keeps an unreadable update for an operator for 90 days', async () => {
  await test.database.query(
    (sql) => sql`
      insert into inbox (source, delivery_id, outcome, payload) values ('telegram', 'odd', 'unreadable', '{}')`,
  );
  await test.advance('89 days');
  await purgeOld(test.database);
  expect(await sources()).toEqual(['odd']);
  await test.advance('2 days');
  await purgeOld(test.database);
  expect(await sources()).toEqual([]);
});

it('deletes until nothing old is left or its time is used up', async () => {
  await test.database.query(
    (sql) => sql`
      insert into inbox (source, delivery_id, outcome)
      select 'telegram', 'update ' || n, 'answered' from generate_series(1, 4500) as n`,
  );
  await test.advance('3 days');
  let ms = 0;
  const now = () => (ms += 100);
  expect(await purgeOld(test.database, { budgetMs: 200, now })).toBe(2000);
  expect(await purgeOld(test.database)).toBe(2500);
  expect(await purgeOld(test.database)).toBe(0);
});
