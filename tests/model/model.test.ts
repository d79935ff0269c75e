import './unlimited';
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { LONG_TEST_DEADLINE_MS, TEST_DEADLINE_MS } from '../support/deadlines';
import { batch, blamed, MOST_LANES, MUST_OCCUR } from './batches';
import { Coverage } from './coverage';
import { playBatch, type Batch } from './play';
import { startProgress } from './progress';
import { told } from './describe-failure';
import { startModel, type Model } from './start-model';

const seed = Number(process.env['MODEL_SEED'] ?? randomInt(2 ** 31));
/** So many have seen all that must occur. */
const FULL_RUN = 1000;
const RUNS = Number(process.env['MODEL_RUNS'] ?? 150);
/** The longest that a timer takes. A run of any length may take as long as it likes, for each of its batches has a deadline. */
const NO_DEADLINE_MS = 2 ** 31 - 1;
/** A failure is made smaller for so long. */
const SHRINK_MS = LONG_TEST_DEADLINE_MS / 2;

// A failure is told with its seed, and is a finding even if it does not come again.
jest.retryTimes(0);

const say = (line: string) => void process.stdout.write(`model: ${line}\n`);

const coverage = new Coverage();
let model: Model | undefined;
/** One that failed may be in any state. */
async function renewed(): Promise<Model> {
  return (model ??= await startModel(MOST_LANES));
}
async function spoil(): Promise<void> {
  const spoilt = model;
  model = undefined;
  await spoilt?.close();
}
afterAll(spoil);

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const ended = new AbortController();
  const late = pause(ms, undefined, { signal: ended.signal }).then(() => {
    throw new Error(`a batch took longer than ${ms} ms`);
  });
  return Promise.race([work, late]).finally(() => ended.abort());
}

let running: Promise<void> = Promise.resolve();

async function keepsPromises(given: Batch): Promise<void> {
  try {
    await within(TEST_DEADLINE_MS, playBatch(await renewed(), given, coverage));
  } catch (error) {
    await spoil();
    throw error;
  }
}

const property = fc.asyncProperty(fc.noBias(batch), (given) => (running = keepsPromises(given)));

/** Makes a failure as small as it can be made in the time there is, and says how to see it again. */
async function reduced(failure: fc.RunDetails<[Batch]>, runSeed: number): Promise<string> {
  const [whole] = failure.counterexample ?? [{ weather: [], stories: [] }];
  const about = blamed(whole, failure.errorInstance);
  say(`${told(failure, about, runSeed)}\nmodel: making it smaller`);
  const shrunk = await fc.check(property, {
    examples: [[about]],
    numRuns: 1,
    interruptAfterTimeLimit: SHRINK_MS,
  });
  // Interrupted, it still plays the last one it tried; nothing may be left running.
  await running.catch(() => undefined);
  const [least] = shrunk.counterexample ?? [];
  if (!shrunk.failed || least === undefined)
    return `${told(failure, about, runSeed)}\nIt did not fail again by itself: it is a race, or takes several buyers.`;
  return told(shrunk, least, runSeed);
}

it(
  `holds in ${RUNS} random sequences (MODEL_SEED=${seed})`,
  async () => {
    say(`MODEL_SEED=${seed} MODEL_RUNS=${RUNS}`);
    const progress = startProgress({ total: RUNS, now: () => performance.now(), write: say });
    for (let run = 0; coverage.get('sequence') < RUNS; run += 1) {
      const result = await fc.check(property, { seed: seed + run, numRuns: 1, endOnFailure: true });
      if (result.failed) throw new Error(await reduced(result, seed + run));
      progress.reached(coverage.get('sequence'));
    }
    progress.ended(coverage.get('sequence'));
    say(coverage.toString());
    if (RUNS >= FULL_RUN) expect(MUST_OCCUR.filter((what) => coverage.get(what) === 0)).toEqual([]);
  },
  NO_DEADLINE_MS,
);
