import type { KeyboardButton, KeyboardButtonRequestChat, ReplyKeyboardMarkup } from 'grammy/types';
import { badRequest } from './wire/errors';
import type { Params } from './wire/params';
import type { ChatType } from './types';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads and checks what a call does to the keyboard below the text field: shows one, or removes it. `undefined`: nothing.
 * https://github.com/tdlib/td/blob/master/td/telegram/KeyboardButton.cpp
 */
export function readReplyKeyboard(
  params: Params,
  chatType: ChatType,
): ReplyKeyboardMarkup | 'removed' | undefined {
  const markup = params.json('reply_markup');
  if (!isObject(markup)) return undefined;
  const { keyboard, remove_keyboard, force_reply } = markup;
  const isReply = keyboard !== undefined || remove_keyboard === true || force_reply === true;
  if (!isReply || markup['inline_keyboard'] !== undefined) return undefined;
  // Posts, like an anonymous administrator's messages, have no other keyboards.
  if (chatType === 'channel') throw badRequest('inline keyboard expected');
  if (keyboard === undefined) return remove_keyboard === true ? 'removed' : undefined;
  return { ...markup, keyboard: readRows(keyboard, chatType) };
}

function readRows(keyboard: unknown, chatType: ChatType): KeyboardButton[][] {
  if (!Array.isArray(keyboard)) throw badRequest('field "keyboard" must be of type Array');
  return (keyboard as unknown[]).map((row) => {
    if (!Array.isArray(row))
      throw badRequest('field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays');
    return (row as unknown[]).map((button) => readButton(button, chatType));
  });
}

function readButton(button: unknown, chatType: ChatType): KeyboardButton {
  if (typeof button === 'string') return readButton({ text: button }, chatType);
  if (!isObject(button)) throw unparsable('KeyboardButton must be a String or an Object');
  const { text, request_chat } = button;
  if (typeof text !== 'string') throw unparsable('Can\'t find field "text"');
  if (text === '') throw badRequest('keyboard button text must be non-empty');
  if (request_chat === undefined) return { text };
  const request = readRequest(request_chat);
  if (chatType !== 'private') throw badRequest('chats can be requested in private chats only');
  return { text, request_chat: request };
}

/** The wording of the refusal of rights is a guess. The rule is in the Bot API's KeyboardButtonRequestChat. */
function readRequest(request: unknown): KeyboardButtonRequestChat {
  if (!isObject(request)) throw unparsable('Field "request_chat" must be of type Object');
  const { request_id: id, chat_is_channel, user_administrator_rights, bot_administrator_rights } = request;
  if (typeof id !== 'number' || (id | 0) !== id)
    throw unparsable('Field "request_id" must be a valid 32-bit Number');
  if (typeof chat_is_channel !== 'boolean') throw unparsable('Can\'t find field "chat_is_channel"');
  const users = namesOf(user_administrator_rights);
  if (namesOf(bot_administrator_rights).some((right) => !users.includes(right)))
    throw badRequest('USER_RIGHTS_MISSING');
  return request as unknown as KeyboardButtonRequestChat;
}

/** The names of the rights that are wanted. */
export const namesOf = (rights: unknown): string[] =>
  isObject(rights) ? Object.keys(rights).filter((right) => rights[right] === true) : [];

const unparsable = (reason: string) => badRequest(`can't parse keyboard button: ${reason}`);

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
