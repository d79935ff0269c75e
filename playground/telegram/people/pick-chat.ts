import type { KeyboardButtonRequestChat } from 'grammy/types';
import { describeChat, describeMessage } from '../describe';
import { isAdmin, isIn, may, memberOf } from '../membership/rights';
import { postMessage } from '../post-message';
import { namesOf } from '../reply-keyboards';
import type { Chat, ChatRef } from '../types';
import type { World } from '../world';
import { promote } from './appoint';

interface PickedChatRef {
  readonly userId: number;
  readonly requestId: number;
  readonly chatId: number;
}

export interface PickOptions {
  /** Which update Telegram makes first. They are of different queues, so either may arrive first anyway. */
  readonly first?: 'chat_shared' | 'my_chat_member';
}

/** The button of the user's reply keyboard. Telegram knows the keyboard, so no client can answer for another button. */
function requestOf(world: World, userId: number, requestId: number): KeyboardButtonRequestChat {
  const keys = world.getChat(userId).replyKeyboard?.keyboard.flat() ?? [];
  for (const key of keys)
    if (typeof key === 'object' && 'request_chat' in key && key.request_chat.request_id === requestId)
      return key.request_chat;
  throw new Error('BUTTON_ID_INVALID');
}

/** https://core.telegram.org/bots/api#keyboardbuttonrequestchat */
function isFitting(
  world: World,
  { userId, chat }: { userId: number; chat: Chat },
  request: KeyboardButtonRequestChat,
) {
  const { chat_has_username, chat_is_created, bot_is_member, user_administrator_rights } = request;
  const user = memberOf(chat, userId);
  return (
    !chat.isDeleted &&
    chat.movedTo === undefined &&
    chat.type !== 'private' &&
    (chat.type === 'channel') === request.chat_is_channel &&
    isIn(user) &&
    (chat_has_username === undefined || chat_has_username === (chat.username !== undefined)) &&
    (chat_is_created !== true || user.status === 'creator') &&
    (bot_is_member !== true || isIn(memberOf(chat, world.bot.id))) &&
    (user_administrator_rights === undefined || isAdmin(user)) &&
    namesOf(user_administrator_rights).every((right) => may(chat, userId, right))
  );
}

/** The chats that the client offers for a button of the reply keyboard. */
export function fittingChats(world: World, userId: number, requestId: number): ChatRef[] {
  const request = requestOf(world, userId, requestId);
  return [...world.chats.values()]
    .filter((chat) => isFitting(world, { userId, chat }, request))
    .map((chat) => describeChat(world, chat));
}

/**
 * Gives the bot the rights in addition to those that it has, if the user may. Nothing happens otherwise. A basic group
 * stays one: there, the bot gets what all administrators have.
 */
function grant(
  world: World,
  { chat, actorId }: { chat: Chat; actorId: number },
  names: readonly string[],
): void {
  if (names.every((right) => may(chat, world.bot.id, right))) return;
  const bot = memberOf(chat, world.bot.id);
  const kept = bot.status === 'administrator' ? namesOf(bot.rights) : [];
  try {
    promote(world, { chat, userId: world.bot.id, actorId }, [...kept, ...names]);
  } catch {
    // The user may not appoint administrators, or lacks a right. The pick is sent anyway.
  }
}

/** Picks a chat: gives the bot its rights where possible, and tells it which chat it is. */
export function pickChat(
  world: World,
  { userId, requestId, chatId }: PickedChatRef,
  { first = 'my_chat_member' }: PickOptions = {},
): void {
  const request = requestOf(world, userId, requestId);
  const chat = world.getChat(chatId);
  if (world.getStanding(userId).blocked || !isFitting(world, { userId, chat }, request))
    throw new Error('PEER_ID_INVALID');
  const { title = '', username } = describeChat(world, chat);
  const rights = namesOf(request.bot_administrator_rights);
  const share = () => {
    const message = postMessage(
      world,
      { chat: world.getChat(userId), authorId: userId },
      {
        text: '',
        chat_shared: {
          request_id: requestId,
          chat_id: chatId,
          ...(request.request_title && { title }),
          ...(request.request_username && username !== undefined && { username }),
        },
      },
    );
    world.emit('message', describeMessage(message));
  };
  if (first === 'chat_shared') share();
  grant(world, { chat, actorId: userId }, rights);
  if (first === 'my_chat_member') share();
}
