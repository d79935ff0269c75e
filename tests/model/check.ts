import { checkAccess, checkPromises, checkMembership, isBehind, isInside } from './check-access';
import { checkMoney } from './check-money';
import type { BuyerRun } from './buyer-run';
import { observe, type Observation } from './observe';
import type { Playing } from './playing';
import { Violation } from './wrong';

/** Reads from Telegram which links each buyer has, and whether they are in. */
function readTelegram({ model, runs }: Playing): void {
  const byChannel = new Map<number, BuyerRun>(runs.map((run) => [run.slot.closedChannelId, run]));
  for (const { method, payload, result } of model.calls.take())
    if (method === 'createChatInviteLink' && result !== undefined)
      byChannel.get(Number(payload['chat_id']))?.links.add((result as { invite_link: string }).invite_link);
  for (const run of runs) {
    run.isIn = isInside(run, run.buyer);
    if (run.isIn) run.hasLeft = false;
  }
}

/** Checks all guarantees. Throws one error that lists every violation. */
export async function check(playing: Playing, when: string, drainedAt: number | false): Promise<Observation> {
  const { model, runs, isClean } = playing;
  const observation = await observe(model.world.database, runs);
  readTelegram(playing);
  const behind = new Set(
    observation.undone.filter((each) => isBehind(each, observation.now)).map(({ userId }) => userId),
  );
  const wrong = [...checkPromises(observation, drainedAt)];
  const whose = new Set<number>();
  for (const [index, run] of runs.entries()) {
    const observed = (run.observed = observation.byUser.get(run.buyer.id));
    // A buyer who left on their own gets no new link for the same purchase. The next purchase sends one again.
    if ((observed?.paidUntil ?? 0) <= observation.now) run.hasLeft = false;
    const found = [...checkMembership(run, observed)];
    if (observed !== undefined) {
      found.push(...checkMoney(run, observed));
      if (drainedAt !== false && !behind.has(run.buyer.id) && !behind.has(null))
        found.push(...checkAccess(run, observed, isClean));
    }
    if (found.length > 0) whose.add(index);
    wrong.push(...found.map((text) => `buyer ${index}: ${text}`));
  }
  if (wrong.length > 0) throw new Violation(when, wrong, [...whose]);
  return observation;
}
