import { GrammyError, HttpError } from 'grammy/web';
import { hadNoEffect } from '../http-client';

/** What a failed Bot API call means for its caller. */
export type TelegramFailure =
  /** The call has nothing left to do: the result that it wanted is already there, or can no longer be reached. */
  | { readonly type: 'benign' }
  /** Nothing can be delivered to this chat until its owner acts. */
  | { readonly type: 'unreachable'; readonly reason: string }
  /** This call will never succeed. */
  | { readonly type: 'permanent'; readonly reason: string }
  | Retryable;

interface Retryable {
  readonly type: 'retryable';
  readonly reason: string;
  readonly afterSeconds: number | undefined;
  /** A message was sent and no answer came, so it may have arrived. */
  readonly mayHaveArrived?: boolean;
}

// Descriptions of the server: telegram-bot-api/Client.cpp. They may change, so an unknown one must break nothing.
const BENIGN =
  /message is not modified|query is too old|query id is invalid|message to (edit|delete) not found|message can't be (edited|deleted)|message identifier is not specified/i;
const UNREACHABLE =
  /bot was blocked|user is deactivated|bot was kicked|not a member|group chat was deleted|chat not found|can't initiate conversation|have no rights|not enough rights|need administrator rights|PEER_ID_INVALID|chat was (deleted|deactivated)|CHAT_(\w+_)?FORBIDDEN|CHAT_RESTRICTED|CHAT_ID_INVALID|CHANNEL_(PRIVATE|INVALID)|TOPIC_(CLOSED|DELETED)|message thread not found|USER_BANNED_IN_CHANNEL/i;

/** grammY's words. Other methods can be repeated without harm. */
const SENDS = /^Network request for '(send|copy|forward)/;

/** Why nothing can be delivered to a chat, in the cases that the owner can tell apart and act on. */
export type Unreachable = 'not_started' | 'blocked' | 'gone' | 'no_right';

/** Reads Telegram's description. If a user's chat is not found, the user has not started the bot. */
export function unreachableBecause(reason: string, chatId: number): Unreachable {
  if (/bot was blocked/i.test(reason)) return 'blocked';
  if (/user is deactivated|chat was (deleted|deactivated)/i.test(reason)) return 'gone';
  if (/can't initiate conversation/i.test(reason)) return 'not_started';
  return chatId > 0 && /chat not found|PEER_ID_INVALID/i.test(reason) ? 'not_started' : 'no_right';
}

/** Reads an error of a Bot API call. Throws any other error, because our own bugs must be seen, not retried. */
export function telegramFailure(error: unknown): TelegramFailure {
  if (error instanceof HttpError) {
    // No answer from Telegram itself: a timeout, a reset, a proxy's page.
    const mayHaveArrived = SENDS.test(error.message) && !hadNoEffect(error.error);
    return { type: 'retryable', reason: 'no answer from Telegram', afterSeconds: undefined, mayHaveArrived };
  }
  if (!(error instanceof GrammyError)) throw error;
  const { error_code: code, description, parameters } = error;
  if (code === 429 || code >= 500)
    return { type: 'retryable', reason: description, afterSeconds: parameters.retry_after };
  if (BENIGN.test(description)) return { type: 'benign' };
  // A wrong token is our misconfiguration. Nothing must be given up until the operator has fixed it.
  if (code === 401 || code === 404 || code === 409) {
    return { type: 'retryable', reason: description, afterSeconds: undefined };
  }
  return {
    type: code === 403 || UNREACHABLE.test(description) ? 'unreachable' : 'permanent',
    reason: description,
  };
}

/** True if Telegram failed inside and did not ask us to wait: an error 5xx of its own, not of a proxy. */
export const isServerError = (error: unknown): boolean =>
  error instanceof GrammyError && error.error_code >= 500 && error.parameters.retry_after === undefined;

/**
 * The id that a group got when it became a supergroup; `undefined` if the error says nothing about that. Nothing reaches the
 * old id: https://core.telegram.org/bots/api#responseparameters
 */
export const movedTo = (error: unknown): number | undefined =>
  error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined;

/** A group that became a supergroup, so that every call about it has to name the other id. */
export class ChatMoved extends Error {
  override readonly name = 'ChatMoved';
  readonly from: number;
  readonly to: number;

  constructor({ from, to }: { readonly from: number; readonly to: number }, options: ErrorOptions) {
    super('the group was upgraded', options);
    this.from = from;
    this.to = to;
  }
}

/** A private channel that no longer exists, or in which the bot never was. No call about it will ever succeed. */
export class ChannelGone extends Error {
  override readonly name = 'ChannelGone';
  readonly chatId: number;

  constructor(chatId: number, options: ErrorOptions) {
    super('the private channel is gone', options);
    this.chatId = chatId;
  }
}

const GONE = /chat not found|chat was (deleted|deactivated)|CHANNEL_INVALID|CHAT_ID_INVALID/i;

/** True if Telegram says that the chat of a call does not exist. */
export const isChatGone = (error: unknown): boolean =>
  error instanceof GrammyError && error.error_code < 429 && GONE.test(error.description);

/** True if Telegram itself answered, however badly. */
export const wasAnswered = (error: unknown): boolean => error instanceof GrammyError;

/** True if Telegram said that it did nothing. After no answer or a 5xx, the call may have had its effect. */
export const wasRefused = (error: unknown): boolean => error instanceof GrammyError && error.error_code < 500;

/** True if the message exists but cannot be deleted: it is older than two days, or not ours. */
export const isTooOldToDelete = (error: unknown): boolean =>
  error instanceof GrammyError && /message can't be deleted/i.test(error.description);

/** True if the text of the message cannot be edited: it was deleted, is not ours, or has none, as an invoice or a picture. */
export const isMessageGone = (error: unknown): boolean =>
  error instanceof GrammyError &&
  /message to edit not found|message can't be edited|MESSAGE_ID_INVALID|no text in the message to edit/i.test(
    error.description,
  );

/** True if a message shows already what an edit would have it show. */
export const isUnchanged = (error: unknown): boolean =>
  error instanceof GrammyError && /message is not modified/i.test(error.description);

/** What a failed call about a membership means. Only `irremovable` is final, because a paid access is still owed. */
export type MembershipFailure =
  | Retryable
  /** It was done before: by this call, whose answer was lost, by an administrator, or by the user, who withdrew. */
  | { readonly type: 'already'; readonly isInside: boolean }
  | { readonly type: 'no_such_user'; readonly reason: string }
  /** An administrator or the channel's owner. */
  | { readonly type: 'irremovable'; readonly reason: string }
  /** The user is in as many channels and groups as Telegram allows. Only they can change that. */
  | { readonly type: 'in_too_many_chats'; readonly reason: string }
  /** The channel has as many members as Telegram allows. */
  | { readonly type: 'full'; readonly reason: string }
  /** An administrator banned the user. */
  | { readonly type: 'banned'; readonly reason: string }
  /** Another refusal that names the user, so nothing is wrong with the channel. */
  | { readonly type: 'about_user'; readonly reason: string }
  /** The channel's owner has to act: the bot lacks a right, or is no longer in the channel. */
  | { readonly type: 'refused'; readonly reason: string };

const ALREADY = /USER_ALREADY_PARTICIPANT|HIDE_REQUESTER_MISSING|INVITE_HASH_(EXPIRED|INVALID)/i;
const INSIDE = /USER_ALREADY_PARTICIPANT/i;
const NO_SUCH_USER =
  /PARTICIPANT_ID_INVALID|user not found|member not found|USER_ID_INVALID|user is deactivated|USER_DEACTIVATED/i;
const IRREMOVABLE = /user is an administrator|can't remove chat owner|USER_ADMIN_INVALID/i;
// With 400 or 403, as a code or in words: https://core.telegram.org/method/messages.hideChatJoinRequest, tdlib/td#1139.
const IN_TOO_MANY_CHATS = /CHANNELS?[_ ]TOO[_ ]MUCH|too many (channels|supergroups|groups|chats)/i;
const FULL = /USERS[_ ]TOO[_ ]MUCH|too many (members|participants)/i;
const BANNED = /USER_KICKED|user (was|is) (kicked|banned)/i;
// The account that is limited here is the bot's own.
const ABOUT_BOT = /USER_BANNED_IN_CHANNEL|USER_BOT/i;
const ABOUT_USER = /\b(INPUT_)?USER_[A-Z]|PARTICIPANT_/;

/** What a refusal means: the first pattern that matches. */
const REFUSALS = [
  ['no_such_user', NO_SUCH_USER],
  ['irremovable', IRREMOVABLE],
  ['in_too_many_chats', IN_TOO_MANY_CHATS],
  ['full', FULL],
  ['banned', BANNED],
  ['refused', ABOUT_BOT],
  ['about_user', ABOUT_USER],
] as const;

/** Reads an error of a call about a membership. An unknown refusal is `refused`: the owner is told, and we retry. */
export function membershipFailure(error: unknown): MembershipFailure {
  const failure = telegramFailure(error);
  if (failure.type === 'retryable') return failure;
  const reason = error instanceof GrammyError ? error.description : '';
  if (ALREADY.test(reason)) return { type: 'already', isInside: INSIDE.test(reason) };
  return { type: REFUSALS.find(([, pattern]) => pattern.test(reason))?.[0] ?? 'refused', reason };
}

/** True if a payment in Stars was sent back before: by this call, whose answer was lost, or by Telegram. */
export const isAlreadyRefunded = (error: unknown): boolean =>
  error instanceof GrammyError && /CHARGE_ALREADY_REFUNDED/.test(error.description);
