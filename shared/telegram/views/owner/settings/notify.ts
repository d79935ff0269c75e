import type { InlineKeyboardButton } from 'grammy/types';
import type { Note } from '../../../../domain/messages/answers';
import type { MissedNotification, NotifiedChat } from '../../../../domain/messages/owner-notify';
import type { MessageOf } from '../../../../domain/messages/messages';
import { wordsOf } from '../../answers';
import { truncate, html, lines, type Html } from '../../html';
import { keyboardOf, shortTitle, type View } from '../../view';
import type { Wording } from '../../wording';
import { MAX_NOTE, ownButton } from '../menu';
import { chatName } from '../place-words';
import { eventLabel } from './event-labels';

const MAX_REASON = 200;

/** A note without a symbol, because the text begins with its own: ✔️, ✅, ⏳ or ❌. */
const signedNote = (note: Note | null, wording: Wording): readonly (Html | '')[] =>
  note === null ? [] : [html`${truncate(wordsOf(note, wording), MAX_NOTE)}`, ''];

function recipientLine({ is, chatTitle = null, ...of }: NotifiedChat, wording: Wording): Html {
  if (is === 'you') return wording.html('settings-notify-to-you');
  const chat = chatName({ ...of, chatTitle }, wording);
  return wording.html(is === 'owner' ? 'settings-notify-to-owner' : 'settings-notify-to-chat', { chat });
}

type Notifications = MessageOf<'notifications'>;

function whenLine({ isEnabled, isEachTold, digestHour, timeZone }: Notifications, wording: Wording): Html {
  if (!isEnabled) return wording.html('settings-notify-when-off');
  if (digestHour === null) return wording.html('settings-notify-when-each');
  return wording.html(isEachTold ? 'settings-notify-when-both' : 'settings-notify-when-daily', {
    hour: wording.hour(digestHour),
    timeZone,
  });
}

const radioLabel = (is: boolean, label: string): string => (is ? `● ${label}` : `○ ${label}`);

function switches(message: Notifications, wording: Wording): InlineKeyboardButton[][] {
  if (!message.isEnabled)
    return [ownButton(message, wording.text('settings-notify-switch-on'), ['notify-set', 'on'])];
  const { isEachTold, digestHour, chat } = message;
  const isDaily = digestHour !== null;
  const mode = (is: boolean, label: string, choice: string) =>
    ownButton(message, radioLabel(is, label), ['notify-set', choice]);
  return [
    mode(!isDaily, wording.text('settings-notify-each'), 'each'),
    mode(isDaily && !isEachTold, wording.text('settings-notify-daily'), 'digest'),
    mode(isDaily && isEachTold, wording.text('settings-notify-both'), 'both'),
    isDaily
      ? ownButton(message, wording.text('settings-notify-hour', { hour: wording.hour(digestHour) }), [
          'notify-hours',
        ])
      : [],
    chat.is === 'you' ? [] : ownButton(message, wording.text('settings-notify-here'), ['notify-set', 'here']),
    message.role === 'owner' || chat.is === 'owner'
      ? []
      : ownButton(message, wording.text('settings-notify-owner'), ['notify-set', 'owner']),
    ownButton(message, wording.text('settings-notify-switch-off'), ['notify-set', 'off']),
  ];
}

export const notificationsView = (message: Notifications, wording: Wording): View => ({
  text: lines(
    ...signedNote(message.note, wording),
    wording.html('settings-notify-title', { title: shortTitle(message.title) }),
    '',
    whenLine(message, wording),
    recipientLine(message.chat, wording),
    message.unreachable === null
      ? wording.html('settings-notify-reachable')
      : wording.html('settings-notify-unreachable', {
          since: wording.time(message.unreachable.since),
          reason: truncate(message.unreachable.reason, MAX_REASON),
        }),
    message.missed === 0
      ? undefined
      : wording.html('settings-notify-missed-count', { count: message.missed }),
  ),
  ...keyboardOf(
    ...switches(message, wording),
    ownButton(message, wording.text('settings-notify-test'), ['notify-test']),
    message.missed === 0 ? [] : ownButton(message, wording.text('settings-notify-missed'), ['notify-missed']),
    ownButton(message, wording.text('common-back'), ['menu']),
  ),
});

const HOURS_OF_DAY = Array.from({ length: 24 }, (_, hour) => hour);
const PER_ROW = 6;

export const digestHoursView = (message: MessageOf<'digest_hours'>, wording: Wording): View => ({
  text: lines(
    wording.html('settings-digest-title', { title: shortTitle(message.title) }),
    '',
    wording.html('settings-digest-ask', { hour: wording.hour(message.hour), timeZone: message.timeZone }),
  ),
  ...keyboardOf(
    ...Array.from({ length: HOURS_OF_DAY.length / PER_ROW }, (_, row) =>
      HOURS_OF_DAY.slice(row * PER_ROW, (row + 1) * PER_ROW).flatMap((hour) =>
        ownButton(message, wording.hour(hour), ['notify-hour', hour]),
      ),
    ),
    ownButton(message, wording.text('common-back'), ['notify']),
  ),
});

function missedLine({ what, amountCents, at }: MissedNotification, wording: Wording): Html {
  const values = { what: eventLabel(what, wording), at: wording.time(at) };
  return amountCents === null
    ? wording.html('settings-missed-item', values)
    : wording.html('settings-missed-item-amount', { ...values, amount: wording.usd(amountCents) });
}

export const missedNotificationsView = (
  message: MessageOf<'missed_notifications'>,
  wording: Wording,
): View => ({
  text: lines(
    ...signedNote(message.note, wording),
    wording.html('settings-missed-title', { title: shortTitle(message.title) }),
    wording.html('settings-missed-count', { count: message.count }),
    ...message.missed.flatMap((missed) => [
      '' as const,
      missedLine(missed, wording),
      html`${truncate(missed.reason, MAX_REASON)}`,
    ]),
  ),
  ...keyboardOf(
    message.count === 0 ? [] : ownButton(message, wording.text('settings-missed-again'), ['notify-again']),
    ownButton(message, wording.text('common-back'), ['notify']),
  ),
});
