import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { findPort } from '../../playground/find-ports';
import { runFunction, type RunningFunction } from '../../playground/run-function';
import { startTelegramSimulator, type TelegramSimulator } from '../../playground/telegram/index';
import { signFor } from '../../shared/security/purpose-keys';
import { LONG_TEST_DEADLINE_MS, WORLD_START_DEADLINE_MS } from '../support/deadlines';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { eventually } from './support/eventually';
import { startFastClock, type FastClock } from './support/fast-clock';
import { ownVariables } from './support/own-variables';

const CHANNELS = 2_000;
const OWNER = 7001;
/** The workers are killed after so many posts. */
const KILLED_AFTER = [300, 900, 1_500];

const idOf = (index: number) => -1_002_000_000_000 - index;

let test: TestDatabase;
let sql: postgres.Sql;
/** One clock for the database and for Telegram, which enforces all its limits. */
let clock: FastClock;
let telegram: TelegramSimulator;
let workers: RunningFunction[];
let environment: Record<string, string>;

beforeAll(async () => {
  test = await createTestDatabase();
  sql = postgres(test.url, { max: 2, onnotice: () => undefined });
  await sql.unsafe(await readFile(join(__dirname, '../../playground/postgres/in-flight.sql'), 'utf8'));
  clock = await startFastClock(sql);
  environment = ownVariables('worker', test.url);
  const botToken = String(environment['TELEGRAM_BOT_TOKEN']);
  telegram = await startTelegramSimulator({
    botToken,
    botUsername: 'telepay_bot',
    now: () => clock.now(),
  });
  telegram.addUser({ id: OWNER, first_name: 'Olga' });
  for (let index = 0; index < CHANNELS; index += 1) {
    telegram.addChannel({ id: idOf(index), title: `Channel ${index}`, creatorId: OWNER });
    const rights = { can_post_messages: true, can_edit_messages: false, can_delete_messages: false };
    telegram.setMember(idOf(index), Number(botToken.split(':')[0]), 'administrator', rights);
  }
  // Each channel posts only its offer, so one post per channel is expected. Their hour has just come.
  await sql`
    insert into channels (open_channel_id, closed_channel_id, public_channel_id, title, owner_user_id, post_kinds)
    select ${idOf(0)}::bigint - i, -1003000000000 - i, ${idOf(0)}::bigint - i, 'Channel ' || i, ${OWNER}, '{offer}'
    from generate_series(0, ${CHANNELS - 1}) i`;
  await sql`
    insert into tiers (open_channel_id, position, name, price_cents, days)
    select open_channel_id, 1, 'Month', 3000, 30 from channels`;
  await sql`
    insert into schedules (open_channel_id, kind, hour, next_at)
    select open_channel_id, 'posts', extract(hour from app_now())::int, app_now() from channels`;
  const start = async () => {
    const port = await findPort();
    const own = { ...environment, TELEGRAM_API_ROOT: telegram.url, WORKER_URL: `http://127.0.0.1:${port}` };
    return runFunction({ target: 'worker', folder: 'worker', port, environment: own });
  };
  workers = await Promise.all([start(), start()]);
}, WORLD_START_DEADLINE_MS);
afterAll(async () => {
  await clock.stop();
  await Promise.all(workers.map((worker) => worker.stop()));
  await telegram.close();
  await sql.end();
  await test.close();
});

const sent = () => telegram.calls.filter(({ method, ok }) => method === 'sendMessage' && ok).length;

/** Plays Cloud Scheduler without its pauses: calls a worker again and again, also while it is down. */
function startTicking(worker: RunningFunction): () => Promise<void> {
  let isOn = true;
  const body = '{}';
  const headers = () => signFor('worker', String(environment['WEBHOOK_SIGNING_SECRET']), body);
  const tick = () => fetch(worker.url, { method: 'POST', body, headers: headers() }).then((r) => r.text());
  const ticking = (async () => {
    while (isOn) {
      await tick().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  })();
  return async () => {
    isOn = false;
    await ticking;
  };
}

/** Kills the workers while one of them waits for Telegram's answer to a post. */
async function killWhileSending(): Promise<void> {
  const unanswered = () => telegram.calls.filter(({ description }) => description === 'timeout').length;
  const before = unanswered();
  telegram.fault({ method: 'sendMessage', kind: 'timeout', afterPerforming: true });
  await eventually(() => unanswered() > before, { everyMs: 2 });
  await Promise.all(workers.map((worker) => worker.kill()));
  await Promise.all(workers.map((worker) => worker.start()));
}

it(
  'posts once in each of 2,000 channels within all limits, despite three kills',
  async () => {
    const ends = workers.map(startTicking);
    for (const count of KILLED_AFTER) {
      await eventually(() => sent() >= count, { everyMs: 5, timeoutMs: LONG_TEST_DEADLINE_MS });
      await killWhileSending();
    }
    await eventually(
      async () => {
        const [row] = await sql<{ left: number }[]>`
        select count(*)::int as left from outbox where delivered_at is null and failed_at is null`;
        return row?.left === 0;
      },
      { everyMs: 200, timeoutMs: LONG_TEST_DEADLINE_MS },
    );
    await Promise.all(ends.map((end) => end()));
    expect(telegram.refusals429()).toBeLessThanOrEqual(1);
    const counts = Array.from({ length: CHANNELS }, (_, index) => telegram.messages(idOf(index)).length);
    expect(counts.filter((count) => count !== 1)).toEqual([]);
    const [row] = await sql`
    select count(*)::int as live, (select count(*)::int from outbox where failed_at is not null) as failed,
      (select count(*)::int from outbox where kind = 'sweep_twin' and delivered_at is not null) >= 3 as swept,
      (select count(*)::int from schedules where next_at > app_now()) as next_day
    from posts where posted_at is not null and removed_at is null`;
    // Posts whose answer was lost were sent again, and the duplicates deleted.
    expect(row).toEqual({ live: CHANNELS, failed: 0, swept: true, next_day: CHANNELS });
  },
  LONG_TEST_DEADLINE_MS,
);
