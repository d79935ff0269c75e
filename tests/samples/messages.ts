import type { Writing } from './writing';
import { ANONYMOUS_PAYER } from '../../shared/domain/common/anonymous-payer';
import { FOR_EVER_FROM_MS } from '../../shared/domain/common/for-ever';
import type { Cents, ClosedChannelId, OpenChannelId, OrderReference } from '../../shared/domain/common/ids';
import type { Message, MessageOf } from '../../shared/domain/messages/messages';
import type { MyOrder, MyPlace, MySubscription } from '../../shared/domain/messages/offer';
import type { AccessNews, BoughtPlace } from '../../shared/domain/messages/access';
import type { CaseMoment } from '../../shared/domain/messages/case-clock';
import type { CaseAnswer } from '../../shared/domain/messages/cases';
import type { PayerNews } from '../../shared/domain/messages/payments';
import type { Item, Occasion, StoryEvent } from '../../shared/domain/messages/parts';
import type { CaseDecision, Exception, OrderState } from '../../shared/domain/payments/payment';
import type { Phase } from '../../shared/domain/common/subscription';
import { ownerSamplesOf } from './owner';
import { RENEWALS } from './owner-lists';
import { starSamplesOf } from './in-stars';
import { payStepSamplesOf } from './pay-step';
import { rareSamplesOf } from './rare';
import { talkSamplesOf } from './talks';

const UNTIL = Date.UTC(2026, 2, 4, 12);
/** Until a time, no longer, and for ever. */
const ENDS_OF_ACCESS = [UNTIL, null, FOR_EVER_FROM_MS];
/** What may be told after the time that it names. */
const RENEWAL_ENDINGS = ['resumed', 'canceled', 'failed', 'by_buyer', 'by_owner', 'by_bot'] as const;
const RENEWAL_NEWS = ['begun', ...RENEWAL_ENDINGS] as const;
const AT = '2026-03-04T12:00:00.000Z';
// The longest possible values, so that Telegram's limits are tested with them.
const reference = 'Order-reference_22char' as OrderReference;
const openChannelId = -1009999999999999 as OpenChannelId;
const userId = 2 ** 52;
const paymentId = Number.MAX_SAFE_INTEGER;
const amountCents = 999_999_999 as Cents;
const timeZone = 'America/Argentina/ComodRivadavia';
const invoiceUrl = 'https://nowpayments.io/payment/?iid=4522625843';
const inviteLink = 'https://t.me/+AbCdEfGhIjKlMnOp';

const received = { amountCrypto: '0.12345678901234568', cryptoCurrency: 'usdttrc20', expectedCrypto: '0.1' };
const short = { ...received, expectedCrypto: '12345678901234567890.123456789012345678' };
const unknown = { amountCrypto: null, cryptoCurrency: null, expectedCrypto: null };
const RECEIVED = [received, short, unknown];
/** Fields that another service may leave out of its notification. */
const untold = { tierName: null, priceCents: null, days: null, paidUntil: null };

const EXCEPTIONS = Object.keys({
  none: 0,
  partial: 0,
  over: 0,
  late: 0,
  repeated: 0,
  wrong_asset: 0,
  amount_mismatch: 0,
  other_payer: 0,
  closed: 0,
} satisfies Record<Exception, 0>) as Exception[];
const NEWS = Object.keys({
  seen: 0,
  hanging: 0,
  failed: 0,
  expired: 0,
  refunded: 0,
  credited: 0,
  partial: 0,
  late: 0,
  repeated: 0,
  wrong_asset: 0,
  amount_mismatch: 0,
  other_payer: 0,
  closed: 0,
  over: 0,
} satisfies Record<PayerNews, 0>) as PayerNews[];
const STATES = Object.keys({
  open: 0,
  cancelled: 0,
  refused: 0,
  settled: 0,
  refunded: 0,
} satisfies Record<OrderState, 0>) as OrderState[];
/** How far an order is. The first is told by a message of an older version. */
const PROGRESS: readonly Partial<MyOrder>[] = [
  {},
  { isOnOffer: true, isCancellable: true },
  { isOnOffer: true, isCancellable: true, isExpired: true },
  { isOnOffer: true, isPending: true },
  { isOnOffer: true, isParked: true },
  { isOnOffer: true, isParked: true, receivedCents: (amountCents - 1) as Cents },
  { isOnOffer: true, isParked: true, receivedCents: 1 as Cents, isPending: true },
  { isOnOffer: true, isParked: true, receivedCents: 1 as Cents, isRestRefused: true },
  { isOnOffer: true, isParked: true, isHanging: true, isCancellable: true },
  { isOnOffer: true, isParked: true, receivedCents: 1 as Cents, isHanging: true },
  { incomeCents: (amountCents - 1) as Cents },
  { openChannelId, createdAt: UNTIL },
  { openChannelId, createdAt: UNTIL, hasAccess: true },
];
const PHASES = Object.keys({ none: 0, active: 0, grace: 0, expired: 0 } satisfies Record<
  Phase,
  0
>) as Phase[];
const DECISIONS = Object.keys({ accept: 0, credit: 0, refund: 0, wait: 0 } satisfies Record<
  CaseDecision,
  0
>) as CaseDecision[];
const MOMENTS = Object.keys({
  '1_hour': 0,
  '1_day': 0,
  '3_days': 0,
  overdue: 0,
  stays_open: 0,
  watch_ended: 0,
} satisfies Record<CaseMoment, 0>) as CaseMoment[];
const ANSWERS: readonly (readonly CaseAnswer[])[] = [
  [],
  [{ decision: 'accept' }, { decision: 'credit', worthCents: amountCents, days: 0 }, { decision: 'refund' }],
  [{ decision: 'accept' }, { decision: 'refund' }],
  [{ decision: 'accept' }, { decision: 'refund' }, { decision: 'wait' }],
  [{ decision: 'credit', worthCents: amountCents, days: 3650 }, { decision: 'refund' }],
  [{ decision: 'credit', worthCents: 1 as Cents, days: 0 }, { decision: 'refund' }],
  [{ decision: 'accept' }, { decision: 'type' }, { decision: 'refund' }],
  [{ decision: 'credit', worthCents: null, days: 0 }, { decision: 'type' }, { decision: 'refund' }],
];
const OCCASIONS: readonly Occasion[] = [
  { type: 'purchase' },
  { type: 'purchase', isChosen: true },
  { type: 'purchase', isChosen: true, isOnlyWay: true },
  { type: 'rest', receivedCents: 1 as Cents },
  ...[7, 3, 1, 0].map(
    (daysLeft) => ({ type: 'reminder', daysLeft, paidUntil: UNTIL, graceHours: 24 }) as const,
  ),
  { type: 'reminder', daysLeft: 0, paidUntil: UNTIL, graceHours: 0 },
];
const ACCESS_NEWS: readonly AccessNews[] = [
  ...EXCEPTIONS.map((exception) => ({ type: 'paid', exception, received }) as const),
  { type: 'credited' },
  { type: 'asked' },
  { type: 'readmitted' },
  { type: 'given', days: 3649 },
  { type: 'unbanned' },
  { type: 'moved' },
  { type: 'place_added' },
];

const PLACES = (title: string): readonly BoughtPlace[] => [
  { title, kind: 'channel', inside: 0, places: 12 },
  { title: null, kind: 'supergroup', inside: 9, places: 10 },
];

/** Events of an order's story, including an unknown one. */
const eventsOf = ({ text, name }: Writing): readonly StoryEvent[] =>
  (
    [
      ['created', { kind: 'subscription', tier: name, days: 30, amountCents }],
      ['invoiced', { invoiceId: '4522625843', amountCents, isRest: 0 }],
      ['invoiced', { invoiceId: '4522625843', amountCents, isRest: 1 }],
      ['payment', { outcome: 'pending', paymentId, status: 'confirming', paid: '8.3e-05', currency: 'eth' }],
      [
        'payment',
        { outcome: 'parked:partial', paymentId, status: 'partially_paid', paid: 5, currency: 'trx' },
      ],
      ['payment', { outcome: 'settled', paymentId, status: 'finished', paid: '26.0', currency: 'usdttrc20' }],
      ['payment', { outcome: null, status: 'odd_new_status', paid: 'much', currency: null }],
      ['payment', {}],
      ...DECISIONS.map((decision) => ['decided', { decision, paymentId, actor: userId }] as const),
      ['decided', {}],
      ['extended', { days: 30, paymentId: null }],
      ['revoked', { days: 365 }],
      ['ended_by_owner', { days: 30 }],
      ['link_made', {}],
      ['link_revoked', { because: 'used' }],
      ['join_approved', { actor: null }],
      ['join_declined', {}],
      ['refund_asked', { paymentId, actor: userId }],
      ['refund_refused', { paymentId }],
      ['removed', {}],
      ['message_sent', { message: 'pay_now', to: userId }],
      ['message_sent', { message: 'odd_payment', to: userId }],
      ['message_failed', { message: 'access', to: userId, error: text }],
      ['something_new', { text, name, number: 5, nothing: null, actor: userId }],
      ['__proto__', { text }],
    ] as const
  ).map(([what, details]) => ({ at: AT, what, details }));

const MY_STATES = ['in', 'too_many_chats', 'out', 'owner_told', 'trying'] as const;

const placesOf = (title: string, count: number): MyPlace[] =>
  Array.from({ length: count }, (_, index) => ({
    chatId: -1009876543210 as ClosedChannelId,
    isMain: index === 0,
    title,
    kind: index % 2 === 0 ? 'channel' : 'supergroup',
    state: MY_STATES[index % MY_STATES.length] ?? 'in',
  }));

function mySubscriptions({ title, name }: Writing, count: number): MessageOf<'my_subscriptions'> {
  const nth = <T>(of: readonly T[], index: number) => of[index % of.length] as T;
  const subscriptions = Array.from({ length: count }, (_, index): MySubscription => ({
    openChannelId,
    title,
    phase: nth(PHASES, index),
    paidUntil: UNTIL,
    graceHours: 720,
    kind: nth(['channel', 'supergroup'] as const, index),
    places: index % 2 === 1 ? placesOf(title, index + 4) : null,
    renewal: nth(RENEWALS, index),
  }));
  const orders = Array.from({ length: count }, (_, index): MyOrder => ({
    reference,
    title,
    item: { kind: 'subscription', tierName: name, days: 3649 },
    amountCents,
    state: nth(STATES, index),
    ...nth(PROGRESS, index),
  }));
  return { type: 'my_subscriptions', subscriptions, orders };
}

/** As many subscriptions as are shown, each with as many places as it may have. */
function manyPlaces(writing: Writing): MessageOf<'my_subscriptions'> {
  const mine = mySubscriptions(writing, 40);
  const places = placesOf(writing.title, 20);
  const subscriptions = mine.subscriptions.map((each) => ({ ...each, phase: 'active', places }) as const);
  return { ...mine, subscriptions };
}

/** Orders of one buyer that hold money, or may still be paid. */
const heldBy = ({ title, name }: Writing): MyOrder[] =>
  PROGRESS.map((progress, index) => ({
    reference,
    title,
    item: { kind: 'subscription', tierName: name, days: 3649 },
    amountCents,
    state: index % 2 === 0 ? 'open' : 'cancelled',
    ...progress,
  }));

export type Samples = { readonly [Type in Message['type']]: readonly MessageOf<Type>[] };

/** Messages of every type in every variety, with the texts that users write. */
export function samplesOf(writing: Writing): Samples {
  const rare = [...rareSamplesOf(writing), ...starSamplesOf(writing)];
  const withRare = Object.entries(frequentSamplesOf(writing)).map(
    ([type, frequent]) => [type, [...frequent, ...rare.filter((message) => message.type === type)]] as const,
  );
  return Object.fromEntries(withRare) as unknown as Samples;
}

function frequentSamplesOf(writing: Writing): Samples {
  const { title, name, text } = writing;
  const payers = [
    { userId, username: null, firstName: text },
    { userId, username: 'n'.repeat(32) },
  ];
  const items: readonly Item[] = [
    { kind: 'donation' },
    ...[1, 30, 365, 3650].map((days) => ({ kind: 'subscription', tierName: name, days }) as const),
  ];
  const about = items.map((item) => ({ reference, title, item, amountCents }));
  const ofChannel = { openChannelId, title };
  const ofMembers = payers.flatMap((payer) => [
    { ...ofChannel, payer },
    { ...ofChannel, payer, placeKind: 'supergroup' as const },
  ]);
  const tiers = Array.from({ length: 10 }, (_, index) => ({
    position: index + 1,
    name,
    priceCents: amountCents,
    days: 3649,
  }));
  const starTiers = tiers.map((tier) => ({ ...tier, priceStars: 10_000 }));
  const channels = Array.from({ length: 5 }, () => ofChannel);
  const events = eventsOf(writing);
  const sales = payers.flatMap((payer) =>
    EXCEPTIONS.flatMap((exception) =>
      RECEIVED.map((each) => ({
        ...ofChannel,
        ...each,
        payer,
        amountCents,
        exception,
        paidAt: AT,
        timeZone,
      })),
    ),
  );
  const plainSales = sales.filter(({ exception }) => exception === 'none');
  return {
    welcome: [{ type: 'welcome' }, { type: 'welcome', botUsername: 'b'.repeat(32) }],
    help: [{ type: 'help' }, { type: 'help', maySetUp: false }],
    pay_support: [{ type: 'pay_support' }, { type: 'pay_support', takesStars: true }],
    terms: [{ type: 'terms' }, { type: 'terms', takesStars: true }],
    privacy: [{ type: 'privacy' }, { type: 'privacy', takesStars: true }],
    language_page: [{ type: 'language_page' }],
    not_understood: [{ type: 'not_understood' }],
    link_not_understood: [{ type: 'link_not_understood' }],
    channel_unknown: [{ type: 'channel_unknown' }],
    channel_paused: [{ type: 'channel_paused' }],
    payments_off: [{ type: 'payments_off' }],
    no_coin_on: [{ type: 'no_coin_on' }],
    channel_list: [
      { type: 'channel_list', channels: [], page: 1, pages: 0, botUsername: 'b'.repeat(32) },
      ...[1, 2, 3].map((page) => ({ type: 'channel_list', channels, page, pages: 3 }) as const),
      { type: 'channel_list', channels, page: 99_998, pages: 99_999 },
      {
        type: 'channel_list',
        channels: channels.map((each) => ({ ...each, isStopped: true })),
        page: 1,
        pages: 1,
      },
    ],
    channel_page: [
      { type: 'channel_page', ...ofChannel, description: text, tiers, paidUntil: UNTIL, isPaused: false },
      { type: 'channel_page', ...ofChannel, description: text, tiers, paidUntil: UNTIL, isPaused: true },
      { type: 'channel_page', ...ofChannel, kind: 'supergroup', description: '', tiers: [], paidUntil: null },
      ...[false, true].map((isPaused) => ({
        type: 'channel_page' as const,
        ...ofChannel,
        description: text,
        tiers,
        paidUntil: UNTIL,
        isPaused,
        held: heldBy(writing),
      })),
      { type: 'channel_page', ...ofChannel, description: text, tiers, paidUntil: UNTIL, isUnpayable: true },
      {
        type: 'channel_page',
        ...ofChannel,
        description: text,
        tiers,
        paidUntil: UNTIL,
        isUnpayable: true,
        held: heldBy(writing),
      },
      { type: 'channel_page', ...ofChannel, description: text, tiers, paidUntil: UNTIL, isStopped: true },
      {
        type: 'channel_page',
        ...ofChannel,
        description: text,
        tiers: starTiers,
        paidUntil: UNTIL,
        isRenewing: true,
        isForStarsAlone: true,
      },
      { type: 'channel_page', ...ofChannel, description: text, tiers: starTiers, paidUntil: null },
    ],
    money_held: [null, ...tiers.slice(0, 1)].flatMap((tier) =>
      [false, true].flatMap((isUnpayable) =>
        [heldBy(writing), ...heldBy(writing).map((order) => [order])].map(
          (held) => ({ type: 'money_held', ...ofChannel, held, tier, isUnpayable }) as const,
        ),
      ),
    ),
    offer_post: [
      { type: 'offer_post', ...ofChannel, description: text, tiers, botUsername: 'telepay_bot' },
      { type: 'offer_post', ...ofChannel, description: '', tiers: [], botUsername: 'telepay_bot' },
      { type: 'offer_post', ...ofChannel, description: text, tiers: starTiers, botUsername: 'telepay_bot' },
      {
        type: 'offer_post',
        ...ofChannel,
        description: text,
        tiers,
        botUsername: 'telepay_bot',
        isStopped: true,
      },
    ],
    post_retired: [true, false].map((isReplaced) => ({ type: 'post_retired', isReplaced })),
    my_subscriptions: [...[0, 1, 5, 40].map((count) => mySubscriptions(writing, count)), manyPlaces(writing)],
    order_story: about.flatMap((each) => [
      { type: 'order_story', ...each, state: 'open', events: [] } as const,
      ...PROGRESS.map(
        (progress) => ({ type: 'order_story', ...each, state: 'open', ...progress, events }) as const,
      ),
      { type: 'order_story', ...each, state: 'settled', events } as const,
      {
        type: 'order_story',
        ...each,
        state: 'settled',
        events: [events, events, events, events].flat(),
      } as const,
    ]),
    keypad: [
      { type: 'keypad', title, donationMessage: text },
      { type: 'keypad', title, donationMessage: '' },
      ...([null, true] as const).map(
        (inStars) =>
          ({
            type: 'keypad',
            title,
            donationMessage: text,
            starKeypad: { presets: [50, 100, 250, 500, 1000, 2500], inStars, mayBeCrypto: true },
          }) as const,
      ),
      { type: 'keypad', title, donationMessage: text, leastCents: amountCents },
      {
        type: 'keypad',
        title,
        donationMessage: text,
        leastCents: amountCents,
        entry: '9999.99',
        choices: {
          presets: [999_999, 999_998, 999_997, 999_996] as Cents[],
          lastCents: 999_995 as Cents,
          isAnonymous: true,
          note: Array.from(text).slice(0, 200).join(''),
        },
        isNoteAsked: true,
        refusedLength: 4096,
      },
    ],
    keypad_confirmed: [null, invoiceUrl].map((url) => ({
      type: 'keypad_confirmed',
      title,
      amountCents,
      invoiceUrl: url,
    })),
    keypad_cancelled: [{ type: 'keypad_cancelled' }],
    keypad_expired: [{ type: 'keypad_expired', openChannelId }],
    donate_post: [
      { type: 'donate_post', ...ofChannel, donationMessage: text },
      { type: 'donate_post', ...ofChannel, donationMessage: '' },
    ],
    pay_now: about.flatMap((each) =>
      OCCASIONS.flatMap((occasion) =>
        // All of it, or the rest.
        [amountCents, (amountCents - 1) as Cents].map(
          (dueCents) => ({ type: 'pay_now', ...each, dueCents, occasion, invoiceUrl }) as const,
        ),
      ),
    ),
    ...payStepSamplesOf(writing),
    rest_refused: about.flatMap((each) =>
      [
        {},
        { reason: 'too_small', isAcceptedByDefault: true } as const,
        { reason: 'refused', isAcceptedByDefault: false } as const,
      ].map(
        (why) =>
          ({
            type: 'rest_refused',
            ...each,
            receivedCents: amountCents,
            restCents: 1 as Cents,
            ...why,
          }) as const,
      ),
    ),
    invoice_delayed: [{ type: 'invoice_delayed', amountCents }],
    invoice_refused: about.flatMap((each) =>
      [null, amountCents].flatMap((leastCents) => [
        { type: 'invoice_refused', ...each, openChannelId, leastCents } as const,
        ...(['too_small', 'refused', 'unanswered'] as const).map(
          (reason) => ({ type: 'invoice_refused', ...each, openChannelId, leastCents, reason }) as const,
        ),
      ]),
    ),
    invoices_refused: [1, 3].flatMap((channels) => [
      { type: 'invoices_refused', openChannelId, title, channels, refusals: 1000 } as const,
      { type: 'invoices_refused', openChannelId, title, channels, refusals: 1000, rail: 'stars' } as const,
    ]),
    order_status: about.flatMap((each) =>
      [...STATES, text.slice(0, 30) as OrderState].flatMap((state) =>
        PROGRESS.map((progress) => ({ type: 'order_status', ...each, state, ...progress }) as const),
      ),
    ),
    order_paid: about.map((each) => ({ type: 'order_paid', ...each }) as const),
    order_cancelled: [
      { type: 'order_cancelled' },
      ...about.map(({ reference }) => ({ type: 'order_cancelled', isUnconfirmed: true, reference }) as const),
    ],
    ...talkSamplesOf(writing),
    thanks: about.flatMap((each) =>
      EXCEPTIONS.flatMap((exception) =>
        RECEIVED.flatMap((of) => [
          { type: 'thanks', ...each, exception, received: of } as const,
          { type: 'thanks', ...each, exception, received: of, receivedCents: amountCents } as const,
          {
            type: 'thanks',
            ...each,
            exception,
            received: of,
            receivedCents: (amountCents + 1) as Cents,
            growth: true,
          } as const,
          {
            type: 'thanks',
            ...each,
            exception,
            received: of,
            receivedCents: (amountCents + 1) as Cents,
            isFurther: true,
          } as const,
        ]),
      ),
    ),
    payment_news: about.flatMap((each) =>
      NEWS.flatMap((news) =>
        RECEIVED.flatMap((of) =>
          [{}, { status: 'expired' } as const, { isRemainder: true } as const].map(
            (how) => ({ type: 'payment_news', ...each, ...of, news, ...how }) as const,
          ),
        ),
      ),
    ),
    odd_payment: about.slice(0, 2).flatMap((each) =>
      NEWS.flatMap((news) =>
        ANSWERS.flatMap((answers) =>
          payers.map(
            (payer) =>
              ({
                type: 'odd_payment',
                ...each,
                ...received,
                news,
                paymentId,
                payer,
                answers,
                openChannelId,
                isRefundedByUs: payer.username === null,
                ...(answers.some(({ decision }) => decision === 'type') && {
                  expectedCrypto: null,
                  worthCents: null,
                  asked: { amountCrypto: '12345678901234567890.5', cryptoCurrency: 'usdttrc20' },
                }),
              }) as const,
          ),
        ),
      ),
    ),
    refund_question: about.flatMap((each) =>
      RECEIVED.map((of) => ({ type: 'refund_question', ...each, ...of, paymentId, openChannelId }) as const),
    ),
    case_reminder: about.slice(0, 2).flatMap((each) =>
      MOMENTS.flatMap((moment) =>
        payers.map(
          (payer) =>
            ({
              type: 'case_reminder',
              moment,
              odd: {
                type: 'odd_payment',
                ...each,
                ...short,
                news: 'hanging',
                paymentId,
                payer,
                answers: ANSWERS[1] ?? [],
              },
            }) as const,
        ),
      ),
    ),
    case_waiting: about.flatMap((each) =>
      MOMENTS.flatMap((moment) =>
        (['hanging', 'partial'] as const).flatMap((news) =>
          RECEIVED.flatMap((of) =>
            [{}, { status: 'failed' } as const, { restCents: amountCents }].map(
              (how) => ({ type: 'case_waiting', ...each, ...of, moment, news, ...how }) as const,
            ),
          ),
        ),
      ),
    ),
    case_accepted: about
      .slice(0, 2)
      .flatMap((each) =>
        [...payers, null].map(
          (payer) =>
            ({ type: 'case_accepted', ...each, missingCents: 498 as Cents, paymentId, payer }) as const,
        ),
      ),
    case_decided: about.flatMap((each) =>
      DECISIONS.flatMap((decision) =>
        [{}, { worthCents: amountCents }, { isWorthUnknown: true }].map(
          (worth) =>
            ({ type: 'case_decided', ...each, paymentId, decision, openChannelId, ...worth }) as const,
        ),
      ),
    ),
    donation_received: sales.map((sale, index) => ({
      type: 'donation_received',
      ...sale,
      ...(index === 0 && { payer: ANONYMOUS_PAYER, note: Array.from(text).slice(0, 200).join('') }),
    })),
    subscription_sold: [
      ...sales.map((sale) => ({ ...sale, tierName: name, days: 3649, paidUntil: UNTIL })),
      ...plainSales.flatMap((sale) => [
        { ...sale, ...untold },
        { ...sale, ...untold, priceCents: 1 as Cents },
      ]),
    ].map((sale) => ({ type: 'subscription_sold', ...sale })),
    payment_received: plainSales.map((sale) => ({
      type: 'payment_received',
      ...sale,
      paymentType: 'gift-card_renewal_of_32_letters_',
    })),
    test_notification: [{ type: 'test_notification', ...ofChannel, at: AT }],
    access: [inviteLink, null].flatMap((link) => [
      ...ACCESS_NEWS.flatMap((news) =>
        [reference, null].map(
          (of) =>
            ({
              type: 'access',
              ...ofChannel,
              paidUntil: UNTIL,
              inviteLink: link,
              news,
              reference: of,
            }) as const,
        ),
      ),
      ...PLACES(title).flatMap((place) =>
        ACCESS_NEWS.map(
          (news) =>
            ({
              type: 'access',
              ...ofChannel,
              closedChannelId: -1009999999999999 as ClosedChannelId,
              paidUntil: UNTIL,
              inviteLink: link,
              news,
              reference: null,
              place,
            }) as const,
        ),
      ),
    ]),
    access_delayed: [
      { isOwnerTold: true },
      { isOwnerTold: false },
      { isOwnerTold: false, isInTooManyChats: true },
      { isOwnerTold: false, isInTooManyChats: true, openChannelId },
    ].map((why) => ({ type: 'access_delayed', title, paidUntil: UNTIL, ...why })),
    access_trouble: ofMembers.flatMap((of) =>
      (['refused', 'full', 'banned', 'no_channel', 'about_user', 'too_late'] as const).map(
        (trouble) => ({ type: 'access_trouble', ...of, trouble, reason: text }) as const,
      ),
    ),
    join_declined: [
      { type: 'join_declined', ...ofChannel },
      { type: 'join_declined', ...ofChannel, place: { title, kind: 'supergroup' } },
    ],
    reminder: [7, 3, 1, 0].flatMap((daysLeft) =>
      [0, 720].flatMap((graceHours) =>
        [true, false].map(
          (isPaused) =>
            ({ type: 'reminder', ...ofChannel, daysLeft, paidUntil: UNTIL, graceHours, isPaused }) as const,
        ),
      ),
    ),
    access_ended: [
      ...[true, false].map((isOwed) => ({ type: 'access_ended', ...ofChannel, isOwed }) as const),
      { type: 'access_ended', ...ofChannel, isOwed: false, isByOwner: true },
    ],
    removal_trouble: ofMembers.flatMap((of) =>
      (['refused', 'administrator', 'unanswered', 'unclear'] as const).map(
        (trouble) => ({ type: 'removal_trouble', ...of, trouble, reason: text }) as const,
      ),
    ),
    member_kept: [
      ...ofMembers.map((of) => ({ type: 'member_kept', ...of }) as const),
      ...ofMembers.map(
        (of) => ({ type: 'member_kept', ...of, chatId: -1009876543210 as ClosedChannelId }) as const,
      ),
    ],
    removals_braked: [{ type: 'removals_braked', ...ofChannel, removed: 1_000_000, most: 1_000_000 }],
    renewal_news: [
      ...RENEWAL_NEWS.map((news) => ({ news, chargedUntil: UNTIL, paidUntil: UNTIL, staysUntil: UNTIL })),
      ...RENEWAL_ENDINGS.map((news) => ({ news, chargedUntil: null, paidUntil: null, staysUntil: null })),
      { news: 'by_bot', chargedUntil: UNTIL, paidUntil: FOR_EVER_FROM_MS, staysUntil: UNTIL } as const,
    ].map((of) => ({ type: 'renewal_news', ...ofChannel, stars: 10_000, ...of })),
    renewal_question: ENDS_OF_ACCESS.map((paidUntil) => ({
      type: 'renewal_question',
      ...ofChannel,
      stars: 10_000,
      paidUntil,
    })),
    renewal_asked: ofMembers.flatMap(({ payer }) =>
      ENDS_OF_ACCESS.map(
        (paidUntil) => ({ type: 'renewal_asked', ...ofChannel, role: 'owner', payer, paidUntil }) as const,
      ),
    ),
    renewal_failed: ofMembers.flatMap((of) =>
      [UNTIL, null].map(
        (staysUntil) => ({ type: 'renewal_failed', ...of, stars: 10_000, staysUntil }) as const,
      ),
    ),
    renewal_not_ended: ofMembers.map((of) => ({ type: 'renewal_not_ended', ...of, reason: text })),
    owner_answered: [{ type: 'owner_answered', text }],
    ...ownerSamplesOf(writing),
  };
}

export const messagesIn = (samples: Samples): readonly Message[] => Object.values(samples).flat();
