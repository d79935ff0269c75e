/** What the client does with a link: Telegram's own stay inside, the rest goes to a browser. */
export function openLink(phone, address) {
  if (!URL.canParse(address)) return phone.toast.show('That is no link.');
  const url = new URL(address);
  if (!['t.me', 'telegram.me'].includes(url.hostname)) return phone.openInvoice(address);
  const path = url.pathname.slice(1);
  if (path.startsWith('+')) return look(phone, address);
  const { bot, chats } = phone.state;
  const isNamed = ({ username }) => path.toLowerCase() === username?.toLowerCase();
  if (chats.some((chat) => chat.type === 'channel' && isNamed(chat))) return phone.show('channel');
  return isNamed(bot) ? openBot(phone, url) : undefined;
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

export async function joinBy(phone, link, { title, standing, createsJoinRequest }) {
  if (standing === 'in') return phone.show('private');
  const answer = await phone.act('join', { url: link });
  // Who was let in before this answer came has been told so already.
  if (answer && createsJoinRequest && phone.standing !== 'in')
    phone.toast.show(`You asked to join ${title}.`);
  return undefined;
}
