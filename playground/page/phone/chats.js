import { countMembers, isOwner, membersOf, people, standingIn } from './membership.js';
import { isAdmin } from './rights.js';

const isPublic = ({ username }) => username !== undefined;
const channelsIn = ({ chats }) => chats.filter(({ type }) => type === 'channel');

/** The playground's own two channels: the first public one, and the first private one, which is sold. */
export const publicChannelOf = (state) => channelsIn(state).find(isPublic);
export const soldChannelOf = (state) => channelsIn(state).find((chat) => !isPublic(chat));
export const privateChannelsOf = (state) => channelsIn(state).filter((chat) => !isPublic(chat));

/** The name of a channel's tab in the page's code. */
export function nameOf(state, chatId) {
  if (chatId === publicChannelOf(state)?.id) return 'channel';
  if (chatId === soldChannelOf(state)?.id) return 'private';
  return `channel${chatId}`;
}

/** A user's chats: the bot, the channels they are in, and the public channels they have opened. */
export function chatsOf(state, userId, opened) {
  const { bot, chats } = state;
  const entries = channelsIn(state)
    .filter((chat) => standingIn(chat, userId) === 'in' || (isPublic(chat) && opened.has(chat.id)))
    .map((chat) => ({
      name: nameOf(state, chat.id),
      kind: isPublic(chat) ? 'channel' : 'private',
      title: chat.title,
      chat,
    }));
  const own = chats.find(({ id }) => id === userId);
  const botChat = own && { name: 'bot', kind: 'bot', title: bot.first_name, chat: own };
  const isFirst = ({ name }) => name === 'channel';
  return [...entries.filter(isFirst), botChat, ...entries.filter((entry) => !isFirst(entry))].filter(Boolean);
}

/**
 * The private channels that a user would miss: one they were in or asked to join, and the sold one if they follow its
 * public channel.
 */
export function missedBy(state, userId) {
  const sold = soldChannelOf(state);
  const open = publicChannelOf(state);
  const follows = open !== undefined && standingIn(open, userId) === 'in';
  return privateChannelsOf(state).filter((chat) => {
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
  if (!isPublic(chat)) return `private channel${role} · ${countMembers(membersOf(chat).length)}`;
  const count = people(chat).length;
  return `channel${role} · ${count} ${count === 1 ? 'person' : 'people'}`;
}
