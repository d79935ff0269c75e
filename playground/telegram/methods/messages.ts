import { describeChat, describeUser } from '../describe';
import { badRequest } from '../errors';
import { formatText } from '../format-text';
import { readKeyboard } from '../keyboards';
import type { Params } from '../params';
import { may } from '../rights';
import type { Chat, SimMessage } from '../types';
import type { World } from '../world';
import type { Method, Methods } from './context';
import { findChat, requireRight } from './find-chat';

const DELETABLE_SECONDS = 48 * 3600;

const sendMessage: Method = ({ world, limits }, params) => {
  const { chat, formatted, keyboard } = readMessage(world, params);
  limits.spend(chat, 'send');
  const message: SimMessage = {
    message_id: world.nextMessageId(chat),
    ...senderOf(world, chat),
    chat: describeChat(world, chat),
    date: world.seconds(),
    text: formatted.text,
    ...(formatted.entities.length > 0 && { entities: formatted.entities }),
    ...(keyboard && { reply_markup: keyboard }),
    ...(params.boolean('protect_content') && { has_protected_content: true as const }),
  };
  chat.messages.push(message);
  world.changed();
  return { ...message };
};

function readMessage(world: World, params: Params) {
  const text = params.string('text');
  if (text === '') throw badRequest('message text is empty');
  const chat = findChat(world, params, 'write');
  if (chat.type === 'channel') {
    const refusal = 'need administrator rights in the channel chat';
    requireRight(world, chat, { right: 'can_post_messages', refusal });
  }
  const formatted = formatText(params, 'message is too long');
  return { chat, formatted, keyboard: readKeyboard(params, chat.type) };
}

/** A channel's posts are the channel's; nobody else is named. */
function senderOf(world: World, chat: Chat): Pick<SimMessage, 'from' | 'sender_chat'> {
  if (chat.type === 'channel') return { sender_chat: describeChat(world, chat) };
  return { from: describeUser(world, world.bot) };
}

const deleteMessage: Method = ({ world }, params) => {
  if (params.string('chat_id') === '') throw badRequest('chat identifier is not specified');
  if (params.integer('message_id') === 0) throw badRequest('message identifier is not specified');
  const chat = findChat(world, params, 'write');
  const message = chat.messages.find(({ message_id }) => message_id === params.integer('message_id'));
  if (!message) throw badRequest('message to delete not found');
  if (!isDeletable(world, chat, message)) throw badRequest("message can't be deleted");
  chat.messages = chat.messages.filter((other) => other !== message);
  world.changed();
  return true;
};

function isDeletable(world: World, chat: Chat, message: SimMessage): boolean {
  if (world.seconds() - message.date > DELETABLE_SECONDS) return false;
  if (chat.type === 'private') return true;
  return ['can_post_messages', 'can_delete_messages'].some((right) => may(chat, world.bot.id, right));
}

export const messageMethods: Methods = { sendMessage, deleteMessage };
