import './unlimited';
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { Coverage } from './coverage';
import { deed, order } from './deeds';
import type { Story } from './lane';
import { playBatch, type Batch } from './play';
import { told } from './told';
import { weather } from './weather';
import { Wrong } from './wrong';
import { startModel, type Model } from './start-model';

const seed = Number(process.env['MODEL_SEED'] ?? randomInt(2 ** 31));
const FULL_RUN = 1000;
const RUNS = Number(process.env['MODEL_RUNS'] ?? (process.env['CI'] ? 150 : FULL_RUN));
const MOST_LANES = Number(process.env['MODEL_LANES'] ?? 32);
const MOST_DEEDS = 10;
const BATCH_TIMEOUT_MS = 60_000;
/** A failure is made smaller for so long. */
const SHRINK_MS = 240_000;

const story: fc.Arbitrary<Story> = fc.record({
  first: order,
  deeds: fc.array(deed, { minLength: 4, maxLength: MOST_DEEDS - 1 }),
  graceHours: fc.constantFrom(24, 0, 72),
  tolerancePercent: fc.constantFrom(1, 0, 5),
});

const batch: fc.Arbitrary<Batch> = fc.record({
  weather: fc.array(weather, { minLength: MOST_DEEDS, maxLength: MOST_DEEDS }),
  stories: fc.array(story, { minLength: 1, maxLength: MOST_LANES, size: 'max' }),
});

/** Without these the sequences would say little. Each comes about in a full run dozens of times, or nearly so. */
const MUST_OCCUR = [
  'buyer in',
  'buyer left',
  'stranger joins',
  'crash of worker',
  'crash of worker in a call',
  'crash of paymentIpn',
  'decide accept by owner',
  'decide refund by owner',
  'order cancelled',
  'order refunded',
  'payment settled late',
  'payment settled over',
  'payment settled partial',
  'payment parked partial',
  'payment parked repeated',
  'payment parked wrong_asset',
  'payment credited repeated',
  'payment refunded none',
  'extension credited',
  'extension own revoked',
];
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
    await within(BATCH_TIMEOUT_MS, playBatch(await renewed(), given, coverage));
  } catch (error) {
    await spoil();
    throw error;
  }
}

const property = fc.asyncProperty(fc.noBias(batch), (given) => (running = keepsPromises(given)));

/** The stories of a batch with which something was wrong: the others are those of other buyers. */
function blamed({ weather, stories }: Batch, error: unknown): Batch {
  const blame = error instanceof Wrong ? error.stories : [];
  return blame.length === 0
    ? { weather, stories }
    : { weather, stories: stories.filter((_, at) => blame.includes(at)) };
}

/** Makes a failure as small as it can be made in the time there is, and says how to see it again. */
async function reduced(failure: fc.RunDetails<[Batch]>, runSeed: number): Promise<string> {
  const [whole] = failure.counterexample ?? [{ weather: [], stories: [] }];
  const about = blamed(whole, failure.errorInstance);
  process.stdout.write(`model: ${told(failure, about, runSeed)}\nmodel: making it smaller\n`);
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
    process.stdout.write(`model: MODEL_SEED=${seed} MODEL_RUNS=${RUNS}\n`);
    const before = performance.now();
    for (let run = 0; coverage.get('sequence') < RUNS; run += 1) {
      const result = await fc.check(property, {
        seed: seed + run,
        numRuns: 1,
        endOnFailure: true,
      });
      if (result.failed) throw new Error(await reduced(result, seed + run));
    }
    process.stdout.write(`model: ${Math.round(performance.now() - before)} ms; ${coverage.toString()}\n`);
    if (RUNS >= FULL_RUN) expect(MUST_OCCUR.filter((what) => coverage.get(what) === 0)).toEqual([]);
  },
  SHRINK_MS + 300_000,
);
