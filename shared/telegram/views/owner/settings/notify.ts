import type { InlineKeyboardButton } from 'grammy/types';
import type { Note } from '../../../../domain/messages/answers';
import type { NotifiedChat } from '../../../../domain/messages/owner-notify';
import { formatUsd } from '../../../../domain/common/money';
import type { MessageOf } from '../../../../domain/messages/messages';
import { wordsOf } from '../../answers';
import { truncate, html, lines, type Html } from '../../html';
import { keyboardOf, shortTitle, type View } from '../../view';
import { plural, formatHour, formatLocalTime } from '../../words';
import { MAX_NOTE, ownButton } from '../menu';
import { chatName } from '../place-words';
import { EVENT_LABELS } from './event-labels';

const MAX_REASON = 200;

/** A note without a symbol, because the text begins with its own: ✔️, ✅, ⏳ or ❌. */
const signedNote = (note: Note | null): readonly (Html | '')[] =>
  note === null ? [] : [html`${truncate(wordsOf(note), MAX_NOTE)}`, ''];

const chatWords = ({ is, username, chatId, chatTitle = null }: NotifiedChat): string => {
  if (is === 'you') return 'you, here';
  const name = chatName({ chatId, username, chatTitle });
  return is === 'owner' ? `the owner (${name})` : name;
};

type Notifications = MessageOf<'notifications'>;

function whenWords({ isEnabled, isEachTold, digestHour, timeZone }: Notifications): string {
  if (!isEnabled) return 'off; odd payments and trouble with members still go to the owner';
  const digest = digestHour === null ? '' : `once a day at ${formatHour(digestHour)} (${timeZone})`;
  if (digest === '') return 'each sale at once';
  return isEachTold ? `each sale at once, and ${digest}` : digest;
}

const radioLabel = (is: boolean, label: string): string => (is ? `● ${label}` : `○ ${label}`);

function switches(message: Notifications): InlineKeyboardButton[][] {
  if (!message.isEnabled) return [ownButton(message, '🔔 Switch on', ['notify-set', 'on'])];
  const { isEachTold, digestHour, chat } = message;
  const isDaily = digestHour !== null;
  return [
    ownButton(message, radioLabel(!isDaily, 'Each sale'), ['notify-set', 'each']),
    ownButton(message, radioLabel(isDaily && !isEachTold, 'Daily digest'), ['notify-set', 'digest']),
    ownButton(message, radioLabel(isDaily && isEachTold, 'Both'), ['notify-set', 'both']),
    isDaily ? ownButton(message, `🕘 Digest at ${formatHour(digestHour)}`, ['notify-hours']) : [],
    chat.is === 'you' ? [] : ownButton(message, '📩 Tell me, here', ['notify-set', 'here']),
    message.role === 'owner' || chat.is === 'owner'
      ? []
      : ownButton(message, '📩 Tell the owner', ['notify-set', 'owner']),
    ownButton(message, '🔕 Switch off', ['notify-set', 'off']),
  ];
}

export const notificationsView = (message: Notifications): View => ({
  text: lines(
    ...signedNote(message.note),
    html`🔔 <b>Notifications of ${shortTitle(message.title)}</b>`,
    '',
    html`<b>Sales are told:</b> ${whenWords(message)}`,
    html`<b>To:</b> ${chatWords(message.chat)}`,
    message.unreachable === null
      ? html`<b>Reachable:</b> as far as I know`
      : html`⚠️ I cannot reach this chat since
        ${formatLocalTime(message.unreachable.since, message.timeZone)}:
        ${truncate(message.unreachable.reason, MAX_REASON)}`,
    message.missed === 0 ? undefined : html`⚠️ <b>Missed in 30 days:</b> ${message.missed}`,
  ),
  ...keyboardOf(
    ...switches(message),
    ownButton(message, '🧪 Send a test notification', ['notify-test']),
    message.missed === 0 ? [] : ownButton(message, '⚠️ Missed notifications', ['notify-missed']),
    ownButton(message, '« Back', ['menu']),
  ),
});

const HOURS_OF_DAY = Array.from({ length: 24 }, (_, hour) => hour);
const PER_ROW = 6;

export const digestHoursView = (message: MessageOf<'digest_hours'>): View => ({
  text: lines(
    html`🕘 <b>Daily digest of ${shortTitle(message.title)}</b>`,
    '',
    html`At which hour, by the clocks of ${message.timeZone}? Now: ${formatHour(message.hour)}.`,
  ),
  ...keyboardOf(
    ...Array.from({ length: HOURS_OF_DAY.length / PER_ROW }, (_, row) =>
      HOURS_OF_DAY.slice(row * PER_ROW, (row + 1) * PER_ROW).flatMap((hour) =>
        ownButton(message, formatHour(hour), ['notify-hour', hour]),
      ),
    ),
    ownButton(message, '« Back', ['notify']),
  ),
});

export const missedNotificationsView = (message: MessageOf<'missed_notifications'>): View => ({
  text: lines(
    ...signedNote(message.note),
    html`⚠️ <b>Missed notifications of ${shortTitle(message.title)}</b>`,
    message.count === 0
      ? html`Nothing was missed in the last 30 days.`
      : html`${plural(message.count, 'notification')} could not be delivered in the last 30 days.`,
    ...message.missed.flatMap(({ at, what, amountCents, reason }) => [
      '' as const,
      html`<b>${EVENT_LABELS[what] ?? what}</b>${amountCents === null ? '' : `, ${formatUsd(amountCents)}`},
        ${formatLocalTime(at, message.timeZone)}`,
      html`${truncate(reason, MAX_REASON)}`,
    ]),
  ),
  ...keyboardOf(
    message.count === 0 ? [] : ownButton(message, '🔁 Send again', ['notify-again']),
    ownButton(message, '« Back', ['notify']),
  ),
});
