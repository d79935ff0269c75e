import { countMembers, isOwner, membersOf, people, standingIn } from './membership.js';

/** The channel that is sold: the one without a public name. */
export const privateChannelOf = ({ chats }) =>
  chats.find(({ type, username }) => type === 'channel' && username === undefined);

/** The chats that a person has: the public channel, the bot, and the private channel once they are a member. */
export function chatsOf(state, userId) {
  const { bot, chats } = state;
  const open = chats.find(({ type, username }) => type === 'channel' && username !== undefined);
  const closed = [privateChannelOf(state)].find((chat) => chat && standingIn(chat, userId) === 'in');
  return [
    open && { name: 'channel', title: open.title, chat: open },
    { name: 'bot', title: bot.first_name, chat: chats.find(({ id }) => id === userId) },
    closed && { name: 'private', title: closed.title, chat: closed },
  ].filter((entry) => entry?.chat !== undefined);
}

export function subtitleOf(chat, userId) {
  if (chat.type === 'private') return chat.blocked ? 'bot, blocked by you' : 'bot';
  const role = isOwner(chat, userId) ? ', yours' : '';
  if (chat.username === undefined) return `private channel${role} · ${countMembers(membersOf(chat).length)}`;
  const count = people(chat).length;
  return `channel${role} · ${count} ${count === 1 ? 'person' : 'people'}`;
}
