import { createLink, type LinkTerms } from './invite-links';
import { approve, decline } from './join-requests';
import { changeMember } from './members';
import { isIn, may, memberOf } from './rights';
import { describeChat } from './describe';
import type { Chat, SimMessage } from './types';
import type { World } from './world';

/** What the owner and the human administrators of a channel do in their client, beside the bot. */
export interface Administrator {
  /** An invite link of their own. The bot is told of who uses it, and never sees its second half. */
  makeLink(chatId: number, terms?: Partial<LinkTerms>): string;
  approve(chatId: number, userId: number): void;
  decline(chatId: number, userId: number): void;
  /** “Remove from channel” is a ban: no link lets the person back in. */
  remove(chatId: number, userId: number): void;
  post(chatId: number, text: string): void;
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
    remove: (chatId, userId) => {
      const chat = manage(chatId, 'can_restrict_members');
      if (!isIn(memberOf(chat, userId))) throw new Error('USER_NOT_PARTICIPANT');
      changeMember(world, { chat, userId, actorId, status: 'kicked' });
    },
    post: (chatId, text) => post(world, manage(chatId, 'can_post_messages'), text),
  };
}

/** A post is the channel's; nobody sees which administrator wrote it. */
function post(world: World, chat: Chat, text: string): void {
  const message: SimMessage = {
    message_id: world.nextMessageId(chat),
    sender_chat: describeChat(world, chat),
    chat: describeChat(world, chat),
    date: world.seconds(),
    text,
  };
  chat.messages.push(message);
  if (isIn(memberOf(chat, world.bot.id))) world.emit('channel_post', { ...message });
  world.changed();
}
