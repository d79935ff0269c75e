import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import { badRequest } from './wire/errors';
import type { Params } from './wire/params';
import { normalUrl } from './html/urls';
import type { ChatType } from './types';

const MAX_CALLBACK_DATA_BYTES = 64;
const MAX_BUTTONS = 100;
type Fields = Readonly<Record<string, unknown>>;

/** Where a keyboard goes. */
interface Place {
  readonly chatType: ChatType;
  readonly isInvoice: boolean;
}

/** Reads and checks a call's inline keyboard. `readReplyKeyboard` reads the other kinds, which are not part of a message. */
export function readKeyboard(params: Params, place: Place): InlineKeyboardMarkup | undefined {
  if (params.string('reply_markup') === '') return undefined;
  const markup = params.json('reply_markup');
  if (markup === undefined) throw badRequest("can't parse reply keyboard markup JSON object");
  if (!isObject(markup)) throw badRequest('object expected as reply markup');
  if (markup['inline_keyboard'] === undefined) return undefined;
  const rows = readRows(markup['inline_keyboard'], place.chatType);
  checkPayButton(rows, place);
  if (rows.flat().length > MAX_BUTTONS) throw badRequest('reply markup is too long');
  return rows.length === 0 ? undefined : { inline_keyboard: rows };
}

/** Refuses other keyboards, because an edit accepts only inline ones. */
export function requireInlineKeyboard(params: Params): void {
  const markup = params.json('reply_markup');
  if (!isObject(markup)) return;
  if (['keyboard', 'remove_keyboard', 'force_reply'].some((kind) => markup[kind] !== undefined)) {
    throw badRequest('inline keyboard expected');
  }
}

function readRows(keyboard: unknown, chatType: ChatType): InlineKeyboardButton[][] {
  if (!Array.isArray(keyboard)) throw badRequest('field "inline_keyboard" must be of type Array');
  const rows = (keyboard as unknown[]).map((row) => {
    if (!Array.isArray(row)) {
      throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays');
    }
    return (row as unknown[]).map((button) => readButton(button, chatType));
  });
  return rows.filter((row) => row.length > 0);
}

/** Only an invoice has a button that pays, as its first one. https://core.telegram.org/method/messages.sendMedia */
function checkPayButton(rows: InlineKeyboardButton[][], { isInvoice }: Place): void {
  const pays = rows.flat().map((button) => 'pay' in button);
  if (!isInvoice && pays.includes(true)) throw badRequest('BUTTON_TYPE_INVALID');
  if (pays.lastIndexOf(true) > 0) throw badRequest('BUTTON_POS_INVALID');
  if (isInvoice && pays.length > 0 && !pays.includes(true)) throw badRequest('REPLY_MARKUP_BUY_EMPTY');
}

/** What a button has beside the one field that says what it does. */
const LOOK = ['text', 'style', 'icon_custom_emoji_id'];

function readButton(button: unknown, chatType: ChatType): InlineKeyboardButton {
  if (!isObject(button)) throw unparsable('InlineKeyboardButton must be an Object');
  if (button['text'] === undefined) throw unparsable('Can\'t find field "text"');
  // https://core.telegram.org/bots/api#inlinekeyboardbutton: "Exactly one of the fields other than text, … must be used".
  if (Object.keys(button).filter((name) => !LOOK.includes(name)).length > 1)
    throw unparsable('exactly one field must say what the button does');
  const style = readStyle(button);
  const read = readKind(stringField(button, 'text'), button, chatType);
  return style === undefined ? read : { ...read, style };
}

const STYLES = ['danger', 'success', 'primary'] as const;

/** The colour of a button, since Bot API 9.4. */
function readStyle(button: Fields): (typeof STYLES)[number] | undefined {
  const asked = stringField(button, 'style');
  const style = STYLES.find((each) => each === asked);
  if (asked !== '' && style === undefined) throw unparsable('invalid button style specified');
  return style;
}

function readKind(text: string, button: Fields, chatType: ChatType): InlineKeyboardButton {
  const url = stringField(button, 'url');
  const callback_data = stringField(button, 'callback_data');
  if (text.trim() === '') throw badRequest('inline keyboard button text must be non-empty');
  if (url !== '') return { text, url: checkUrl(url) };
  if (callback_data !== '') {
    if (Buffer.byteLength(callback_data) > MAX_CALLBACK_DATA_BYTES) throw badRequest('BUTTON_DATA_INVALID');
    return { text, callback_data };
  }
  if (isObject(button['web_app'])) return { text, web_app: { url: webAppUrl(button['web_app'], chatType) } };
  return readRareButton(text, button);
}

function readRareButton(text: string, button: Fields): InlineKeyboardButton {
  const { copy_text, disabled, switch_inline_query, switch_inline_query_current_chat } = button;
  if (typeof switch_inline_query === 'string') return { text, switch_inline_query };
  if (typeof switch_inline_query_current_chat === 'string') return { text, switch_inline_query_current_chat };
  if (isObject(copy_text)) return { text, copy_text: { text: stringField(copy_text, 'text') } };
  // Since Bot API 10.3. It holds no information.
  if (isObject(disabled)) return { text, disabled: {} };
  if (button['pay'] === true) return { text, pay: true };
  // Games need their own kind of message.
  if (button['callback_game'] !== undefined) throw badRequest('BUTTON_TYPE_INVALID');
  throw unparsable('Text buttons are unallowed in the inline keyboard');
}

function checkUrl(link: string): string {
  const url = normalUrl(link);
  if (typeof url === 'string') return url;
  throw badRequest(`inline keyboard button URL '${link}' is invalid: ${url.problem}`);
}

function webAppUrl(webApp: Fields, chatType: ChatType): string {
  const url = stringField(webApp, 'url');
  if (!/^https:\/\//i.test(url)) {
    throw badRequest(`inline keyboard button Web App URL '${url}' is invalid: Only HTTPS links are allowed`);
  }
  // Mini Apps open only from private chats.
  if (chatType !== 'private') throw badRequest('BUTTON_TYPE_INVALID');
  return url;
}

function stringField(object: Fields, name: string): string {
  const value = object[name];
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw unparsable(`Field "${name}" must be of type String`);
}

const unparsable = (reason: string) => badRequest(`can't parse inline keyboard button: ${reason}`);

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
