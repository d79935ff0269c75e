import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Html } from '../html';

/** A message as Telegram takes it. */
export interface View {
  readonly text: Html;
  readonly keyboard?: InlineKeyboardMarkup;
}

/** Longer texts than an owner needs, shorter than Telegram's 4096 characters together. */
export const MAX_TITLE = 128;
export const MAX_DONATION_MESSAGE = 1024;
