import { eventually } from '../journeys/support/eventually';
import { isBehind } from './check-access';
import { checkNothingLost } from './check-money';
import { check } from './check';
import type { BuyerRun } from './buyer-run';
import type { Observation, PendingPromise } from './observe';
import { drain, type Playing } from './playing';
import type { Model } from './start-model';
import { Violation } from './wrong';
import { DAY_MS } from '../../shared/domain/common/time';

const inWords = ({ kind, key, error, dueAt }: PendingPromise): string =>
  `${kind} ${key} at ${new Date(dueAt).toISOString()}: ${String(error)}`;

const storiesOf = (runs: readonly BuyerRun[], undone: readonly PendingPromise[]): number[] => [
  ...new Set(
    undone.map(({ userId }) => runs.findIndex(({ buyer }) => buyer.id === userId)).filter((at) => at >= 0),
  ),
];

/** Runs the worker until it has done all that is due. It can, because no process is killed from here on. */
const drained = (model: Model): Promise<number> => eventually(() => drain(model));

/** Ends all faults and moves the clock on until all delayed work is done. Then nothing may be late or lost. */
export async function waitForRecovery(playing: Playing): Promise<Observation> {
  const { model, runs } = playing;
  const { world } = model;
  world.telegram.clearFaults();
  world.nowpayments.clearFaults();
  for (const interval of ['61 seconds', '77 minutes', '77 minutes', '25 hours']) {
    await world.moveClock(interval);
    await drain(model);
    await world.telegram.drained();
  }
  const observation = await check(playing, 'after recovery', await drained(model));
  const { now, undone } = observation;
  const late = undone.filter((each) => isBehind(each, now));
  if (late.length > 0)
    throw new Violation('5: still due without any fault', late.map(inWords), storiesOf(runs, late));
  for (const [index, run] of runs.entries()) {
    const lost = run.observed ? [...checkNothingLost(run, run.observed)] : [];
    if (lost.length > 0) throw new Violation(`buyer ${index}: lost`, lost, [index]);
  }
  return observation;
}

/** Moves the clock past the end of all access and of all reconciliation. Then no promise and no member may be left. */
export async function end(playing: Playing, { now, undone, byUser }: Observation): Promise<void> {
  const { model, runs } = playing;
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
    throw new Violation('5: still due after the end', left.map(inWords), storiesOf(runs, left));
  const inside = runs.flatMap(({ isIn }, index) => (isIn ? [index] : []));
  if (inside.length > 0) throw new Violation('6: still in after the end', inside.map(String), inside);
}
