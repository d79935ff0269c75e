import { eventually } from '../journeys/support/eventually';
import { isBehind } from './check-access';
import { checkNothingLost } from './check-money';
import { check } from './check';
import type { BuyerRun } from './buyer-run';
import type { Observation, Undone } from './observe';
import { drain, type Playing } from './playing';
import type { Model } from './start-model';
import { Wrong } from './wrong';
import { DAY_MS } from '../../shared/domain/common/time';

const inWords = ({ kind, key, error, dueAt }: Undone): string =>
  `${kind} ${key} at ${new Date(dueAt).toISOString()}: ${String(error)}`;

const storiesOf = (lanes: readonly BuyerRun[], undone: readonly Undone[]): number[] => [
  ...new Set(
    undone.map(({ userId }) => lanes.findIndex(({ buyer }) => buyer.id === userId)).filter((at) => at >= 0),
  ),
];

/** Nothing dies any more, so the worker comes to an end of what is due. */
const drained = (model: Model): Promise<number> => eventually(() => drain(model));

/** Lets pass what is wrong outside, until everything that was held up by it is done. */
export async function heal(playing: Playing): Promise<Observation> {
  const { model, lanes } = playing;
  const { world } = model;
  world.telegram.clearFaults();
  world.nowpayments.clearFaults();
  for (const interval of ['61 seconds', '77 minutes', '77 minutes', '25 hours']) {
    await world.moveClock(interval);
    await drain(model);
    await world.telegram.drained();
  }
  const observation = await check(playing, 'once all was healed', await drained(model));
  const { now, undone } = observation;
  const late = undone.filter((each) => isBehind(each, now));
  if (late.length > 0)
    throw new Wrong('5: not done, though nothing was in the way', late.map(inWords), storiesOf(lanes, late));
  for (const [index, lane] of lanes.entries()) {
    const lost = lane.observed ? [...checkNothingLost(lane, lane.observed)] : [];
    if (lost.length > 0) throw new Wrong(`buyer ${index}: lost`, lost, [index]);
  }
  return observation;
}

/** Goes to where everybody's days are over and NOWPayments is asked of nothing any more. */
export async function end(playing: Playing, { now, undone, byUser }: Observation): Promise<void> {
  const { model, lanes } = playing;
  const ends = [...byUser.values()].map(
    ({ paidUntil, graceHours }) => (paidUntil ?? 0) + graceHours * 3_600_000,
  );
  const last = Math.max(now + 31 * DAY_MS, ...ends, ...undone.map(({ dueAt }) => dueAt));
  const days = Math.ceil((last - now) / DAY_MS) + 1;
  await model.world.moveClock(`${days} days`);
  await drain(model);
  await model.world.telegram.drained();
  const { undone: left } = await check(playing, 'after the end', await drained(model));
  if (left.length > 0)
    throw new Wrong('5: to be done after the end', left.map(inWords), storiesOf(lanes, left));
  const inside = lanes.flatMap(({ isIn }, index) => (isIn ? [index] : []));
  if (inside.length > 0) throw new Wrong('6: in after the end', inside.map(String), inside);
}
