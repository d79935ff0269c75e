const isIn = ({ status }) => !['left', 'kicked'].includes(status);
const memberOf = (chat, userId) => chat.members.find(({ user }) => user.id === userId);

/** The chats that a person has: the public channel, the bot, and the private channel once they are a member. */
export function chatsOf({ bot, chats }, userId) {
  const channels = chats.filter(({ type }) => type === 'channel');
  const open = channels.find(({ username }) => username !== undefined);
  const closed = channels.find((chat) => {
    const member = memberOf(chat, userId);
    return chat.username === undefined && member !== undefined && isIn(member);
  });
  return [
    open && { name: 'channel', title: open.title, chat: open },
    { name: 'bot', title: bot.first_name, chat: chats.find(({ id }) => id === userId) },
    closed && { name: 'private', title: closed.title, chat: closed },
  ].filter((entry) => entry?.chat !== undefined);
}

export function subtitleOf(chat, userId) {
  if (chat.type === 'private') return chat.blocked ? 'bot, blocked by you' : 'bot';
  const people = chat.members.filter((member) => isIn(member) && !member.user.is_bot).length;
  const role = memberOf(chat, userId)?.status === 'creator' ? ', yours' : '';
  return `channel${role} · ${people} ${people === 1 ? 'person' : 'people'}`;
}
