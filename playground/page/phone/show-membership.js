import { missedBy, privateChannelsOf } from './chats.js';
import { setText } from '../dom.js';
import { lineOf, newsOf, standingIn } from './membership.js';

/** Says why a private channel is missing from the list of chats, and shows a toast when that changes. */
export function showMembership(phone) {
  const { state, userId, standings, parts, toast } = phone;
  const lines = missedBy(state, userId).map((chat) => lineOf(chat, userId, state));
  setText(parts.membership, lines.filter((line) => line !== '').join('\n'));
  for (const chat of privateChannelsOf(state)) {
    const standing = standingIn(chat, userId);
    const news = newsOf(standings.get(chat.id), standing, chat.title);
    if (news) toast.show(news);
    if (standing !== standings.get(chat.id)) phone.isJoining = false;
    standings.set(chat.id, standing);
  }
}
