import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import { isolateBidi, truncate, type Html } from './html';

/** A message as Telegram takes it. */
export interface View {
  readonly text: Html;
  readonly keyboard?: InlineKeyboardMarkup;
}

/** Longer texts than an owner needs, shorter than Telegram's 4096 characters together. */
export const MAX_TITLE = 128;
export const MAX_DESCRIPTION = 1024;
export const MAX_DONATION_MESSAGE = 1024;
export const MAX_TIER_NAME = 64;
/** A phone shows less, but nothing beyond it is worth the bytes. */
const MAX_LABEL = 64;

/** Keeps a label from being only what Telegram takes for blank: it begins with a word or a picture of ours. */
export const button = (label: string, callbackData: string): InlineKeyboardButton => ({
  text: truncate(label, MAX_LABEL),
  callback_data: callbackData,
});

/** A plain `url` button: `web_app` is refused in channels, and Mini Apps may take no coin but TON. */
export const linkButton = (label: string, url: string): InlineKeyboardButton => ({
  text: truncate(label, MAX_LABEL),
  url,
});

/** A keyboard of the rows that have buttons; none without any. */
export function keyboardOf(...rows: readonly InlineKeyboardButton[][]): { keyboard?: InlineKeyboardMarkup } {
  const inline_keyboard = rows.filter((row) => row.length > 0);
  return inline_keyboard.length === 0 ? {} : { keyboard: { inline_keyboard } };
}

/** A channel's title, as much of it as there is room for. */
export const shortTitle = (title: string, length: number = MAX_TITLE): string =>
  isolateBidi(truncate(title, length));
