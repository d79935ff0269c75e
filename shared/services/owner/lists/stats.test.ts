import { CHANNEL_ID, OWNER_ID } from '../../../../tests/support/order';
import type { Effect } from '../../../domain/effects';
import type { OpenChannelId } from '../../../domain/common/ids';
import { OPEN, OWNER, useAccessWorld } from '../../../../tests/worlds/access';
import { personWith } from '../../../../tests/worlds/owner';
import { runOneAtATime } from '../../common/one-at-a-time';
import { DONE } from '../../common/outcome';

const world = useAccessWorld();
beforeEach(async () => {
  world.telegram.as(OWNER).unblock();
  await world.test.database.query(
    (sql) => sql`with promised as (delete from outbox) delete from rate_limits`,
  );
});

const READER = 7003;
const openChannelId = OPEN;
const report = (userId: number): Effect => ({ kind: 'send_report', openChannelId, userId });
const table = (userId: number): Effect => ({ kind: 'send_export', openChannelId, userId, name: 'members' });
const files = (userId: number) =>
  world.telegram
    .messages(userId)
    .filter(({ photo, document }) => photo !== undefined || document !== undefined);
const promised = () =>
  world.test.database.query(
    (sql) => sql<{ kind: string }[]>`
      delete from outbox where kind in ('send_report', 'send_export') returning kind`,
  );

it('uses the ids of the shared fixtures', () => {
  expect([CHANNEL_ID as OpenChannelId, OWNER_ID]).toEqual([OPEN, OWNER]);
});

it('promises the chart once for an update that arrives twice', async () => {
  await world.newBuyer('10 days');
  for (let times = 0; times < 2; times += 1) {
    const seen = await personWith(world.test, OWNER).press(`own_stats_${OPEN}`, 500);
    expect(seen.text).toMatch(/Today: \$30\.00\n1 sale: \$30\.00\n• Month \(1 month\): \$30\.00\n/);
    expect(seen.buttons).toEqual([
      ...['orders', 'payments', 'members'].map((name) => `own_export_${OPEN}_${name}`),
      `own_menu_${OPEN}`,
    ]);
  }
  expect((await promised()).map(({ kind }) => kind)).toEqual(['send_report']);
});

it('limits files per user', async () => {
  const owner = personWith(world.test, OWNER);
  await world.advance(600_000);
  for (let count = 0; count < 6; count += 1)
    expect((await owner.press(`own_export_${OPEN}_orders`)).answer).toMatch(/file/);
  expect((await owner.press(`own_export_${OPEN}_orders`)).answer).toMatch(/Try again in \d+ seconds/);
  expect((await owner.press(`own_stats_${OPEN}`)).text).toMatch(/Last 30 days/);
  expect(await promised()).toHaveLength(6);
  await world.advance(30_000);
  expect((await owner.press(`own_export_${OPEN}_orders`)).answer).toMatch(/file/);
  await promised();
});

it('sends nothing to a user without a role when it sends', async () => {
  world.telegram.addUser({ id: READER, first_name: 'Rita' });
  world.telegram.as(READER).start();
  for (const effect of [report(READER), table(READER)]) expect(await world.perform(effect)).toEqual(DONE);
  expect(files(READER)).toHaveLength(0);
  await world.test.database.query(
    (sql) => sql`
      insert into channel_administrators (open_channel_id, user_id, role, added_by)
      values (${OPEN}, ${READER}, 'read_only', ${OWNER})`,
  );
  for (const effect of [report(READER), table(READER)]) expect(await world.perform(effect)).toEqual(DONE);
  expect(files(READER).map(({ photo }) => photo !== undefined)).toEqual([true, false]);
});

it('builds one table at a time while others wait without failing', async () => {
  const outcomes = await Promise.all([1, 2, 3].map(() => world.perform(table(OWNER))));
  expect(outcomes.map(({ type }) => type).sort()).toEqual(['done', 'not_yet', 'not_yet']);
  await expect(runOneAtATime(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await runOneAtATime(async () => DONE)).toEqual(DONE);
});

it('retries while Telegram is down but gives up if the user blocked the bot', async () => {
  world.telegram.fault({ method: 'sendDocument', kind: 'error', status: 502, times: 2 });
  expect(await world.perform(table(OWNER))).toMatchObject({ type: 'later' });
  world.telegram.as(OWNER).block();
  expect(await world.perform(report(OWNER))).toMatchObject({ type: 'failed' });
});
