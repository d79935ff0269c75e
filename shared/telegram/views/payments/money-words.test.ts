import type { Cents, OpenChannelId, OrderReference } from '../../../domain/common/ids';
import type { Message, MessageOf } from '../../../domain/messages/messages';
import type { MyOrder } from '../../../domain/messages/offer';
import { viewOf } from '../';

const openChannelId = -1001234567890 as OpenChannelId;
const reference = 'AbCdEfGhIjKlMnOpQrStUv' as OrderReference;
const channel = { openChannelId, title: 'Alpha' };
const gold = { kind: 'subscription', tierName: 'Gold', days: 30 } as const;
const gift = { kind: 'donation' } as const;
const cents = (dollars: number) => Math.round(dollars * 100) as Cents;
const about = { reference, title: 'Alpha', item: gold, amountCents: cents(40) };
const received = { amountCrypto: '20', cryptoCurrency: 'trx', expectedCrypto: '40' };
const nothing = { amountCrypto: null, cryptoCurrency: null, expectedCrypto: null };
const payer = { userId: 1, username: 'ben' };

const odd = (change: Partial<MessageOf<'odd_payment'>>): MessageOf<'odd_payment'> => ({
  type: 'odd_payment',
  ...about,
  ...received,
  news: 'partial',
  status: 'partially_paid',
  paymentId: 5,
  payer,
  answers: [{ decision: 'accept' }, { decision: 'refund' }],
  ...change,
});
const news = (change: Partial<MessageOf<'payment_news'>>): Message => ({
  type: 'payment_news',
  ...about,
  ...received,
  news: 'partial',
  status: 'partially_paid',
  ...change,
});
const waiting = (change: Partial<MessageOf<'case_waiting'>>): Message => ({
  type: 'case_waiting',
  ...about,
  ...received,
  news: 'partial',
  moment: 'stays_open',
  ...change,
});
const worth = (item: MessageOf<'case_worth'>['item']): Message => ({
  type: 'case_worth',
  ...channel,
  role: 'owner',
  note: null,
  paymentId: 5,
  typed: { cents: cents(12.5), effect: 'figures', days: 0 },
  ...about,
  ...received,
  item,
});
const order = (change: Partial<MyOrder>): MyOrder => ({
  ...about,
  state: 'open',
  isOnOffer: true,
  ...change,
});
const half = order({ receivedCents: cents(20) });
const hangs = order({ isParked: true, isHanging: true, isCancellable: true });
const confirming = order({ isPending: true });
const silver = { position: 2, name: 'Silver', priceCents: cents(30), days: 30 };
const held = (orders: readonly MyOrder[], isUnpayable = false): Message => ({
  type: 'money_held',
  ...channel,
  held: orders,
  tier: isUnpayable ? null : silver,
  isUnpayable,
});
const page = (orders: readonly MyOrder[]): Message => ({
  type: 'channel_page',
  ...channel,
  description: '',
  tiers: [],
  paidUntil: null,
  isUnpayable: true,
  held: orders,
});
const reminder = (dueCents: Cents): Message => ({
  type: 'pay_now',
  ...about,
  dueCents,
  invoiceUrl: 'https://x.io',
  occasion: { type: 'reminder', daysLeft: 3, paidUntil: 0, graceHours: 24 },
});
const restRefused = (change: Partial<MessageOf<'rest_refused'>>): Message => ({
  type: 'rest_refused',
  ...about,
  receivedCents: cents(39.1),
  restCents: cents(0.9),
  reason: 'too_small',
  ...change,
});
const refused = (item: MessageOf<'invoice_refused'>['item'], leastCents: Cents | null): Message => ({
  type: 'invoice_refused',
  ...about,
  openChannelId,
  item,
  leastCents,
  reason: 'too_small',
});
const progress = (change: Partial<MyOrder>): Message => ({ type: 'order_status', ...order(change) });

/** The text of a message, and the words on its buttons, in lines. */
function linesOf(message: Message): string {
  const { text, keyboard } = viewOf(message);
  const buttons = (keyboard?.inline_keyboard ?? []).flat().map((button) => button.text);
  return [text.text.replace(/<[^>]*>/g, ''), ...buttons].join('\n');
}

const SAFE = /is safe|not lost|isn't lost/;

/** What each message must say, and what it must not, because that would be untrue. */
const TRUE_WORDS: Readonly<Record<string, readonly [Message, readonly string[], RegExp]>> = {
  'an excess that several payments made': [
    odd({ ...nothing, news: 'over', excessCents: cents(15), answers: [] }),
    ['Together, the payments are $15.00 more than the price.'],
    /Received|Payment:/,
  ],
  'an excess of one payment': [
    odd({ amountCrypto: '50', news: 'over', answers: [] }),
    ["It's 10 TRX more than the invoice asked for.", 'Received: 50 TRX', 'Payment: 5'],
    /Together/,
  ],
  'a finished payment of an unknown amount': [
    odd({ ...nothing, status: 'finished' }),
    ['Received: not reported'],
    /nothing yet/,
  ],
  'a payment that has not come': [
    odd({ ...nothing, news: 'hanging', status: 'confirming' }),
    ['Received: nothing yet'],
    /not reported/,
  ],
  'what is left of a partly refunded order, to its owner': [
    odd({ isRemainder: true, isPaid: true }),
    ['Part of an order was sent back', 'The rest of this order was sent back, so its access has ended.'],
    /is short|paid already/,
  ],
  'what is left of a partly refunded order, to its payer': [
    news({ isRemainder: true }),
    ['Another part of this order was refunded.', 'will decide about your 20 TRX.'],
    /not completed|missing/,
  ],
  'a part that waits, to its owner': [
    odd({ isCounted: true }),
    ['It counts toward the price. If the rest is too little to send in crypto and nobody decides for a week'],
    /Nothing was granted/,
  ],
  'a case that a viewer reads': [
    { type: 'case_page', ...channel, role: 'read_only', odd: odd({ isCounted: true, isRestInvoiced: true }) },
    ['It counts toward the price. The payer has an invoice for the rest.', 'The owner or a manager decides.'],
    /Nothing was granted|You decide/,
  ],
  'a hanging payment that may be accepted': [
    odd({ news: 'hanging', status: 'confirmed' }),
    ['you trust that it will arrive, and the buyer gets access now.'],
    /what arrived is enough/,
  ],
  'a case whose payer can pay the rest': [
    waiting({ moment: '1_day', restCents: cents(20) }),
    ["Pay the remaining $20.00 and you're in.", '💳 Pay the rest: $20.00'],
    /don't have to do anything/,
  ],
  'a case whose payer can only wait': [
    waiting({ moment: '1_day' }),
    ["I've reminded them. You don't have to do anything."],
    /Pay the/,
  ],
  'a part that stays open': [
    waiting({}),
    ['without an answer. Your money is safe. It stays open until they decide.'],
    /confirmed/,
  ],
  'a hanging payment that stays open': [
    waiting({ news: 'hanging' }),
    ["It stays open until they decide or it's confirmed."],
    SAFE,
  ],
  'a failed payment that stays open': [waiting({ status: 'failed' }), ['It stays open until they'], SAFE],
  'a failed payment with money in it': [
    news({ status: 'failed' }),
    ['20 TRX arrived, but then the payment failed.', 'who can check if it reached them.'],
    SAFE,
  ],
  'an expired payment with money in it': [
    news({ status: 'expired' }),
    ['20 TRX arrived, but then the payment expired.', 'who can check if it reached them.'],
    SAFE,
  ],
  'a gift that was not completed': [news({ item: gift }), ['20 TRX arrived'], /missing/],
  'a short subscription': [news({}), ['20 TRX is missing', "isn't lost"], /check if/],
  'a hanging payment, to its payer': [
    news({ news: 'hanging' }),
    ["send them the transaction's link", 'Write to the owner'],
    SAFE,
  ],
  'an order that was cancelled beside a hanging payment': [
    { type: 'order_cancelled', isUnconfirmed: true },
    ['If your payment still arrives, it counts.'],
    /Nothing was charged/,
  ],
  'an order that was cancelled without money': [
    { type: 'order_cancelled', isUnconfirmed: false },
    ['Nothing was charged.'],
    SAFE,
  ],
  'another tier beside a payment under way': [
    held([confirming]),
    ['You can also buy Silver (1 month) for $30.00. Your other', '💎 Buy this too: $30.00'],
    /owner will decide|scratch/,
  ],
  'another tier beside a part that came': [
    held([half, confirming]),
    ['If you buy Silver (1 month) for $30.00 anyway', '💎 Buy anyway: $30.00', 'Pay the rest'],
    /You can also buy/,
  ],
  'another tier beside a hanging payment': [
    held([hangs]),
    [
      "hasn't been confirmed for a week",
      "Send the owner the transaction's link (tap 📜, then ✉️), or buy again.",
    ],
    SAFE,
  ],
  'a part that came while payments are off': [
    held([half], true),
    ['Your money is safe. You can pay the rest when payments are back on.'],
    /💳|your order is complete/,
  ],
  'the channel of a part that came while payments are off': [
    page([half]),
    ['Payments are off right now. Your money is safe. You can pay the rest when'],
    /💳|nothing can be bought/,
  ],
  'the channel of a buyer without money while payments are off': [
    page([]),
    ['Payments are off right now. Nothing was charged. Try again later.'],
    SAFE,
  ],
  'a reminder that asks for the rest': [
    reminder(cents(20)),
    ['$20.00 already arrived.', '💳 Pay the rest: $20.00'],
    /Not now|Pay now/,
  ],
  'a reminder that asks for the whole price': [
    reminder(cents(40)),
    ['💳 Pay now: $40.00', '✕ Not now'],
    /Pay the rest/,
  ],
  'a rest that no coin could ever carry': [
    restRefused({ isAcceptedByDefault: true }),
    [
      '$0.90 is too little to send in crypto. Your money is safe',
      "If they don't answer within 7 days, your order counts as paid.",
      '📜 What happened',
    ],
    /tomorrow/,
  ],
  'a rest that is refused for another reason': [
    restRefused({ reason: 'refused', isAcceptedByDefault: false }),
    ["The remaining $0.90 can't be paid right now.", 'You can also try again tomorrow.', '📜 What happened'],
    /too little|counts as paid/,
  ],
  'a tier below the minimum': [
    refused(gold, cents(11.41)),
    ['start at $11.41 today, and this costs $40.00. Nothing was charged. Choose another tier, or ask the'],
    /Try \$/,
  ],
  'a donation below the minimum': [
    refused(gift, cents(11.41)),
    ['start at $11.41 today. Nothing was charged. Try $12?'],
    /costs|tier/,
  ],
  'a tier that is too small': [
    refused(gold, null),
    ['$40.00 is too little to send in crypto right now. Nothing was charged. Choose another tier'],
    /larger/,
  ],
  'a donation that is too small': [
    refused(gift, null),
    ['$40.00 is too little to send in crypto right now. Nothing was charged. Try a larger amount.'],
    /tier/,
  ],
  'a gift that came short': [
    progress({ item: gift, state: 'settled', receivedCents: cents(15), incomeCents: cents(15) }),
    ['$15.00 arrived, thank you'],
    /paid, thank you/,
  ],
  'a subscription that was accepted short': [
    progress({ state: 'settled', receivedCents: cents(15), incomeCents: cents(15) }),
    ['$15.00 of $40.00 arrived, thank you'],
    /paid, thank you/,
  ],
  'an order that was paid in full': [
    progress({ state: 'settled', receivedCents: cents(40), incomeCents: cents(40) }),
    ['paid, thank you'],
    /arrived/,
  ],
  'the typed worth of an accepted gift': [worth(gift), ['I thank the donor for it'], /Nothing else/],
  'the typed worth of an accepted subscription': [worth(gold), ['up to the price.'], /Nothing else/],
  'a donation that grew': [
    {
      type: 'donation_received',
      ...channel,
      ...received,
      payer,
      amountCents: cents(50),
      paidAt: '2026-03-04T12:00:00.000Z',
      growth: true,
    },
    ["More of @ben's donation to Alpha arrived. It's $50.00 (20 TRX) now."],
    /has grown/,
  ],
};

it.each(Object.entries(TRUE_WORDS))('says only what is true about %s', (_, [message, says, not]) => {
  const shown = linesOf(message);
  for (const words of says) expect(shown).toContain(words);
  expect(shown).not.toMatch(not);
});

const story = (item: MyOrder['item'], outcome: string, status: string): string =>
  linesOf({
    type: 'order_story',
    ...order({ item, state: 'settled' }),
    events: [
      {
        at: '2026-03-04T12:00:00.000Z',
        what: 'payment',
        details: { outcome, status, paid: 15, currency: 'trx' },
      },
    ],
  });

it.each([
  [gold, 'settled', 'finished', 'A payment of 15 TRX arrived. It pays for the order.'],
  [gold, 'pending', 'partially_paid', 'A payment of 15 TRX arrived. The invoice asked for more.'],
  [gift, 'settled', 'partially_paid', "A payment of 15 TRX arrived. It's the donation."],
  [gift, 'credited', 'finished', 'A payment of 15 TRX arrived. It counts.'],
])('tells in the story of a %j that a payment is %s as %s', (item, outcome, status, words) => {
  expect(story(item, outcome, status)).toContain(words);
});

const NEWS_THAT_THE_OWNER_DECIDES = [
  'hanging',
  'over',
  'partial',
  'late',
  'repeated',
  'wrong_asset',
  'amount_mismatch',
] as const;

it.each(NEWS_THAT_THE_OWNER_DECIDES)('gives the number to quote to the owner with the news %s', (name) => {
  expect(linesOf(news({ news: name }))).toContain(reference);
});

it.each(['seen', 'credited', 'failed', 'expired', 'refunded'] as const)(
  'gives a button to the story, and no number, with the news %s',
  (name) => {
    const said = linesOf(news({ news: name }));
    expect(said).not.toContain(reference);
    expect(said).toContain('📜 What happened');
  },
);

it.each(['finished', 'refunded', 'failed', 'partially_paid', 'x_y'])(
  'tells in a story what became of a payment that is %s',
  (status) => {
    for (const item of [gold, gift])
      expect(story(item, 'refunded', status)).toMatch(/15 TRX (?!.*It pays).*It no longer counts\./);
  },
);

it.each([
  [undefined, '$40.00'],
  [40, '$40.00'],
  [0, '$40.00'],
  [15, '$15.00 of $40.00'],
])('says of an order for $40 that is paid with %p what came', (income, words) => {
  const message: Message = {
    type: 'order_paid',
    ...about,
    ...(income !== undefined && { incomeCents: cents(income) }),
  };
  expect(viewOf(message).text.text.replace(/[\u2066-\u2069]/g, '')).toMatch(
    new RegExp(`Alpha.* for ${words.replace(/[$.]/g, '\\$&')}$`, 'u'),
  );
});
