import type { OrderReference } from '../common/ids';
import { isInside, type Membership } from '../common/membership';
import type { AccessNews } from '../messages/access';

/** A link that is asked for anew although one is live may be one that its owner has revoked by hand. */
const FRESH_MS = 5 * 60_000;
/** Telegram refuses a link that ends in the past, by its own clock. */
const SHORTEST_LINK_MS = 60_000;

/** How somebody with access is let in. */
export type Grant =
  /** They are in: told until when. */
  | 'tell'
  /** By the link they have. */
  | 'resend'
  /** By a new link, in place of what was live. */
  | 'make'
  /** Banned by hand: the owner has to lift that, or send the money back. */
  | 'blocked';

/** Times are epoch milliseconds. One link per subscription is live; it ends when the access does. */
export function decideGrant(
  membership: Membership,
  { type }: AccessNews,
  access: {
    readonly paidUntil: number | null;
    readonly closedChannelId: number | null;
    readonly liveLink: {
      readonly closedChannelId: number;
      readonly expiresAt: number;
      readonly createdAt: number;
    } | null;
    readonly now: number;
  },
): Grant {
  if (isInside(membership)) return 'tell';
  if (membership === 'banned') return 'blocked';
  const { liveLink, paidUntil, closedChannelId, now } = access;
  if (liveLink === null || liveLink.expiresAt !== paidUntil) return 'make';
  if (liveLink.closedChannelId !== closedChannelId) return 'make';
  return type === 'asked' && now - liveLink.createdAt > FRESH_MS ? 'make' : 'resend';
}

/** Whether somebody's time is over who has paid for it and never had a way in. */
export const isOwed = (access: {
  readonly paidUntil: number | null;
  readonly isAdmitted: boolean;
  readonly isProtected: boolean;
  /** Absent for who was given days and paid for none. */
  readonly reference: OrderReference | null;
  readonly now: number;
}): boolean =>
  access.reference !== null &&
  access.paidUntil !== null &&
  access.paidUntil <= access.now &&
  !access.isAdmitted &&
  !access.isProtected;

export const linkExpiresAt = ({ paidUntil, now }: { paidUntil: number; now: number }): number =>
  Math.max(paidUntil, now + SHORTEST_LINK_MS);
