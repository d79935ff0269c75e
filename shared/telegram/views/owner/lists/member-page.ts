import { listArgument } from '../../../../domain/owner/lists';
import { areForEver } from '../../../../domain/common/for-ever';
import { endOfGrace } from '../../../../domain/common/subscription';
import type { MessageOf } from '../../../../domain/messages/messages';
import { renewalLine } from '../../access/renewal';
import { lines, type Html } from '../../html';
import { personInWords } from '../../person';
import { keyboardOf, shortTitle, type View } from '../../view';
import type { Wording } from '../../wording';
import { isIn, originInWords, paidInWords, inviteInWords } from './member-words';
import { memberPlaceLines, WHEREABOUTS } from './member-places';
import { noteLine, ownButton } from '../menu';
import { orderLabel } from './order-list';
import { refundButtons } from './refund';

type MemberPage = MessageOf<'member_page'>;

function placeLine({ member, seenAt }: MemberPage, wording: Wording): Html {
  const place = wording.text(WHEREABOUTS[member.whereabouts]);
  return seenAt === null
    ? wording.html('lists-member-now', { place })
    : wording.html('lists-member-now-seen', { place, time: wording.time(seenAt) });
}

/** With several places, each of them says which other offer opens it. */
function paidLine({ member: known, graceHours, places }: MemberPage, wording: Wording): Html {
  const member = places == null ? known : { ...known, other: null };
  const { paidUntil } = member;
  const graceEndsAt = paidUntil === null ? undefined : endOfGrace(paidUntil, graceHours);
  return wording.html('lists-member-access', { paid: paidInWords(member, wording, graceEndsAt) });
}

function originLine({ member, isProtected }: MemberPage, wording: Wording): Html | undefined {
  const joined = originInWords(member, wording);
  if (joined === undefined) return undefined;
  return wording.html(isProtected ? 'lists-member-joined-protected' : 'lists-member-joined', { joined });
}

/** What is known about the only place, below the access to it. */
const mainPlaceLines = (message: MemberPage, wording: Wording): readonly (Html | undefined)[] => [
  isIn(message.member) || message.member.phase !== 'active'
    ? undefined
    : wording.html('lists-member-link', { link: inviteInWords(message.member, wording) }),
  originLine(message, wording),
];

const ordersLine = ({ orders, ordersInAll: count }: MemberPage, wording: Wording): Html =>
  count > orders.length
    ? wording.html('lists-member-orders-latest', { count, shown: orders.length })
    : wording.html('lists-member-orders', { count });

/** One member or buyer of a channel, with the actions on them. */
export const memberPageView = (message: MemberPage, wording: Wording): View => {
  const { member, orders, places } = message;
  return {
    text: lines(
      ...noteLine(message.note, wording),
      wording.html('lists-member-title', {
        person: personInWords(member.payer, wording),
        title: shortTitle(message.title),
      }),
      wording.html('lists-member-id', { id: String(member.payer.userId) }),
      '',
      ...(places == null ? [placeLine(message, wording)] : []),
      paidLine(message, wording),
      renewalLine(message.renewal, wording),
      ...(places == null
        ? mainPlaceLines(message, wording)
        : memberPlaceLines(places, member.phase === 'active', wording)),
      areForEver(message.days)
        ? wording.html('lists-member-granted-for-ever')
        : wording.html('lists-member-granted', { count: message.days }),
      ordersLine(message, wording),
    ),
    ...keyboardOf(
      ownButton(message, wording.text('lists-member-manage'), ['buyer', member.payer.userId]),
      ...refundButtons(message, message.refundable, wording),
      message.renewal?.state === 'active'
        ? ownButton(message, wording.text('renewals-stop'), ['renewal-ask', member.payer.userId])
        : [],
      ...orders.map((order) =>
        ownButton(message, `🧾 ${orderLabel(order, wording)}`, ['order', order.reference]),
      ),
      ownButton(message, wording.text('common-back'), ['members', listArgument(message.from)]),
    ),
  };
};
