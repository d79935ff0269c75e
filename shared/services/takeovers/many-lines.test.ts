import { accessHash, takeovers } from '../../../tests/worlds/takeovers';
import { dying, OPEN, OWNER, useAccessWorld } from '../../../tests/worlds/access';
import { drainOutbox } from '../drain-outbox';
import { compareLines } from '../../database/takeovers/compare-lines';
import { confirmTakeover, undoTakeover } from '../../database/takeovers/confirm-takeover';
import { readTakeover, startTakeover } from '../../database/takeovers/takeovers';
import { FACT_DEADLINE_MS } from '../../../tests/support/deadlines';

/** `TAKEOVER_LINES=100000` measures what a big community takes, and prints it. */
const LINES = Number(process.env['TAKEOVER_LINES'] ?? 2_200);
const FIRST_USER = 10_000_000;

const world = useAccessWorld();
const lists = takeovers(world);

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const done = await work();
  if (LINES >= 100_000) console.info(`${what}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return done;
}

/** A list of people of all kinds, generated in the database. A tenth of them has days already. */
async function addLines(digest: string): Promise<number> {
  const { database } = world.test;
  const started = await startTakeover(database, { openChannelId: OPEN, actorUserId: OWNER, digest });
  const takeoverId = started?.takeoverId ?? 0;
  await database.query(
    (sql) => sql`
      with listed as (
        select n, ${FIRST_USER}::bigint + n as user_id from generate_series(1, ${LINES}::int) n),
      subscribed as (
        insert into subscriptions (open_channel_id, user_id, paid_until)
        select ${OPEN}::bigint, user_id, date_trunc('second', app_now() + (n % 90 - 20) * interval '1 day') from listed
        where n % 10 = 0 on conflict do nothing),
      ruled as (
        insert into rulings (ruling_id, open_channel_id, user_id, ruling, days, reason, ruled_by, confirmed_at)
        select lpad(n::text, 22, 'x'), ${OPEN}::bigint, user_id, 'grant', 30, 'before', ${OWNER}::bigint, app_now() from listed
        where n % 10 = 0 on conflict do nothing),
      given as (
        insert into manual_extensions (grant_id, open_channel_id, user_id, days, reason, granted_by, granted_at)
        select lpad(n::text, 22, 'x'), ${OPEN}::bigint, user_id, 30, 'before', ${OWNER}::bigint, app_now() from listed
        where n % 10 = 0 on conflict do nothing),
      banned as (
        insert into bans (open_channel_id, user_id, reason, banned_by)
        select ${OPEN}::bigint, user_id, 'x', ${OWNER}::bigint from listed where n % 100 = 7 on conflict do nothing),
      met as (
        insert into chats (chat_id, username) select user_id, 'Listed_' || n from listed where n % 20 = 3 on conflict do nothing)
      insert into takeover_lines (takeover_id, line, user_id, username, until, note)
      select ${takeoverId}::bigint, n, case when n % 10 <> 3 then user_id end, case when n % 10 = 3 then 'listed_' || n end,
        case when n % 50 = 1 then 'infinity' else app_now() + (n % 400 - 5) * interval '1 day' end, 'note ' || n
      from listed`,
  );
  return takeoverId;
}

/** Works until a list is in a state, by workers that die at each of these steps first. */
async function workThrough(takeoverId: number, state: string, deaths: readonly number[]): Promise<void> {
  for (const step of deaths) {
    await drainOutbox(dying(world.deps, step, step % 2 === 0), {
      budgetMs: FACT_DEADLINE_MS,
      withBulk: false,
    }).catch(() => undefined);
    // What a dead worker had claimed is free after its lease.
    await world.test.database.query(
      (sql) =>
        sql`update outbox set due_at = app_now() where kind = 'apply_takeover' and delivered_at is null`,
    );
  }
  const isDone = async () => (await readTakeover(world.test.database, takeoverId))?.state === state;
  for (let round = 0; round < 100 && !(await isDone()); round += 1) await lists.drain();
  expect(await isDone()).toBe(true);
}

const TEN_DEATHS = [1, 2, 3, 4, 5, 6, 7, 9, 11, 14];

it(
  'ends in the same state wherever the worker dies, and taken back leaves what was there before',
  async () => {
    const { database } = world.test;
    const of = { actorUserId: OWNER, holdDays: 7, shorten: true };
    const finals: (string | undefined)[] = [];
    let before: string | undefined;
    for (const deaths of [[], TEN_DEATHS]) {
      const takeoverId = await addLines(`list ${deaths.length}`);
      before ??= await accessHash(world.test);
      const difference = await timed('difference', () => compareLines(database, takeoverId));
      expect(Object.values(difference).reduce((sum, { count }) => sum + count, 0)).toBe(LINES);
      expect(await accessHash(world.test)).toBe(before);
      await confirmTakeover(database, { ...of, takeoverId });
      await timed('applied', () => workThrough(takeoverId, 'applied', deaths));
      const takeover = await readTakeover(database, takeoverId);
      finals.push(JSON.stringify(takeover?.outcomes));
      expect(takeover).toMatchObject({ done: LINES - (takeover?.waiting ?? 0), total: LINES });
      await undoTakeover(database, { takeoverId, actorUserId: OWNER });
      await timed('undone', () => workThrough(takeoverId, 'undone', deaths));
      expect(await accessHash(world.test)).toBe(before);
    }
    expect(finals[1]).toBe(finals[0]);
  },
  LINES * 20 + 60_000,
);
