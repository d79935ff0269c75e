import { checkAccess, checkPromises, checkWhoIsIn, isBehind, isInside } from './check-access';
import { checkMoney } from './check-money';
import type { BuyerRun } from './buyer-run';
import { observe, type Observation } from './observe';
import type { Playing } from './playing';
import { Wrong } from './wrong';

/** Reads what Telegram shows of each buyer. */
function look({ model, lanes }: Playing): void {
  const byChannel = new Map<number, BuyerRun>(lanes.map((lane) => [lane.slot.closedChannelId, lane]));
  for (const { method, payload, result } of model.calls.take())
    if (method === 'createChatInviteLink' && result !== undefined)
      byChannel.get(Number(payload['chat_id']))?.links.add((result as { invite_link: string }).invite_link);
  for (const lane of lanes) {
    lane.isIn = isInside(lane, lane.buyer);
    if (lane.isIn) lane.hasLeft = false;
  }
}

/** Throws, with everything that is wrong, unless all that must be true is. */
export async function check(playing: Playing, when: string, drainedAt: number | false): Promise<Observation> {
  const { model, lanes, isClean } = playing;
  const observation = await observe(model.world.database, lanes);
  look(playing);
  const behind = new Set(
    observation.undone.filter((each) => isBehind(each, observation.now)).map(({ userId }) => userId),
  );
  const wrong = [...checkPromises(observation, drainedAt)];
  const whose = new Set<number>();
  for (const [index, lane] of lanes.entries()) {
    const observed = (lane.observed = observation.byUser.get(lane.buyer.id));
    // Who went by themselves is owed a way in again by the next purchase.
    if ((observed?.paidUntil ?? 0) <= observation.now) lane.hasLeft = false;
    const found = [...checkWhoIsIn(lane, observed)];
    if (observed !== undefined) {
      found.push(...checkMoney(lane, observed));
      if (drainedAt !== false && !behind.has(lane.buyer.id) && !behind.has(null))
        found.push(...checkAccess(lane, observed, isClean));
    }
    if (found.length > 0) whose.add(index);
    wrong.push(...found.map((text) => `buyer ${index}: ${text}`));
  }
  if (wrong.length > 0) throw new Wrong(when, wrong, [...whose]);
  return observation;
}
