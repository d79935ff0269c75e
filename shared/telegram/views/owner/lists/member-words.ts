import type { InviteState, KnownMember, OtherOffer } from '../../../../domain/places/known-member';
import { endIn } from '../../access-end';
import type { Html } from '../../html';
import { joinedBy } from '../../join-words';
import { shortTitle } from '../../view';
import type { Wording } from '../../wording';

const MAX_OFFER = 48;

const INVITE_KEYS = {
  live: 'lists-link-live',
  ended: 'lists-link-ended',
  none: 'lists-link-none',
} as const satisfies Record<InviteState, string>;

const ORIGIN_KEYS = {
  admitted: 'lists-joined-admitted',
  before: 'lists-joined-before',
  unknown: 'lists-joined-unknown',
} as const;

/** How a member joined. `undefined` if they are not in. */
export const originInWords = (
  { origin }: Pick<KnownMember, 'origin'>,
  wording: Wording,
): string | undefined => (origin === null ? undefined : wording.text(ORIGIN_KEYS[origin]));

const hasOwnAccess = ({ phase }: KnownMember): boolean => phase === 'active' || phase === 'grace';

/**
 * When the paid access ends or ended, or which other offer lets them in. `graceEndsAt`, in epoch milliseconds, is told if it is
 * given.
 */
export function paidInWords(member: KnownMember, wording: Wording, graceEndsAt?: number): Html {
  const { other, paidUntil } = member;
  const own = ownInWords(member, wording, graceEndsAt);
  if (other == null || hasOwnAccess(member)) return own;
  return paidUntil === null
    ? otherInWords(other, wording)
    : joinedBy('common-facts', [own, otherInWords(other, wording)], wording);
}

/** Which other offer lets a member in. */
export const otherInWords = ({ title, until }: OtherOffer, wording: Wording): Html =>
  wording.html('lists-paid-by-other', { offer: shortTitle(title, MAX_OFFER), time: endIn(until, wording) });

function ownInWords({ paidUntil, phase }: KnownMember, wording: Wording, graceEndsAt?: number): Html {
  if (paidUntil === null) return wording.html('lists-paid-never');
  if (phase === 'active') return wording.html('lists-paid-until', { time: endIn(paidUntil, wording) });
  const time = wording.time(paidUntil);
  if (phase !== 'grace') return wording.html('lists-paid-ended', { time });
  return graceEndsAt === undefined
    ? wording.html('lists-paid-grace', { time })
    : wording.html('lists-paid-grace-until', { time, until: wording.time(graceEndsAt) });
}

/** The invite link of a buyer who isn't in. */
export const inviteInWords = (
  { whereabouts, wayIn }: Pick<KnownMember, 'whereabouts' | 'wayIn'>,
  wording: Wording,
): string => wording.text(whereabouts === 'banned' ? 'lists-link-banned' : INVITE_KEYS[wayIn]);

/** True if Telegram last showed the user as in. */
export const isIn = ({ whereabouts }: Pick<KnownMember, 'whereabouts'>): boolean =>
  whereabouts === 'in' || whereabouts === 'administrator';

/** True if a member has no paid access, and no other offer lets them in. */
export const isUnpaid = (member: KnownMember): boolean =>
  member.whereabouts === 'in' && !hasOwnAccess(member) && member.other == null;
