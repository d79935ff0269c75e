import type { OpenChannelId, OrderReference } from '../domain/ids';
import type { Key } from '../domain/keypad';
import type { Message } from '../domain/messages';
import { parseCallbackData } from './callback-data';
import { parseStartParameter } from './start-parameter';
import type { CallbackQuery, TelegramUser, Update } from './update';

/** What an update asks of us. */
export type Intent =
  | { readonly type: 'say'; readonly user: TelegramUser; readonly message: Message }
  | {
      readonly type: 'open_keypad';
      readonly user: TelegramUser;
      readonly openChannelId: OpenChannelId;
      readonly queryId?: string;
    }
  | { readonly type: 'show_order'; readonly user: TelegramUser; readonly reference: OrderReference }
  | {
      readonly type: 'tap';
      readonly user: TelegramUser;
      readonly key: Key;
      readonly chatId: number;
      readonly messageId: number;
      readonly queryId: string;
    }
  /** A donate button in a channel: a bot cannot write first, so the answer is a link to the bot. */
  | { readonly type: 'point_to_bot'; readonly openChannelId: OpenChannelId; readonly queryId: string }
  | {
      readonly type: 'cancel_order';
      readonly user: TelegramUser;
      readonly reference: OrderReference;
      readonly chatId: number;
      readonly messageId: number;
      readonly queryId: string;
    }
  | { readonly type: 'look'; readonly queryId: string }
  | { readonly type: 'unknown_button'; readonly queryId: string }
  | { readonly type: 'reachability'; readonly chatId: number; readonly isReachable: boolean }
  | { readonly type: 'ignore' };

const IGNORE: Intent = { type: 'ignore' };

const COMMANDS: Readonly<Record<string, Message>> = {
  start: { type: 'welcome' },
  help: { type: 'help' },
  paysupport: { type: 'pay_support' },
  terms: { type: 'terms' },
};

function routeStart(user: TelegramUser, parameter: string): Intent {
  const intent = parseStartParameter(parameter);
  switch (intent?.type) {
    case 'donate':
      return { type: 'open_keypad', user, openChannelId: intent.openChannelId };
    case 'order':
      return { type: 'show_order', user, reference: intent.reference };
    default:
      return { type: 'say', user, message: { type: 'link_not_understood' } };
  }
}

/** Only private chats are answered: a bot that talks in groups on its own is a nuisance. */
function routeMessage({ from, chat, text }: NonNullable<Update['message']>): Intent {
  if (chat.type !== 'private' || from === undefined) return IGNORE;
  const [, command, parameter] = /^\/([a-z]+)(?:@\w+)?(?:\s+(\S+))?\s*$/i.exec(text ?? '') ?? [];
  if (command === 'start' && parameter !== undefined) return routeStart(from, parameter);
  const message = command === undefined ? undefined : COMMANDS[command.toLowerCase()];
  return { type: 'say', user: from, message: message ?? { type: 'not_understood' } };
}

function routeCallbackQuery({ id: queryId, from: user, data, message }: CallbackQuery): Intent {
  const button = data === undefined ? undefined : parseCallbackData(data);
  if (button === undefined || message === undefined) return { type: 'unknown_button', queryId };
  switch (button.type) {
    case 'tap':
      return { ...button, user, chatId: message.chat.id, messageId: message.message_id, queryId };
    case 'donate':
      return message.chat.type === 'private'
        ? { type: 'open_keypad', user, openChannelId: button.openChannelId, queryId }
        : { type: 'point_to_bot', openChannelId: button.openChannelId, queryId };
    case 'cancel_order':
      return { ...button, user, chatId: message.chat.id, messageId: message.message_id, queryId };
    case 'look':
      return { type: 'look', queryId };
  }
}

/** A private chat is blocked and unblocked; the bot is thrown out of a group and taken back. */
function routeMembership({ chat, new_chat_member }: NonNullable<Update['my_chat_member']>): Intent {
  const isReachable = ['member', 'administrator', 'creator'].includes(new_chat_member.status);
  return { type: 'reachability', chatId: chat.id, isReachable };
}

/** Says what an update asks for. Pure, and total: whatever is not known is ignored or answered with help. */
export function routeUpdate(update: Update): Intent {
  if (update.message) return routeMessage(update.message);
  if (update.callback_query) return routeCallbackQuery(update.callback_query);
  if (update.my_chat_member) return routeMembership(update.my_chat_member);
  return IGNORE;
}
