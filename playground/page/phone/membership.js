/** A restricted user may be in or not. */
const isIn = (member) =>
  member !== undefined && !['left', 'kicked'].includes(member.status) && member.is_member !== false;
const memberOf = (chat, userId) => chat.members.find(({ user }) => user.id === userId);
const timeOf = (seconds) =>
  new Date(seconds * 1000).toLocaleString([], {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });

/** A user's standing in a channel or a group: `in`, `pending` (asked to join) or `out`. */
export function standingIn(chat, userId) {
  if (isIn(memberOf(chat, userId))) return 'in';
  return chat.join_requests.some(({ from }) => from.id === userId) ? 'pending' : 'out';
}

/** Says in one line why a private chat is not among the user's chats. Empty for a member. */
export function lineOf(chat, userId, state) {
  if (standingIn(chat, userId) === 'in') return '';
  return `🔒 ${chat.title}: ${sentenceOf(chat, userId, state)}`;
}

function sentenceOf(chat, userId, { bot, users }) {
  if (standingIn(chat, userId) === 'pending') return 'you asked to join. No answer yet.';
  const { changed_by: actorId, changed_at: date } = memberOf(chat, userId) ?? {};
  if (actorId === undefined) return 'you are not a member.';
  if (actorId === userId) return `you are not a member. You left on ${timeOf(date)}.`;
  const actor = actorId === bot.id ? 'The bot' : users.find(({ id }) => id === actorId)?.first_name;
  return `you are not a member. ${actor} removed you on ${timeOf(date)}.`;
}

/** The news for a user whose standing changed; `undefined` if there is none. */
export function newsOf(before, after, title) {
  if (before === undefined || before === after || after === 'pending') return undefined;
  if (after === 'in') return `You are now a member of ${title}.`;
  if (before === 'in') return `You are no longer a member of ${title}.`;
  return `Your request to join ${title} was declined.`;
}

/** Includes bots, as Telegram's own count does. */
export const membersOf = (chat) => chat.members.filter(isIn);
export const people = (chat) => membersOf(chat).filter(({ user }) => !user.is_bot);
export const countMembers = (count) => `${count} ${count === 1 ? 'member' : 'members'}`;
export const isGroup = ({ type }) => type === 'group' || type === 'supergroup';
export const isOwner = (chat, userId) => memberOf(chat, userId)?.status === 'creator';
