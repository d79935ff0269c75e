import { describeChat, describeUser } from './describe';
import type { Chat, SimMessage } from './types';
import type { World } from './world';

/** The content of a message, independent of its sender. */
export type Content = Omit<SimMessage, 'message_id' | 'from' | 'sender_chat' | 'chat' | 'date'>;

/** Adds a message to a chat. Updates the page but sends the bot nothing. */
export function postMessage(
  world: World,
  { chat, authorId }: { readonly chat: Chat; readonly authorId: number },
  content: Content,
): SimMessage {
  const message: SimMessage = {
    message_id: world.nextMessageId(chat),
    ...senderOf(world, chat, authorId),
    chat: describeChat(world, chat),
    date: world.seconds(),
    ...content,
  };
  chat.messages.push(message);
  chat.authors.set(message.message_id, authorId);
  world.changed();
  return message;
}

/** Posts of a channel name only the channel as their sender. */
function senderOf(world: World, chat: Chat, authorId: number): Pick<SimMessage, 'from' | 'sender_chat'> {
  if (chat.type === 'channel') return { sender_chat: describeChat(world, chat) };
  return { from: describeUser(world, world.getUser(authorId)) };
}
