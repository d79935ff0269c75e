import { ANONYMOUS_PAYER } from '../../shared/domain/common/anonymous-payer';
import type { MessageOf } from '../../shared/domain/messages/messages';
import type { CaseAnswer } from '../../shared/domain/messages/cases';
import type { Cents, OpenChannelId, OrderReference } from '../../shared/domain/common/ids';
import { MEMBER_FILTERS, ORDER_FILTERS } from '../../shared/domain/owner/lists';
import type { ListMessage, ListedOrder } from '../../shared/domain/messages/owner-lists';
import type { KnownMember, MemberPlace } from '../../shared/domain/places/known-member';
import { ROLES } from '../../shared/domain/common/roles';
import type { Writing } from './writing';

/** Whether a subscription renews by itself, in each way. */
export const RENEWALS = [
  null,
  ...(['active', 'canceled', 'failed'] as const).map((state) => ({
    state,
    priceStars: 10_000,
    chargedUntil: Date.UTC(2026, 2, 4, 12),
  })),
];

const openChannelId = -1009999999999999 as OpenChannelId;
const reference = 'Order-reference_22char' as OrderReference;
const amountCents = 999_999_999 as Cents;
const userId = 2 ** 52;
const paymentId = Number.MAX_SAFE_INTEGER;
const AT = Date.UTC(2026, 2, 4, 12);
/** As long as the longest time zone. */
const timeZone = 'America/Argentina/ComodRivadavia';
const page = 999_998;
const pages = 999_999;

const nth = <T>(of: readonly T[], index: number) => of[index % of.length] as T;
const PAYERS = [
  { userId, username: 'n'.repeat(32) },
  { userId, username: null },
  { userId, username: null, firstName: 'مریم 👩‍💻'.repeat(9) },
];
const memberOf = (index: number): KnownMember => ({
  payer: nth(PAYERS, index),
  whereabouts: nth(['in', 'administrator', 'out', 'banned', 'unseen'] as const, index),
  paidUntil: index % 4 === 0 ? null : AT,
  phase: nth(['none', 'active', 'grace', 'expired'] as const, index),
  origin: nth(['admitted', 'before', 'unknown', null] as const, Math.floor(index / 4)),
  wayIn: nth(['live', 'ended', 'none'] as const, index),
  places: index % 2 === 0 ? { inside: 2, places: 3 } : null,
  other: index % 4 === 3 ? { title: 'Other', until: AT } : null,
});
const orderOf = (name: string, index: number): ListedOrder => ({
  reference,
  state: nth(['open', 'cancelled', 'refused', 'settled', 'refunded'] as const, index),
  item: index % 3 === 2 ? { kind: 'donation' } : { kind: 'subscription', tierName: name, days: 3649 },
  amountCents,
  payer: nth(PAYERS, index),
  createdAt: AT,
});
const placeOf = (title: string, text: string, index: number): MemberPlace => ({
  title,
  kind: nth(['channel', 'supergroup'] as const, index),
  whereabouts: nth(['in', 'administrator', 'out', 'banned', 'unseen'] as const, index),
  seenAt: index % 3 === 0 ? null : AT,
  origin: nth(['admitted', 'before', 'unknown', null] as const, index),
  isProtected: index % 2 === 0,
  wayIn: nth(['live', 'ended', 'none'] as const, index),
  isRemoving: index % 4 === 1,
  removedAt: index % 4 === 2 ? AT : null,
  removalTrouble: index % 5 === 0 ? text : null,
  hindrance: nth([null, null, null, 'too_many_chats', 'refused'] as const, index),
  other: index % 2 === 0 ? { title, until: AT } : null,
});
const countsOf = <Filter extends string>(filters: readonly Filter[], count: number) =>
  Object.fromEntries(filters.map((filter) => [filter, count])) as Record<Filter, number>;
const several = <T>(count: number, of: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => of(i));

const ANSWERS: readonly (readonly CaseAnswer[])[] = [
  [],
  [{ decision: 'accept' }, { decision: 'credit', worthCents: amountCents, days: 0 }, { decision: 'refund' }],
  [{ decision: 'credit', worthCents: amountCents, days: 3650 }, { decision: 'refund' }],
];

type ListSamples = { readonly [Type in ListMessage['type']]: readonly MessageOf<Type>[] };

const REFUSALS = ['balance_too_low', 'unanswered', 'refused'] as const;
const EXCEPTIONS = [
  ...(['none', 'partial', 'over', 'late', 'repeated', 'wrong_asset', 'amount_mismatch'] as const),
  ...(['other_payer', 'closed'] as const),
];

/** The lists of a channel that its managers see, empty and full. */
export function listSamplesOf({ title, name, text }: Writing): ListSamples {
  const ofRoles = ROLES.map((role) => ({ openChannelId, title, role }));
  const of = { openChannelId, title, role: 'owner', timeZone } as const;
  const listing = { ...of, page, pages, note: text };
  const events = [
    ...[
      'created',
      'invoiced',
      'decided',
      'extended',
      'revoked',
      'link_made',
      'link_revoked',
      'join_approved',
    ],
    ...[
      'join_declined',
      'removed',
      'left',
      'order_cancelled',
      'order_reopened',
      'keypad_decided',
      'refund_asked',
      'refund_refused',
      'message_sent',
      'message_failed',
    ],
    ...['payment', text],
  ].map((what) => ({
    at: '2026-03-04T12:00:00.000Z',
    what,
    details: {
      ...{ text, to: userId, message: 'access' },
      ...(what === 'removed' && { place: title, place_kind: 'supergroup' }),
    },
  }));
  const odd = { reference, title, item: { kind: 'donation' }, amountCents, paymentId, news: 'late' } as const;
  const money = { amountCrypto: '0.12345678901234568', cryptoCurrency: 'usdttrc20' };
  const stars = { amountCrypto: '10000', cryptoCurrency: 'xtr' };
  const refundable = [true, false, false].map((isAsked) => ({ paymentId, ...stars, isAsked, seenAt: AT }));
  const toRefund = {
    ...{ reference, amountCents, paymentId, ...stars },
    item: { kind: 'subscription', tierName: name, days: 3649 },
  } as const;
  return {
    member_list: MEMBER_FILTERS.flatMap((filter) => [
      {
        ...{ type: 'member_list', ...listing, filter, counts: countsOf(MEMBER_FILTERS, 1_000_000) },
        members: several(8, (index) => memberOf(index)),
        counted: { members: 1_000_000, at: AT },
        main: { title, kind: 'channel' },
      } as const,
      {
        ...{
          type: 'member_list',
          ...listing,
          note: null,
          page: 1,
          pages: 0,
          filter,
          members: [],
          counted: null,
        },
        counts: countsOf(MEMBER_FILTERS, 0),
      } as const,
    ]),
    member_page: several(20, (index) => ({
      ...{ type: 'member_page', ...nth(ofRoles, index), timeZone, member: memberOf(index), graceHours: 720 },
      ...{
        seenAt: index % 2 === 0 ? AT : null,
        isProtected: index % 3 === 0,
        days: index,
        renewal: nth(RENEWALS, index),
        note: nth([null, text], index),
        places: index % 12 === 5 ? several(index, (each) => placeOf(title, text, each)) : null,
      },
      ...{ orders: several(index % 9, (each) => orderOf(name, each)), ordersInAll: (index % 9) * 2 },
      from: { filter: 'unpaid', page },
      refundable: refundable.slice(0, index % 4),
    })),
    order_list: ORDER_FILTERS.flatMap((filter) =>
      [0, 8].map(
        (count) =>
          ({
            ...{ type: 'order_list', ...listing, filter, counts: countsOf(ORDER_FILTERS, count * 125_000) },
            orders: several(count, (index) => orderOf(name, index)),
          }) as const,
      ),
    ),
    owner_story: [[], events, several(9, () => events).flat()].map((told, index) => ({
      ...{ type: 'owner_story', ...of, ...orderOf(name, index), events: told },
      refundable: refundable.slice(0, index),
      ...(index === 2 && { payer: ANONYMOUS_PAYER, note: '💝'.repeat(200) }),
    })),
    case_list: [0, 8].map((count) => ({
      ...{ type: 'case_list', ...listing, count: count * 125_000 },
      cases: several(count, (index) => ({
        ...{ paymentId, seenAt: AT, exception: index === 7 ? null : nth(EXCEPTIONS, index), ...money },
        status: nth(['failed', 'partially_paid', 'expired', 'confirmed'] as const, index),
        isHanging: index === 3,
        isRemainder: index === 1,
        worthCents: nth([null, amountCents], index),
        order: index === 7 ? null : orderOf(name, index),
      })),
    })),
    case_page: ofRoles.flatMap((each) =>
      ANSWERS.map((answers) => {
        const shown = {
          type: 'odd_payment',
          ...odd,
          ...money,
          expectedCrypto: '0.1',
          payer: nth(PAYERS, 0),
          answers,
        } as const;
        return { type: 'case_page', ...each, odd: shown } as const;
      }),
    ),
    case_worth: ofRoles.flatMap((each) =>
      [null, text].flatMap((note) =>
        ([null, 'order', 'part', 'days', 'kept', 'gift', 'figures'] as const).map(
          (effect) =>
            ({
              type: 'case_worth',
              ...each,
              ...money,
              expectedCrypto: null,
              reference,
              item: { kind: 'subscription', tierName: name, days: 3649 },
              amountCents,
              paymentId,
              note,
              typed: effect && { cents: 99_999_999 as Cents, effect, days: 3650 },
            }) as const,
        ),
      ),
    ),
    refund_page: ofRoles.flatMap((each, index) =>
      (['open', 'asked', 'refused', 'refunded'] as const).flatMap((state) =>
        REFUSALS.map(
          (refusal) =>
            ({
              ...{ type: 'refund_page', ...each, ...toRefund, payer: nth(PAYERS, index), state },
              ...{ note: nth([null, text], index), refusal: state === 'refused' ? refusal : null },
              ...{ givesAccess: index !== 0, renews: index === 2 },
            }) as const,
        ),
      ),
    ),
    refund_done: PAYERS.map((payer) => ({
      ...{ type: 'refund_done', ...toRefund, openChannelId, title, payer },
    })),
    refund_refused: REFUSALS.map((refusal, index) => ({
      ...{ type: 'refund_refused', ...toRefund, openChannelId, title, payer: nth(PAYERS, index), refusal },
    })),
    orphan_page: ofRoles.flatMap((each) =>
      [money, { amountCrypto: null, cryptoCurrency: null }].map(
        (received) =>
          ({ type: 'orphan_page', ...each, timeZone, paymentId, seenAt: AT, ...received }) as const,
      ),
    ),
  };
}
