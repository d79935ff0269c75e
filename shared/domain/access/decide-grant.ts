import type { OrderReference } from '../common/ids';
import { isInside, type Membership } from '../common/membership';
import type { AccessNews } from '../messages/access';

/** A buyer who asks for a link again long after the live one was made may be asking because the owner revoked it. */
const FRESH_MS = 5 * 60_000;
/** Telegram refuses a link that ends in the past by its own clock, so a link gets at least this long. */
const SHORTEST_LINK_MS = 60_000;

/** How a user with access gets into the channel. */
export type Grant =
  /** They are in already: they are told until when. */
  | 'tell'
  /** They get the live link again. */
  | 'resend'
  /** They get a new link, and the live one is revoked. */
  | 'make'
  /** They were banned by hand: the owner has to lift the ban or return the money. */
  | 'blocked';

/** Times are epoch milliseconds. A subscription has one live link, which ends with the access. */
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

/** Returns true if the user paid, and the access ended before they ever got in. */
export const isOwed = (access: {
  readonly paidUntil: number | null;
  readonly isAdmitted: boolean;
  readonly isProtected: boolean;
  /** `null` for a user who was given days and paid for none. */
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
