import { describeLink } from '../describe';
import { badRequest } from '../wire/errors';
import { checkTerms, createLink, type LinkTerms } from '../membership/invite-links';
import type { Params } from '../wire/params';
import type { Chat, InviteLink } from '../types';
import type { World } from '../world';
import type { Method, Methods } from './context';
import { findChat, requireRight } from './find-chat';

const createChatInviteLink: Method = ({ world }, params) => {
  const chat = findManagedChat(world, params);
  const terms = checkTerms(world, readTerms(params));
  const link = createLink(chat, { ...terms, creatorId: world.bot.id });
  world.changed();
  return describeLink(world, chat, link);
};

const editChatInviteLink: Method = ({ world }, params) => {
  const chat = findManagedChat(world, params);
  const link = findLink(world, chat, params);
  // tdlib refuses changes to a revoked link.
  if (link.is_revoked) throw badRequest('INVITE_HASH_EXPIRED');
  Object.assign(link, checkTerms(world, readTerms(params)));
  world.changed();
  return describeLink(world, chat, link);
};

/** Members who joined by the link stay. */
const revokeChatInviteLink: Method = ({ world }, params) => {
  const chat = findManagedChat(world, params);
  const link = findLink(world, chat, params);
  link.is_revoked = true;
  world.changed();
  return describeLink(world, chat, link);
};

function findManagedChat(world: World, params: Params): Chat {
  const chat = findChat(world, params, 'write');
  if (chat.type === 'private') throw badRequest("invite links can't be managed in private chats");
  const refusal = 'not enough rights to manage chat invite link';
  requireRight(world, chat, { right: 'can_invite_users', refusal });
  return chat;
}

function findLink(world: World, chat: Chat, params: Params): InviteLink {
  const link = chat.links.get(params.string('invite_link'));
  // A bot manages only its own links.
  if (link?.creatorId !== world.bot.id) throw badRequest('INVITE_HASH_EXPIRED');
  return link;
}

function readTerms(params: Params): LinkTerms {
  return {
    name: params.string('name').trim(),
    expire_date: Math.max(0, params.integer('expire_date')),
    member_limit: Math.min(100_000, Math.max(0, params.integer('member_limit'))),
    creates_join_request: params.boolean('creates_join_request'),
  };
}

export const inviteLinkMethods: Methods = { createChatInviteLink, editChatInviteLink, revokeChatInviteLink };
