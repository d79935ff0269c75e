import { describeChat, describeUser } from './describe';
import { isAnonymous } from './membership/rights';
import type { Chat, SimMessage } from './types';
import type { World } from './world';

/** The content of a message, independent of its sender. */
export type Content = Omit<SimMessage, 'message_id' | 'from' | 'sender_chat' | 'chat' | 'date'>;

interface Place {
  readonly chat: Chat;
  /** `null`: a supergroup itself. An anonymous administrator writes as it, too. */
  readonly authorId: number | null;
  /** Who it seems to be from, if that isn't its author. */
  readonly sender?: Pick<SimMessage, 'from' | 'sender_chat'>;
}

/** Telegram names this bot as the sender of what a supergroup itself says, for programs that expect a user. */
export const GROUP_ANONYMOUS_BOT = {
  id: 1087968824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
} as const;

/** Adds a message to a chat. Updates the page but sends the bot nothing. */
export function postMessage(world: World, { chat, authorId, sender }: Place, content: Content): SimMessage {
  const message: SimMessage = {
    message_id: world.nextMessageId(chat),
    ...(sender ?? senderOf(world, { chat, authorId })),
    chat: describeChat(world, chat),
    date: world.seconds(),
    ...content,
  };
  chat.messages.push(message);
  if (authorId !== null) chat.authors.set(message.message_id, authorId);
  world.changed();
  return message;
}

/** Posts of a channel name only the channel as their sender. */
function senderOf(world: World, { chat, authorId }: Place): Pick<SimMessage, 'from' | 'sender_chat'> {
  if (chat.type === 'channel') return { sender_chat: describeChat(world, chat) };
  if (authorId === null || isAnonymous(chat, authorId))
    return { from: GROUP_ANONYMOUS_BOT, sender_chat: describeChat(world, chat) };
  return { from: describeUser(world, world.getUser(authorId)) };
}
