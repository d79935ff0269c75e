import { useTestDatabase } from '../../../tests/support/test-database';
import type { Promised } from '../../domain/effects';
import type { OpenChannelId } from '../../domain/common/ids';
import { readMetrics } from '../operations/metrics';
import { claimDue } from '../common/claim-outbox';
import { promiseAlone } from '../common/outbox';
import { claimBulk, isBulkLeft, restLane } from './bulk-lane';

const test = useTestDatabase();
beforeAll(async () => {
  await stopClock();
});
beforeEach(() =>
  test.database.query(
    (sql) => sql`with a as (delete from outbox) update bulk_lane set tokens = 0, filled_at = app_now()`,
  ),
);

/**
 * Stops the clock, which then moves only when a test moves it, because the contents of the bucket must not depend on
 * how long a test takes.
 */
async function stopClock(): Promise<void> {
  const [row] = await test.database.query((sql) => sql<{ now: string }[]>`select now()::text`);
  await test.database.query((sql) =>
    sql.unsafe(`create or replace function app_now() returns timestamptz language sql stable parallel safe
      as 'select timestamptz ''${String(row?.now)}'' + (select shifted from app_clock)'`),
  );
}

let keys = 0;
const bulk = (): Promised => ({
  effect: { kind: 'refresh_posts', openChannelId: -1001 as OpenChannelId },
  key: `bulk:${++keys}`,
  expiresInSeconds: 86_400,
});
const promiseBulk = (count: number) => promiseAlone(test.database, Array.from({ length: count }, bulk));

/** Claims as several workers do at the same moment. Returns how many entries they got together. */
async function claimedBy(workers: number): Promise<number> {
  const claims = await Promise.all(Array.from({ length: workers }, () => claimBulk(test.database)));
  const ids = claims.flatMap(({ entries }) => entries.map(({ outboxId }) => outboxId));
  expect(new Set(ids).size).toBe(ids.length);
  return ids.length;
}

it('sends at most twenty a second, however many workers claim', async () => {
  await promiseBulk(300);
  await test.advance('1 minute');
  // The bucket holds ten at most, however long nothing was sent.
  expect(await claimedBy(8)).toBe(10);
  await test.advance('0.25 seconds');
  expect(await claimedBy(8)).toBe(5);
});

it('returns how long to wait only if something is due', async () => {
  expect(await claimBulk(test.database)).toEqual({ entries: [], waitMs: null });
  await promiseBulk(20);
  await claimBulk(test.database);
  const { waitMs } = await claimBulk(test.database);
  expect(waitMs).toBe(200);
});

it('pauses all workers for as long as Telegram told one of them to wait', async () => {
  await promiseBulk(50);
  await test.advance('1 minute');
  await restLane(test.database, 5);
  await restLane(test.database, 2);
  await test.advance('4 seconds');
  expect(await claimedBy(4)).toBe(0);
  await test.advance('2 seconds');
  expect(await claimedBy(4)).toBe(10);
});

it('pauses for a minute at most when Telegram says to wait for hours', async () => {
  await promiseBulk(50);
  await restLane(test.database, 36_000);
  await test.advance('59 seconds');
  expect(await claimedBy(4)).toBe(0);
  await test.advance('2 seconds');
  expect(await claimedBy(4)).toBe(10);
});

it('claims bulk entries separately from those that people wait for', async () => {
  await promiseBulk(50);
  await promiseAlone(test.database, [
    { effect: { kind: 'delete_message', chatId: 1, messageId: 1 }, key: 'person', expiresInSeconds: 60 },
  ]);
  await test.advance('1 second');
  const people = await claimDue(test.database, 20);
  expect(people.map(({ key }) => key)).toEqual(['person']);
  const { entries } = await claimBulk(test.database);
  expect(entries.length).toBeGreaterThan(0);
  expect(entries.every(({ key }) => key.startsWith('bulk:'))).toBe(true);
});

it('reports due entries that no worker is claiming', async () => {
  expect(await isBulkLeft(test.database)).toBe(false);
  await promiseBulk(50);
  await test.advance('4 seconds');
  expect(await isBulkLeft(test.database)).toBe(true);
  await claimBulk(test.database);
  expect(await isBulkLeft(test.database)).toBe(false);
  await test.advance('4 seconds');
  expect(await isBulkLeft(test.database)).toBe(true);
});

it('counts a bulk entry as overdue only after half an hour', async () => {
  await promiseBulk(5);
  await test.advance('10 minutes');
  expect((await readMetrics(test.database)).measures.outboxOldestDueSeconds).toBeNull();
  await test.advance('21 minutes');
  expect((await readMetrics(test.database)).measures.outboxOldestDueSeconds).toBeGreaterThan(1_800);
});
