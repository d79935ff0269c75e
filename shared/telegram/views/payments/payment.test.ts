import type { Cents, OrderReference } from '../../../domain/common/ids';
import { wordingIn } from '../wording';
import { thanksView } from './payment';

const NONE = { amountCrypto: null, cryptoCurrency: null, expectedCrypto: null };
const COINS = { amountCrypto: '4', cryptoCurrency: 'trx', expectedCrypto: null };
const about = {
  type: 'thanks',
  reference: 'AbCdEfGhIjKlMnOpQrStUv' as OrderReference,
  title: 'Alpha',
  item: { kind: 'donation' },
  amountCents: 6000 as Cents,
  exception: 'none',
} as const;

it.each([
  [
    { receivedCents: 7000, received: NONE },
    "Thank you! $70.00 to Alpha has arrived. That's $10.00 more than you planned.",
  ],
  [
    { receivedCents: 7000, received: NONE, isFurther: true },
    'Thank you! Another $70.00 to Alpha has arrived.',
  ],
  [{ receivedCents: 0, received: COINS, isFurther: true }, 'Thank you! Another 4 TRX to Alpha has arrived.'],
  [
    { receivedCents: 0, received: NONE, isFurther: true },
    'Thank you! Another donation to Alpha has arrived.',
  ],
  [{ receivedCents: 0, received: NONE }, 'Thank you! Your donation to Alpha has arrived.'],
  [{ receivedCents: 5000, received: NONE, growth: true }, 'Thank you! Your donation to Alpha is now $50.00.'],
  [
    { receivedCents: 5000, received: NONE, growth: true, isFurther: true },
    'Thank you! Your other donation to Alpha is now $50.00.',
  ],
] as const)('thanks for %j', (gift, words) => {
  const { text } = thanksView(
    { ...about, ...gift, receivedCents: gift.receivedCents as Cents },
    wordingIn('en'),
  ).text;
  const plain = text.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
  expect(plain).toContain(words);
  expect(plain.includes('planned')).toBe(words.includes('planned'));
});
