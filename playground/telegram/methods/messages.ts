import { badRequest } from '../wire/errors';
import { formatText } from '../html/format-text';
import { may } from '../membership/rights';
import type { Chat, SimMessage } from '../types';
import type { World } from '../world';
import type { Method, Methods } from './context';
import { findChat } from './find-chat';
import { publish } from './publish';

const DELETABLE_SECONDS = 48 * 3600;

const sendMessage: Method = (context, params) => {
  if (params.string('text') === '') throw badRequest('message text is empty');
  return publish(context, params, () => {
    const { text, entities } = formatText(params, 'message is too long');
    return { text, ...(entities.length > 0 && { entities }) };
  });
};

const deleteMessage: Method = ({ world }, params) => {
  if (params.string('chat_id') === '') throw badRequest('chat identifier is not specified');
  if (params.integer('message_id') === 0) throw badRequest('message identifier is not specified');
  const chat = findChat(world, params, 'write');
  const message = chat.messages.find(({ message_id }) => message_id === params.integer('message_id'));
  if (!message) throw badRequest('message to delete not found');
  if (!isDeletable(world, chat, message)) throw badRequest("message can't be deleted");
  chat.messages = chat.messages.filter((other) => other !== message);
  chat.authors.delete(message.message_id);
  world.changed();
  return true;
};

/** Deletable for 48 hours. In a channel the bot may delete its own posts or, with the right to, all. */
function isDeletable(world: World, chat: Chat, message: SimMessage): boolean {
  if (world.seconds() - message.date > DELETABLE_SECONDS) return false;
  if (chat.type === 'private' || may(chat, world.bot.id, 'can_delete_messages')) return true;
  return isByBot(world, chat, message) && may(chat, world.bot.id, 'can_post_messages');
}

const isByBot = (world: World, chat: Chat, { message_id }: SimMessage) =>
  chat.authors.get(message_id) === world.bot.id;

export const messageMethods: Methods = { sendMessage, deleteMessage };
