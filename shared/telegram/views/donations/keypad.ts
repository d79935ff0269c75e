import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import { displayOf, KEYPAD_LIFETIME_MINUTES, type Key } from '../../../domain/donations/keypad';
import type { MessageOf } from '../../../domain/messages/messages';
import { formatUsd, MAX_DONATION_CENTS } from '../../../domain/common/money';
import { callbackData } from '../../codec/callback-data';
import { truncate, html, lines } from '../html';
import { MAX_DONATION_MESSAGE, shortTitle, type View } from '../view';
import { leastWords } from '../words';

const key = (label: string, of: Key): InlineKeyboardButton => ({
  text: label,
  callback_data: callbackData.key(of),
});

/** The keypad. Its first row shows the amount that was typed so far. */
export const keypadKeyboard = (entry: string): InlineKeyboardMarkup => ({
  inline_keyboard: [
    [{ text: `💰 Amount: ${displayOf(entry)}`, callback_data: callbackData.display }],
    [key('1', '1'), key('2', '2'), key('3', '3')],
    [key('4', '4'), key('5', '5'), key('6', '6')],
    [key('7', '7'), key('8', '8'), key('9', '9')],
    [key('.', '.'), key('0', '0'), key('←', 'backspace')],
    [key('🗑 Clear', 'clear'), key('✓ Confirm', 'confirm')],
    [key('✕ Cancel', 'cancel')],
  ],
});

export const keypadView = ({ title, donationMessage, leastCents }: MessageOf<'keypad'>): View => ({
  text: lines(
    html`💝 <b>Donate to ${shortTitle(title)}</b>`,
    donationMessage === '' ? undefined : html`${truncate(donationMessage, MAX_DONATION_MESSAGE)}`,
    '',
    html`Type an amount from ${leastWords(leastCents ?? null)} to ${formatUsd(MAX_DONATION_CENTS)}, then
    confirm. You pay in a coin of your choice. The keypad stays for ${KEYPAD_LIFETIME_MINUTES} minutes.`,
  ),
  keyboard: keypadKeyboard(''),
});
