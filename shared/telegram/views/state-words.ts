import type { Occasion } from '../../domain/messages/parts';
import { endOfGrace } from '../../domain/common/subscription';
import { html, type Html } from './html';
import { shortTitle } from './view';
import { plural, formatTime } from './words';

export type ReminderOccasion = Omit<Extract<Occasion, { type: 'reminder' }>, 'type'>;

function ending({ daysLeft, paidUntil, graceHours }: ReminderOccasion): string {
  if (daysLeft > 0) return `ends in ${plural(daysLeft, 'day')}, on ${formatTime(paidUntil)}`;
  if (graceHours === 0) return 'has ended';
  return `has ended; you can stay until ${formatTime(endOfGrace(paidUntil, graceHours))}`;
}

/** When access ends or, if it has ended, how long the member can stay. */
export const endWords = (title: string, reminder: ReminderOccasion): Html =>
  html`⏰ <b>Your access to ${shortTitle(title)} ${ending(reminder)}.</b>`;

export const addedWords = (daysLeft: number): string =>
  daysLeft > 0 ? 'A renewal is added to the time you have: you lose no day.' : 'You can renew at any time.';

const STATE_WORDS: Readonly<Record<string, string>> = {
  open: 'waiting for your payment',
  cancelled: 'cancelled',
  refused: 'no invoice could be made',
  settled: 'paid, thank you',
  refunded: 'refunded',
};

/** The state of an order in the buyer's words. An unknown state is returned as it is. */
export const stateWords = (state: string): string => STATE_WORDS[state] ?? state;
