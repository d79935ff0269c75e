import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import { displayOf, KEYPAD_LIFETIME_MINUTES, type Key } from '../../../domain/donations/keypad';
import type { MessageOf } from '../../../domain/messages/messages';
import { MAX_DONATION_CENTS } from '../../../domain/common/money';
import { callbackData } from '../../codec/callback-data';
import { truncate, html, lines } from '../html';
import { MAX_DONATION_MESSAGE, shortTitle, type View } from '../view';
import type { Wording } from '../wording';

const key = (label: string, of: Key): InlineKeyboardButton => ({
  text: label,
  callback_data: callbackData.key(of),
});

/** The keypad. Its first row shows the amount that was typed so far. */
export const keypadKeyboard = (entry: string, wording: Wording): InlineKeyboardMarkup => ({
  inline_keyboard: [
    [
      {
        text: wording.text('donations-keypad-amount', { amount: displayOf(entry) }),
        callback_data: callbackData.display,
      },
    ],
    [key('1', '1'), key('2', '2'), key('3', '3')],
    [key('4', '4'), key('5', '5'), key('6', '6')],
    [key('7', '7'), key('8', '8'), key('9', '9')],
    [key('.', '.'), key('0', '0'), key('←', 'backspace')],
    [
      key(wording.text('donations-keypad-clear'), 'clear'),
      key(wording.text('donations-keypad-confirm'), 'confirm'),
    ],
    [key(wording.text('common-cancel'), 'cancel')],
  ],
});

export const keypadView = (
  { title, donationMessage, leastCents }: MessageOf<'keypad'>,
  wording: Wording,
): View => ({
  text: lines(
    wording.html('donations-keypad-title', { title: shortTitle(title) }),
    donationMessage === '' ? undefined : html`${truncate(donationMessage, MAX_DONATION_MESSAGE)}`,
    '',
    wording.html('donations-keypad-how', {
      least: wording.least(leastCents ?? null),
      most: wording.usd(MAX_DONATION_CENTS),
      minutes: KEYPAD_LIFETIME_MINUTES,
    }),
  ),
  keyboard: keypadKeyboard('', wording),
});
