import type { CallbackAnswer, CallbackQueries } from './callback-queries';
import { ANSWER_DEADLINE_MS } from '../../deadlines';
import { administratorOf, type Administrator } from './administrate';
import { createChannel, createGroup, type NewChannel, type NewGroup } from './create-chat';
import { fittingChats, pickChat, type PickOptions } from './pick-chat';
import { describeMessage } from '../describe';
import { findEntities } from '../html/find-entities';
import { joinPublicChat, openInviteLink, readInvitation, type Invitation } from '../membership/invite-links';
import { setChatsElsewhere } from '../membership/chat-limit';
import { emitBlockUpdate, leave } from '../membership/members';
import { openLink } from './open-link';
import { postMessage } from '../post-message';
import { isIn, memberOf } from '../membership/rights';
import { payerOf, type Payer } from '../stars/payer';
import type { StarParts } from '../stars/star-parts';
import { sendDocument, type SentFile } from './send-document';
import type { ChatRef, SimMessage } from '../types';
import type { World } from '../world';
import { writeInChat } from './write-in-chat';

/** What a user does in the client. */
export interface Person extends Payer {
  /** Presses START or opens a deep link. Also unblocks the bot, as the client does. */
  start(payload?: string): void;
  /**
   * Writes in the private chat with the bot, as a reply to `replyTo` if that message is there. Returns the message's id.
   */
  say(text: string, options?: { replyTo?: number }): number;
  /** Sends a document to the bot. Returns the message's id. */
  sendDocument(file: SentFile): number;
  /** Presses a button, which may be forged. Rejects if the bot never answers. */
  press(
    chatId: number,
    messageId: number,
    callbackData: string,
    options?: { timeoutMs?: number },
  ): Promise<CallbackAnswer>;
  /** Starts the bot by its t.me link, or joins by an invite link. Ignores links that a browser would open. */
  openLink(url: string): void | Promise<void>;
  /** Joins or asks to join. Throws the client's error for a link that is revoked, expired or used up. */
  join(inviteLink: string): void;
  /** What the client shows of the chat behind an invite link before the user joins. Throws like `join`. */
  preview(inviteLink: string): Invitation;
  /** The chats that the client offers for a button of the reply keyboard. */
  fittingChats(requestId: number): readonly ChatRef[];
  /** Picks one of them. Throws for any other. */
  pickChat(requestId: number, chatId: number, options?: PickOptions): void;
  /** Joins a public chat by its name, or asks to join. Throws the client's error. */
  joinPublic(chatId: number): void;
  /** Is in so many chats outside of the simulator. Default: so many that Telegram allows no other one. */
  setChatsElsewhere(count?: number): void;
  leave(chatId: number): void;
  /** Writes in a group, or posts in a channel. Returns the message's id. */
  write(chatId: number, text: string): number;
  /** Creates a channel without the bot. Returns its id. */
  createChannel(channel: NewChannel): number;
  /** Creates a group without the bot: a basic one, a supergroup, or a public one, which is a supergroup. Returns its id. */
  createGroup(group: NewGroup): number;
  /** Sets the language of their app, an IETF tag. The bot learns it with their next update. */
  setLanguage(languageCode: string): void;
  block(): void;
  unblock(): void;
  /** Deletes the account, so that the bot sees a deactivated user. */
  deleteAccount(): void;
  /** What they do as an administrator. Throws in a channel where they aren't one. */
  readonly admin: Administrator;
}

interface Surroundings {
  readonly world: World;
  readonly callbackQueries: CallbackQueries;
  readonly stars: StarParts;
}

export function personOf({ world, callbackQueries, stars }: Surroundings, userId: number): Person {
  const standing = world.getStanding(userId);
  const setBlocked = (isBlocked: boolean) => {
    if (standing.blocked === isBlocked) return;
    standing.blocked = isBlocked;
    emitBlockUpdate(world, userId, isBlocked);
    world.changed();
  };
  const say = (text: string, { replyTo }: { replyTo?: number } = {}) => {
    if (standing.blocked) throw new Error(`User ${userId} has blocked the bot`);
    standing.started = true;
    return write(world, userId, text, replyTo);
  };
  const start = (payload?: string) => {
    setBlocked(false);
    say(payload === undefined || payload === '' ? '/start' : `/start ${payload}`);
  };
  return {
    start,
    say,
    sendDocument: (file) => {
      if (standing.blocked) throw new Error(`User ${userId} has blocked the bot`);
      standing.started = true;
      return sendDocument(world, userId, file);
    },
    press: (chatId, messageId, data, { timeoutMs = ANSWER_DEADLINE_MS } = {}) =>
      callbackQueries.press({ userId, chatId, messageId, data, timeoutMs }),
    openLink: (url) => openLink(world, url, { start, join: (link) => openInviteLink(world, userId, link) }),
    join: (inviteLink) => openInviteLink(world, userId, inviteLink),
    preview: (inviteLink) => readInvitation(world, userId, inviteLink),
    fittingChats: (requestId) => fittingChats(world, userId, requestId),
    pickChat: (requestId, chatId, options) => pickChat(world, { userId, requestId, chatId }, options),
    setChatsElsewhere: (count) => setChatsElsewhere(world, userId, count),
    joinPublic: (chatId) => joinPublicChat(world, userId, chatId),
    write: (chatId, text) => writeInChat(world, { chat: world.getChat(chatId), authorId: userId }, text),
    createChannel: (channel) => createChannel(world, userId, channel),
    createGroup: (group) => createGroup(world, userId, group),
    admin: administratorOf(world, userId),
    ...payerOf(stars, userId),
    leave: (chatId) => {
      const chat = world.getChat(chatId);
      chat.joinRequests.delete(userId);
      if (isIn(memberOf(chat, userId))) leave(world, chat, userId);
    },
    setLanguage: (language_code) => world.addUser({ ...world.getUser(userId), language_code }),
    block: () => setBlocked(true),
    unblock: () => setBlocked(false),
    deleteAccount: () => {
      standing.deactivated = true;
      world.changed();
    },
  };
}

/** Returns the message's id. */
function write(world: World, userId: number, text: string, replyTo?: number): number {
  const chat = world.getChat(userId);
  const replied = chat.messages.find(({ message_id }) => message_id === replyTo);
  const entities = findEntities(text);
  const content = {
    text,
    ...(entities.length > 0 && { entities }),
    ...(replied && { reply_to_message: describeReplied(replied) }),
  };
  const message = postMessage(world, { chat, authorId: userId }, content);
  world.emit('message', { ...message });
  return message.message_id;
}

/** https://core.telegram.org/bots/api#message: a message in `reply_to_message` has none itself. */
function describeReplied(message: SimMessage): object {
  return { ...describeMessage(message), reply_to_message: undefined };
}
