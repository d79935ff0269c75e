import { countMembers, isGroup, isOwner, membersOf, people, standingIn } from './membership.js';
import { isAdmin } from './rights.js';

const isPublic = ({ username }) => username !== undefined;
const channelsIn = ({ chats }) => chats.filter(({ type }) => type === 'channel');
const sharedIn = ({ chats }) => chats.filter(({ type }) => type !== 'private');

/** The playground's own two channels: the first public one, and the first private one, which is sold. */
export const publicChannelOf = (state) => channelsIn(state).find(isPublic);
export const soldChannelOf = (state) => channelsIn(state).find((chat) => !isPublic(chat));
/** Channels and groups that are joined by an invite link. */
export const privateChatsOf = (state) => sharedIn(state).filter((chat) => !isPublic(chat));

/** The name of the tab of a channel or a group in the page's code. */
export function nameOf(state, chatId) {
  if (chatId === publicChannelOf(state)?.id) return 'channel';
  if (chatId === soldChannelOf(state)?.id) return 'private';
  return `channel${chatId}`;
}

/** A user's chats: the bot, the channels and groups they are in, and the public ones they have opened. */
export function chatsOf(state, userId, opened) {
  const { bot, chats } = state;
  const entries = sharedIn(state)
    .filter((chat) => standingIn(chat, userId) === 'in' || (isPublic(chat) && opened.has(chat.id)))
    .map((chat) => ({
      name: nameOf(state, chat.id),
      kind: isGroup(chat) ? 'group' : isPublic(chat) ? 'channel' : 'private',
      title: chat.title,
      chat,
    }));
  const own = chats.find(({ id }) => id === userId);
  const botChat = own && { name: 'bot', kind: 'bot', title: bot.first_name, chat: own };
  const isFirst = ({ name }) => name === 'channel';
  return [...entries.filter(isFirst), botChat, ...entries.filter((entry) => !isFirst(entry))].filter(Boolean);
}

/**
 * The private chats that a user would miss: one they were in or asked to join, and the sold channel if they follow its
 * public one.
 */
export function missedBy(state, userId) {
  const sold = soldChannelOf(state);
  const open = publicChannelOf(state);
  const follows = open !== undefined && standingIn(open, userId) === 'in';
  return privateChatsOf(state).filter((chat) => {
    const wasThere = chat.members.some(({ user }) => user.id === userId);
    return wasThere || standingIn(chat, userId) === 'pending' || (chat === sold && follows);
  });
}

/** The id of the last message that others wrote; 0 if there is none. */
export const lastHeard = (chat, userId) =>
  chat.messages.findLast(({ from }) => from?.id !== userId)?.message_id ?? 0;

export function subtitleOf(chat, userId) {
  if (chat.type === 'private') return chat.blocked ? 'bot, blocked by you' : 'bot';
  const role = isOwner(chat, userId) ? ', yours' : isAdmin(chat, userId) ? ', you’re an admin' : '';
  const members = countMembers(membersOf(chat).length);
  if (chat.type === 'group') return `basic group${role} · ${members}`;
  if (chat.type === 'supergroup') return `${isPublic(chat) ? 'public' : 'private'} group${role} · ${members}`;
  if (!isPublic(chat)) return `private channel${role} · ${members}`;
  const count = people(chat).length;
  return `channel${role} · ${count} ${count === 1 ? 'person' : 'people'}`;
}
