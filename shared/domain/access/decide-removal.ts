import type { RemovalsSetting } from '../common/channel';
import { endOfGrace } from '../common/subscription';
import { HOUR_SECONDS } from '../common/time';

/** Longest sleep between two checks. The owner may switch removals on or shorten grace, so look again every day. */
const LONGEST_WAIT_SECONDS = 24 * HOUR_SECONDS;
const DRY_RUN_AGAIN_SECONDS = 6 * HOUR_SECONDS;
/** A removal whose answer was lost has reached Telegram within this time, or never will. */
const KICK_LANDS_WITHIN_MS = 60_000;
/** So few removals an hour are never braked, because a tenth of a small channel would be no member at all. */
export const REMOVED_AT_LEAST = 5;

/** How many of a channel's members may be removed within an hour without the owner's decision. */
export const removalsPerHour = (members: number): number =>
  Math.max(REMOVED_AT_LEAST, Math.floor(members / 10));

/** Returns true if this member, whose earlier removal failed, still counts among the removals of the current hour. */
export const holdsSlot = ({
  brakedAt,
  now,
}: {
  readonly brakedAt: number | null;
  readonly now: number;
}): boolean => brakedAt !== null && now - brakedAt < HOUR_SECONDS * 1000;

/** What to do when a promised removal is due. */
export type RemovalStep =
  /** The access changed since, and the change promised its own removal. */
  | { readonly type: 'outdated' }
  /** The access changed during the removal, so the member may be out with days left. */
  | { readonly type: 'restore' }
  | { readonly type: 'wait'; readonly seconds: number }
  | { readonly type: 'dry_run'; readonly seconds: number }
  | { readonly type: 'remove' };

/** Decides each time the promise is due, from the access at that time. Times are epoch milliseconds. */
export function decideRemoval(
  promised: { readonly paidUntil: number | null },
  access: {
    readonly paidUntil: number | null;
    /** The offer opens the place. */
    readonly isOpen: boolean;
    /** Other offers that open the place. One with days left promises its own removal when they end. */
    readonly others: { readonly until: number; readonly staysUntil: number } | null;
    readonly removingSince: number | null;
    readonly graceHours: number;
    readonly removals: RemovalsSetting;
    readonly now: number;
  },
): RemovalStep {
  const { paidUntil, isOpen, others, removingSince, graceHours, removals, now } = access;
  const isHeld = others !== null && others.until > now;
  if (isHeld || (isOpen && paidUntil !== promised.paidUntil))
    return { type: removingSince === null ? 'outdated' : 'restore' };
  // A refund ends access without grace, and so does a place that the offer lost.
  const ownMs = paidUntil === null || !isOpen ? 0 : endOfGrace(paidUntil, graceHours) - now;
  // The grace of an offer that has ended may be longer than when its own removal was tried, so nobody else waits for it.
  const waitMs = Math.max(ownMs, others === null ? 0 : others.staysUntil - now);
  if (waitMs > 0) return { type: 'wait', seconds: Math.min(waitMs / 1000, LONGEST_WAIT_SECONDS) };
  if (removals === 'off') return { type: 'wait', seconds: LONGEST_WAIT_SECONDS };
  return removals === 'dry_run' ? { type: 'dry_run', seconds: DRY_RUN_AGAIN_SECONDS } : { type: 'remove' };
}

/** How many milliseconds longer a begun removal may still take effect at Telegram. */
export const kickMayLandForMs = ({
  removingSince,
  now,
}: {
  readonly removingSince: number | null;
  readonly now: number;
}): number => (removingSince === null ? 0 : removingSince + KICK_LANDS_WITHIN_MS - now);
