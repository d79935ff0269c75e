import type { Cents, OpenChannelId, OrderReference } from '../../../domain/common/ids';
import type { Message } from '../../../domain/messages/messages';
import type { StarPrice } from '../../../domain/messages/parts';
import { viewOf } from '../';

const openChannelId = -1001234567890 as OpenChannelId;
const about = {
  reference: 'AbCdEfGhIjKlMnOpQrStUv' as OrderReference,
  title: 'Alpha',
  item: { kind: 'subscription', tierName: 'Gold', days: 30 },
  amountCents: 500 as Cents,
} as const;
const came = { amountCrypto: '385', cryptoCurrency: 'xtr', expectedCrypto: '385' } as const;
const payer = { userId: 42, username: 'dana' };
const sale = {
  openChannelId,
  title: 'Alpha',
  payer,
  exception: 'none',
  paidAt: '2026-03-04T12:00:00.000Z',
} as const;

const wordsOf = (message: Message): string => {
  const { text, keyboard } = viewOf(message);
  const buttons = (keyboard?.inline_keyboard ?? []).flat().map((button) => button.text);
  return [text.text.replace(/<[^>]*>/g, ''), ...buttons].join('\n');
};

it.each<[string, StarPrice]>([
  ['$5.00', {}],
  ['$5.00 or ⭐ 385', { priceStars: 385 }],
  ['⭐ 385', { priceStars: 385, paidIn: 'xtr' }],
  ['$5.00', { priceStars: 385, paidIn: 'usd' }],
])('says the price %s', (price, stars) => {
  const state = { state: 'open', isOnOffer: true, isCancellable: true } as const;
  const words = wordsOf({ type: 'order_status', ...about, ...stars, ...state });
  expect(words).toContain(`Gold (1 month) in Alpha for ${price}`);
  expect(words).toContain(`Pay now: ${price}`);
});

it.each<[string, Message]>([
  [
    'sold',
    {
      type: 'subscription_sold',
      ...sale,
      ...came,
      amountCents: about.amountCents,
      receivedCents: 0 as Cents,
      tierName: 'Gold',
      days: 30,
      paidUntil: null,
    },
  ],
  ['given', { type: 'donation_received', ...sale, ...came, amountCents: 0 as Cents }],
  [
    'thanked for',
    { type: 'thanks', ...about, item: { kind: 'donation' }, received: came, receivedCents: 0 as Cents },
  ],
  ['paid', { type: 'order_paid', ...about, priceStars: 385, paidIn: 'xtr', incomeCents: 0 as Cents }],
  [
    'decided',
    {
      type: 'case_decided',
      ...about,
      priceStars: 385,
      paidIn: 'xtr',
      openChannelId,
      paymentId: 1,
      decision: 'accept',
      worthStars: 385,
    },
  ],
  [
    'a case',
    {
      type: 'odd_payment',
      ...about,
      ...came,
      priceStars: 385,
      paidIn: 'xtr',
      news: 'other_payer',
      payer,
      openChannelId,
      paymentId: 1,
      status: 'finished',
      worthCents: about.amountCents,
      answers: [{ decision: 'credit', worthCents: about.amountCents, days: 30 }, { decision: 'accept' }],
    },
  ],
])('names Stars alone once it is %s', (_, message) => {
  expect(wordsOf(message)).toContain('⭐ 385');
  expect(wordsOf(message)).not.toMatch(/\$|NOWPayments/);
});

it('names the rail that sent Stars back', () => {
  const odd = {
    type: 'odd_payment',
    ...about,
    ...came,
    news: 'refunded',
    isRefundedByUs: true,
    payer,
    openChannelId,
    paymentId: 1,
  } as const;
  expect(wordsOf({ ...odd, status: 'refunded', answers: [] })).toContain(
    'Telegram sent it back to the payer. Any access that it paid for has ended.',
  );
});

it('tells who paid for another user nothing about that order', () => {
  const news = { type: 'payment_news', ...about, ...came, news: 'other_payer', status: 'finished' } as const;
  expect(wordsOf(news)).toContain('Another user paid ⭐ 385 for your order.');
  const words = wordsOf({ ...news, isForAnother: true });
  expect(words).toContain("You paid ⭐ 385 for another user's order.");
  expect(words).not.toMatch(/Gold|Alpha/);
});
