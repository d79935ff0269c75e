import type { Cents, ClosedChannelId, OpenChannelId, OrderReference } from '../../shared/domain/common/ids';
import { LANGUAGES } from '../../shared/domain/common/language';
import type { Message } from '../../shared/domain/messages/messages';
import type { StoryEvent } from '../../shared/domain/messages/parts';
import { PERIODS } from '../../shared/domain/reports/sales-report';
import { wordingIn } from '../../shared/telegram/views/wording';
import { forEverSamplesOf } from './for-ever';
import type { Writing } from './writing';

const openChannelId = -1009999999999999 as OpenChannelId;
const reference = 'Order-reference_22char' as OrderReference;
const userId = 2 ** 52;
const paymentId = Number.MAX_SAFE_INTEGER;
const amountCents = 999_999_999 as Cents;
const UNTIL = Date.UTC(2026, 2, 4, 12);
const timeZone = 'America/Argentina/ComodRivadavia';
const payer = { userId, username: 'n'.repeat(32) };
const untold = { amountCrypto: null, cryptoCurrency: null };

const MISSED = [
  ...['invoices_refused', 'access_trouble', 'removal_trouble', 'ban_trouble', 'member_kept'],
  ...['removals_braked', 'place_broken', 'place_works', 'place_gone', 'chat_became_public'],
  'notices_unreachable',
];
const DETAILS = [
  ...[{ to: 'Word' }, { cause: 'left' }, { position: 1 }, { hour: 9 }, { role: 'manager' }],
  ...[{ removals: 'dry_run' }, { post: 'offer' }, { table: 'members' }, { something_new: 'Word' }],
];
const STATUSES = ['waiting', 'confirmed', 'sending', 'failed', 'expired', 'refunded'];
const EXCEPTIONS = ['wrong_asset', 'repeated', 'late', 'amount_mismatch', 'other_payer', 'closed'];
const PAYMENTS = [
  ...STATUSES.map((status) => ({ status, outcome: 'pending' })),
  ...EXCEPTIONS.map((exception) => ({ status: 'finished', outcome: `parked:${exception}` })),
  ...['credited', 'refunded'].map((outcome) => ({ status: 'finished', outcome })),
];

const EVENTS = (
  [
    ['created', { amountCents }],
    ...PAYMENTS.map(
      (payment) => ['payment', { paymentId, paid: '26.0', currency: 'eth', ...payment }] as const,
    ),
    ...['accept', 'credit', 'refund', 'wait', 'odd'].map(
      (decision) => ['decided', { decision, actor: userId }] as const,
    ),
    ['link_revoked', { because: 'used' }],
    ...['left', 'order_cancelled', 'order_set_aside', 'order_reopened', 'keypad_decided'].map(
      (what) => [what, {}] as const,
    ),
  ] as const
).map(([what, details]): StoryEvent => ({ at: '2026-03-04T12:00:00.000Z', what, details }));

/** Messages whose facts are rarer than those of the other samples: together, they say every message of the catalogs. */
export function rareSamplesOf(writing: Writing): readonly Message[] {
  const { title, name, text } = writing;
  const of = { openChannelId, title, role: 'owner', timeZone } as const;
  const item = { kind: 'subscription', tierName: name, days: 3649 } as const;
  const about = { reference, title, item, amountCents };
  const odd = { ...about, type: 'odd_payment', news: 'late', paymentId, payer, openChannelId } as const;
  const asked = { answers: [{ decision: 'accept' }], amountCrypto: '0.1', cryptoCurrency: 'eth' } as const;
  const sale = {
    openChannelId,
    title,
    payer,
    amountCents,
    exception: 'none',
    paidAt: '2026-03-04T12:00:00.000Z',
  } as const;
  const digest = { sales: 1, salesCents: amountCents, donations: 0, donationsCents: 0 as Cents, refunds: 0 };
  const waiting = {
    paymentId,
    seenAt: UNTIL,
    exception: 'late',
    order: { item, amountCents, payer },
    ...untold,
  } as const;
  const none = { count: 0, cents: 0 as Cents };
  return [
    ...EVENTS.flatMap((event): Message[] => [
      { type: 'order_story', ...about, state: 'open', events: [event] },
      { type: 'owner_story', ...of, ...about, state: 'open', payer, createdAt: UNTIL, events: [event] },
    ]),
    {
      type: 'access',
      openChannelId,
      title,
      paidUntil: UNTIL,
      inviteLink: null,
      news: { type: 'readmitted' },
      reference,
      closedChannelId: -1008888888888888 as ClosedChannelId,
    },
    {
      type: 'reminder',
      openChannelId,
      title,
      daysLeft: 3,
      paidUntil: UNTIL,
      graceHours: 24,
      isPaused: false,
      isStopped: true,
    },
    ...(['failed', 'expired'] as const).flatMap((status): Message[] => [
      { ...odd, ...asked, news: 'partial', status, expectedCrypto: '0.2' },
      { ...odd, ...untold, answers: asked.answers, status, expectedCrypto: null },
      {
        type: 'payment_news',
        ...about,
        amountCrypto: '0.1',
        cryptoCurrency: 'eth',
        expectedCrypto: '0.2',
        news: 'partial',
        status,
      },
    ]),
    ...[{ isRemainder: true }, { isPaid: true }, { isCounted: true, isRestInvoiced: true }].map(
      (how): Message => ({ ...odd, ...asked, expectedCrypto: '0.2', ...how }),
    ),
    { ...odd, ...untold, answers: [], news: 'over', expectedCrypto: null },
    {
      type: 'case_list',
      ...of,
      page: 1,
      pages: 1,
      note: null,
      count: 2,
      cases: [
        { ...waiting, status: 'failed' },
        { ...waiting, status: 'finished' },
      ],
    },
    {
      type: 'member_list',
      ...of,
      page: 1,
      pages: 1,
      note: null,
      filter: 'in',
      counted: null,
      counts: { in: 1, unpaid: 0, out: 0 },
      members: [
        { payer, whereabouts: 'administrator', paidUntil: null, phase: 'none', origin: null, wayIn: 'none' },
      ],
    },
    // The last page of a list that ends before its members do.
    {
      ...{
        type: 'member_list',
        ...of,
        page: 125,
        pages: 125,
        note: null,
        filter: 'in',
        counted: null,
        members: [],
      },
      counts: { in: 1_001, unpaid: 0, out: 0 },
    },
    ...(['sales_report', 'sales_picture'] as const).map((type) => ({
      ...{ type, ...of, active: 1, countedAtMs: UNTIL },
      periods: PERIODS.map((period) => ({
        ...{ period, revenueCents: amountCents, sales: { count: 1, cents: amountCents }, donations: none },
        ...{
          credited: none,
          refunds: none,
          newMembers: 1,
          renewals: 0,
          lostMembers: 0,
          byTier: [],
          byCoin: [],
        },
      })),
    })),
    {
      type: 'sales_digest',
      openChannelId,
      title,
      timeZone,
      from: UNTIL - 1,
      until: UNTIL,
      ...digest,
      joined: 1,
      lost: 0,
      odd: 0,
      oddWaiting: 0,
      turnedAway: { count: 1, first: [payer] },
    },
    ...DETAILS.map((details): Message => ({
      type: 'audit_log',
      ...of,
      page: 1,
      pages: 1,
      entries: [{ at: UNTIL, act: 'setting_changed', by: payer, about: null, details }],
    })),
    {
      type: 'my_channels',
      action: 'team',
      page: 1,
      pages: 1,
      channels: [{ openChannelId, title, role: 'owner', isPaused: false, publicName: null }],
      maySetUp: true,
    },
    {
      type: 'channel_menu',
      ...of,
      note: null,
      isPaused: false,
      tiers: 1,
      active: 1,
      places: [{ use: 'private', state: { is: 'absent' } }],
      cases: 0,
      publicName: null,
      link: 'https://t.me/telepay_bot',
    },
    {
      type: 'offer_post',
      openChannelId,
      title,
      description: text,
      botUsername: 'telepay_bot',
      tiers: LANGUAGES.map((language, index) => ({
        position: index + 1,
        name: wordingIn(language).days(30),
        priceCents: amountCents,
        days: 30,
      })),
    },
    {
      type: 'thanks',
      ...about,
      exception: 'none',
      received: { ...untold, expectedCrypto: null },
      receivedCents: 1 as Cents,
      isFurther: true,
      growth: true,
    },
    {
      type: 'place_broken',
      openChannelId,
      title,
      chatTitle: title,
      use: 'private',
      state: { is: 'lacking', rights: ['can_restrict_members'] },
    },
    {
      type: 'notices_unreachable',
      openChannelId,
      title,
      chatId: 7,
      username: null,
      chatTitle: null,
      reason: "Forbidden: bot can't initiate conversation with a user",
    },
    {
      type: 'subscription_sold',
      ...sale,
      amountCrypto: '0.1',
      cryptoCurrency: 'eth',
      expectedCrypto: '0.2',
      timeZone,
      tierName: null,
      days: 30,
      paidUntil: UNTIL,
      receivedCents: 1 as Cents,
    },
    {
      type: 'donation_received',
      ...sale,
      amountCrypto: '0.1',
      cryptoCurrency: 'eth',
      expectedCrypto: '0.2',
      timeZone,
      growth: true,
    },
    {
      type: 'missed_notifications',
      ...of,
      note: null,
      count: MISSED.length,
      missed: MISSED.map((what) => ({ at: UNTIL, what, amountCents: null, reason: text })),
    },
    { type: 'support_person', ...of, payer, paidUntil: UNTIL, isActive: false, isBanned: false, note: null },
    ...forEverSamplesOf(writing),
  ];
}
