import { endOfGrace } from '../../domain/common/subscription';
import { DEFAULT_LANGUAGE } from '../../domain/common/language';
import type { Occasion } from '../../domain/messages/parts';
import type { Html } from './html';
import { shortTitle } from './view';
import { wordingIn, type Wording } from './wording';

export type ReminderOccasion = Omit<Extract<Occasion, { type: 'reminder' }>, 'type'>;

/** When access ends or, if it has ended, how long the member can stay. */
export function endWords(
  title: string,
  { daysLeft, paidUntil, graceHours }: ReminderOccasion,
  wording: Wording = wordingIn(DEFAULT_LANGUAGE),
): Html {
  const channel = { title: shortTitle(title) };
  if (daysLeft > 0)
    return wording.html('orders-access-ends', {
      ...channel,
      days: daysLeft,
      until: wording.time(paidUntil),
    });
  if (graceHours === 0) return wording.html('orders-access-ended', channel);
  return wording.html('orders-access-grace', {
    ...channel,
    until: wording.time(endOfGrace(paidUntil, graceHours)),
  });
}

/** What becomes of the days that are left after a renewal. */
export const addedWords = (daysLeft: number, wording: Wording = wordingIn(DEFAULT_LANGUAGE)): string =>
  wording.text(daysLeft > 0 ? 'orders-renew-early' : 'orders-renew-late');
