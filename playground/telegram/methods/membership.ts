import { badRequest } from '../wire/errors';
import { approve, decline, type AnsweredRequest } from '../membership/join-requests';
import { changeMember } from '../membership/members';
import type { Params } from '../wire/params';
import { isAdmin, isIn, memberOf } from '../membership/rights';
import type { Chat } from '../types';
import type { World } from '../world';
import type { Method, Methods } from './context';
import { findChat, readUserId, requireRight } from './find-chat';
import { DAY_SECONDS } from '../../../shared/domain/common/time';

const banChatMember: Method = ({ world }, params) => {
  const userId = readUserId(params);
  const chat = findChat(world, params, 'write');
  if (chat.type === 'private') throw badRequest("can't ban members in private chats");
  checkRemovable(world, chat, userId);
  const untilDate = banUntil(world.seconds(), params.integer('until_date'));
  changeMember(world, { chat, userId, actorId: world.bot.id, status: 'kicked', untilDate });
  return true;
};

/** A ban of less than 30 seconds or more than 366 days lasts forever, which is 0. */
function banUntil(now: number, until: number): number {
  return until - now < 30 || until - now > 366 * DAY_SECONDS ? 0 : until;
}

/** Lifts a ban. Without only_if_banned, also removes a member without banning them. */
const unbanChatMember: Method = ({ world }, params) => {
  const userId = readUserId(params);
  const chat = findChat(world, params, 'write');
  if (chat.type === 'private' || chat.type === 'group')
    throw badRequest('method is available for supergroup and channel chats only');
  const { status } = memberOf(chat, userId);
  if (params.boolean('only_if_banned') && status !== 'kicked') return true;
  checkRemovable(world, chat, userId);
  if (status !== 'left') changeMember(world, { chat, userId, actorId: world.bot.id, status: 'left' });
  return true;
};

function checkRemovable(world: World, chat: Chat, userId: number): void {
  if (!world.users.has(userId)) throw badRequest('PARTICIPANT_ID_INVALID');
  if (!isAdmin(memberOf(chat, world.bot.id))) throw badRequest('CHAT_ADMIN_REQUIRED');
  const refusal = 'not enough rights to restrict/unrestrict chat member';
  requireRight(world, chat, { right: 'can_restrict_members', refusal });
  const { status } = memberOf(chat, userId);
  if (status === 'creator') throw badRequest("can't remove chat owner");
  if (status === 'administrator') throw badRequest('user is an administrator of the chat');
}

const approveChatJoinRequest: Method = ({ world }, params) => {
  approve(world, findRequest(world, params));
  return true;
};

const declineChatJoinRequest: Method = ({ world }, params) => {
  decline(world, findRequest(world, params));
  return true;
};

function findRequest(world: World, params: Params): AnsweredRequest {
  const userId = readUserId(params);
  const chat = findChat(world, params, 'write');
  if (chat.type === 'private') throw badRequest("chat join requests can't be managed in private chats");
  const refusal = 'not enough rights to manage chat join requests';
  requireRight(world, chat, { right: 'can_invite_users', refusal });
  if (!world.users.has(userId)) throw badRequest('user not found');
  const request = chat.joinRequests.get(userId);
  if (!request) {
    const isInside = isIn(memberOf(chat, userId));
    throw badRequest(isInside ? 'USER_ALREADY_PARTICIPANT' : 'HIDE_REQUESTER_MISSING');
  }
  return { chat, request, actorId: world.bot.id };
}

export const membershipMethods: Methods = {
  banChatMember,
  unbanChatMember,
  approveChatJoinRequest,
  declineChatJoinRequest,
};
