import type { KnownMember, InviteState } from '../../../../domain/messages/owner-lists';
import { formatLocalTime } from '../../words';

const WAY_IN_WORDS: Readonly<Record<InviteState, string>> = {
  live: 'has a link that works',
  ended: 'had a link, which is closed by now',
  none: 'has no link yet',
};

const ORIGIN_WORDS = {
  admitted: 'let in by me',
  before: 'in since before they paid',
  unknown: 'let in by somebody else',
} as const;

/** How somebody came in, as far as it is known. */
export const originWords = ({ origin }: KnownMember): string | undefined =>
  origin === null ? undefined : ORIGIN_WORDS[origin];

/** Until when somebody has paid, or since when they have not. */
export function paidWords({ paidUntil, phase }: KnownMember, timeZone: string): string {
  if (paidUntil === null) return 'has paid for nothing';
  const time = formatLocalTime(paidUntil, timeZone);
  if (phase === 'active') return `paid until ${time}`;
  return phase === 'grace' ? `ended ${time}, in the time of grace` : `ended ${time}`;
}

/** The way in of who has paid and is not in. */
export const inviteWords = ({ whereabouts, wayIn }: KnownMember): string =>
  whereabouts === 'banned' ? 'banned from the private channel' : WAY_IN_WORDS[wayIn];

/** Whether somebody is in, as far as Telegram showed it. */
export const isIn = ({ whereabouts }: KnownMember): boolean =>
  whereabouts === 'in' || whereabouts === 'administrator';

/** Whether somebody is in for whom nothing is paid. */
export const isUnpaid = ({ whereabouts, phase }: KnownMember): boolean =>
  whereabouts === 'in' && (phase === 'none' || phase === 'expired');
