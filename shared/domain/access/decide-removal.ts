import { endOfGrace } from '../common/subscription';
import { HOUR_SECONDS } from '../common/time';

/** Switched off, the owner switches on again; and a wait is looked at anew each day, for grace may be shortened. */
const LONGEST_WAIT_SECONDS = 24 * HOUR_SECONDS;
const DRY_RUN_AGAIN_SECONDS = 6 * HOUR_SECONDS;
/** A kick whose answer was lost has reached Telegram by then, or never will. */
const KICK_LANDS_WITHIN_MS = 60_000;
/** So few removals an hour are never braked: a share of a small channel would be nobody. */
export const REMOVED_AT_LEAST = 5;

/** Of so many members, how many may be removed in any hour without the owner's word. */
export const removalsPerHour = (members: number): number =>
  Math.max(REMOVED_AT_LEAST, Math.floor(members / 10));

/** Whether one of the removals of an hour was taken for somebody already, whose removal then failed. */
export const holdsSlot = ({
  brakedAt,
  now,
}: {
  readonly brakedAt: number | null;
  readonly now: number;
}): boolean => brakedAt !== null && now - brakedAt < HOUR_SECONDS * 1000;

/** What a promise to remove somebody comes to when it wakes. */
export type RemovalStep =
  /** The access has changed since, and that change made a promise of its own. */
  | { readonly type: 'outdated' }
  /** It changed while somebody was being removed, who may be out with days left. */
  | { readonly type: 'heal' }
  | { readonly type: 'wait'; readonly seconds: number }
  | { readonly type: 'dry_run'; readonly seconds: number }
  | { readonly type: 'remove' };

/** Decided anew at each wake, from the access as it is then. Times are epoch milliseconds. */
export function decideRemoval(
  promised: { readonly paidUntil: number | null },
  access: {
    readonly paidUntil: number | null;
    readonly removingSince: number | null;
    readonly graceHours: number;
    readonly removals: 'on' | 'dry_run' | 'off';
    readonly now: number;
  },
): RemovalStep {
  const { paidUntil, removingSince, graceHours, removals, now } = access;
  if (paidUntil !== promised.paidUntil) return { type: removingSince === null ? 'outdated' : 'heal' };
  // What was sent back ends at once.
  const waitMs = paidUntil === null ? 0 : endOfGrace(paidUntil, graceHours) - now;
  if (waitMs > 0) return { type: 'wait', seconds: Math.min(waitMs / 1000, LONGEST_WAIT_SECONDS) };
  if (removals === 'off') return { type: 'wait', seconds: LONGEST_WAIT_SECONDS };
  return removals === 'dry_run' ? { type: 'dry_run', seconds: DRY_RUN_AGAIN_SECONDS } : { type: 'remove' };
}

/** For how many milliseconds a kick that was begun may still land on somebody who is in. */
export const kickMayLandForMs = ({
  removingSince,
  now,
}: {
  readonly removingSince: number | null;
  readonly now: number;
}): number => (removingSince === null ? 0 : removingSince + KICK_LANDS_WITHIN_MS - now);
