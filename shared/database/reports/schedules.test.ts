import { useTestDatabase } from '../../../tests/support/test-database';
import { addChannel, CHANNEL_ID } from '../../../tests/support/order';
import { planned } from '../common/daily-schedules';
import { promiseDueSchedules } from './schedules';

const test = useTestDatabase();
beforeAll(async () => {
  await addChannel(test.database);
});
beforeEach(() =>
  test.database.query(
    (sql) => sql`
      with a as (delete from schedules), b as (delete from outbox)
      update channels set public_channel_id = ${CHANNEL_ID}, paused_at = null, time_zone = 'UTC', post_kinds = '{offer,donate}'`,
  ),
);

/** Sets the clock that the product reads to an instant. */
const setClock = (at: string) =>
  test.database.query((sql) => sql`update app_clock set shifted = ${at}::timestamptz - now()`);

async function plan(hour: number, zone = 'UTC'): Promise<void> {
  await test.database.query((sql) => sql`update channels set time_zone = ${zone}`);
  await test.database.query(
    (sql) => sql`
      with gate as (select 1), planned as (
        ${planned(sql, { openChannelId: CHANNEL_ID, schedule: 'posts', hour }, 'gate')})
      select from gate`,
  );
}

const promisedKeys = async () =>
  (
    await test.database.query(
      (sql) => sql<{ key: string }[]>`select idempotency_key as key from outbox order by outbox_id`,
    )
  ).map(({ key }) => key.replace(`posts:${CHANNEL_ID}:`, ''));

it('promises each day once, however many workers run at the same moment', async () => {
  await setClock('2026-03-01T08:59:00Z');
  await plan(9);
  expect(await promiseDueSchedules(test.database)).toEqual({ schedules: 0, promises: 0 });
  await setClock('2026-03-01T09:00:01Z');
  const all = await Promise.all(Array.from({ length: 8 }, () => promiseDueSchedules(test.database)));
  expect(all.reduce((sum, { promises }) => sum + promises, 0)).toBe(2);
  expect((await promisedKeys()).sort()).toEqual(['donate:2026-03-01T09', 'offer:2026-03-01T09']);
});

it('promises the next day after a failure without making up for missed days', async () => {
  await setClock('2026-03-01T08:00:00Z');
  await plan(9);
  await test.database.query((sql) => sql`update channels set post_kinds = '{offer}'`);
  for (const at of [
    '2026-03-01T10:00:00Z',
    '2026-03-02T09:00:05Z',
    '2026-03-06T11:00:00Z',
    '2026-03-07T09:00:00Z',
  ]) {
    await setClock(at);
    await test.database.query((sql) => sql`update outbox set failed_at = app_now(), last_error = 'lost'`);
    await promiseDueSchedules(test.database);
  }
  expect(await promisedKeys()).toEqual([
    'offer:2026-03-01T09',
    'offer:2026-03-02T09',
    'offer:2026-03-03T09',
    'offer:2026-03-07T09',
  ]);
});

it.each([
  ['is paused', `paused_at = app_now()`],
  ['has no public channel', 'public_channel_id = null'],
  ['has chosen no post', `post_kinds = '{}'`],
])('promises nothing for a channel that %s until the next day', async (_, change) => {
  await setClock('2026-03-01T08:00:00Z');
  await plan(9);
  await test.database.query((sql) => sql`update channels set ${sql.unsafe(change)}`);
  await setClock('2026-03-01T09:30:00Z');
  expect(await promiseDueSchedules(test.database)).toEqual({ schedules: 1, promises: 0 });
  await test.database.query(
    (sql) =>
      sql`update channels set paused_at = null, public_channel_id = ${CHANNEL_ID}, post_kinds = '{donate}'`,
  );
  expect(await promiseDueSchedules(test.database)).toEqual({ schedules: 0, promises: 0 });
  await setClock('2026-03-02T09:00:00Z');
  expect(await promiseDueSchedules(test.database)).toEqual({ schedules: 1, promises: 1 });
});

it.each([
  // The clocks go forward at 02:00 on 29 March 2026 in Berlin, back at 03:00 on 25 October.
  ['Europe/Berlin', 9, '2026-03-28T07:00:00Z', ['2026-03-28T08:00', '2026-03-29T07:00', '2026-03-30T07:00']],
  ['Europe/Berlin', 2, '2026-03-28T00:30:00Z', ['2026-03-28T01:00', '2026-03-29T01:00', '2026-03-30T00:00']],
  ['Europe/Berlin', 2, '2026-10-24T00:00:00Z', ['2026-10-25T01:00', '2026-10-26T01:00', '2026-10-27T01:00']],
  [
    'America/New_York',
    9,
    '2026-03-07T12:00:00Z',
    ['2026-03-07T14:00', '2026-03-08T13:00', '2026-03-09T13:00'],
  ],
  [
    'America/New_York',
    1,
    '2026-10-31T06:00:00Z',
    ['2026-11-01T06:00', '2026-11-02T06:00', '2026-11-03T06:00'],
  ],
])('keeps the local hour in %s at %i o’clock when the clocks change', async (zone, hour, from, expected) => {
  await setClock(from);
  await plan(hour, zone);
  const seen: string[] = [];
  for (let day = 0; day < expected.length; day += 1) {
    const [row] = await test.database.query(
      (sql) => sql<{ at: Date }[]>`select next_at as at from schedules`,
    );
    const at = row?.at.toISOString() ?? '';
    seen.push(at.slice(0, 16));
    await setClock(at);
    expect(await promiseDueSchedules(test.database)).toEqual({ schedules: 1, promises: 2 });
  }
  expect(seen).toEqual(expected);
  expect(new Set(await promisedKeys()).size).toBe(2 * expected.length);
});
