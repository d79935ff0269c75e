import type { BotChat } from '../domain/places/bot-chat';
import { isPlaceKind } from '../domain/places/place';
import type { Cents, ClosedChannelId, OpenChannelId, OrderReference } from '../domain/common/ids';
import type { Language } from '../domain/common/language';
import type { WayToPay } from '../domain/payments/invoices/ways-to-pay';
import type { CaseDecision } from '../domain/payments/payment';
import type { DonorChoice } from '../domain/donations/choices';
import type { TapKey } from '../domain/donations/presets';
import type { Message } from '../domain/messages/messages';
import type { OwnerActionName } from '../domain/owner/owner-actions';
import type { SetUpStep } from '../domain/owner/set-up';
import type { StarCharge, StarRefund } from '../domain/stars/charge';
import type { RenewalReport } from '../domain/stars/renewal';
import { adminRights } from './bot-rights';
import { parseCallbackData } from './codec/callback-data';
import { readCommand, type BotCommand } from './codec/commands';
import { parseStartParameter } from './codec/start-parameter';
import { chargeOf, refundOf, renewalOf } from './star-payment';
import {
  isSentByPerson,
  type CallbackQuery,
  type SentDocument,
  type TelegramUser,
  type Update,
} from './update';

/** A tapped button and its message. Each tap must be answered exactly once. */
export interface Button {
  readonly queryId: string;
  readonly chatId: number;
  readonly messageId: number;
  /** Its message is an invoice, which can't be edited. */
  readonly isOnInvoice?: true;
}

interface ByUser {
  readonly user: TelegramUser;
}

interface ByButton {
  readonly button: Button;
}

interface Replying {
  /** The message in the same chat that this one replies to. */
  readonly repliedTo?: number;
}

/** What an update asks for. Each member of the union has one `type`, because `IntentOf` can't split a member. */
export type Intent =
  | ({ readonly type: 'say'; readonly message: Message } & ByUser)
  | ({
      readonly type: 'open_keypad';
      readonly openChannelId: OpenChannelId;
      readonly button?: Button;
    } & ByUser)
  | ({ readonly type: 'show_order'; readonly reference: OrderReference } & ByUser)
  | ({ readonly type: 'tap'; readonly key: TapKey } & ByUser & ByButton)
  /** What a donor chooses on a keypad beside the amount. */
  | ({ readonly type: 'donor_choice'; readonly choice: DonorChoice } & ByUser & ByButton)
  /** Gives the Stars on a button of a keypad. Places count from 1. */
  | ({ readonly type: 'give_stars'; readonly place: number } & ByUser & ByButton)
  /** A button in a channel. The bot can't message the user first, so the answer is a link to the bot. */
  | ({ readonly type: 'point_to_bot'; readonly startParameter: string } & ByButton)
  | ({ readonly type: 'cancel_order'; readonly reference: OrderReference | null } & ByUser & ByButton)
  /** Replaces the message with the button, or sends a new one if there is no button. */
  | ({ readonly type: 'show_channels'; readonly page: number; readonly button?: Button } & ByUser)
  | ({
      readonly type: 'show_channel';
      readonly openChannelId: OpenChannelId;
      readonly isInPlace: boolean;
      readonly button?: Button;
    } & ByUser)
  | ({ readonly type: 'my_subscriptions'; readonly isInPlace?: boolean; readonly button?: Button } & ByUser)
  | ({
      readonly type: 'buy';
      readonly openChannelId: OpenChannelId;
      readonly position: number;
      readonly isFromScratch?: boolean;
    } & ByUser &
      ByButton)
  | ({ readonly type: 'pay_order'; readonly reference: OrderReference } & ByUser & ByButton)
  | ({ readonly type: 'pay_by'; readonly way: WayToPay; readonly reference: OrderReference } & ByUser &
      ByButton)
  | ({ readonly type: 'choose_way'; readonly reference: OrderReference } & ByUser & ByButton)
  | ({
      readonly type: 'enter';
      readonly openChannelId: OpenChannelId;
      readonly chatId?: ClosedChannelId;
    } & ByUser &
      ByButton)
  | ({ readonly type: 'show_story'; readonly reference: OrderReference } & ByUser & ByButton)
  | ({
      readonly type: 'decide_case';
      readonly paymentId: number;
      readonly decision: CaseDecision;
      readonly days?: number;
      readonly typedCents?: Cents;
      readonly isConfirmed?: true;
    } & ByUser &
      ByButton)
  | ({
      readonly type: 'remove_protected';
      readonly openChannelId: OpenChannelId;
      readonly userId: number;
      readonly chatId?: ClosedChannelId;
    } & ByUser &
      ByButton)
  | ({ readonly type: 'choose_language'; readonly language: Language } & ByUser & ByButton)
  /** Lists the channels that the user runs, to choose one for the action. */
  | ({
      readonly type: 'my_channels';
      readonly action: OwnerActionName;
      readonly page: number;
      readonly button?: Button;
    } & ByUser)
  | ({
      readonly type: 'own';
      readonly action: OwnerActionName;
      readonly openChannelId: OpenChannelId;
      readonly argument?: string;
    } & ByUser &
      ByButton)
  /** Typed text that isn't a command: an answer to the message that it replies to, or to the bot's last question. */
  | ({ readonly type: 'typed'; readonly text: string; readonly messageId: number } & ByUser & Replying)
  /** A photo, a voice message, or anything else that a person sends and that isn't text. */
  | ({ readonly type: 'sent_no_text'; readonly document?: SentDocument } & ByUser & Replying)
  /** Lets a buyer choose the order that they write to its channel's owner about. */
  | ({ readonly type: 'choose_talk' } & ByUser & ByButton)
  /** Asks for a message about an order to its other side. */
  | ({ readonly type: 'open_talk'; readonly reference: OrderReference } & ByUser & ByButton)
  | ({
      readonly type: 'block_talk';
      readonly reference: OrderReference;
      readonly isBlocking: boolean;
    } & ByUser &
      ByButton)
  | ({ readonly type: 'cancel_talk' } & ByUser & ByButton)
  | ({ readonly type: 'ask_end_renewal'; readonly openChannelId: OpenChannelId } & ByUser & ByButton)
  | ({ readonly type: 'end_my_renewal'; readonly openChannelId: OpenChannelId } & ByUser & ByButton)
  | ({ readonly type: 'release_brake'; readonly openChannelId: OpenChannelId } & ByUser & ByButton)
  | ({ readonly type: 'stop_removals'; readonly openChannelId: OpenChannelId } & ByUser & ByButton)
  | {
      readonly type: 'join_request';
      readonly requester: TelegramUser;
      readonly closedChannelId: ClosedChannelId;
      /** The administrator or bot that created the link. */
      readonly linkCreatorId: number | undefined;
      /** Where the bot can write to the requester until the request is answered, even if they never started it. */
      readonly requesterChatId: number;
      /** The channel's public @name, if it has one. */
      readonly username: string | undefined;
    }
  | {
      readonly type: 'member_changed';
      readonly closedChannelId: ClosedChannelId;
      readonly userId: number;
      readonly status: string;
      readonly oldStatus: string;
      /** The user or bot that admitted, removed or promoted them. */
      readonly actorId: number;
      /** The channel's public @name, if it has one. */
      readonly username: string | undefined;
    }
  | ({ readonly type: 'look' } & ByButton)
  | ({ readonly type: 'unknown_button' } & ByButton)
  | {
      readonly type: 'reachability';
      readonly chatId: number;
      readonly isReachable: boolean;
      /** True if the bot is an administrator there, so that its rights may have changed. */
      readonly isAdministrator: boolean;
      /** The bot's new state in a channel or a supergroup; absent in other chats. */
      readonly botChat?: BotChat;
      /** Absent in a channel and in a private chat. */
      readonly groupTitle?: string;
      /** The user who has just added the bot to a group; absent in other chats. */
      readonly addedToGroupBy?: number;
    }
  /** A group became a supergroup, which has another id. */
  | { readonly type: 'chat_moved'; readonly from: number; readonly to: number }
  /** Starts setting up a channel, or continues it. */
  | ({ readonly type: 'open_set_up'; readonly button?: Button } & ByUser)
  | ({ readonly type: 'postpone_set_up' } & ByUser & ByButton)
  | ({ readonly type: 'cancel_set_up' } & ByUser & ByButton)
  | ({ readonly type: 'set_up'; readonly step: SetUpStep; readonly choice: string } & ByUser & ByButton)
  /** Claims a channel that somebody else has set up. The first tap asks for a confirmation. */
  | ({
      readonly type: 'claim';
      readonly openChannelId: OpenChannelId;
      readonly isConfirmed: boolean;
    } & ByUser &
      ByButton)
  /** A channel that the user picked in Telegram's own list. Only its id is to be believed. */
  | ({
      readonly type: 'chat_shared';
      readonly requestId: number;
      readonly chatId: number;
      readonly title: string | undefined;
      /** In seconds since the epoch. `null` if the update doesn't say. */
      readonly date: number | null;
    } & ByUser)
  /** A payment in Stars arrived. It has no `user`, because nobody who pays may be held back for being too fast. */
  | { readonly type: 'star_charge'; readonly charge: StarCharge }
  /** A payment in Stars was sent back. */
  | { readonly type: 'star_refund'; readonly refund: StarRefund }
  /** Whether a payment in Stars renews by itself has changed. */
  | { readonly type: 'star_renewal'; readonly report: RenewalReport }
  /** A tap on an owner's link that invites a manager or viewer. */
  | ({ readonly type: 'accept_invitation'; readonly token: string } & ByUser)
  | { readonly type: 'ignore' };

export type IntentOf<Type extends Intent['type']> = Extract<Intent, { type: Type }>;

const IGNORE: Intent = { type: 'ignore' };

const sayIntent = (user: TelegramUser, message: Message): Intent => ({ type: 'say', user, message });

const COMMANDS: Readonly<Record<BotCommand, (user: TelegramUser) => Intent>> = {
  start: (user) => ({ type: 'show_channels', user, page: 1 }),
  mysubs: (user) => ({ type: 'my_subscriptions', user }),
  channels: (user) => ({ type: 'my_channels', user, action: 'menu', page: 1 }),
  setup: (user) => ({ type: 'open_set_up', user }),
  stats: (user) => ({ type: 'my_channels', user, action: 'stats', page: 1 }),
  members: (user) => ({ type: 'my_channels', user, action: 'members', page: 1 }),
  orders: (user) => ({ type: 'my_channels', user, action: 'orders', page: 1 }),
  cases: (user) => ({ type: 'my_channels', user, action: 'cases', page: 1 }),
  language: (user) => sayIntent(user, { type: 'language_page' }),
  help: (user) => sayIntent(user, { type: 'help' }),
  paysupport: (user) => sayIntent(user, { type: 'pay_support' }),
  privacy: (user) => sayIntent(user, { type: 'privacy' }),
  terms: (user) => sayIntent(user, { type: 'terms' }),
};

const isCommand = (word: string): word is BotCommand => Object.hasOwn(COMMANDS, word);

function routeStart(user: TelegramUser, parameter: string): Intent {
  const intent = parseStartParameter(parameter);
  switch (intent?.type) {
    case 'donate':
      return { type: 'open_keypad', user, openChannelId: intent.openChannelId };
    case 'subscribe':
      return { type: 'show_channel', user, openChannelId: intent.openChannelId, isInPlace: false };
    case 'order':
      return { type: 'show_order', user, reference: intent.reference };
    case 'set_up':
      return { type: 'open_set_up', user };
    case 'join':
      return { type: 'accept_invitation', user, token: intent.token };
    default:
      return sayIntent(user, { type: 'link_not_understood' });
  }
}

/**
 * Telegram says it in both groups: in the old one where it went, in the new one where it came from. The new one says it in
 * its own name, so the sender looks like a bot: https://github.com/InsanusMokrassar/ktgbotapi/pull/514.
 */
function routeMove({ chat, migrate_to_chat_id: to, migrate_from_chat_id: from }: ServiceMessage): Intent {
  if (to !== undefined) return { type: 'chat_moved', from: chat.id, to };
  return from === undefined ? IGNORE : { type: 'chat_moved', from, to: chat.id };
}

type ServiceMessage = NonNullable<Update['message']>;

/** Answers only in private chats, because a bot that writes in groups unasked is a nuisance. */
function routeMessage(message: ServiceMessage, botUsername: string): Intent {
  const { message_id: messageId, from, chat, text, chat_shared: shared, document, date = null } = message;
  const [charge, refund] = [chargeOf(message), refundOf(message)];
  if (charge !== undefined) return { type: 'star_charge', charge };
  if (refund !== undefined) return { type: 'star_refund', refund };
  if (chat.type !== 'private') return routeMove(message);
  if (from === undefined || from.is_bot === true) return IGNORE;
  if (shared !== undefined) {
    const { request_id: requestId, chat_id: chatId, title } = shared;
    return { type: 'chat_shared', user: from, requestId, chatId, title, date };
  }
  if (!isSentByPerson(message)) return IGNORE;
  const replied = message.reply_to_message;
  const replying = replied?.chat.id === chat.id ? { repliedTo: replied.message_id } : {};
  if (text === undefined)
    return { type: 'sent_no_text', user: from, ...(document && { document }), ...replying };
  const command = readCommand(text, botUsername);
  if (command === undefined) return { type: 'typed', user: from, text, messageId, ...replying };
  const { word, parameter } = command;
  if (word === 'start' && parameter !== undefined) return routeStart(from, parameter);
  return isCommand(word) ? COMMANDS[word](from) : sayIntent(from, { type: 'not_understood' });
}

function routeCallbackQuery({ id: queryId, from: user, data, message }: CallbackQuery): Intent {
  const intent = data === undefined ? undefined : parseCallbackData(data);
  const button: Button = {
    queryId,
    chatId: message?.chat.id ?? user.id,
    messageId: message?.message_id ?? 0,
    ...(message?.invoice && { isOnInvoice: true }),
  };
  if (intent === undefined || message === undefined) return { type: 'unknown_button', button };
  const isPrivate = message.chat.type === 'private';
  switch (intent.type) {
    case 'look':
      return { type: 'look', button };
    case 'tap':
      return { ...intent, user, button };
    case 'donate':
      return isPrivate
        ? { type: 'open_keypad', user, openChannelId: intent.openChannelId, button }
        : { type: 'point_to_bot', startParameter: `donate_${intent.openChannelId}`, button };
    case 'show_channel':
    case 'show_offer':
    case 'buy': {
      const { openChannelId } = intent;
      if (!isPrivate) return { type: 'point_to_bot', startParameter: `sub_${openChannelId}`, button };
      if (intent.type === 'buy') return { ...intent, user, button };
      return { type: 'show_channel', openChannelId, isInPlace: intent.type === 'show_channel', user, button };
    }
    default:
      // Any client can send any data for any message, so only buttons made for channels may act on a channel's post.
      return isPrivate ? { ...intent, user, button } : { type: 'unknown_button', button };
  }
}

/** Passes on the requester, not the link, because a payment decides about the request and the link doesn't. */
const routeJoinRequest = ({
  chat,
  from,
  user_chat_id,
  invite_link,
}: NonNullable<Update['chat_join_request']>): Intent => ({
  type: 'join_request',
  requesterChatId: user_chat_id ?? from.id,
  requester: from,
  closedChannelId: chat.id as ClosedChannelId,
  linkCreatorId: invite_link?.creator.id,
  username: chat.username,
});

/** The status without `restricted`, which alone says in `is_member` whether the user is in. */
const shownStatus = ({ status, is_member }: { status: string; is_member?: boolean | undefined }): string =>
  status === 'restricted' ? (is_member ? 'member' : 'left') : status;

const routeMember = (update: NonNullable<Update['chat_member']>): Intent => ({
  type: 'member_changed',
  closedChannelId: update.chat.id as ClosedChannelId,
  userId: update.new_chat_member.user.id,
  status: shownStatus(update.new_chat_member),
  oldStatus: shownStatus(update.old_chat_member),
  actorId: update.from.id,
  username: update.chat.username,
});

/** Whether the bot can write to a chat. A restricted member may be allowed to: chatmemberrestricted of the Bot API. */
function mayWrite({ status, ...rights }: BotMembership): boolean {
  if (status === 'restricted') return rights['is_member'] === true && rights['can_send_messages'] !== false;
  if (status === 'administrator') return rights['can_post_messages'] !== false;
  return status === 'member' || status === 'creator';
}

type BotMembership = NonNullable<Update['my_chat_member']>['new_chat_member'];

const isInGroup = (status = 'left'): boolean => !['left', 'kicked'].includes(status);

/** The user who added the bot to a group. `undefined` if nobody did: it was in already, or this is another chat. */
function whoAddedToGroup(update: NonNullable<Update['my_chat_member']>): number | undefined {
  const { chat, from, old_chat_member, new_chat_member } = update;
  const isAdded = isInGroup(new_chat_member.status) && !isInGroup(old_chat_member?.status);
  const isGroup = chat.type === 'group' || chat.type === 'supergroup';
  return isGroup && isAdded && from.is_bot !== true ? from.id : undefined;
}

/** The bot's own membership: a user blocks or unblocks it, a channel or group adds or removes it. */
function routeMembership(update: NonNullable<Update['my_chat_member']>): Intent {
  const { chat, from, date = null, new_chat_member } = update;
  const { status } = new_chat_member;
  const isReachable = mayWrite(new_chat_member);
  const isAdministrator = status === 'administrator';
  const reached = { type: 'reachability', chatId: chat.id, isReachable, isAdministrator } as const;
  const addedToGroupBy = whoAddedToGroup(update);
  const rights = adminRights(new_chat_member);
  const { title = '', username = null } = chat;
  const reported = { chatId: chat.id, title, username, status, rights, actorId: from.id, changedAt: date };
  return {
    ...reached,
    ...(isPlaceKind(chat.type) && { botChat: { ...reported, kind: chat.type } }),
    ...(chat.type !== 'channel' && chat.title !== undefined && { groupTitle: chat.title }),
    ...(addedToGroupBy !== undefined && { addedToGroupBy }),
  };
}

/**
 * What a bot writes, presses or asks for is ignored, because two bots could answer each other for ever. What a bot did to
 * a member is noted, because this bot and others admit and remove people.
 */
const isFromBot = ({ callback_query, chat_join_request }: Update): boolean =>
  (callback_query ?? chat_join_request)?.from.is_bot === true;

/** Returns what an update asks for. Total: an unknown update is ignored, unknown input gets an answer that says so. */
export function routeUpdate(update: Update, botUsername: string): Intent {
  if (isFromBot(update)) return IGNORE;
  if (update.message) return routeMessage(update.message, botUsername);
  if (update.callback_query) return routeCallbackQuery(update.callback_query);
  if (update.chat_join_request) return routeJoinRequest(update.chat_join_request);
  if (update.chat_member) return routeMember(update.chat_member);
  if (update.my_chat_member) return routeMembership(update.my_chat_member);
  if (update.subscription) return { type: 'star_renewal', report: renewalOf(update.subscription) };
  return IGNORE;
}
