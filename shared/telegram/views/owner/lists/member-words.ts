import type { KnownMember, InviteState } from '../../../../domain/messages/owner-lists';
import { formatLocalTime } from '../../words';

const INVITE_STATE_WORDS: Readonly<Record<InviteState, string>> = {
  live: 'has a link that works',
  ended: 'had a link, which is closed by now',
  none: 'has no link yet',
};

const ORIGIN_WORDS = {
  admitted: 'let in by me',
  before: 'in since before they paid',
  unknown: 'let in by somebody else',
} as const;

/** How a member joined. `undefined` if they are not in. */
export const originWords = ({ origin }: KnownMember): string | undefined =>
  origin === null ? undefined : ORIGIN_WORDS[origin];

/** When the paid access ends or ended. */
export function paidWords({ paidUntil, phase }: KnownMember, timeZone: string): string {
  if (paidUntil === null) return 'has paid for nothing';
  const time = formatLocalTime(paidUntil, timeZone);
  if (phase === 'active') return `paid until ${time}`;
  return phase === 'grace' ? `ended ${time}, in the time of grace` : `ended ${time}`;
}

/** The invite link of a buyer who isn't in. */
export const inviteWords = ({ whereabouts, wayIn }: KnownMember): string =>
  whereabouts === 'banned' ? 'banned from the private channel' : INVITE_STATE_WORDS[wayIn];

/** True if Telegram last showed the user as in. */
export const isIn = ({ whereabouts }: KnownMember): boolean =>
  whereabouts === 'in' || whereabouts === 'administrator';

/** True if a member has no paid access. */
export const isUnpaid = ({ whereabouts, phase }: KnownMember): boolean =>
  whereabouts === 'in' && (phase === 'none' || phase === 'expired');
