import type { InlineKeyboardButton } from 'grammy/types';
import { FOR_EVER_DAYS } from '../../domain/common/for-ever';
import type { Cents, OpenChannelId, OrderReference } from '../../domain/common/ids';
import type { Message } from '../../domain/messages/messages';
import type { OfferedTier } from '../../domain/messages/offer';
import type { StoryEvent } from '../../domain/messages/parts';
import { lengthOf } from './html';
import { viewOf } from './';

const openChannelId = -1001234567890 as OpenChannelId;
const reference = 'AbCdEfGhIjKlMnOpQrStUv' as OrderReference;
const paidUntil = Date.UTC(2026, 2, 4, 12);
const about = { openChannelId, title: 'Alpha', reference, amountCents: 2500 as Cents };
const subscription = { kind: 'subscription', tierName: 'Gold', days: 30 } as const;

const dataOf = (button: InlineKeyboardButton) =>
  'callback_data' in button ? button.callback_data : undefined;
/** A keyboard as rows of `label → data`, or of labels alone for buttons that open a link. */
const rowsOf = (message: Message) =>
  (viewOf(message).keyboard?.inline_keyboard ?? []).map((row) =>
    row.map((button) => [button.text, dataOf(button)].filter((part) => part !== undefined).join(' → ')),
  );
const textOf = (message: Message) => viewOf(message).text.text.replace(/<[^>]*>/g, '');

it.each([
  [1, 1, []],
  [1, 3, ['1/3', 'Next » → channels_page_2']],
  [2, 3, ['« Previous → channels_page_1', '2/3', 'Next » → channels_page_3']],
  [3, 3, ['« Previous → channels_page_2', '3/3']],
])('offers on page %d of %d only pages that exist', (page, pages, turning) => {
  const rows = rowsOf({ type: 'channel_list', channels: [about], page, pages });
  expect(rows).toEqual([['📣 Alpha → channel_-1001234567890'], ...(turning.length > 0 ? [turning] : [])]);
});

const tier = (position: number, name: string, days: number): OfferedTier => ({
  position,
  name,
  days,
  priceCents: 999 as Cents,
});

it('shows the price and duration of a tier with the longest name', () => {
  const tiers = [tier(1, 'Gold', 30), tier(2, 'Week', 7), tier(3, 'n'.repeat(64), 365)];
  const page = { type: 'channel_page', ...about, description: 'All of it', tiers, paidUntil } as const;
  expect(rowsOf(page)).toEqual([
    ['💎 Gold · $9.99 / 1 month → sub_tier_-1001234567890_1'],
    ['💎 Week · $9.99 / 7 days → sub_tier_-1001234567890_2'],
    [`💎 ${'n'.repeat(31)}… · $9.99 / 1 year → sub_tier_-1001234567890_3`],
    ['💝 Donate → donate_start_-1001234567890'],
    ['« All channels → back_to_channels'],
  ]);
  expect(textOf(page)).toMatch(/^📣 Alpha\nAll of it\n[^]*access until March 4, 2026 at 12:00 UTC/);
  expect(textOf({ ...page, paidUntil: null })).not.toContain('until');
});

it.each([
  ['Month', 30, '💎 Month · $9.99'],
  ['1 MONTH', 30, '💎 1 MONTH · $9.99'],
  ['7 days', 7, '💎 7 days · $9.99'],
  ['Month', 60, '💎 Month · $9.99 / 2 months'],
  ['Month', 31, '💎 Month · $9.99 / 31 days'],
  ['Gold', FOR_EVER_DAYS, '💎 Gold · $9.99 · lifetime'],
  ['Lifetime', FOR_EVER_DAYS, '💎 Lifetime · $9.99'],
  ['For ever', FOR_EVER_DAYS, '💎 For ever · $9.99'],
  ['Year', 30, '💎 Year · $9.99 / 1 month'],
  ['Monthly', 30, '💎 Monthly · $9.99 / 1 month'],
])('says the duration of a tier %j of %i days once', (name, days, label) => {
  const tiers = [tier(1, name, days)];
  const page = { type: 'channel_page', ...about, description: '', tiers, paidUntil: null } as const;
  expect(rowsOf(page)[0]).toEqual([`${label} → sub_tier_-1001234567890_1`]);
});

it.each([
  [7, 24, 'ends in 7 days'],
  [3, 24, 'ends in 3 days'],
  [1, 24, 'ends in 1 day'],
  [0, 24, 'has ended'],
  [0, 0, 'has ended'],
])('words an invoice %d days before the end with %d hours of grace', (daysLeft, graceHours, words) => {
  const occasion = { type: 'reminder', daysLeft, paidUntil, graceHours } as const;
  const invoice = {
    type: 'pay_now',
    ...about,
    item: subscription,
    dueCents: about.amountCents,
    invoiceUrl: 'https://x.io',
    occasion,
  } as const;
  expect(textOf(invoice)).toContain(`Your access to Alpha ${words}`);
  expect(rowsOf(invoice)[0]).toEqual(['💳 Pay now: $25.00']);
});

it('gives the times of a sale to the reader’s own clock', () => {
  const sale = {
    type: 'subscription_sold',
    ...about,
    payer: { userId: 42, username: null },
    amountCrypto: null,
    cryptoCurrency: null,
    expectedCrypto: null,
    exception: 'none',
    tierName: 'Gold',
    days: 30,
    paidAt: '2026-03-04T12:00:05.000Z',
    paidUntil: Date.UTC(2026, 3, 3, 12),
  } as const;
  const { text } = viewOf(sale).text;
  for (const at of [sale.paidUntil, Date.parse(sale.paidAt)])
    expect(text).toContain(`<tg-time unix="${Math.floor(at / 1000)}" format="Dt">`);
  // A message of the previous release names the channel's time zone.
  expect(viewOf({ ...sale, timeZone: 'Europe/Berlin' }).text.text).toBe(text);
});

it('names a way that works for a channel that `/start` does not list', () => {
  const list = textOf({ type: 'channel_list', channels: [], page: 1, pages: 1 });
  expect(list).toContain("Open the link that the channel's owner gave you.");
});

it('asks for exactly the rest of an order without a cancel button', () => {
  const occasion = { type: 'rest', receivedCents: 2425 as Cents } as const;
  const rest = {
    type: 'pay_now',
    ...about,
    item: subscription,
    dueCents: about.amountCents,
    invoiceUrl: 'https://x.io',
    occasion,
  } as const;
  expect(textOf(rest)).toContain('$24.25 of $25.00 arrived.');
  expect(rowsOf(rest)).toEqual([
    ['💳 Pay the rest: $0.75'],
    [`📜 What happened → order_story_${about.reference}`],
  ]);
});

it('explains a button for each answer to an odd payment', () => {
  const odd: Message = {
    type: 'odd_payment',
    ...about,
    item: subscription,
    news: 'repeated',
    paymentId: 5,
    payer: { userId: 1, username: 'ben' },
    amountCrypto: '25',
    expectedCrypto: '25',
    cryptoCurrency: 'trx',
    answers: [{ decision: 'credit', worthCents: 2500 as Cents, days: 30 }, { decision: 'refund' }],
  };
  expect(rowsOf(odd)).toEqual([
    ['➕ Give 30 days for $25.00 → case_credit_5_30'],
    ['↩️ I refunded it → case_refund_5'],
    [`📜 What happened → order_story_${about.reference}`],
  ]);
  expect(textOf(odd)).toContain('Nothing was granted for it yet.');
  expect(textOf(odd)).toContain('➕ Give 30 days for $25.00: ');
});

const event = (minute: number): StoryEvent => ({
  at: new Date(paidUntil + minute * 60_000).toISOString(),
  what: 'payment',
  details: { outcome: 'parked:partial', status: 'partially_paid', paid: '5', currency: 'trx' },
});

it('shows the newest events of a long story last', () => {
  const events = Array.from({ length: 200 }, (_, minute) => event(minute));
  const story: Message = { type: 'order_story', ...about, item: subscription, state: 'open', events };
  const [, , , note, ...shown] = textOf(story).split('\n');
  expect(note).toBe(`${200 - shown.length} earlier events left out`);
  expect(shown.length).toBeGreaterThan(20);
  expect(shown.at(-1)).toBe(
    'March 4, 2026 at 15:19 UTC · A payment of 5 TRX arrived. The invoice asked for more. The owner will decide about it.',
  );
  expect(lengthOf(viewOf(story).text)).toBeLessThanOrEqual(4096);
});

it('shows an event without words by its name but hides ids', () => {
  const events = [
    { at: '2026-03-04T12:00:00.000Z', what: 'moon_full', details: { by_night: 'yes', actor: 77 } },
  ];
  const story = textOf({ type: 'order_story', ...about, item: subscription, state: 'open', events });
  expect(story).toContain('March 4, 2026 at 12:00 UTC · moon full, by night yes');
  expect(story).not.toContain('77');
});

const saleFacts = {
  ...about,
  payer: { userId: 42, username: 'dana' },
  amountCrypto: '0.0100',
  cryptoCurrency: 'eth',
  expectedCrypto: null,
  paidAt: '2026-03-04T12:00:07.000Z',
};

it.each([
  [
    { tierName: 'Gold', priceCents: 999 as Cents, days: 30 },
    '🎉 @dana bought Gold (1 month) in Alpha.',
    ['Price: $9.99'],
  ],
  [{ tierName: 'Gold', priceCents: 2500 as Cents, days: 30 }, '🎉 @dana bought Gold (1 month) in Alpha.', []],
  [{ tierName: '<b>', priceCents: null, days: 7 }, '🎉 @dana bought &lt;b&gt; (7 days) in Alpha.', []],
  [{ tierName: 'unknown', priceCents: null, days: null }, '🎉 @dana bought unknown in Alpha.', []],
  [{ tierName: null, priceCents: null, days: 7 }, '🎉 @dana subscribed to Alpha.', ['Access: 7 days']],
  [{ tierName: null, priceCents: null, days: null }, '🎉 @dana subscribed to Alpha.', []],
])('shows only the facts of a sale that another service knows: %p', (known, head, expected) => {
  const sale = {
    type: 'subscription_sold',
    ...saleFacts,
    ...known,
    exception: 'none',
    paidUntil: null,
  } as const;
  expect(textOf(sale).split('\n')).toEqual([
    head,
    'Paid: $25.00 (0.01 ETH)',
    ...expected,
    'March 4, 2026 at 12:00 UTC · confirmed by NOWPayments',
  ]);
});

it.each([
  ['both', {}, 'Paid: $25.00 (0.01 ETH)'],
  ['less than the price', { receivedCents: 1500 as Cents }, 'Paid: $15.00 of $25.00 (0.01 ETH)'],
  ['coins of unknown worth', { receivedCents: 0 as Cents }, 'Paid: 0.01 ETH'],
  ['dollars alone', { amountCrypto: null, cryptoCurrency: null }, 'Paid: $25.00'],
  [
    'nothing that is known',
    { amountCrypto: null, cryptoCurrency: null, amountCents: 0 as Cents },
    "Paid: the amount isn't known",
  ],
])('says what was paid for a subscription: %s', (_, paid, line) => {
  const sale = { type: 'subscription_sold', ...saleFacts, tierName: 'Gold', days: 30 } as const;
  expect(textOf({ ...sale, exception: 'none', paidUntil: null, ...paid }).split('\n')[1]).toBe(line);
});

it('names the type of a payment that it has no words for', () => {
  expect(textOf({ type: 'payment_received', ...saleFacts, paymentType: 'tip_jar' })).toBe(
    `💳 @dana paid $25.00 (0.01 ETH) in Alpha.
Type: tip_jar
March 4, 2026 at 12:00 UTC`,
  );
});
