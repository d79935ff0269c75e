import { openChannel } from './channels.js';
import { nameOf } from './chats.js';
import { copyLink } from './dialogs.js';
import { requestedRights } from './rights.js';
import { openInvoice } from '../stars/pay.js';

/** Opens a link as the client does: Telegram's own links stay inside, others open in a browser. */
export function openLink(phone, address) {
  if (!URL.canParse(address)) return phone.toast.show('That isn’t a link.');
  const url = new URL(address);
  if (!['t.me', 'telegram.me'].includes(url.hostname)) return phone.openInvoice(address);
  const [path] = url.pathname.slice(1).split('/');
  if (path.startsWith('+')) return previewInvite(phone, address);
  if (/^(?:\$|%24|invoice$)/.test(path)) return openInvoice(phone, { link: address });
  const { bot, chats } = phone.state;
  const isNamed = ({ username }) => path.toLowerCase() === username?.toLowerCase();
  const shared = chats.find((chat) => chat.type !== 'private' && isNamed(chat));
  if (shared) return openChannel(phone, shared.id);
  if (!isNamed(bot)) return phone.toast.show('Nothing has this name.');
  const asked = url.searchParams;
  if (asked.has('startgroup')) {
    const started = `/start@${bot.username} ${asked.get('startgroup')}`.trim();
    return phone.parts.botDialog.open({ kind: 'group', requested: requestedRights(url, 'group'), started });
  }
  if (!asked.has('startchannel')) return openBot(phone, url);
  return phone.parts.botDialog.open({ kind: 'channel', requested: requestedRights(url, 'channel') });
}

/** Does what a button does without the bot. Returns whether there is such a thing. */
export function pressAlone(phone, { button, chatId, messageId }) {
  if (button.url !== undefined) openLink(phone, button.url);
  else if (button.pay) openInvoice(phone, { chatId, messageId });
  else if (button.copy_text !== undefined)
    copyLink(button.copy_text.text, { toast: (words) => phone.toast.show(words) });
  else return false;
  return true;
}

/** Only offers START, as the real client does. The user presses it. */
function openBot(phone, url) {
  if (url.searchParams.has('start')) phone.pendingStart = url.searchParams.get('start');
  phone.show('bot');
  if (!phone.parts.start.hidden) phone.parts.start.focus();
}

/** Previews an invite link, because opening it must not join. */
async function previewInvite(phone, link) {
  const answer = await phone.act('preview', { url: link });
  if (answer) phone.parts.sheet.open(link, answer.invitation);
}

export async function joinBy(phone, link, { chatId, title, standing, createsJoinRequest }) {
  if (standing === 'in') return phone.show(nameOf(phone.state, chatId));
  phone.isJoining = true;
  const answer = await phone.act('join', { url: link });
  phone.isJoining &&= answer !== undefined;
  // A user who was approved before this answer came already saw that news.
  if (answer && createsJoinRequest && phone.standings.get(chatId) !== 'in')
    phone.toast.show(`You asked to join ${title}.`);
  return undefined;
}
