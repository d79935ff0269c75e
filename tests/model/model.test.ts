import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { LONG_TEST_DEADLINE_MS, TEST_DEADLINE_MS } from '../support/deadlines';
import { batch, failingStories, MOST_BUYERS, MUST_OCCUR } from './batches';
import { Coverage } from './coverage';
import { playBatch, type Batch } from './play';
import { readNow } from './playing';
import { startProgress } from './progress';
import { describeFailure } from './describe-failure';
import { startModel, type Model } from './start-model';

const seed = Number(process.env['MODEL_SEED'] ?? randomInt(2 ** 31));
/** A run of this length is long enough for all of `MUST_OCCUR`. */
const FULL_RUN = 1000;
/** Situations that even a short run meets many times. */
const OCCURS_SOON = ['buyer in', 'order settled', 'pay exact', 'pay partial', 'extension own', 'clock'];
const RUNS = Number(process.env['MODEL_RUNS'] ?? 150);
/** The longest possible timer. The whole run needs no deadline, because each batch has one. */
const NO_DEADLINE_MS = 2 ** 31 - 1;
/** How long a failure may be shrunk. */
const SHRINK_MS = Number(process.env['MODEL_SHRINK_MS'] ?? LONG_TEST_DEADLINE_MS / 2);

// A failure counts even if it does not repeat. It is printed with its seed.
jest.retryTimes(0);

const say = (line: string) => void process.stdout.write(`model: ${line}\n`);

const coverage = new Coverage();
let model: Model | undefined;
/** Telegram's dates end in 2038, and each batch moves the clock by months. */
const LAST_BEGIN = Date.UTC(2036);
/** The model is started again after a failure, because a failed one may be in any state. */
async function runningModel(): Promise<Model> {
  if (model !== undefined && (await readNow(model)) > LAST_BEGIN) await discardModel();
  return (model ??= await startModel(MOST_BUYERS));
}
async function discardModel(): Promise<void> {
  const discarded = model;
  model = undefined;
  await discarded?.close();
}
afterAll(discardModel);

async function withDeadline<T>(ms: number, work: Promise<T>): Promise<T> {
  const ended = new AbortController();
  const late = pause(ms, undefined, { signal: ended.signal }).then(() => {
    throw new Error(`a batch took longer than ${ms} ms`);
  });
  return Promise.race([work, late]).finally(() => ended.abort());
}

let running: Promise<void> = Promise.resolve();

async function playOne(given: Batch): Promise<void> {
  try {
    await withDeadline(TEST_DEADLINE_MS, playBatch(await runningModel(), given, coverage));
  } catch (error) {
    await discardModel();
    throw error;
  }
}

const property = fc.asyncProperty(fc.noBias(batch), (given) => (running = playOne(given)));

/** Shrinks a failure as far as the time allows, and describes how to repeat it. */
async function shrink(failure: fc.RunDetails<[Batch]>, runSeed: number): Promise<string> {
  const [whole] = failure.counterexample ?? [{ known: 'all', faults: [], stories: [] }];
  const about = failingStories(whole, failure.errorInstance);
  say(`${describeFailure(failure, about, runSeed)}\nmodel: shrinking it`);
  const shrunk = await fc.check(property, {
    examples: [[about]],
    numRuns: 1,
    interruptAfterTimeLimit: SHRINK_MS,
  });
  // If it was interrupted, the last batch is still running. Nothing may be left running.
  await running.catch(() => undefined);
  const [least] = shrunk.counterexample ?? [];
  if (!shrunk.failed || least === undefined)
    return `${describeFailure(failure, about, runSeed)}\nIt did not fail again alone: it is a race, or needs several buyers.`;
  return describeFailure(shrunk, least, runSeed);
}

it(
  `holds in ${RUNS} random sequences (MODEL_SEED=${seed})`,
  async () => {
    say(`MODEL_SEED=${seed} MODEL_RUNS=${RUNS}`);
    const progress = startProgress({ total: RUNS, now: () => performance.now(), write: say });
    for (let run = 0; coverage.get('sequence') < RUNS; run += 1) {
      const result = await fc.check(property, { seed: seed + run, numRuns: 1, endOnFailure: true });
      if (result.failed) throw new Error(await shrink(result, seed + run));
      progress.reached(coverage.get('sequence'));
    }
    progress.ended(coverage.get('sequence'));
    say(coverage.toString());
    expect(coverage.get('sequence')).toBeGreaterThanOrEqual(Math.max(1, RUNS));
    expect(OCCURS_SOON.filter((what) => coverage.get(what) === 0)).toEqual([]);
    if (RUNS >= FULL_RUN) expect(MUST_OCCUR.filter((what) => coverage.get(what) === 0)).toEqual([]);
  },
  NO_DEADLINE_MS,
);
