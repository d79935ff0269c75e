import { describeChat, describeMember } from '../describe';
import { badRequest, forbidden } from '../wire/errors';
import { changeMember } from '../membership/members';
import { isAdmin, isIn, memberOf } from '../membership/rights';
import type { Method, Methods } from './context';
import { findChat, readUserId } from './find-chat';

const getChat: Method = ({ world }, params) => {
  const chat = findChat(world, params, 'read');
  return {
    ...describeChat(world, chat),
    ...(chat.linkedChatId !== undefined && { linked_chat_id: chat.linkedChatId }),
    ...(chat.isJoinedByRequest && { join_by_request: true }),
    ...(chat.username !== undefined && { active_usernames: [chat.username] }),
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: false,
      limited_gifts: false,
      unique_gifts: false,
      premium_subscription: false,
      gifts_from_channels: false,
    },
  };
};

const getChatMember: Method = ({ world }, params) => {
  const userId = readUserId(params);
  const chat = findChat(world, params, 'read');
  if (userId !== world.bot.id && !world.users.has(userId)) throw badRequest('PARTICIPANT_ID_INVALID');
  if (chat.type === 'private') {
    if (userId !== world.bot.id && userId !== chat.id) throw badRequest('member not found');
    return describeMember(world, userId, { status: 'member', rights: {}, untilDate: 0 });
  }
  if (userId !== world.bot.id && !isAdmin(memberOf(chat, world.bot.id)))
    throw badRequest('CHAT_ADMIN_REQUIRED');
  return describeMember(world, userId, memberOf(chat, userId));
};

const getChatAdministrators: Method = ({ world }, params) => {
  const chat = findChat(world, params, 'read');
  if (chat.type === 'private') throw badRequest('there are no administrators in the private chat');
  if (!isIn(memberOf(chat, world.bot.id))) throw badRequest('member list is inaccessible');
  const admins = [...chat.members].filter(([, member]) => isAdmin(member));
  return admins.map(([userId, member]) => describeMember(world, userId, member));
};

const getChatMemberCount: Method = ({ world }, params) => {
  const chat = findChat(world, params, 'read');
  return chat.type === 'private' ? 2 : [...chat.members.values()].filter(isIn).length;
};

const CHAT_ACTION =
  /^(typing|upload_(photo|video|voice|document|video_note)|record_(video|voice|video_note)|choose_sticker|find_location)$/;

/** Stores nothing, because a client shows an action for five seconds only. Refused wherever a message would be. */
const sendChatAction: Method = ({ world }, params) => {
  findChat(world, params, 'write');
  if (!CHAT_ACTION.test(params.string('action'))) throw badRequest('wrong parameter action in request');
  return true;
};

const leaveChat: Method = ({ world }, params) => {
  const chat = findChat(world, params, 'read');
  if (chat.type === 'private') throw badRequest("chat member status can't be changed in private chats");
  if (!isIn(memberOf(chat, world.bot.id))) throw forbidden(`bot is not a member of the ${chat.type} chat`);
  changeMember(world, { chat, userId: world.bot.id, actorId: world.bot.id, status: 'left' });
  return true;
};

export const chatMethods: Methods = {
  getChat,
  getChatMember,
  getChatAdministrators,
  getChatMemberCount,
  sendChatAction,
  leaveChat,
};
