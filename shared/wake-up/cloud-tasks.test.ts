import { FACT_DEADLINE_MS } from '../../tests/support/deadlines';
import fc from 'fast-check';
import { SIZES } from '../../infra/deploy/sizes';
import { QUEUE, QUEUE_SETTINGS, QueueWorld } from '../../tests/worlds/queue-world';
import type { TaskFault } from '../../playground/cloud-tasks/tasks-api';
import { withLogContext } from '../logger';
import { DISPATCH_DEADLINE_SECONDS } from './cloud-tasks';
import { wakingBy, type WayToWorker } from './wake-up';

let world: QueueWorld;
beforeEach(async () => {
  world = await QueueWorld.start();
});
afterEach(() => world.close());

const statuses = () => world.tasks.api.creates.map(({ status }) => status);

describe('a nudge by the queue', () => {
  it('reaches the worker at once, through its real guard', async () => {
    await withLogContext({ correlationId: 'tap' }, () => world.way()('due'));
    await world.tasks.advance(0);
    expect(world.calls).toEqual([{ at: world.tasks.now(), body: '{"due":true}', id: 'tap' }]);
    expect(world.tasks.deliveries).toEqual([expect.objectContaining({ status: 200 })]);
    expect(world.lines).toEqual([]);
  });

  it('is refused by the worker if another account makes it', async () => {
    await world.way({ invokerEmail: 'else@shop.iam.gserviceaccount.com' })('due');
    await world.tasks.advance(0);
    expect([world.calls, world.tasks.deliveries[0]?.status]).toEqual([[], 403]);
  });

  it('waits for the worker as long as the worker may run', () => {
    expect(DISPATCH_DEADLINE_SECONDS).toBe(SIZES.worker.timeoutSeconds);
  });

  it('comes again until the worker has done its turn', async () => {
    world.answers.push(503, 503, 200);
    await world.way()('due');
    await world.tasks.advance(60_000);
    expect(world.tasks.deliveries.map(({ status }) => status)).toEqual([503, 503, 200]);
    const [first, second, third] = world.calls.map(({ at }) => at);
    expect([second! - first!, third! - second!]).toEqual([1000, 2000]);
  });

  it('is given up after five attempts, because the tick finds everything', async () => {
    world.answers.push(...Array.from({ length: 9 }, () => 503));
    await world.way()('due');
    await world.tasks.advance(600_000);
    expect([world.calls.length, world.tasks.queue.size]).toEqual([QUEUE_SETTINGS.maxAttempts, 0]);
  });
});

describe('the names of tasks', () => {
  it('let the second nudge of a second run when the second is over', async () => {
    const nudge = world.way();
    const start = world.tasks.now();
    await nudge('due');
    await world.tasks.advance(100);
    await nudge('due');
    await nudge('due');
    expect(statuses()).toEqual([200, 409, 200, 409, 409]);
    await world.tasks.advance(5000);
    expect(world.calls.map(({ at }) => at - start)).toEqual([0, 1250]);
  });

  it('keep the kinds of nudge apart', async () => {
    const nudge = world.way();
    for (const what of ['due', 'bulk', 'minimums'] as const) await nudge(what);
    await world.tasks.advance(0);
    expect(world.calls.map(({ body }) => body).sort()).toEqual([
      '{"bulk":true}',
      '{"due":true}',
      '{"minimums":true}',
    ]);
  });

  it('make one daily task a day, so that the queue never sleeps', async () => {
    const nudge = world.way();
    for (let hour = 0; hour < 48; hour += 1) {
      await nudge('daily');
      await world.tasks.advance(3_600_000);
    }
    const days = new Set(world.calls.map(({ at }) => Math.floor(at / 86_400_000)));
    expect([world.calls.length, days.size]).toEqual([2, 2]);
  });

  it('have no common beginning, because an ordered one slows the queue down', async () => {
    const nudge = world.way();
    for (let second = 0; second < 20; second += 1) {
      await nudge('due');
      await world.tasks.advance(1000);
    }
    const ids = world.tasks.api.creates.map(({ task }) => task?.name?.slice(`${QUEUE}/tasks/`.length));
    expect(new Set(ids.map((id) => id?.slice(0, 2))).size).toBeGreaterThan(10);
    expect(ids).toEqual(ids.map(() => expect.stringMatching(/^[0-9a-f]{32}$/) as string));
  });
});

/** The trap of one name per second: what is written after the second's task ran needs a run of its own. */
it('follows every commit by a run within a second and a quarter, with two tasks a second at most', async () => {
  const commits = fc.array(
    fc.record({ afterMs: fc.integer({ min: 0, max: 700 }), instance: fc.integer({ min: 0, max: 2 }) }),
    { minLength: 1, maxLength: 25 },
  );
  const skews = fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: -120, max: 120 })));
  await fc.assert(
    fc.asyncProperty(commits, skews, async (all, offsets) => {
      const { tasks, calls } = world;
      const before = { calls: calls.length, creates: tasks.api.creates.length };
      const nudges: WayToWorker[] = offsets.map((offset) => {
        const way = world.way({ now: () => tasks.now() + offset });
        return wakingBy(way, { isAwaited: true }).wakeUp;
      });
      const committed: number[] = [];
      for (const { afterMs, instance } of all) {
        await tasks.advance(afterMs);
        committed.push(tasks.now());
        await nudges[instance]?.('due');
      }
      await tasks.advance(3000);
      const runs = calls.slice(before.calls).map(({ at }) => at);
      for (const at of committed) {
        const after = runs.find((run) => run >= at);
        expect(after).toBeDefined();
        expect(after! - at).toBeLessThanOrEqual(1250 + 240);
      }
      const created = tasks.api.creates.slice(before.creates).filter(({ status }) => status === 200);
      const seconds = Math.ceil((tasks.now() - committed[0]!) / 1000) + 1;
      expect(created.length).toBeLessThanOrEqual(2 * seconds);
    }),
    { numRuns: 25 },
  );
});

describe('while the queue answers', () => {
  it.each<[TaskFault, string, string | undefined]>([
    [401, 'error worker.queue_refused', 'due'],
    [403, 'error worker.queue_refused', 'due'],
    [404, 'error worker.queue_refused', 'due'],
    [429, 'warn worker.nudge_lost', undefined],
    [500, 'warn worker.nudge_lost', undefined],
    [503, 'warn worker.nudge_lost', undefined],
    ['no answer', 'warn worker.nudge_lost', undefined],
    ['created, no answer', 'warn worker.nudge_lost', undefined],
  ])('%s, it logs "%s" and takes the other way for %s, without a second try', async (fault, line, direct) => {
    world.tasks.api.fault = fault;
    await world.way({ limitMs: String(fault).includes('no answer') ? 600 : FACT_DEADLINE_MS })('due');
    expect(world.lines.map(([level, event]) => `${level} ${event}`)).toEqual([line]);
    expect(world.direct).toEqual([direct].filter((each) => each !== undefined));
    expect(statuses()).toHaveLength(1);
    world.tasks.api.fault = undefined;
    await world.tasks.advance(1000);
    await world.way()('due');
    expect(statuses().at(-1)).toBe(200);
  });

  it('400 because the settings are wrong, it takes the other way', async () => {
    await world.way({ invokerEmail: 'nobody' })('due');
    expect([world.direct, statuses()]).toEqual([['due'], [400]]);
  });

  it('404 because the queue is another one, it takes the other way', async () => {
    await world.way({ queue: `${QUEUE}-gone` })('due');
    expect([world.direct, statuses()]).toEqual([['due'], [404]]);
  });

  afterEach(() => jest.restoreAllMocks());

  it('that it refuses all, it says so once a minute', async () => {
    world.tasks.api.fault = 403;
    const nudge = world.way();
    const start = performance.now();
    const clock = jest.spyOn(performance, 'now');
    for (const seconds of [0, 20, 40, 61, 80, 122]) {
      clock.mockReturnValue(start + seconds * 1000);
      await nudge('due');
    }
    expect([world.lines.length, world.direct.length]).toEqual([3, 6]);
  });
});

it('takes the other way without an access token', async () => {
  await world.way({ accessToken: () => Promise.reject(new Error('no such account')) })('due');
  expect([world.direct, statuses()]).toEqual([['due'], []]);
});

it('counts a token that does not come in time as a lost nudge', async () => {
  await world.way({ limitMs: 30, accessToken: () => new Promise(() => undefined) })('due');
  expect(world.lines.map(([, event]) => event)).toEqual(['worker.nudge_lost']);
});

it('keeps what is asked for while the queue is paused, and delivers it afterwards', async () => {
  world.tasks.pause();
  await world.way()('due');
  await world.tasks.advance(3_600_000);
  expect(world.calls).toEqual([]);
  world.tasks.resume();
  await world.tasks.advance(0);
  expect(world.calls).toHaveLength(1);
});

it('takes a queue that is minutes late, or delivers twice, as it comes', async () => {
  world.tasks.api.delayMs = 180_000;
  world.tasks.isDuplicating = true;
  await world.way()('due');
  await world.tasks.advance(179_000);
  expect(world.calls).toEqual([]);
  await world.tasks.advance(1000);
  expect(world.calls).toHaveLength(2);
});

it('never puts an access token into a log line', async () => {
  for (const fault of [401, 429, 'no answer'] as const) {
    world.tasks.api.fault = fault;
    await world.way({ limitMs: 30 })('due');
  }
  expect(
    JSON.stringify(world.lines, (_, value: unknown) => (value instanceof Error ? `${value.stack}` : value)),
  ).not.toContain('ya29');
});
