import { checkAccess, checkPromises, checkMembership, isBehind, isInside } from './check-access';
import { checkClocks, checkDonations, checkHanging, checkRefusals } from './check-cases';
import { checkFigures, claimsIn } from './check-figures';
import { checkMoney } from './check-money';
import { checkStars } from './check-stars';
import { checkBalance, followStars } from './follow-stars';
import type { BuyerRun } from './buyer-run';
import { observe, type Observation } from './observe';
import type { Playing } from './playing';
import { toastIn, writingIn } from './writing';
import { Violation } from './wrong';

/** Reads from Telegram what was written, which links each buyer has, and whether they are in. Returns all toasts. */
function readTelegram({ model, runs }: Playing): readonly string[] {
  const byChannel = new Map<number, BuyerRun>(runs.map((run) => [run.slot.closedChannelId, run]));
  const byChat = new Map(
    runs.flatMap((run) => [run.buyer, run.slot.owner].map(({ id }) => [id, run] as const)),
  );
  for (const run of runs) run.written = [];
  const toasts: string[] = [];
  for (const call of model.calls.take()) {
    const { method, payload, result } = call;
    if (method === 'createChatInviteLink' && result !== undefined)
      byChannel.get(Number(payload['chat_id']))?.links.add((result as { invite_link: string }).invite_link);
    const writing = writingIn(call);
    if (writing !== undefined) byChat.get(writing.chatId)?.written.push(writing);
    toasts.push(...[toastIn(call) ?? []].flat());
  }
  for (const run of runs) {
    run.isIn = isInside(run, run.buyer);
    if (run.isIn) run.hasLeft = false;
  }
  return toasts;
}

/** Checks all guarantees. Throws one error that lists every violation. */
export async function check(playing: Playing, when: string, drainedAt: number | false): Promise<Observation> {
  const { model, runs, isClean, coverage } = playing;
  await model.world.telegram.drained();
  await followStars(model, runs);
  const observation = await observe(model.world.database, runs);
  const toasts = readTelegram(playing);
  for (const { what } of runs.flatMap(({ written }) => written.flatMap(claimsIn)))
    coverage.count(`told ${what}`);
  const behind = new Set(
    observation.undone.filter((each) => isBehind(each, observation.now)).map(({ userId }) => userId),
  );
  const wrong = [...checkPromises(observation, drainedAt), ...checkRefusals(toasts)];
  for await (const text of checkBalance(model)) wrong.push(text);
  const whose = new Set<number>();
  for (const [index, run] of runs.entries()) {
    const observed = (run.observed = observation.byUser.get(run.buyer.id));
    // A buyer who left on their own gets no new link for the same purchase. The next purchase sends one again.
    if ((observed?.paidUntil ?? 0) <= observation.now) run.hasLeft = false;
    const found = [...checkMembership(run, observed)];
    if (observed !== undefined) {
      found.push(
        ...checkMoney(run, observed),
        ...checkStars(run, observed),
        ...checkFigures(run, observed),
        ...checkClocks(observed),
        ...checkDonations(run, observed),
        ...checkRefusals(run.written.map(({ text }) => text)),
      );
      if (drainedAt !== false && !behind.has(run.buyer.id) && !behind.has(null))
        found.push(...checkHanging(run, observed), ...checkAccess(run, observed, isClean));
    }
    if (found.length > 0) whose.add(index);
    wrong.push(...found.map((text) => `buyer ${index}: ${text}`));
  }
  if (wrong.length > 0) throw new Violation(when, wrong, [...whose]);
  return observation;
}
