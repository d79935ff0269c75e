import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { correlationId, withLogContext } from '../logger';
import { coalesce } from './coalesce';

/** Requests and runs, in the order of what happened to them. Each number is a moment. */
function setUp() {
  let moment = 0;
  let open: ((isFailing: boolean) => void) | undefined;
  const runs: { readonly startedAt: number; endedAt?: number; readonly id: string | undefined }[] = [];
  const requests: { readonly askedAt: number; coveredAt?: number }[] = [];
  let mostUnderWay = 0;
  const request = coalesce(() => {
    const run: (typeof runs)[number] = { startedAt: (moment += 1), id: correlationId() };
    runs.push(run);
    mostUnderWay = Math.max(mostUnderWay, runs.filter(({ endedAt }) => endedAt === undefined).length);
    return new Promise((resolve, reject) => {
      open = (isFailing) => {
        open = undefined;
        run.endedAt = moment += 1;
        if (isFailing) reject(new Error('lost'));
        else resolve();
      };
    });
  });
  return {
    runs,
    requests,
    ask: () => {
      const asked: (typeof requests)[number] = { askedAt: (moment += 1) };
      requests.push(asked);
      void request().then(() => (asked.coveredAt = moment += 1));
    },
    end: (isFailing = false) => open?.(isFailing),
    isUnderWay: () => open !== undefined,
    mostUnderWay: () => mostUnderWay,
  };
}

const step = fc.constantFrom('ask', 'ask', 'end', 'fail', 'a microtask', 'a turn');

async function play(steps: readonly string[]) {
  const world = setUp();
  for (const each of steps) {
    if (each === 'ask') world.ask();
    else if (each === 'end' || each === 'fail') world.end(each === 'fail');
    else await (each === 'a turn' ? nextTurn() : Promise.resolve());
  }
  const asked = world.runs.length;
  await nextTurn();
  while (world.isUnderWay()) {
    world.end();
    await nextTurn();
  }
  return { ...world, runsAtTheEnd: world.runs.length - asked };
}

it('never has more than one run under way and one to follow', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const { mostUnderWay, runsAtTheEnd } = await play(steps);
      expect(mostUnderWay()).toBeLessThanOrEqual(1);
      expect(runsAtTheEnd).toBeLessThanOrEqual(1);
    }),
  );
});

it('follows every request by a run that starts after it, also after failures', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const { requests, runs } = await play(steps);
      for (const { askedAt, coveredAt = 0 } of requests) {
        const covering = runs.find(({ startedAt }) => startedAt > askedAt);
        expect(covering?.endedAt).toBeLessThan(coveredAt);
      }
      // None is made that nobody asked for.
      expect(runs.length).toBeLessThanOrEqual(requests.length);
    }),
  );
});

it('makes two runs of a hundred requests that come at once', async () => {
  const { requests, runs } = await play(Array.from({ length: 100 }, () => 'ask'));
  expect([requests.length, runs.length]).toEqual([100, 2]);
});

it('makes a run in the log context of the first request that it covers', async () => {
  const world = setUp();
  for (const id of ['first', 'second', 'third']) withLogContext({ correlationId: id }, () => world.ask());
  withLogContext({ correlationId: 'ending' }, () => world.end());
  await nextTurn();
  world.end();
  expect(world.runs.map(({ id }) => id)).toEqual(['first', 'second']);
});

it('survives a run that throws before it returns a promise', async () => {
  let calls = 0;
  const request = coalesce(() => {
    calls += 1;
    throw new Error('lost');
  });
  await request();
  await request();
  expect(calls).toBe(2);
});
