import { areForEver, isForEver } from '../../domain/common/for-ever';
import { endOfGrace } from '../../domain/common/subscription';
import type { Occasion } from '../../domain/messages/parts';
import type { Html } from './html';
import { shortTitle } from './view';
import type { Wording } from './wording';

export type ReminderOccasion = Omit<Extract<Occasion, { type: 'reminder' }>, 'type'>;

/** When access ends or, if it has ended, how long the member can stay. */
export function accessEndInWords(
  title: string,
  { daysLeft, paidUntil, graceHours }: ReminderOccasion,
  wording: Wording,
): Html {
  const channel = { title: shortTitle(title) };
  if (daysLeft > 0)
    return wording.html('access-reminder', { ...channel, days: daysLeft, end: wording.time(paidUntil) });
  if (graceHours === 0) return wording.html('access-reminder-ended', channel);
  const until = wording.time(endOfGrace(paidUntil, graceHours));
  return wording.html('access-reminder-grace', { ...channel, until });
}

/** What becomes of the days that are left after a renewal. */
export const renewalInWords = (daysLeft: number, wording: Wording): Html =>
  wording.html(daysLeft > 0 ? 'access-renew-early' : 'access-renew-any-time');

/** The catalogs choose by it, because nothing lasts "until for ever". */
const FOR_EVER = 'for_ever';

/** Days in a sentence: `7 days`, or the word by which the catalog chooses another sentence. */
export const durationIn = (days: number, wording: Wording): string =>
  areForEver(days) ? FOR_EVER : wording.days(days);

/** As above: what is over can't be promised. */
const OVER = 'over';

/** Like `endIn`. `null`: it has passed. */
export const endAhead = (until: number | null, wording: Wording): Html | string =>
  until === null ? OVER : endIn(until, wording);

/** The end of access in a sentence: a time, or the word by which the catalog chooses another sentence. */
export const endIn = (paidUntil: number, wording: Wording): Html | string =>
  isForEver(paidUntil) ? FOR_EVER : wording.time(paidUntil);
