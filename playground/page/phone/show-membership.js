import { missedBy, privateChatsOf } from './chats.js';
import { setText } from '../dom.js';
import { lineOf, newsOf, standingIn } from './membership.js';

const FULL = '⛔ You are in 500 channels and groups. Telegram allows no more.';

/** Says why a private chat is missing from the list of chats, and shows a toast when that changes. */
export function showMembership(phone) {
  const { state, userId, standings, parts, toast } = phone;
  const lines = missedBy(state, userId).map((chat) => lineOf(chat, userId, state));
  if (state.users.find(({ id }) => id === userId)?.is_in_too_many_chats) lines.unshift(FULL);
  setText(parts.membership, lines.filter((line) => line !== '').join('\n'));
  for (const chat of privateChatsOf(state)) {
    const standing = standingIn(chat, userId);
    const news = newsOf(standings.get(chat.id), standing, chat.title);
    if (news) toast.show(news);
    if (standing !== standings.get(chat.id)) phone.isJoining = false;
    standings.set(chat.id, standing);
  }
}
