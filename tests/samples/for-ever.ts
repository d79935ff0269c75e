import { FOR_EVER_DAYS } from '../../shared/domain/common/for-ever';
import type { Cents, ClosedChannelId, OpenChannelId, OrderReference } from '../../shared/domain/common/ids';
import type { Message } from '../../shared/domain/messages/messages';
import type { AccessNews } from '../../shared/domain/messages/access';
import { PERIODS } from '../../shared/domain/reports/sales-report';
import type { Writing } from './writing';

const openChannelId = -1009999999999999 as OpenChannelId;
const closedChannelId = -1008888888888888 as ClosedChannelId;
const reference = 'Order-reference_22char' as OrderReference;
const AT = Date.UTC(2026, 2, 4, 12);
const NEVER = Date.UTC(4764, 9, 27);
const amountCents = 999_999_999 as Cents;
const payer = { userId: 2 ** 52, username: 'n'.repeat(32) };
const untold = { amountCrypto: null, cryptoCurrency: null, expectedCrypto: null };
const none = { count: 0, cents: 0 as Cents };
const some = { count: 2, cents: amountCents };

/** Everything that is said about access that never ends. */
export function forEverSamplesOf({ title, name, text }: Writing): readonly Message[] {
  const of = { openChannelId, title, role: 'owner', timeZone: 'UTC' } as const;
  const tier = { position: 1, name, priceCents: amountCents, days: FOR_EVER_DAYS };
  const item = { kind: 'subscription', tierName: name, days: FOR_EVER_DAYS } as const;
  const about = { reference, title, item, amountCents };
  const ruled = { ...of, payer, ruling: 'grant', days: FOR_EVER_DAYS } as const;
  const standing = { whereabouts: 'in', phase: 'active', origin: 'admitted', wayIn: 'none' } as const;
  const member = { payer, paidUntil: NEVER, ...standing };
  const news: AccessNews[] = [
    { type: 'given', days: FOR_EVER_DAYS },
    { type: 'asked' },
    { type: 'paid', exception: 'none', received: untold },
  ];
  const events = (['extended', 'revoked', 'ended_by_owner'] as const).map((what) => ({
    ...{ at: '2026-03-04T12:00:00.000Z', what },
    details: { days: FOR_EVER_DAYS, paymentId: null },
  }));
  return [
    ...news.map((each): Message => ({
      ...{ type: 'access', openChannelId, title, paidUntil: NEVER, inviteLink: null, news: each },
      ...{ reference, closedChannelId },
    })),
    { type: 'access_delayed', title, paidUntil: NEVER, isOwnerTold: true },
    {
      type: 'my_subscriptions',
      subscriptions: [{ openChannelId, title, phase: 'active', paidUntil: NEVER, graceHours: 24 }],
      orders: [{ ...about, state: 'settled', createdAt: AT }],
    },
    { type: 'channel_page', openChannelId, title, description: text, tiers: [tier], paidUntil: NEVER },
    { type: 'channel_page', openChannelId, title, description: text, tiers: [tier], paidUntil: null },
    {
      ...{ type: 'offer_post', openChannelId, title, description: text, botUsername: 'telepay_bot' },
      tiers: [tier, { ...tier, name: 'Lifetime' }],
    },
    { type: 'order_story', ...about, state: 'settled', events },
    { type: 'owner_story', ...of, ...about, state: 'settled', payer, createdAt: AT, events },
    { type: 'channel_tiers', ...of, tiers: [tier], note: null },
    { type: 'channel_tier', ...of, tier },
    { type: 'question', ...of, question: 'tier_days', current: String(FOR_EVER_DAYS), complaint: null },
    ...[{ from: AT, to: NEVER }, { to: NEVER }].map((change): Message => ({
      ...{ type: 'audit_log', ...of, page: 1, pages: 1 },
      entries: [
        {
          at: AT,
          act: 'access_granted',
          by: payer,
          about: null,
          details: { days: FOR_EVER_DAYS, ...change },
        },
      ],
    })),
    { type: 'support_question', ...ruled, question: 'support_reason', complaint: null },
    { type: 'support_person', ...of, payer, paidUntil: NEVER, isActive: true, isBanned: false, note: null },
    ...[false, true].map((isConfirmed): Message => ({
      ...{ type: 'ruling', ...ruled, rulingId: reference, reason: null, isConfirmed },
      ...{ paidUntil: isConfirmed ? NEVER : null, isReachable: true },
    })),
    {
      ...{ type: 'odd_payment', ...about, ...untold, payer, openChannelId, paymentId: 1, news: 'repeated' },
      answers: [{ decision: 'credit', worthCents: amountCents, days: FOR_EVER_DAYS }, { decision: 'refund' }],
    },
    {
      ...{ type: 'case_worth', ...of, ...about, ...untold, paymentId: 1, note: null },
      typed: { cents: 99_999_999 as Cents, effect: 'days', days: FOR_EVER_DAYS },
    },
    {
      ...{ type: 'member_page', ...of, member, graceHours: 24, seenAt: AT, isProtected: false },
      ...{ days: FOR_EVER_DAYS, note: null, orders: [], ordersInAll: 0, from: { filter: 'in', page: 1 } },
    },
    {
      ...{ type: 'place_gone', openChannelId, title, chatTitle: title, use: 'private', count: 1 },
      people: [{ payer, paidUntil: NEVER }],
    },
    {
      ...{
        type: 'subscription_sold',
        openChannelId,
        title,
        payer,
        amountCents,
        exception: 'none',
        ...untold,
      },
      ...{ paidAt: '2026-03-04T12:00:00.000Z', timeZone: 'UTC', tierName: name },
      ...{ days: FOR_EVER_DAYS, paidUntil: NEVER },
    },
    ...(['sales_report', 'sales_picture'] as const).map((type): Message => ({
      ...{ type, ...of, active: 3, forEver: 2, countedAtMs: AT },
      periods: PERIODS.map((period) => ({
        ...{ period, revenueCents: amountCents, sales: some, donations: none, credited: none, refunds: none },
        ...{ newMembers: 1, renewals: 0, lostMembers: 0, byCoin: [] },
        byTier: [{ ...some, tierName: name, tierDays: FOR_EVER_DAYS }],
      })),
    })),
    {
      ...{ type: 'sales_digest', openChannelId, title, timeZone: 'UTC', from: AT - 1, until: AT },
      ...{ sales: 2, salesCents: amountCents, forEver: 1, forEverCents: amountCents, donations: 0 },
      ...{ donationsCents: 0 as Cents, refunds: 0, refundedCents: 0 as Cents },
      ...{ joined: 1, lost: 0, odd: 0, oddWaiting: 0 },
    },
  ];
}
