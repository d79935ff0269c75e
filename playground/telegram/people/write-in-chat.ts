import { describeChat, describeMessage } from '../describe';
import { findEntities } from '../html/find-entities';
import { postMessage } from '../post-message';
import { isAdmin, isGroup, isIn, may, memberOf } from '../membership/rights';
import type { Chat, SimMessage } from '../types';
import type { World } from '../world';

/** In a discussion group, Telegram itself writes the posts of the channel. https://core.telegram.org/bots/api#message (`from`) */
const TELEGRAM = { id: 777000, is_bot: false, first_name: 'Telegram' } as const;

/** A user writes in a channel or a group. Returns the message's id. */
export function writeInChat(world: World, { chat, authorId }: Author, text: string): number {
  if (!mayWrite(chat, authorId))
    throw new Error(isGroup(chat) ? 'CHAT_WRITE_FORBIDDEN' : 'CHAT_ADMIN_REQUIRED');
  const entities = findEntities(text);
  const content = { text, ...(entities.length > 0 && { entities }) };
  const message = postMessage(world, { chat, authorId }, content);
  const type = isGroup(chat) ? 'message' : 'channel_post';
  if (isHeard(world, chat, message)) world.emit(type, describeMessage(message));
  if (chat.type === 'channel') repeatInDiscussion(world, chat, content);
  return message.message_id;
}

interface Author {
  readonly chat: Chat;
  readonly authorId: number;
}

function mayWrite(chat: Chat, userId: number): boolean {
  if (!isGroup(chat)) return may(chat, userId, 'can_post_messages');
  const member = memberOf(chat, userId);
  if (!isIn(member) || member.status === 'restricted' || chat.movedTo !== undefined) return false;
  return chat.writing === 'everybody' || isAdmin(member);
}

/** In a group, a bot that isn't an administrator hears commands alone. https://core.telegram.org/bots/features#privacy-mode */
function isHeard(world: World, chat: Chat, { text }: SimMessage): boolean {
  const bot = memberOf(chat, world.bot.id);
  if (!isGroup(chat) || isAdmin(bot)) return isIn(bot);
  return isIn(bot) && text.startsWith('/');
}

function repeatInDiscussion(
  world: World,
  channel: Chat,
  content: Pick<SimMessage, 'text' | 'entities'>,
): void {
  const group = channel.linkedChatId === undefined ? undefined : world.chats.get(channel.linkedChatId);
  if (group === undefined) return;
  const sender = { from: TELEGRAM, sender_chat: describeChat(world, channel) };
  const message = postMessage(
    world,
    { chat: group, authorId: null, sender },
    { ...content, is_automatic_forward: true },
  );
  if (isHeard(world, group, message)) world.emit('message', describeMessage(message));
}
