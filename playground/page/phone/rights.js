import { isGroup } from './membership.js';

/** The rights of an administrator that are the same everywhere, in the words of Telegram's own screens. */
const INVITE = ['invite_users', 'Invite users via link'];
const BAN = ['restrict_members', 'Ban users'];
const PROMOTE = ['promote_members', 'Add new admins'];

/** The rights of an administrator of a channel and of a group. */
export const RIGHTS = {
  channel: [
    ['change_info', 'Change channel info'],
    ['post_messages', 'Post messages'],
    ['edit_messages', 'Edit messages of others'],
    ['delete_messages', 'Delete messages of others'],
    INVITE,
    BAN,
    ['manage_video_chats', 'Manage live streams'],
    PROMOTE,
  ],
  group: [
    ['change_info', 'Change group info'],
    ['delete_messages', 'Delete messages'],
    BAN,
    INVITE,
    ['pin_messages', 'Pin messages'],
    ['manage_topics', 'Manage topics'],
    ['manage_video_chats', 'Manage video chats'],
    PROMOTE,
  ],
};

export const kindOf = (chat) => (isGroup(chat) ? 'group' : 'channel');

/** The rights that the client ticks when a user adds a bot by hand. */
const usual = (kind) => RIGHTS[kind].map(([name]) => name).filter((name) => name !== 'promote_members');

const memberIn = (chat, userId) => chat.members.find(({ user }) => user.id === userId);

export function may(chat, userId, right) {
  const member = memberIn(chat, userId);
  if (member?.status === 'creator') return true;
  return member?.status === 'administrator' && member[`can_${right}`] === true;
}

export const isAdmin = (chat, userId) =>
  ['creator', 'administrator'].includes(memberIn(chat, userId)?.status);

/** True if a user may write in a group, or post in a channel. */
export function mayWrite(chat, userId) {
  if (!isGroup(chat)) return may(chat, userId, 'post_messages');
  return ['creator', 'administrator', 'member'].includes(memberIn(chat, userId)?.status);
}

/** The channels, or the groups, in which a user may make the bot an administrator. */
export const appointableIn = ({ chats }, userId, kind) =>
  chats.filter(
    (chat) => chat.type !== 'private' && kindOf(chat) === kind && may(chat, userId, 'promote_members'),
  );

/** The rights to tick for a bot: the ones it has in the chat, otherwise the usual ones. */
export function rightsToTick(chat, botId, kind) {
  const bot = chat && memberIn(chat, botId);
  if (bot?.status !== 'administrator') return usual(kind);
  return RIGHTS[kind].map(([name]) => name).filter((name) => bot[`can_${name}`] === true);
}

/** The rights that a link `?startchannel&admin=post_messages+invite_users` asks for; the usual ones by default. */
export function requestedRights(url, kind) {
  const requested = (url.searchParams.get('admin') ?? '').split(/[ +]/).filter((name) => name !== '');
  return requested.length > 0 ? requested : usual(kind);
}
