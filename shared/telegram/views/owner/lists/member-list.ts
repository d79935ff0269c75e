import type { MemberFilter } from '../../../../domain/owner/lists';
import type { KnownMember } from '../../../../domain/places/known-member';
import type { MessageOf } from '../../../../domain/messages/messages';
import { html, lines, type Html } from '../../html';
import { joinedBy } from '../../join-words';
import { personInWords, personLabel } from '../../person';
import { keyboardOf, shortTitle, type View } from '../../view';
import type { Wording } from '../../wording';
import { countInWords, cutLines, filterButtons, inRows, pageButtons } from './listing';
import { isIn, isUnpaid, originInWords, paidInWords, inviteInWords } from './member-words';
import { placeName } from './member-places';
import { noteLine, ownButton } from '../menu';

type MemberList = MessageOf<'member_list'>;

const LABELS = {
  in: 'lists-members-in',
  unpaid: 'lists-members-unpaid',
  out: 'lists-members-out',
} as const satisfies Record<MemberFilter, string>;

const EMPTY = {
  in: 'lists-members-in-empty',
  unpaid: 'lists-members-unpaid-empty',
  out: 'lists-members-out-empty',
} as const satisfies Record<MemberFilter, string>;

function symbolOf(member: KnownMember): string {
  if (!isIn(member)) return '🚪';
  if (isUnpaid(member)) return '⚠️';
  if (member.whereabouts === 'administrator') return '🛡';
  return member.phase === 'grace' ? '⏳' : '✅';
}

function aboutMember(member: KnownMember, wording: Wording): Html {
  const isFree = member.whereabouts === 'administrator' && member.paidUntil === null;
  const paid = isFree ? wording.html('lists-administrator') : paidInWords(member, wording);
  const further = isUnpaid(member) ? originInWords(member, wording) : undefined;
  const fact = isIn(member) ? further : inviteInWords(member, wording);
  const { places } = member;
  const inside = places == null ? undefined : wording.text('lists-in-of', places);
  const facts = [fact, inside].filter((each) => each !== undefined);
  return joinedBy('common-facts', [paid, ...facts], wording);
}

const memberLine = (member: KnownMember, wording: Wording): Html =>
  wording.html('lists-member-line', {
    symbol: symbolOf(member),
    person: personInWords(member.payer, wording),
    about: aboutMember(member, wording),
  });

/** Says why the list is incomplete and how many members there are in all. */
const limitationLine = ({ counted }: MemberList, wording: Wording): Html =>
  counted === null
    ? wording.html('lists-members-limit')
    : wording.html('lists-members-limit-counted', {
        count: counted.members,
        time: wording.time(counted.at),
      });

export const memberListView = (message: MemberList, wording: Wording): View => {
  const { members, counts, filter } = message;
  return {
    text: lines(
      ...noteLine(message.note, wording),
      wording.html('lists-members-title', { title: shortTitle(message.title) }),
      wording.html('lists-members-counts', {
        in: countInWords(counts.in, wording),
        unpaid: countInWords(counts.unpaid, wording),
        out: countInWords(counts.out, wording),
      }),
      '',
      html`<b>${wording.text(LABELS[filter])}</b>`,
      ...(members.length === 0
        ? [wording.html(EMPTY[filter])]
        : members.map((member) => memberLine(member, wording))),
      ...cutLines(message, counts[filter], wording),
      '',
      message.main == null
        ? undefined
        : wording.html('lists-members-main', { place: placeName(message.main, wording) }),
      limitationLine(message, wording),
    ),
    ...keyboardOf(
      ...inRows(
        members.flatMap(({ payer }) =>
          ownButton(message, `👤 ${personLabel(payer, wording)}`, [
            'member',
            `${payer.userId}.${filter}.${message.page}`,
          ]),
        ),
        2,
      ),
      pageButtons(message, 'members', wording),
      ...inRows(filterButtons(message, { action: 'members', labels: LABELS, counts }, wording), 1),
      ownButton(message, wording.text('takeover-button'), ['take-over']),
      ownButton(message, wording.text('common-back'), ['menu']),
    ),
  };
};
