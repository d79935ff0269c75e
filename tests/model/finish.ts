import { eventually } from '../journeys/support/eventually';
import { isBehind } from './check-access';
import { checkReach, heldOrders } from './check-cases';
import { checkBooks } from './check-figures';
import { checkNothingLost } from './check-money';
import { check } from './check';
import { checkMatched } from './follow-stars';
import type { BuyerRun } from './buyer-run';
import type { Observation, PendingPromise } from './observe';
import type { OrderRow } from './observed';
import { drain, type Playing } from './playing';
import { perform } from './perform';
import type { Model } from './start-model';
import { readBooks } from './read-books';
import { tap } from './send-update';
import { callbackData } from '../../shared/telegram/codec/callback-data';
import { Violation } from './wrong';
import { isForEver } from '../../shared/domain/common/for-ever';
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
  const unmatched: string[] = [];
  for await (const text of checkMatched(model)) unmatched.push(text);
  if (unmatched.length > 0) throw new Violation('18: after recovery', unmatched);
  for (const [index, run] of runs.entries()) {
    const lost = run.observed ? [...checkNothingLost(run, run.observed)] : [];
    if (lost.length > 0) throw new Violation(`buyer ${index}: lost`, lost, [index]);
  }
  await checkEach(playing, 'books', async (run) => [
    ...checkBooks(run, await readBooks(run, playing.begunAt)),
  ]);
  return tapNext(playing, observation);
}

async function checkEach(
  { runs }: Playing,
  what: string,
  checkOne: (run: BuyerRun) => Promise<readonly string[]>,
): Promise<void> {
  const found = await Promise.all(runs.map(checkOne));
  const wrong = found.flatMap((each, index) => each.map((text) => `buyer ${index}: ${text}`));
  const blamed = found.flatMap((each, index) => (each.length > 0 ? [index] : []));
  if (wrong.length > 0) throw new Violation(what, wrong, blamed);
}

/** A buyer with money in unpaid orders. */
interface Holding {
  readonly run: BuyerRun;
  readonly held: readonly OrderRow[];
}

/** What a buyer with money in unpaid orders may tap, with the orders that the answer must name. */
const NEXT_TAPS: readonly {
  readonly dataOf: (run: BuyerRun) => string;
  readonly names: (order: OrderRow) => boolean;
}[] = [
  { dataOf: () => callbackData.mySubscriptions, names: () => true },
  {
    dataOf: ({ slot }) => callbackData.buy(slot.openChannelId, 1),
    names: ({ kind }) => kind === 'subscription',
  },
];

/** Each buyer with money in an unpaid order taps once more. They must get on from what any of the taps shows. */
async function tapNext(playing: Playing, observation: Observation): Promise<Observation> {
  const holding: readonly Holding[] = playing.runs.flatMap((run) => {
    const held = run.observed ? heldOrders(run.observed) : [];
    return held.length > 0 ? [{ run, held }] : [];
  });
  playing.coverage.count('order holds money', holding.flatMap(({ held }) => held).length);
  let seen = observation;
  for (const { dataOf, names } of NEXT_TAPS) {
    const tapping = holding
      .map(({ run, held }) => ({ run, held: held.filter(names) }))
      .filter(({ held }) => held.length > 0);
    if (tapping.length === 0) continue;
    for (const { run } of tapping) await tap(run, run.buyer, dataOf(run));
    await playing.model.world.telegram.drained();
    seen = await check(playing, 'after the next tap', await drained(playing.model));
    await checkEach(playing, 'the next tap', async (run) => {
      const held = tapping.find((each) => each.run === run)?.held ?? [];
      return [...checkReach(held, run.written)];
    });
  }
  return seen;
}

/** A payment that hangs is a case a week later, which ends by its default after another week, and may give access. */
const MOST_ENDS = 5;

/** Moves the clock past the end of all access and of all reconciliation. Then no promise and no member may be left. */
export async function end(playing: Playing, observation: Observation): Promise<void> {
  const { model, runs } = playing;
  let latest = observation;
  for (let ends = 0; ends === 0 || (latest.undone.length > 0 && ends < MOST_ENDS); ends += 1)
    latest = await endOnce(playing, latest);
  if (latest.undone.length > 0)
    throw new Violation(
      '5: still due after the end',
      latest.undone.map(inWords),
      storiesOf(runs, latest.undone),
    );
  const inside = runs.flatMap(({ isIn }, index) => (isIn ? [index] : []));
  const wrong = inside.filter((index) => !isForEver(runs[index]?.observed?.paidUntil ?? null));
  if (wrong.length > 0) throw new Violation('6: still in after the end', wrong.map(String), wrong);
  // Nothing ends their access, so that they leave on their own. The next batch has the same channels.
  for (const index of inside) await perform(runs[index]!, { type: 'leave' });
  await drain(model);
  await model.world.telegram.drained();
  // The figures of the next batch are those of the last thirty days.
  await model.world.moveClock('31 days');
}

async function endOnce(playing: Playing, { now, undone, byUser }: Observation): Promise<Observation> {
  const { model } = playing;
  const ends = [...byUser.values()]
    .filter(({ paidUntil }) => !isForEver(paidUntil))
    .map(({ paidUntil, graceHours }) => (paidUntil ?? 0) + graceHours * 3_600_000);
  const last = Math.max(now + 31 * DAY_MS, ...ends, ...undone.map(({ dueAt }) => dueAt));
  const days = Math.ceil((last - now) / DAY_MS) + 1;
  await model.world.moveClock(`${days} days`);
  await drain(model);
  await model.world.telegram.drained();
  return check(playing, 'after the end', await drained(model));
}
