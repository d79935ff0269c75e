import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database';
import { claimBulk, isBulkLeft, restLane } from './bulk-lane';
import { readMetrics } from '../operations/metrics';
import { claimDue } from '../common/claim-outbox';
import { promiseAlone } from '../common/outbox';
import type { Promised } from '../../domain/effects';
import type { OpenChannelId } from '../../domain/common/ids';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await stopClock();
});
beforeEach(() =>
  test.database.query(
    (sql) => sql`with a as (delete from outbox) update bulk_lane set tokens = 0, filled_at = app_now()`,
  ),
);
afterAll(() => test.close());

/** From now on the clock only moves when a test moves it: what the bucket holds does not depend on how long a test takes. */
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

/** Claims as several workers do at the same moment; how many entries they got together. */
async function claimedBy(workers: number): Promise<number> {
  const claims = await Promise.all(Array.from({ length: workers }, () => claimBulk(test.database)));
  const ids = claims.flatMap(({ entries }) => entries.map(({ outboxId }) => outboxId));
  expect(new Set(ids).size).toBe(ids.length);
  return ids.length;
}

it('is together never faster than twenty a second, however many claim', async () => {
  await promiseBulk(300);
  await test.advance('1 minute');
  // What a pause has saved up.
  expect(await claimedBy(8)).toBe(10);
  await test.advance('0.25 seconds');
  expect(await claimedBy(8)).toBe(5);
});

it('says how long to wait, and of nothing that is not due', async () => {
  expect(await claimBulk(test.database)).toEqual({ entries: [], waitMs: null });
  await promiseBulk(20);
  await claimBulk(test.database);
  const { waitMs } = await claimBulk(test.database);
  expect(waitMs).toBe(200);
});

it('rests for everybody when Telegram has told one of them to wait, and no longer than that', async () => {
  await promiseBulk(50);
  await test.advance('1 minute');
  await restLane(test.database, 5);
  await restLane(test.database, 2);
  await test.advance('4 seconds');
  expect(await claimedBy(4)).toBe(0);
  await test.advance('2 seconds');
  expect(await claimedBy(4)).toBe(10);
});

it('stops nobody’s posts for hours because Telegram has one chat wait for hours', async () => {
  await promiseBulk(50);
  await restLane(test.database, 36_000);
  await test.advance('59 seconds');
  expect(await claimedBy(4)).toBe(0);
  await test.advance('2 seconds');
  expect(await claimedBy(4)).toBe(10);
});

it('keeps out of the way of what people wait for, and they out of its', async () => {
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

it('knows whether anything is left that nobody is at', async () => {
  expect(await isBulkLeft(test.database)).toBe(false);
  await promiseBulk(50);
  await test.advance('4 seconds');
  expect(await isBulkLeft(test.database)).toBe(true);
  await claimBulk(test.database);
  expect(await isBulkLeft(test.database)).toBe(false);
  await test.advance('4 seconds');
  expect(await isBulkLeft(test.database)).toBe(true);
});

it('is no reason for alarm while it takes its time, and one when it takes too long', async () => {
  await promiseBulk(5);
  await test.advance('10 minutes');
  expect((await readMetrics(test.database)).measures.outboxOldestDueSeconds).toBeNull();
  await test.advance('21 minutes');
  expect((await readMetrics(test.database)).measures.outboxOldestDueSeconds).toBeGreaterThan(1_800);
});
