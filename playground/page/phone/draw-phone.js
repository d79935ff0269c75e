import { subtitleOf } from './chats.js';
import { setText } from '../dom.js';
import { holdFocus, limitStops } from './focus.js';
import { drawFoot } from './foot.js';
import { isOwner, standingIn } from './membership.js';
import { drawMessages } from './message.js';

/** Draws the chat that a phone shows, and keeps the focus in it. */
export function drawPhone(phone, chats) {
  const { parts, tab, state, userId, actions } = phone;
  const keepFocus = holdFocus(parts);
  const user = state.users.find(({ id }) => id === userId);
  const { chat, title } = chats.find(({ name }) => name === tab);
  parts.drawTabs(chats, { current: tab, isUnread: (name) => phone.seen.get(name).isUnread });
  setText(parts.title, title);
  setText(parts.subtitle, subtitleOf(chat, userId));
  setText(parts.owner, user?.first_name ?? '');
  const language = user?.language_code;
  drawMessages(parts.list, chat.messages, { ownId: userId, actions: { ...actions, language } });
  parts.empty.hidden = chat.messages.length > 0;
  parts.members.draw(chat, { userId, botId: state.bot.id, chats: state.chats });
  parts.leave.hidden = chat.type === 'private' || standingIn(chat, userId) !== 'in' || isOwner(chat, userId);
  parts.botDialog.draw(state, userId);
  if (user) parts.wallet.draw(user.stars);
  drawFoot(phone, chat);
  keepFocus();
  limitStops(parts.list);
}
