import type {
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from 'grammy/types';
import type { PlaceKind } from '../../domain/places/place';
import { coloured, styleOf } from './button-style';
import { isolateBidi, truncate, type Html } from './html';
import type { Wording } from './wording';

/**
 * The buttons of a message, or those below the text field of a private chat, which stay until they are removed. Only a
 * message with the former can be edited. https://core.telegram.org/bots/api#updating-messages
 */
type Keyboard =
  InlineKeyboardMarkup | ((ReplyKeyboardMarkup | ReplyKeyboardRemove) & { readonly inline_keyboard?: never });

/** An invoice in Stars. Not HTML. https://core.telegram.org/bots/api#sendinvoice */
export interface InvoiceView {
  /** At most 32 characters. */
  readonly title: string;
  /** At most 255 characters. */
  readonly description: string;
  readonly payload: string;
  readonly stars: number;
  readonly startParameter: string;
}

/** A message as we send it to Telegram. */
export interface View {
  readonly text: Html;
  readonly keyboard?: Keyboard;
  /** The message is an invoice: Telegram draws it, and it can't be edited. `text` says the same. */
  readonly invoice?: InvoiceView;
}

/** Longer than an owner needs. Together they are shorter than Telegram's limit of 4096 characters. */
export const MAX_TITLE = 128;
export const MAX_DESCRIPTION = 1024;
export const MAX_DONATION_MESSAGE = 1024;
export const MAX_TIER_NAME = 64;
/** A phone shows fewer characters than this, so more would be wasted. */
const MAX_LABEL = 64;

/** `label` has to begin with a word or emoji of ours, because Telegram refuses a label that it treats as blank. */
export const button = (label: string, callbackData: string): InlineKeyboardButton =>
  coloured({ text: truncate(label, MAX_LABEL), callback_data: callbackData }, styleOf(callbackData));

/** A plain `url` button: Telegram refuses `web_app` in channels, and Mini Apps must not take other coins than TON. */
export const linkButton = (label: string, url: string): InlineKeyboardButton => ({
  text: truncate(label, MAX_LABEL),
  url,
});

/** Opens an invoice. */
export const payLink = (label: string, invoiceUrl: string): InlineKeyboardButton =>
  coloured(linkButton(label, invoiceUrl), 'success');

/** `2/5`: says which page of a list is shown. A tap does nothing. https://core.telegram.org/bots/api#inlinekeyboardbutton */
export const pageCounter = (page: number, pages: number): InlineKeyboardButton => ({
  text: `${page}/${pages}`,
  disabled: {},
});

/** Puts `copied` into the clipboard. Telegram takes 1–256 characters. https://core.telegram.org/bots/api#copytextbutton */
export const copyButton = (label: string, copied: string): InlineKeyboardButton => ({
  text: truncate(label, MAX_LABEL),
  copy_text: { text: copied },
});

/** Opens Telegram's own choice of chats to send a link to. https://core.telegram.org/widgets/share */
export const shareLink = (url: string): string => `https://t.me/share/url?url=${encodeURIComponent(url)}`;

/** What follows a label that occurs twice is never cut off. */
const MAX_SHARED_LABEL = 40;

/** Labels of which no two are the same: those that are get the day, and a number if that is the same, too. */
export function distinctLabels(
  labelled: readonly { readonly label: string; readonly day: string }[],
  wording: Wording,
): readonly string[] {
  const isShared = (all: readonly string[], label: string) => all.filter((each) => each === label).length > 1;
  const short = labelled.map(({ label }) => truncate(label, MAX_SHARED_LABEL));
  const dated = labelled.map(({ label, day }, index) => {
    const cut = short[index] ?? '';
    if (!isShared(short, cut)) return label;
    return day === '' ? cut : wording.text('common-series', { first: cut, next: day });
  });
  return dated.map((label, index) => {
    if (!isShared(dated, label)) return label;
    const count = dated.slice(0, index + 1).filter((each) => each === label).length;
    return wording.text('common-numbered', { label, count });
  });
}

/** A keyboard of the rows that have buttons, or no keyboard if none has. */
export function keyboardOf(...rows: readonly InlineKeyboardButton[][]): { keyboard?: InlineKeyboardMarkup } {
  const inline_keyboard = rows.filter((row) => row.length > 0);
  return inline_keyboard.length === 0 ? {} : { keyboard: { inline_keyboard } };
}

/** Before a title: what is sold. A channel if nobody knows. */
export const kindMark = (kind: PlaceKind | null | undefined): string => (kind === 'supergroup' ? '👥' : '📣');

/** A channel's title, truncated to `length`. */
export const shortTitle = (title: string, length: number = MAX_TITLE): string =>
  isolateBidi(truncate(title, length));
