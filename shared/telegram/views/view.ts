import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import { isolateBidi, truncate, type Html } from './html';

/** A message as we send it to Telegram. */
export interface View {
  readonly text: Html;
  readonly keyboard?: InlineKeyboardMarkup;
}

/** Longer than an owner needs. Together they are shorter than Telegram's limit of 4096 characters. */
export const MAX_TITLE = 128;
export const MAX_DESCRIPTION = 1024;
export const MAX_DONATION_MESSAGE = 1024;
export const MAX_TIER_NAME = 64;
/** A phone shows fewer characters than this, so more would be wasted. */
const MAX_LABEL = 64;

/** `label` has to begin with a word or emoji of ours, because Telegram refuses a label that it treats as blank. */
export const button = (label: string, callbackData: string): InlineKeyboardButton => ({
  text: truncate(label, MAX_LABEL),
  callback_data: callbackData,
});

/** A plain `url` button: Telegram refuses `web_app` in channels, and Mini Apps must not take other coins than TON. */
export const linkButton = (label: string, url: string): InlineKeyboardButton => ({
  text: truncate(label, MAX_LABEL),
  url,
});

/** Puts `copied` into the clipboard. Telegram takes 1–256 characters. https://core.telegram.org/bots/api#copytextbutton */
export const copyButton = (label: string, copied: string): InlineKeyboardButton => ({
  text: truncate(label, MAX_LABEL),
  copy_text: { text: copied },
});

/** Opens Telegram's own choice of chats to send a link to. https://core.telegram.org/widgets/share */
export const shareLink = (url: string): string => `https://t.me/share/url?url=${encodeURIComponent(url)}`;

/** A keyboard of the rows that have buttons, or no keyboard if none has. */
export function keyboardOf(...rows: readonly InlineKeyboardButton[][]): { keyboard?: InlineKeyboardMarkup } {
  const inline_keyboard = rows.filter((row) => row.length > 0);
  return inline_keyboard.length === 0 ? {} : { keyboard: { inline_keyboard } };
}

/** A channel's title, truncated to `length`. */
export const shortTitle = (title: string, length: number = MAX_TITLE): string =>
  isolateBidi(truncate(title, length));
