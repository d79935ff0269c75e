import { TARGETS, type Target } from '../../playground/stack-types';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { call, json } from './support/call';
import { eventually } from './support/eventually';
import { useFragileWorld } from '../worlds/fragile';
import { startMachineClock, type MachineClock } from './support/machine-clock';
import { GOOD_CALLS } from './support/signed-calls';
import { leftToDo } from './support/work';

/** The default of DATABASE_POOL_MAX. */
const POOL_MAX = 5;
const CLIENTS = 2;
/** Within this time after the database is ready, every function must have noticed. */
const NOTICED_WITHIN_MS = 1000;

const world = useFragileWorld({
  environment: {
    RATE_LIMIT_BURST: '100000',
    RATE_LIMIT_PER_MINUTE: '100000',
    TRUSTED_PROXY_HOPS: '1',
  },
});
let clock: MachineClock;
beforeAll(() => {
  clock = startMachineClock();
});
afterAll(() => clock.stop());

let calls = 0;
/** Makes one more valid call. Returns its answer and its times. */
async function callOnce(target: Target) {
  const how = GOOD_CALLS[target](world.environment(target), ++calls);
  const startedAt = clock.now();
  const { status, text } = await call(world.functions[target].url, how);
  return { target, status, text, startedAt, endedAt: clock.now() };
}
type Outcome = Awaited<ReturnType<typeof callOnce>>;

/** Calls all functions continuously during `action`, and for `NOTICED_WITHIN_MS` after it. */
async function underLoad(action: () => Promise<void>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let isOver = false;
  const load = TARGETS.flatMap((target) => Array.from({ length: CLIENTS }, () => target)).map(
    async (target) => {
      while (!isOver) outcomes.push(await callOnce(target));
    },
  );
  await eventually(() => TARGETS.every((target) => outcomes.some((one) => one.target === target)));
  await action();
  const noticedAt = clock.now() + NOTICED_WITHIN_MS;
  // Calls go on after that time, because only they can show that nothing fails any longer.
  const hasGoneOn = (target: Target) =>
    outcomes.some((one) => one.target === target && one.startedAt > noticedAt);
  await eventually(() => TARGETS.every(hasGoneOn));
  isOver = true;
  await Promise.all(load);
  return outcomes;
}

/** The sessions of a function's pool, as the database sees them. */
const sessionsOf = (target: Target) =>
  world.database<{ state: string; waits: boolean }[]>`
    select state, coalesce(wait_event_type = 'Lock', false) as waits from pg_stat_activity
    where application_name = ${`telepay ${target}`}`;

/** Expects an idle pool: no session works or is in a transaction, and there are at most `POOL_MAX`. */
const expectIdle = (target: Target) =>
  eventually(async () => {
    expect(await callOnce(target)).toMatchObject({ target, status: 200 });
    const states = (await sessionsOf(target)).map(({ state }) => state);
    expect({ target, busy: states.filter((state) => state !== 'idle') }).toEqual({ target, busy: [] });
    expect({ target, isConnected: states.length > 0 }).toEqual({ target, isConnected: true });
    expect(states.length).toBeLessThanOrEqual(POOL_MAX);
  });

it(
  'answers only 503, and only during the failover, under load',
  async () => {
    let away = { from: 0, to: 0 };
    const outcomes = await underLoad(async () => {
      const from = clock.now();
      await world.restartDatabase();
      away = { from, to: clock.now() };
    });
    for (const target of TARGETS) {
      const own = outcomes.filter((one) => one.target === target);
      const failed = own.filter(({ status }) => status !== 200);
      expect({ target, failures: new Set(failed.map(({ status }) => status)) }).toEqual({
        target,
        failures: new Set(failed.length > 0 ? [503] : []),
      });
      expect(failed.filter(({ endedAt }) => endedAt < away.from)).toEqual([]);
      expect(failed.filter(({ startedAt }) => startedAt > away.to + NOTICED_WITHIN_MS)).toEqual([]);
      expect(own.some(({ startedAt }) => startedAt > away.to + NOTICED_WITHIN_MS)).toBe(true);
    }
    expect(outcomes.some(({ status }) => status === 503)).toBe(true);
    for (const target of TARGETS) await expectIdle(target);
  },
  LONG_TEST_DEADLINE_MS,
);

/** Waits until all work is done. Sends that could not be noted are repeated when their lease ends. */
const settled = () =>
  eventually(async () => {
    await world.moveClock('2 minutes');
    await world.tick();
    expect(await leftToDo(world)).toEqual([]);
  });

// A locked table keeps each function waiting. `health` is missing: it asks once for all callers, and reports its pool itself.
const BUSY: readonly [Target, string][] = [
  ['paymentIpn', 'orders'],
  ['telegramWebhook', 'chats'],
  ['notificationWebhook', 'channels'],
  ['worker', 'outbox'],
];

it(
  'has every connection of each pool free again after a thousand errors',
  async () => {
    await settled();
    const failures = new Map<Target, number>(TARGETS.map((target) => [target, 0]));
    await world.withoutDatabase(async () => {
      for (const target of TARGETS)
        while ((failures.get(target) ?? 0) < 200) {
          const outcomes = await Promise.all(Array.from({ length: 40 }, () => callOnce(target)));
          const failed = outcomes.filter(({ status }) => status === 503).length;
          failures.set(target, (failures.get(target) ?? 0) + failed);
        }
    });
    expect([...failures.values()].reduce((total, one) => total + one, 0)).toBeGreaterThanOrEqual(1000);
    for (const target of TARGETS) await eventually(async () => (await callOnce(target)).status === 200);
    for (const [target, table] of BUSY) {
      // First opens all connections: a query that comes while one is being opened would wait behind another query.
      await Promise.all(Array.from({ length: 20 }, () => callOnce(target)));
      const answers = await world.database.begin(async (sql) => {
        await sql`lock table ${sql(table)} in access exclusive mode`;
        const asked = Array.from({ length: 20 }, () => callOnce(target));
        await eventually(async () => {
          const waiting = (await sessionsOf(target)).filter(({ waits }) => waits);
          expect({ target, waiting: waiting.length }).toEqual({ target, waiting: POOL_MAX });
        });
        return { asked };
      });
      // On a busy machine the lock may last longer than `paymentIpn` waits for one.
      const allowed = target === 'paymentIpn' ? [200, 503] : [200];
      for (const { status } of await Promise.all(answers.asked))
        expect({ target, isAllowed: allowed.includes(status) }).toEqual({ target, isAllowed: true });
    }
    for (const target of TARGETS) await expectIdle(target);
    const { text, headers, status } = await call(world.functions.health.url, {
      method: 'GET',
      path: '/status',
    });
    expect(json({ text, headers, status })).toMatchObject({ instance: { pool: { inUse: 0, waiting: 0 } } });
  },
  LONG_TEST_DEADLINE_MS,
);
