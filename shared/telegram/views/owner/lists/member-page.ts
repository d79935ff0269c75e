import { listArgument } from '../../../../domain/owner/lists';
import type { Whereabouts } from '../../../../domain/messages/owner-lists';
import { endOfGrace } from '../../../../domain/common/subscription';
import type { MessageOf } from '../../../../domain/messages/messages';
import { html, lines, type Html } from '../../html';
import { keyboardOf, shortTitle, type View } from '../../view';
import { plural, formatLocalTime, payerName } from '../../words';
import { isIn, originWords, paidWords, inviteWords } from './member-words';
import { noteLine, ownButton } from '../menu';
import { orderLabel } from './order-list';

type MemberPage = MessageOf<'member_page'>;

const WHEREABOUTS_WORDS: Readonly<Record<Whereabouts, string>> = {
  in: 'in the private channel',
  administrator: 'in the private channel, as an administrator',
  out: 'not in the private channel',
  banned: 'banned from the private channel',
  unseen: 'never seen in the private channel',
};

function whereLine({ member, seenAt, timeZone }: MemberPage): Html {
  const seen = seenAt === null ? '' : `, seen ${formatLocalTime(seenAt, timeZone)}`;
  return html`<b>Is:</b> ${WHEREABOUTS_WORDS[member.whereabouts]}${seen}`;
}

function paidLine({ member, graceHours, timeZone }: MemberPage): Html {
  const isInGrace = member.phase === 'grace' && member.paidUntil !== null;
  const grace = isInGrace
    ? ` until ${formatLocalTime(endOfGrace(member.paidUntil, graceHours), timeZone)}`
    : '';
  return html`<b>Access:</b> ${paidWords(member, timeZone)}${grace}`;
}

function originLine({ member, isProtected }: MemberPage): Html | undefined {
  const origin = originWords(member);
  const protectionNote = isProtected ? ' (I remove them only at your word)' : '';
  return origin === undefined ? undefined : html`<b>Came:</b> ${origin}${protectionNote}`;
}

function ordersLine({ orders, ordersInAll }: MemberPage): Html {
  const latest = ordersInAll > orders.length ? `, the latest ${orders.length} below` : '';
  return html`<b>Orders:</b> ${ordersInAll === 0 ? 'none' : `${ordersInAll}${latest}`}`;
}

/** One member or buyer of a channel, with the actions on them. */
export const memberPageView = (message: MemberPage): View => {
  const { member, orders } = message;
  return {
    text: lines(
      ...noteLine(message.note),
      html`👤 <b>${payerName(member.payer)}</b> in ${shortTitle(message.title)}`,
      html`<b>Id:</b> <code>${member.payer.userId}</code>`,
      '',
      whereLine(message),
      paidLine(message),
      isIn(member) || member.phase !== 'active' ? undefined : html`<b>Way in:</b> ${inviteWords(member)}`,
      originLine(message),
      html`<b>Granted:</b> ${message.days === 0 ? 'no days' : `${plural(message.days, 'day')} in all`}`,
      ordersLine(message),
    ),
    ...keyboardOf(
      ownButton(message, '🛟 Give days, end access, ban', ['buyer', member.payer.userId]),
      ...orders.map((order) => ownButton(message, `🧾 ${orderLabel(order)}`, ['order', order.reference])),
      ownButton(message, '« Back', ['members', listArgument(message.from)]),
    ),
  };
};
