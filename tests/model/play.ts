import { COINS } from '../../playground/nowpayments/coins';
import { saveChannels } from '../../shared/database/owner/channels';
import { setMinimums } from '../support/minimums';
import { check } from './check';
import type { Coverage } from './coverage';
import type { BuyerAction } from './actions';
import { end, waitForRecovery } from './finish';
import { newBuyerRun, type BuyerRun, type Story } from './buyer-run';
import { perform } from './perform';
import { askAboutCoins, drain, readNow, type Playing } from './playing';
import { channelOf, type Model } from './start-model';
import { crash, injectFaults } from './inject-faults';
import type { RoundFaults } from './faults';
import { CHEAPEST_COIN, COINS_ON, LEAST_PAYABLE_CENTS } from './terms';
import { Violation } from './wrong';

/** Many stories at once, each with its own buyer, under the same faults. */
export interface Batch {
  /** The coins whose minimums are known when it begins. */
  readonly known: 'all' | 'dear' | 'none';
  readonly faults: readonly RoundFaults[];
  readonly stories: readonly Story[];
}

const NO_FAULTS: RoundFaults = {
  clock: null,
  telegram: null,
  nowpayments: null,
  crash: null,
  worker: 'after',
  asks: false,
};

export const actionOf = ({ first, actions }: Story, round: number): BuyerAction | undefined =>
  round === 0 ? first : actions[round - 1];

export const roundsOf = ({ stories }: Batch): number =>
  1 + Math.max(0, ...stories.map(({ actions }) => actions.length));

/** As if some coins had not answered. The cheapest can pay everything that is ordered here, the others can't. */
function setKnownMinimums({ world }: Model, known: Batch['known']): Promise<unknown> {
  const minimums = COINS.filter(({ code }) => COINS_ON.includes(code)).map(
    ({ code, minimumUsdCents }): [string, number | null] => {
      if (code === CHEAPEST_COIN) return [code, known === 'all' ? LEAST_PAYABLE_CENTS : null];
      return [code, known === 'none' ? null : minimumUsdCents];
    },
  );
  return setMinimums(world.product, Object.fromEntries(minimums));
}

async function begin(model: Model, { stories, known }: Batch): Promise<BuyerRun[]> {
  const runs = stories.map((story, index) => {
    const slot = model.slots[index];
    if (slot === undefined) throw new Error('there are more stories than slots');
    return newBuyerRun(model, slot, story);
  });
  await saveChannels(
    model.world.product,
    runs.map(({ slot, story }) => channelOf(slot, story)),
  );
  await setKnownMinimums(model, known);
  for (const { buyer } of runs) buyer.person.start();
  await model.world.telegram.drained();
  return runs;
}

async function performActions({ runs, coverage }: Playing, round: number): Promise<void> {
  const doing = runs.map(async (run, index) => {
    const action = actionOf(run.story, round);
    if (action === undefined) return;
    const done = await perform(run, action).catch((error: unknown) => {
      throw new Violation('during an action', [String(error)], [index]);
    });
    if (done !== undefined) coverage.count(done);
  });
  await settleAll(doing);
}

/** Waits for all work even if some fails, because nothing may be running during the checks. */
async function settleAll(work: readonly unknown[]): Promise<void> {
  for (const result of await Promise.allSettled(work)) if (result.status === 'rejected') throw result.reason;
}

/** Plays one round: all buyers act at the same time. Returns what `drain` returns, or `false` if it was not called. */
async function play(playing: Playing, faults: RoundFaults, round: number): Promise<number | false> {
  const { model } = playing;
  await injectFaults(playing, faults);
  const isWorkerCalled =
    faults.worker === 'during' || faults.worker === 'both' || faults.crash?.target === 'worker';
  await settleAll([
    performActions(playing, round),
    isWorkerCalled && drain(model),
    faults.asks && askAboutCoins(playing),
    faults.crash && crash(playing, faults.crash),
  ]);
  await model.world.telegram.drained();
  return (faults.worker === 'after' || faults.worker === 'both') && drain(model);
}

/** Plays all stories of a batch to their end, and checks the guarantees after each round. */
export async function playBatch(model: Model, batch: Batch, coverage: Coverage): Promise<void> {
  const begunAt = await readNow(model);
  const playing: Playing = { model, runs: await begin(model, batch), coverage, begunAt, isClean: true };
  coverage.count(`minimums of ${batch.known}`);
  for (let round = 0; round < roundsOf(batch); round += 1) {
    const drainedAt = await play(playing, batch.faults[round] ?? NO_FAULTS, round);
    await check(playing, `after round ${round}`, drainedAt);
  }
  const recovered = await waitForRecovery(playing);
  for (const run of playing.runs) coverage.countBuyer(run);
  await end(playing, recovered);
  coverage.count('sequence', playing.runs.length);
}
