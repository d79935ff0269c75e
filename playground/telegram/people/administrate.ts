import { appointByHand, dismiss, mayChange } from './appoint';
import { addBot, addBotByLink } from './add-bot';
import { deleteChat, linkOwnChats, setWriting, upgradeGroup } from './change-group';
import { setUsername } from './create-chat';
import { createLink, type LinkTerms } from '../membership/invite-links';
import { approve, decline } from '../membership/join-requests';
import { changeMember } from '../membership/members';
import { isIn, may, memberOf } from '../membership/rights';
import type { Writing } from '../types';
import type { World } from '../world';

/** What the owner and the human administrators of a channel or a group do in their client. */
export interface Administrator {
  /** Makes their own invite link. The bot learns who uses it but never sees its second half. */
  makeLink(chatId: number, terms?: Partial<LinkTerms>): string;
  approve(chatId: number, userId: number): void;
  decline(chatId: number, userId: number): void;
  /** “Remove from channel” is a ban, so no link lets the user back in. */
  remove(chatId: number, userId: number): void;
  /** Lets a member of a supergroup read and not write. */
  restrict(chatId: number, userId: number): void;
  /**
   * Makes a user an administrator with exactly these rights, or replaces an administrator's rights. Returns the chat's id,
   * because a basic group may have to become a supergroup.
   */
  promote(chatId: number, userId: number, rights: readonly string[]): number;
  /** Takes an administrator's rights away. A human stays a member, like a bot in a group. */
  dismiss(chatId: number, userId: number): void;
  /** `promote` for the bot. Rights are named as in a link: `post_messages`, `invite_users`… Without any, it joins a group. */
  addBot(chatId: number, rights: readonly string[]): number;
  /** Follows `t.me/<bot>?startchannel&admin=…` or `?startgroup…` and chooses a chat. The bot gets the rights in the link. */
  addBotByLink(link: string, chatId: number): number;
  /** `remove` for the bot. */
  removeBot(chatId: number): void;
  /** Turns their group into a supergroup. Returns its id. */
  upgradeGroup(chatId: number): number;
  /** Makes a supergroup the discussion group of their channel. `undefined`: none. */
  linkChats(channelId: number, groupId: number | undefined): void;
  /** Sets who may write in a group. */
  setWriting(chatId: number, writing: Writing): void;
  /** Has administrators approve who joins a public group. */
  setJoinByRequest(chatId: number, isByRequest: boolean): void;
  /** Acts as the group from now on, or as themselves. */
  setAnonymous(chatId: number, isAnonymous: boolean): void;
  /** Deletes their channel or group. Only the creator can. */
  deleteChat(chatId: number): void;
  /**
   * Makes a chat public by a @name, or private. Only its creator can, and Telegram sends bots no update about it. Returns the
   * chat's id.
   */
  setUsername(chatId: number, username: string | undefined): number;
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
  const changeable = (chatId: number, userId: number) => {
    const chat = manage(chatId, 'can_restrict_members');
    if (!isIn(memberOf(chat, userId))) throw new Error('USER_NOT_PARTICIPANT');
    if (!mayChange({ chat, userId, actorId })) throw new Error('USER_ADMIN_INVALID');
    return { chat, userId, actorId };
  };
  const remove = (chatId: number, userId: number) =>
    changeMember(world, { ...changeable(chatId, userId), status: 'kicked' });
  const appoint = (chatId: number, userId: number, rights: readonly string[]) =>
    appointByHand(world, { chat: world.getChat(chatId), userId, actorId }, rights);
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
    restrict: (chatId, userId) => {
      // https://core.telegram.org/bots/api#restrictchatmember: supergroups alone have restricted members.
      if (world.getChat(chatId).type !== 'supergroup') throw new Error('CHANNEL_INVALID');
      changeMember(world, { ...changeable(chatId, userId), status: 'restricted', isMember: true });
    },
    promote: appoint,
    dismiss: (chatId, userId) => dismiss(world, { chat: world.getChat(chatId), userId, actorId }),
    addBot: (chatId, rights) => addBot(world, { chat: world.getChat(chatId), actorId }, rights),
    addBotByLink: (link, chatId) => addBotByLink(world, { chat: world.getChat(chatId), actorId }, link),
    removeBot: (chatId) => remove(chatId, world.bot.id),
    upgradeGroup: (chatId) => upgradeGroup(world, manage(chatId, 'can_change_info').id, actorId),
    linkChats: (channelId, groupId) => linkOwnChats(world, actorId, [channelId, groupId]),
    setWriting: (chatId, writing) => setWriting(world, manage(chatId, 'can_restrict_members').id, writing),
    setJoinByRequest: (chatId, isByRequest) => {
      manage(chatId, 'can_change_info').isJoinedByRequest = isByRequest;
      world.changed();
    },
    setAnonymous: (chatId, isAnonymous) => {
      const { members } = manage(chatId, 'can_manage_chat');
      const self = memberOf(world.getChat(chatId), actorId);
      members.set(actorId, { ...self, rights: { ...self.rights, is_anonymous: isAnonymous } });
      world.changed();
    },
    deleteChat: (chatId) => {
      if (memberOf(world.getChat(chatId), actorId).status !== 'creator')
        throw new Error('CHAT_ADMIN_REQUIRED');
      deleteChat(world, chatId);
    },
    setUsername: (chatId, username) => setUsername(world, actorId, { chatId, username }),
  };
}
