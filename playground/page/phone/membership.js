const isIn = (member) => member !== undefined && !['left', 'kicked'].includes(member.status);
const memberOf = (chat, userId) => chat.members.find(({ user }) => user.id === userId);
const timeOf = (seconds) =>
  new Date(seconds * 1000).toLocaleString([], {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });

/** Where somebody stands with a channel: `in`, `pending` or `out`. */
export function standingIn(chat, userId) {
  if (isIn(memberOf(chat, userId))) return 'in';
  return chat.join_requests.some(({ from }) => from.id === userId) ? 'pending' : 'out';
}

/** Why the private channel is not among somebody's chats, in one line; empty for who is in. */
export function lineOf(chat, userId, state) {
  if (standingIn(chat, userId) === 'in') return '';
  return `🔒 ${chat.title}: ${sentenceOf(chat, userId, state)}`;
}

function sentenceOf(chat, userId, { bot, users }) {
  if (standingIn(chat, userId) === 'pending') return 'you asked to join; nobody has answered yet.';
  const { changed_by: actorId, changed_at: date } = memberOf(chat, userId) ?? {};
  if (actorId === undefined) return 'you are not a member.';
  if (actorId === userId) return `you are not a member. You left on ${timeOf(date)}.`;
  const actor = actorId === bot.id ? 'The bot' : users.find(({ id }) => id === actorId)?.first_name;
  return `you are not a member. ${actor} removed you on ${timeOf(date)}.`;
}

/** What a phone tells when the standing of its owner changes, and nothing when it does not. */
export function newsOf(before, after, title) {
  if (before === undefined || before === after || after === 'pending') return undefined;
  if (after === 'in') return `You are now a member of ${title}.`;
  if (before === 'in') return `You are no longer a member of ${title}.`;
  return `Your request to join ${title} was declined.`;
}

/** The bots among them count, as they do for Telegram. */
export const membersOf = (chat) => chat.members.filter(isIn);
export const people = (chat) => membersOf(chat).filter(({ user }) => !user.is_bot);
export const countMembers = (count) => `${count} ${count === 1 ? 'member' : 'members'}`;
export const isOwner = (chat, userId) => memberOf(chat, userId)?.status === 'creator';
