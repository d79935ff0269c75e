import type { BuyerRun } from './buyer-run';
import type { Observation, Undone } from './observe';
import type { Observed } from './observed';
import { HOUR_MS } from '../../shared/domain/common/time';

const LEASE_MS = 61_000;
/** A failed try waits for an hour and a quarter at the most, or as long as Telegram asks. */
const LONGEST_WAIT_MS = 76 * 60_000;

/** What is done once and then never again; the others wake, look and wait. */
const ONCE = [
  'send_message',
  'create_invoice',
  'grant_access',
  'approve_join_request',
  'decline_join_request',
  'revoke_invite_link',
];

/** Whether a promise should have been kept by now, but for a failure or a crash that it waits out. */
export function isBehind({ kind, dueAt, error, attempts }: Undone, now: number): boolean {
  if (dueAt <= now || error !== null) return true;
  return attempts > 0 && (ONCE.includes(kind) || dueAt <= now + LEASE_MS);
}

/** Nothing that was promised is forgotten: it is done, was given up for a reason, or comes due again. */
export function* checkPromises(observation: Observation, drainedAt: number | false): Generator<string> {
  const { now, undone, givenUp } = observation;
  for (const { kind, key, dueAt, error, attempts } of undone) {
    if (drainedAt !== false && dueAt < drainedAt)
      yield `5: ${kind} ${key} is due and was left (${String(error)})`;
    if (
      (error !== null || (attempts > 0 && ONCE.includes(kind))) &&
      kind !== 'reconcile_order' &&
      dueAt > now + LONGEST_WAIT_MS
    )
      yield `5: ${kind} ${key} waits until ${new Date(dueAt).toISOString()} (${String(error)})`;
  }
  for (const { kind, key, error } of givenUp) yield `5: ${kind} ${key} was given up: ${error}`;
}

/** A link can be opened by who has it. */
function opens({ slot }: BuyerRun, inviteLink: string): boolean {
  try {
    slot.stranger.person.preview(inviteLink);
    return true;
  } catch {
    return false;
  }
}

/** Whether a link stands in the chat of its buyer. */
const wasSent = ({ model, buyer }: BuyerRun, inviteLink: string): boolean =>
  model.world.telegram
    .messages(buyer.id)
    .some(({ reply_markup }) =>
      reply_markup?.inline_keyboard.flat().some((button) => 'url' in button && button.url === inviteLink),
    );

export const isInside = ({ slot: { lookAt } }: BuyerRun, person: BuyerRun['buyer']): boolean =>
  person.person.preview(lookAt).standing === 'in';

/** What must be true of who is in at any moment. */
export function* checkWhoIsIn(lane: BuyerRun, observed: Observed | undefined): Generator<string> {
  const { slot, isIn } = lane;
  if (isInside(lane, slot.stranger)) yield '6: a stranger is in';
  const { memberCount } = slot.stranger.person.preview(slot.lookAt);
  // The owner and the bot are, too.
  if (memberCount !== (isIn ? 3 : 2)) yield `6: there are ${memberCount} in the private channel`;
  if (isIn && (observed?.extensions.length ?? 0) === 0) yield '6: somebody who never paid is in';
  const live = observed?.links.filter(({ expiresAt }) => expiresAt > observed.now) ?? [];
  if (live.length > 1) yield `4: ${live.length} links are live for one subscription`;
}

/** What must be true of one buyer's access once all that was due is done. `isClean`: nothing died, so no link was orphaned. */
export function* checkAccess(lane: BuyerRun, observed: Observed, isClean: boolean): Generator<string> {
  const { now, paidUntil, graceHours } = observed;
  const isActive = paidUntil !== null && paidUntil > now;
  const live = observed.links.filter(({ expiresAt }) => expiresAt > now);
  if (!isActive) {
    if (live.length > 0) yield '4: a link is live, and no day is paid';
    const open = [...lane.links].filter((link) => opens(lane, link));
    if (isClean && open.length > 0)
      yield `4: Telegram lets people ask by ${open.length} links, and no day is paid`;
    const mayStay = paidUntil !== null && now < paidUntil + graceHours * HOUR_MS;
    if (lane.isIn && !mayStay) yield '6: somebody is in whose days and grace are over';
    return;
  }
  if (isClean && [...lane.links].filter((link) => opens(lane, link)).length > 1)
    yield '4: several links open for one subscription';
  if (lane.isIn || lane.hasLeft) return;
  const way = live.find(({ inviteLink }) => wasSent(lane, inviteLink) && opens(lane, inviteLink));
  if (way === undefined) yield '6: somebody with days left is out, and has no link';
}
