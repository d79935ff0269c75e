import type { MemberFilter } from '../../../../domain/owner/lists';
import type { KnownMember } from '../../../../domain/messages/owner-lists';
import type { MessageOf } from '../../../../domain/messages/messages';
import { html, lines, type Html } from '../../html';
import { keyboardOf, shortTitle, type View } from '../../view';
import { plural, formatLocalTime, payerName } from '../../words';
import { filterButtons, inRows, payerLabel, pageButtons } from './listing';
import { isIn, isUnpaid, originWords, paidWords, inviteWords } from './member-words';
import { noteLine, ownButton } from '../menu';

type MemberList = MessageOf<'member_list'>;

const LABELS: Readonly<Record<MemberFilter, string>> = {
  in: '✅ In',
  unpaid: '⚠️ Without paying',
  out: '🚪 Paid, not in',
};

const EMPTY: Readonly<Record<MemberFilter, string>> = {
  in: 'I know of nobody who is in.',
  unpaid: 'Everybody in it that I know of has paid, or need not.',
  out: 'Everybody who has paid is in.',
};

function symbolOf(member: KnownMember): string {
  if (!isIn(member)) return '🚪';
  if (isUnpaid(member)) return '⚠️';
  if (member.whereabouts === 'administrator') return '🛡';
  return member.phase === 'grace' ? '⏳' : '✅';
}

function aboutMember(member: KnownMember, timeZone: string): string {
  const isFree = member.whereabouts === 'administrator' && member.paidUntil === null;
  const paid = isFree ? 'administrator' : paidWords(member, timeZone);
  if (!isIn(member)) return `${paid}; ${inviteWords(member)}`;
  const origin = isUnpaid(member) ? originWords(member) : undefined;
  return origin === undefined ? paid : `${paid}; ${origin}`;
}

const memberLine = (member: KnownMember, timeZone: string): Html =>
  html`${symbolOf(member)} ${payerName(member.payer)}: ${aboutMember(member, timeZone)}`;

const LIMITATION =
  'Telegram shows me who comes and goes and gives bots no list, so who was in before me and has not moved since is not here.';

/** Says why the list is incomplete and how many members there are in all. */
function limitationLine({ counted: asked, timeZone }: MemberList): Html {
  if (asked === null) return html`<i>${LIMITATION}</i>`;
  const time = formatLocalTime(asked.at, timeZone);
  return html`<i>${LIMITATION} On ${time} it counted ${plural(asked.members, 'member')} in all.</i>`;
}

export const memberListView = (message: MemberList): View => {
  const { members, counts, filter, timeZone } = message;
  return {
    text: lines(
      ...noteLine(message.note),
      html`👥 <b>Members of ${shortTitle(message.title)}</b>`,
      html`In: ${counts.in} · without paying: ${counts.unpaid} · paid but not in: ${counts.out}`,
      '',
      html`<b>${LABELS[filter]}</b>`,
      ...(members.length === 0
        ? [html`${EMPTY[filter]}`]
        : members.map((member) => memberLine(member, timeZone))),
      '',
      limitationLine(message),
    ),
    ...keyboardOf(
      ...inRows(
        members.flatMap(({ payer }) =>
          ownButton(message, `👤 ${payerLabel(payer)}`, [
            'member',
            `${payer.userId}.${filter}.${message.page}`,
          ]),
        ),
        2,
      ),
      pageButtons(message, 'members'),
      ...inRows(filterButtons(message, { action: 'members', labels: LABELS, counts }), 1),
      ownButton(message, '« Back', ['menu']),
    ),
  };
};
