import { missedBy, privateChannelsOf } from './chats.js';
import { setText } from '../dom.js';
import { lineOf, newsOf, standingIn } from './membership.js';

/** Says why a private channel is missing from the list of chats, and shows a toast when that changes. */
export function showMembership({ state, userId, standings, parts, toast }) {
  const lines = missedBy(state, userId).map((chat) => lineOf(chat, userId, state));
  setText(parts.membership, lines.filter((line) => line !== '').join('\n'));
  for (const chat of privateChannelsOf(state)) {
    const standing = standingIn(chat, userId);
    const news = newsOf(standings.get(chat.id), standing, chat.title);
    if (news) toast.show(news);
    standings.set(chat.id, standing);
  }
}
