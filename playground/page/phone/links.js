import { openChannel } from './channels.js';
import { nameOf } from './chats.js';
import { rightsAsked } from './rights.js';

/** What the client does with a link: Telegram's own stay inside, the rest goes to a browser. */
export function openLink(phone, address) {
  if (!URL.canParse(address)) return phone.toast.show('That is no link.');
  const url = new URL(address);
  if (!['t.me', 'telegram.me'].includes(url.hostname)) return phone.openInvoice(address);
  const [path] = url.pathname.slice(1).split('/');
  if (path.startsWith('+')) return look(phone, address);
  const { bot, chats } = phone.state;
  const isNamed = ({ username }) => path.toLowerCase() === username?.toLowerCase();
  const channel = chats.find((chat) => chat.type === 'channel' && isNamed(chat));
  if (channel) return openChannel(phone, channel.id);
  if (!isNamed(bot)) return phone.toast.show('Nobody has this name.');
  if (!url.searchParams.has('startchannel')) return openBot(phone, url);
  return phone.parts.botDialog.open({ asked: rightsAsked(url) });
}

/** As in the real client, a link only offers START; the person presses it. */
function openBot(phone, url) {
  if (url.searchParams.has('start')) phone.pendingStart = url.searchParams.get('start');
  phone.show('bot');
  if (!phone.parts.start.hidden) phone.parts.start.focus();
}

/** An invite link commits to nothing before one says so. */
async function look(phone, link) {
  const answer = await phone.act('preview', { url: link });
  if (answer) phone.parts.sheet.open(link, answer.invitation);
}

export async function joinBy(phone, link, { chatId, title, standing, createsJoinRequest }) {
  if (standing === 'in') return phone.show(nameOf(phone.state, chatId));
  const answer = await phone.act('join', { url: link });
  // Who was let in before this answer came has been told so already.
  if (answer && createsJoinRequest && phone.standings.get(chatId) !== 'in')
    phone.toast.show(`You asked to join ${title}.`);
  return undefined;
}
