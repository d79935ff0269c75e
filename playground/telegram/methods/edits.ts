import type { InlineKeyboardMarkup } from 'grammy/types';
import { badRequest } from '../errors';
import { formatText } from '../format-text';
import type { FormattedText } from '../html';
import { readKeyboard, requireInlineKeyboard } from '../keyboards';
import type { Params } from '../params';
import { may } from '../rights';
import type { Chat, SimMessage } from '../types';
import type { World } from '../world';
import type { Method, MethodContext, Methods } from './context';
import { findChat } from './find-chat';

interface Edit {
  readonly formatted: FormattedText;
  readonly keyboard: InlineKeyboardMarkup | undefined;
}

const editMessageText: Method = (context, params) => {
  // The server names a text that is too long differently when it is an edit.
  const formatted = formatText(params, 'MESSAGE_TOO_LONG');
  const { chat, message } = findOwnMessage(context.world, params);
  return apply(context, { chat, message }, { formatted, keyboard: readKeyboard(params, chat.type) });
};

const editMessageReplyMarkup: Method = (context, params) => {
  const { chat, message } = findOwnMessage(context.world, params);
  const formatted = { text: message.text, entities: message.entities ?? [] };
  return apply(context, { chat, message }, { formatted, keyboard: readKeyboard(params, chat.type) });
};

function findOwnMessage(world: World, params: Params): { chat: Chat; message: SimMessage } {
  requireInlineKeyboard(params);
  if (params.string('chat_id') === '' && params.integer('message_id') === 0) {
    throw badRequest('message identifier is not specified');
  }
  const chat = findChat(world, params, 'write');
  const message = chat.messages.find(({ message_id }) => message_id === params.integer('message_id'));
  if (!message) throw badRequest('message to edit not found');
  if (!isEditable(world, chat, message)) throw badRequest("message can't be edited");
  return { chat, message };
}

function isEditable(world: World, chat: Chat, message: SimMessage): boolean {
  if (chat.type === 'private') return message.from?.id === world.bot.id;
  return ['can_post_messages', 'can_edit_messages'].some((right) => may(chat, world.bot.id, right));
}

function apply(
  { world, limits }: MethodContext,
  at: { chat: Chat; message: SimMessage },
  edit: Edit,
): SimMessage {
  const { chat, message } = at;
  const { text, entities } = edit.formatted;
  const before = JSON.stringify([message.text, message.entities ?? [], message.reply_markup ?? null]);
  if (before === JSON.stringify([text, entities, edit.keyboard ?? null])) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  limits.spend(chat, 'edit');
  const edited: SimMessage = {
    ...withoutContent(message),
    edit_date: world.seconds(),
    text,
    ...(entities.length > 0 && { entities }),
    ...(edit.keyboard && { reply_markup: edit.keyboard }),
  };
  chat.messages = chat.messages.map((other) => (other === message ? edited : other));
  world.changed();
  return { ...edited };
}

function withoutContent(message: SimMessage): SimMessage {
  const rest = { ...message };
  delete rest.entities;
  delete rest.reply_markup;
  return rest;
}

export const editMethods: Methods = { editMessageText, editMessageReplyMarkup };
