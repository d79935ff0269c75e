/** The rights of a channel's administrator, in the words of Telegram's own screens. */
export const RIGHTS = [
  ['change_info', 'Change channel info'],
  ['post_messages', 'Post messages'],
  ['edit_messages', 'Edit messages of others'],
  ['delete_messages', 'Delete messages of others'],
  ['invite_users', 'Invite users via link'],
  ['restrict_members', 'Ban users'],
  ['manage_video_chats', 'Manage live streams'],
  ['promote_members', 'Add new admins'],
];

/** The rights that the client ticks when a user adds a bot by hand. */
const USUAL = RIGHTS.map(([name]) => name).filter((name) => name !== 'promote_members');

const memberIn = (chat, userId) => chat.members.find(({ user }) => user.id === userId);

export function may(chat, userId, right) {
  const member = memberIn(chat, userId);
  if (member?.status === 'creator') return true;
  return member?.status === 'administrator' && member[`can_${right}`] === true;
}

export const isAdmin = (chat, userId) =>
  ['creator', 'administrator'].includes(memberIn(chat, userId)?.status);

/** The channels in which a user may make the bot an administrator. */
export const appointableIn = ({ chats }, userId) =>
  chats.filter((chat) => chat.type === 'channel' && may(chat, userId, 'promote_members'));

/** The rights to tick for a bot in a channel: the ones it has, otherwise the usual ones. */
export function rightsToTick(chat, botId) {
  const bot = chat && memberIn(chat, botId);
  if (bot?.status !== 'administrator') return USUAL;
  return RIGHTS.map(([name]) => name).filter((name) => bot[`can_${name}`] === true);
}

/** The rights that a link `?startchannel&admin=post_messages+invite_users` asks for; the usual ones by default. */
export function requestedRights(url) {
  const requested = (url.searchParams.get('admin') ?? '').split(/[ +]/).filter((name) => name !== '');
  return requested.length > 0 ? requested : USUAL;
}
