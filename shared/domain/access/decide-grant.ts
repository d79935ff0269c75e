import type { OrderReference } from '../common/ids';
import { isInside, type Membership } from '../common/membership';
import type { AccessNews } from '../messages/access';
import { DAY_MS } from '../common/time';

/** A buyer who asks for a link again long after the live one was made may be asking because the owner revoked it. */
const FRESH_MS = 5 * 60_000;
/** Telegram refuses a link that ends in the past by its own clock, so a link gets at least this long. */
const SHORTEST_LINK_MS = 60_000;
/** Nobody needs longer to join, and `/mysubs` makes a new link at any time. */
export const LONGEST_LINK_MS = 365 * DAY_MS;
/** `expire_date` is a signed 32-bit integer of seconds. The server turns a bigger one into a link that never ends. */
const LAST_EXPIRE_DATE_MS = (2 ** 31 - 1) * 1000;
/** A link that ends before the access is sent again only if it works at least this long. */
const WORTH_SENDING_MS = DAY_MS;

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

/** When a link ends: with the access, at most a year after it was made. Times are epoch milliseconds. */
export const linkExpiresAt = ({ accessUntil, madeAt }: { accessUntil: number; madeAt: number }): number =>
  Math.min(Math.max(accessUntil, madeAt + SHORTEST_LINK_MS), madeAt + LONGEST_LINK_MS, LAST_EXPIRE_DATE_MS);

/** Times are epoch milliseconds. A subscription has one live link, made for one end of the access. */
export function decideGrant(
  membership: Membership,
  { type }: AccessNews,
  access: {
    /** Until when any offer lets them into the place. */
    readonly placeUntil: number | null;
    readonly closedChannelId: number | null;
    readonly liveLink: {
      readonly closedChannelId: number;
      readonly accessUntil: number;
      readonly createdAt: number;
    } | null;
    readonly now: number;
  },
): Grant {
  if (isInside(membership)) return 'tell';
  if (membership === 'banned') return 'blocked';
  const { liveLink, placeUntil, closedChannelId, now } = access;
  if (liveLink === null || liveLink.accessUntil !== placeUntil) return 'make';
  if (liveLink.closedChannelId !== closedChannelId) return 'make';
  const endsAt = linkExpiresAt({ accessUntil: placeUntil, madeAt: liveLink.createdAt });
  if (endsAt < Math.min(placeUntil, now + WORTH_SENDING_MS)) return 'make';
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
