import { saveChannels } from '../../shared/database/owner/channels';
import { check } from './check';
import type { Coverage } from './coverage';
import type { BuyerAction } from './actions';
import { end, heal } from './finish';
import { newLane, type BuyerRun, type Story } from './buyer-run';
import { perform } from './perform';
import { drain, type Playing } from './playing';
import { channelOf, type Model } from './start-model';
import { crash, suffer } from './inject-faults';
import type { RoundFaults } from './faults';
import { Wrong } from './wrong';

/** Many stories at once, each of a buyer of their own, under one weather. */
export interface Batch {
  readonly weather: readonly RoundFaults[];
  readonly stories: readonly Story[];
}

const CALM: RoundFaults = { clock: null, telegram: null, nowpayments: null, crash: null, worker: 'after' };

export const deedOf = ({ first, deeds }: Story, round: number): BuyerAction | undefined =>
  round === 0 ? first : deeds[round - 1];

export const roundsOf = ({ stories }: Batch): number =>
  1 + Math.max(0, ...stories.map(({ deeds }) => deeds.length));

async function begin(model: Model, { stories }: Batch): Promise<BuyerRun[]> {
  const lanes = stories.map((story, index) => {
    const slot = model.slots[index];
    if (slot === undefined) throw new Error('there are more stories than places for them');
    return newLane(model, slot, story);
  });
  await saveChannels(
    model.world.product,
    lanes.map(({ slot, story: { graceHours, tolerancePercent } }) =>
      channelOf(slot, { graceHours, tolerancePercent }),
    ),
  );
  for (const { buyer } of lanes) buyer.person.start();
  await model.world.telegram.drained();
  return lanes;
}

async function live({ lanes, coverage }: Playing, round: number): Promise<void> {
  const doing = lanes.map(async (lane, index) => {
    const deed = deedOf(lane.story, round);
    if (deed === undefined) return;
    const done = await perform(lane, deed).catch((error: unknown) => {
      throw new Wrong('while it was done', [String(error)], [index]);
    });
    if (done !== undefined) coverage.count(done);
  });
  await together(doing);
}

/** Waits for all, also where one fails: nothing may be under way when the world is judged. */
async function together(work: readonly unknown[]): Promise<void> {
  for (const result of await Promise.allSettled(work)) if (result.status === 'rejected') throw result.reason;
}

/** One round: everybody does what comes next, all at the same time. Resolves with when all that was due was done, if it was. */
async function play(playing: Playing, weather: RoundFaults, round: number): Promise<number | false> {
  const { model } = playing;
  await suffer(playing, weather);
  const isWorkedMeanwhile =
    weather.worker === 'during' || weather.worker === 'both' || weather.crash?.target === 'worker';
  await together([
    live(playing, round),
    isWorkedMeanwhile && drain(model),
    weather.crash && crash(playing, weather.crash),
  ]);
  await model.world.telegram.drained();
  return (weather.worker === 'after' || weather.worker === 'both') && drain(model);
}

/** Plays all stories of a batch to their ends, and checks after each round what must be true. */
export async function playBatch(model: Model, batch: Batch, coverage: Coverage): Promise<void> {
  const playing: Playing = { model, lanes: await begin(model, batch), coverage, isClean: true };
  for (let round = 0; round < roundsOf(batch); round += 1) {
    const drainedAt = await play(playing, batch.weather[round] ?? CALM, round);
    await check(playing, `after round ${round}`, drainedAt);
  }
  const healed = await heal(playing);
  for (const lane of playing.lanes) coverage.see(lane);
  await end(playing, healed);
  coverage.count('sequence', playing.lanes.length);
}
