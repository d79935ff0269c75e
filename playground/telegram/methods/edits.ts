import type { InlineKeyboardMarkup } from 'grammy/types';
import { describeMessage } from '../describe';
import { badRequest } from '../wire/errors';
import { formatCaption, formatText } from '../html/format-text';
import { readKeyboard, requireInlineKeyboard } from '../keyboards';
import type { Params } from '../wire/params';
import { may } from '../membership/rights';
import type { Chat, SimMessage } from '../types';
import type { World } from '../world';
import type { Method, MethodContext, Methods } from './context';
import { findChat } from './find-chat';

/** The message to edit, and its chat. */
interface Target {
  readonly chat: Chat;
  readonly message: SimMessage;
}

const placeOf = ({ chat, message }: Target) => ({
  chatType: chat.type,
  isInvoice: message.invoice !== undefined,
});

type Words = Pick<SimMessage, 'text' | 'entities' | 'caption' | 'caption_entities'>;

const editMessageText: Method = (context, params) => {
  // For an edit, the server has another error text for a text that is too long.
  const { text, entities } = formatText(params, 'MESSAGE_TOO_LONG');
  const target = findEditable(context.world, params);
  if (target.message.text === '') throw badRequest('there is no text in the message to edit');
  const words = { text, ...(entities.length > 0 && { entities }) };
  return apply(context, target, { words, keyboard: readKeyboard(params, placeOf(target)) });
};

const editMessageCaption: Method = (context, params) => {
  const { text: caption, entities } = formatCaption(params);
  const target = findEditable(context.world, params);
  if (target.message.text !== '' || target.message.invoice)
    throw badRequest('there is no caption in the message to edit');
  const words = {
    text: '',
    ...(caption !== '' && { caption }),
    ...(entities.length > 0 && { caption_entities: entities }),
  };
  return apply(context, target, { words, keyboard: readKeyboard(params, placeOf(target)) });
};

const editMessageReplyMarkup: Method = (context, params) => {
  const target = findEditable(context.world, params);
  const words = wordsOf(target.message);
  return apply(context, target, { words, keyboard: readKeyboard(params, placeOf(target)) });
};

function findEditable(world: World, params: Params): Target {
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

/** The bot may edit its own messages of any age and, with the right to, all posts of a channel. */
function isEditable(world: World, chat: Chat, message: SimMessage): boolean {
  const isOwn = chat.authors.get(message.message_id) === world.bot.id;
  if (chat.type === 'private') return isOwn;
  if (may(chat, world.bot.id, 'can_edit_messages')) return true;
  return isOwn && may(chat, world.bot.id, 'can_post_messages');
}

function apply(
  { world, limits }: MethodContext,
  { chat, message }: Target,
  { words, keyboard }: { words: Words; keyboard: InlineKeyboardMarkup | undefined },
): unknown {
  const after = { ...words, ...(keyboard && { reply_markup: keyboard }) };
  if (contentOf(message) === contentOf(after)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  limits.spend(chat, 'edit');
  const edited: SimMessage = { ...withoutWords(message), edit_date: world.seconds(), ...after };
  chat.messages = chat.messages.map((other) => (other === message ? edited : other));
  world.changed();
  return describeMessage(edited);
}

function contentOf(message: Words & { reply_markup?: InlineKeyboardMarkup }): string {
  const { text, entities = [], caption = '', caption_entities = [], reply_markup = null } = message;
  return JSON.stringify([text, entities, caption, caption_entities, reply_markup]);
}

const wordsOf = ({ text, entities, caption, caption_entities }: SimMessage): Words => ({
  text,
  ...(entities && { entities }),
  ...(caption !== undefined && { caption }),
  ...(caption_entities && { caption_entities }),
});

function withoutWords(message: SimMessage): SimMessage {
  const rest = { ...message };
  delete rest.entities;
  delete rest.caption;
  delete rest.caption_entities;
  delete rest.reply_markup;
  return rest;
}

export const editMethods: Methods = { editMessageText, editMessageCaption, editMessageReplyMarkup };
