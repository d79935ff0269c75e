import type { CallbackQueries } from './callback-queries';
import { ANSWER_DEADLINE_MS } from '../../deadlines';
import { administratorOf, type Administrator } from './administrate';
import { createChannel, type NewChannel } from './create-channel';
import { findEntities } from '../html/find-entities';
import { openInviteLink, readInvitation, type Invitation } from '../membership/invite-links';
import { announceBlock, changeMember } from '../membership/members';
import { postMessage } from '../post-message';
import { isIn, memberOf } from '../membership/rights';
import type { CallbackAnswer } from '../types';
import type { World } from '../world';

/** What a human does in the client. */
export interface Person {
  /** Presses START or opens a deep link. Also unblocks the bot, as the client does. */
  start(payload?: string): void;
  /** Writes in the private chat with the bot. The message's id. */
  say(text: string): number;
  /** Presses a button, or forges one. Rejects if the bot never answers. */
  press(
    chatId: number,
    messageId: number,
    callbackData: string,
    options?: { timeoutMs?: number },
  ): Promise<CallbackAnswer>;
  /** A t.me link to the bot starts it, an invite link is joined; any other link is the browser's affair. */
  openLink(url: string): void | Promise<void>;
  /** Joins or asks to join. Throws what the client shows of a link that is revoked, expired or used up. */
  join(inviteLink: string): void;
  /** What the client shows of the chat behind an invite link, before one asks. Throws as `join` does. */
  preview(inviteLink: string): Invitation;
  leave(chatId: number): void;
  /** A channel of their own, the bot not in it. Its id. */
  createChannel(channel: NewChannel): number;
  block(): void;
  unblock(): void;
  /** Deletes the account: to the bot a deactivated user. */
  deleteAccount(): void;
  /** What they do in a channel that is theirs. Throws where they are no administrator. */
  readonly admin: Administrator;
}

export function personOf(world: World, callbackQueries: CallbackQueries, userId: number): Person {
  const standing = world.getStanding(userId);
  const setBlocked = (isBlocked: boolean) => {
    if (standing.blocked === isBlocked) return;
    standing.blocked = isBlocked;
    announceBlock(world, userId, isBlocked);
    world.changed();
  };
  const say = (text: string) => {
    if (standing.blocked) throw new Error(`User ${userId} has blocked the bot`);
    standing.started = true;
    return write(world, userId, text);
  };
  const start = (payload?: string) => {
    setBlocked(false);
    say(payload === undefined || payload === '' ? '/start' : `/start ${payload}`);
  };
  return {
    start,
    say,
    press: (chatId, messageId, data, { timeoutMs = ANSWER_DEADLINE_MS } = {}) =>
      callbackQueries.press({ userId, chatId, messageId, data, timeoutMs }),
    openLink: (url) => openLink(world, url, { start, join: (link) => openInviteLink(world, userId, link) }),
    join: (inviteLink) => openInviteLink(world, userId, inviteLink),
    preview: (inviteLink) => readInvitation(world, userId, inviteLink),
    createChannel: (channel) => createChannel(world, userId, channel),
    admin: administratorOf(world, userId),
    leave: (chatId) => {
      const chat = world.getChat(chatId);
      chat.joinRequests.delete(userId);
      if (isIn(memberOf(chat, userId)))
        changeMember(world, { chat, userId, actorId: userId, status: 'left' });
    },
    block: () => setBlocked(true),
    unblock: () => setBlocked(false),
    deleteAccount: () => {
      standing.deactivated = true;
      world.changed();
    },
  };
}

/** The message's id. */
function write(world: World, userId: number, text: string): number {
  const chat = world.getChat(userId);
  const entities = findEntities(text);
  const content = { text, ...(entities.length > 0 && { entities }) };
  const message = postMessage(world, { chat, authorId: userId }, content);
  world.emit('message', { ...message });
  return message.message_id;
}

function openLink(
  world: World,
  link: string,
  actions: { start: (payload: string) => void; join: (link: string) => void },
): void {
  const url = new URL(link);
  if (!['t.me', 'telegram.me'].includes(url.hostname)) return;
  const path = url.pathname.slice(1);
  if (path.startsWith('+')) actions.join(link);
  if (path.toLowerCase() !== world.bot.username.toLowerCase()) return;
  // Such a link asks for a channel, which the person chooses.
  if (url.searchParams.has('startchannel')) return;
  const payload = url.searchParams.get('start') ?? '';
  // A start parameter Telegram would not accept is not passed on (tdlib, LinkManager.cpp).
  actions.start(/^[A-Za-z0-9_-]{0,64}$/.test(payload) ? payload : '');
}
