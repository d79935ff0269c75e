import type { KnownMember, InviteState } from '../../../../domain/messages/owner-lists';
import { endIn } from '../../access-end';
import type { Html } from '../../html';
import type { Wording } from '../../wording';

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
export const originInWords = ({ origin }: KnownMember, wording: Wording): string | undefined =>
  origin === null ? undefined : wording.text(ORIGIN_KEYS[origin]);

/** When the paid access ends or ended. `graceEndsAt`, in epoch milliseconds, is told if it is given. */
export function paidInWords({ paidUntil, phase }: KnownMember, wording: Wording, graceEndsAt?: number): Html {
  if (paidUntil === null) return wording.html('lists-paid-never');
  if (phase === 'active') return wording.html('lists-paid-until', { time: endIn(paidUntil, wording) });
  const time = wording.time(paidUntil);
  if (phase !== 'grace') return wording.html('lists-paid-ended', { time });
  return graceEndsAt === undefined
    ? wording.html('lists-paid-grace', { time })
    : wording.html('lists-paid-grace-until', { time, until: wording.time(graceEndsAt) });
}

/** The invite link of a buyer who isn't in. */
export const inviteInWords = ({ whereabouts, wayIn }: KnownMember, wording: Wording): string =>
  wording.text(whereabouts === 'banned' ? 'lists-link-banned' : INVITE_KEYS[wayIn]);

/** True if Telegram last showed the user as in. */
export const isIn = ({ whereabouts }: KnownMember): boolean =>
  whereabouts === 'in' || whereabouts === 'administrator';

/** True if a member has no paid access. */
export const isUnpaid = ({ whereabouts, phase }: KnownMember): boolean =>
  whereabouts === 'in' && (phase === 'none' || phase === 'expired');
