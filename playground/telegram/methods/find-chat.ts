import { badRequest, forbidden, upgraded } from '../wire/errors';
import type { Params } from '../wire/params';
import { isIn, may, memberOf } from '../membership/rights';
import type { Chat } from '../types';
import type { World } from '../world';

/** Finds the chat of a call by id or @username. Throws if the bot has no such access to it. */
export function findChat(world: World, params: Params, access: 'read' | 'write'): Chat {
  const chat = lookUp(world, params.string('chat_id'));
  if (chat.type === 'private') checkPrivate(world, chat, access);
  else checkShared(world, chat, access);
  return chat;
}

function lookUp(world: World, chatId: string): Chat {
  if (chatId === '') throw badRequest('chat_id is empty');
  const chat = chatId.startsWith('@')
    ? world.findPublicChat(chatId.slice(1))
    : world.chats.get(/^\s*-?\d+\s*$/.test(chatId) ? Number(chatId) : NaN);
  if (!chat || !isKnown(world, chat)) throw badRequest('chat not found');
  if (chat.movedTo !== undefined) throw upgraded(chat.movedTo);
  if (chat.isDeleted)
    throw chat.type === 'group' ? forbidden('the group chat was deleted') : badRequest('chat not found');
  return chat;
}

/** The bot does not know a private channel unless it has been in it. */
function isKnown(world: World, chat: Chat): boolean {
  return chat.type === 'private' || chat.username !== undefined || chat.members.has(world.bot.id);
}

function checkPrivate(world: World, chat: Chat, access: 'read' | 'write'): void {
  if (access === 'read') return;
  const standing = world.getStanding(chat.id);
  if (standing.deactivated) throw forbidden('user is deactivated');
  if (standing.blocked) throw forbidden('bot was blocked by the user');
  if (!standing.started && standing.mayWriteUntil < world.now()) {
    throw forbidden("bot can't initiate conversation with a user");
  }
}

function checkShared(world: World, chat: Chat, access: 'read' | 'write'): void {
  const bot = memberOf(chat, world.bot.id);
  if (bot.status === 'kicked') throw forbidden(`bot was kicked from the ${chat.type} chat`);
  const isReadable = access === 'read' && chat.username !== undefined;
  if (!isIn(bot) && !isReadable) throw forbidden(`bot is not a member of the ${chat.type} chat`);
}

/** Throws `refusal` unless the bot has the right in the chat. */
export function requireRight(
  world: World,
  chat: Chat,
  { right, refusal }: { right: string; refusal: string },
): void {
  if (!may(chat, world.bot.id, right)) throw badRequest(refusal);
}

export function readUserId(params: Params): number {
  const userId = params.integer('user_id');
  if (userId <= 0) throw badRequest('invalid user_id specified');
  return userId;
}
