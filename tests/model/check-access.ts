import type { BuyerRun } from './buyer-run';
import type { Observation, PendingPromise } from './observe';
import type { BuyerState } from './observed';
import { isForEver } from '../../shared/domain/common/for-ever';
import { HOUR_MS } from '../../shared/domain/common/time';

const LEASE_MS = 61_000;
/** The longest wait after a failed attempt is 75 minutes. Telegram's `retry_after` is shorter here. */
const LONGEST_WAIT_MS = 76 * 60_000;

/** Effects that are performed once. The others check something, and come due again. */
const ONCE = [
  'send_message',
  'create_invoice',
  'grant_access',
  'approve_join_request',
  'decline_join_request',
  'revoke_invite_link',
];

/** Whether a promise is late because of a failure or a crash, so its buyer can't be judged yet. */
export function isBehind({ kind, dueAt, error, attempts }: PendingPromise, now: number): boolean {
  if (dueAt <= now || error !== null) return true;
  return attempts > 0 && (ONCE.includes(kind) || dueAt <= now + LEASE_MS);
}

/** No promise is forgotten: it was kept or comes due again. None may be given up. */
export function* checkPromises(observation: Observation, drainedAt: number | false): Generator<string> {
  const { now, undone, givenUp } = observation;
  for (const { kind, key, dueAt, error, attempts } of undone) {
    if (drainedAt !== false && dueAt < drainedAt)
      yield `5: ${kind} ${key} is due and was not performed (${String(error)})`;
    if (
      (error !== null || (attempts > 0 && ONCE.includes(kind))) &&
      kind !== 'reconcile_order' &&
      dueAt > now + LONGEST_WAIT_MS
    )
      yield `5: ${kind} ${key} waits until ${new Date(dueAt).toISOString()} (${String(error)})`;
  }
  for (const { kind, key, error } of givenUp) yield `5: ${kind} ${key} was given up: ${error}`;
}

/** Whether a user who has the link can open it. */
function opens({ slot }: BuyerRun, inviteLink: string): boolean {
  try {
    slot.stranger.person.preview(inviteLink);
    return true;
  } catch {
    return false;
  }
}

/** Whether the link was sent to its buyer. */
const wasSent = ({ model, buyer }: BuyerRun, inviteLink: string): boolean =>
  model.world.telegram
    .messages(buyer.id)
    .some(({ reply_markup }) =>
      reply_markup?.inline_keyboard.flat().some((button) => 'url' in button && button.url === inviteLink),
    );

export const isInside = ({ slot: { lookAt } }: BuyerRun, person: BuyerRun['buyer']): boolean =>
  person.person.preview(lookAt).standing === 'in';

/** What must be true about the members of the private channel at any time. */
export function* checkMembership(run: BuyerRun, observed: BuyerState | undefined): Generator<string> {
  const { slot, isIn } = run;
  if (isInside(run, slot.stranger)) yield '6: a stranger is in';
  const { memberCount } = slot.stranger.person.preview(slot.lookAt);
  // The owner and the bot are members as well.
  if (memberCount !== (isIn ? 3 : 2)) yield `6: the private channel has ${memberCount} members`;
  if (isIn && (observed?.extensions.length ?? 0) === 0) yield '6: a member never paid';
  const live = observed?.links.filter(({ expiresAt }) => expiresAt > observed.now) ?? [];
  if (live.length > 1) yield `4: ${live.length} links are live for one subscription`;
}

/** What must be true about a buyer's access once no work is due. `isClean`: no process died, so no link is unknown to us. */
export function* checkAccess(run: BuyerRun, observed: BuyerState, isClean: boolean): Generator<string> {
  const { now, paidUntil, graceHours } = observed;
  const isActive = paidUntil !== null && paidUntil > now;
  const live = observed.links.filter(({ expiresAt }) => expiresAt > now);
  if (!isActive) {
    if (live.length > 0) yield '4: a link is live without paid days';
    const open = [...run.links].filter((link) => opens(run, link));
    if (isClean && open.length > 0)
      yield `4: Telegram accepts requests by ${open.length} links without paid days`;
    const mayStay = paidUntil !== null && now < paidUntil + graceHours * HOUR_MS;
    if (run.isIn && !mayStay) yield '6: a member is in after the grace period';
    return;
  }
  if (isClean && [...run.links].filter((link) => opens(run, link)).length > 1)
    yield '4: several links open for one subscription';
  if (run.isIn || run.hasLeft) return;
  // A link works for a year at most. /mysubs makes another one.
  if (isForEver(paidUntil) && observed.links.length > live.length) return;
  const usable = live.find(({ inviteLink }) => wasSent(run, inviteLink) && opens(run, inviteLink));
  if (usable === undefined) yield '6: a buyer with days left is out and has no link';
}
