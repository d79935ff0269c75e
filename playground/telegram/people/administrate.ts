import { dismiss, mayChange, promote } from './appoint';
import { deleteChat, linkChats, setWriting, upgradeGroup } from './change-group';
import { checkUsername } from './create-channel';
import { findEntities } from '../html/find-entities';
import { createLink, type LinkTerms } from '../membership/invite-links';
import { approve, decline } from '../membership/join-requests';
import { changeMember } from '../membership/members';
import { postMessage } from '../post-message';
import { isIn, may, memberOf } from '../membership/rights';
import type { Chat, Writing } from '../types';
import type { World } from '../world';

/** What the owner and the human administrators of a channel do in their client. */
export interface Administrator {
  /** Makes their own invite link. The bot learns who uses it but never sees its second half. */
  makeLink(chatId: number, terms?: Partial<LinkTerms>): string;
  approve(chatId: number, userId: number): void;
  decline(chatId: number, userId: number): void;
  /** “Remove from channel” is a ban, so no link lets the user back in. */
  remove(chatId: number, userId: number): void;
  /** Makes a user an administrator with exactly these rights, or replaces an administrator's rights. */
  promote(chatId: number, userId: number, rights: readonly string[]): void;
  /** Takes an administrator's rights away. A human stays a member. */
  dismiss(chatId: number, userId: number): void;
  /** `promote` for the bot. Rights are named as in a link: `post_messages`, `invite_users`… */
  addBot(chatId: number, rights: readonly string[]): void;
  /**
   * Follows `t.me/<bot>?startchannel&admin=…` and chooses a channel, or `?startgroup&admin=…` and a group. The bot gets the
   * rights in the link. Their app upgrades a basic group first. Returns the id of the chat.
   */
  addBotByLink(link: string, chatId: number): number;
  /** `remove` for the bot. */
  removeBot(chatId: number): void;
  /** Turns their group into a supergroup. Returns its id. */
  upgradeGroup(chatId: number): number;
  /** Makes a supergroup the discussion group of their channel. `undefined`: none. */
  linkChats(channelId: number, groupId: number | undefined): void;
  /** Sets who may write in a group. */
  setWriting(chatId: number, writing: Writing): void;
  /** Deletes their channel or group. Only the creator can. */
  deleteChat(chatId: number): void;
  /** Makes a channel public by a @name, or private. Only its creator can, and Telegram sends bots no update about it. */
  setUsername(chatId: number, username: string | undefined): void;
  /** Returns the post's id. */
  post(chatId: number, text: string): number;
}

const NO_TERMS: LinkTerms = { name: '', expire_date: 0, member_limit: 0, creates_join_request: false };

export function administratorOf(world: World, actorId: number): Administrator {
  const manage = (chatId: number, right: string) => {
    const chat = world.getChat(chatId);
    if (!may(chat, actorId, right)) throw new Error('CHAT_ADMIN_REQUIRED');
    return chat;
  };
  const requestIn = (chatId: number, userId: number) => {
    const chat = manage(chatId, 'can_invite_users');
    const request = chat.joinRequests.get(userId);
    if (!request) throw new Error('HIDE_REQUESTER_MISSING');
    return { chat, request, actorId };
  };
  const appoint = (chatId: number, userId: number, rights: readonly string[]) =>
    promote(world, { chat: world.getChat(chatId), userId, actorId }, rights);
  const remove = (chatId: number, userId: number) => {
    const chat = manage(chatId, 'can_restrict_members');
    if (!isIn(memberOf(chat, userId))) throw new Error('USER_NOT_PARTICIPANT');
    if (!mayChange({ chat, userId, actorId })) throw new Error('USER_ADMIN_INVALID');
    changeMember(world, { chat, userId, actorId, status: 'kicked' });
  };
  return {
    makeLink: (chatId, terms) => {
      const link = createLink(manage(chatId, 'can_invite_users'), {
        creatorId: actorId,
        ...NO_TERMS,
        ...terms,
      });
      world.changed();
      return link.invite_link;
    },
    approve: (chatId, userId) => approve(world, requestIn(chatId, userId)),
    decline: (chatId, userId) => decline(world, requestIn(chatId, userId)),
    remove,
    promote: appoint,
    dismiss: (chatId, userId) => dismiss(world, { chat: world.getChat(chatId), userId, actorId }),
    addBot: (chatId, rights) => appoint(chatId, world.bot.id, rights),
    addBotByLink: (link, chatId) => {
      const { isForGroups, rights } = readAddLink(world, link);
      const { type } = world.getChat(chatId);
      if ((type === 'channel') === isForGroups) throw new Error(`${link} does not ask for a ${type}`);
      // https://core.telegram.org/api/links#bot-add-to-group-links
      const id = type === 'group' ? upgradeGroup(world, chatId, actorId) : chatId;
      appoint(id, world.bot.id, rights);
      return id;
    },
    removeBot: (chatId) => remove(chatId, world.bot.id),
    upgradeGroup: (chatId) => upgradeGroup(world, manage(chatId, 'can_change_info').id, actorId),
    linkChats: (channelId, groupId) => linkChats(world, manage(channelId, 'can_change_info').id, groupId),
    setWriting: (chatId, writing) => setWriting(world, manage(chatId, 'can_restrict_members').id, writing),
    deleteChat: (chatId) => {
      if (memberOf(world.getChat(chatId), actorId).status !== 'creator')
        throw new Error('CHAT_ADMIN_REQUIRED');
      deleteChat(world, chatId);
    },
    setUsername: (chatId, username) => {
      const chat = world.getChat(chatId);
      if (memberOf(chat, actorId).status !== 'creator') throw new Error('CHAT_ADMIN_REQUIRED');
      if (username !== undefined && username !== chat.username) checkUsername(world, username);
      chat.username = username;
      world.changed();
    },
    post: (chatId, text) => {
      const chat = manage(chatId, 'can_post_messages');
      return post(world, { chat, authorId: actorId }, text);
    },
  };
}

/** The link with which the bot asks for a channel or a group, and for rights there. Throws for any other link. */
function readAddLink(world: World, link: string): { isForGroups: boolean; rights: string[] } {
  const url = new URL(link);
  const isBots = url.pathname.slice(1).toLowerCase() === world.bot.username.toLowerCase();
  const isForGroups = url.searchParams.has('startgroup');
  if (url.hostname !== 't.me' || !isBots || url.searchParams.has('startchannel') === isForGroups) {
    throw new Error(`${link} does not ask for a channel or a group`);
  }
  // Split at spaces too, because `URLSearchParams` reads a plus sign as a space.
  const rights = (url.searchParams.get('admin') ?? '').split(/[ +]/).filter((name) => name !== '');
  return { isForGroups, rights };
}

/** Posts as the channel, so that nobody sees which administrator wrote it. */
function post(world: World, target: { chat: Chat; authorId: number }, text: string): number {
  const entities = findEntities(text);
  const message = postMessage(world, target, { text, ...(entities.length > 0 && { entities }) });
  if (isIn(memberOf(target.chat, world.bot.id))) world.emit('channel_post', { ...message });
  return message.message_id;
}
