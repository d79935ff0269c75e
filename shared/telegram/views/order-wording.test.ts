import type { Cents, OrderReference } from '../../domain/common/ids';
import {
  differenceInWords,
  oddityToOwner,
  oddityToPayer,
  orderInWords,
  receivedInWords,
  referenceInWords,
  tierInWords,
} from './order-wording';
import { wordingIn } from './wording';

const english = wordingIn('en');
const gold = { kind: 'subscription', tierName: 'Gold', days: 30 } as const;
const about = { title: 'Alpha & Co', amountCents: 999 as Cents };
const received = { amountCrypto: '25.500', cryptoCurrency: 'usdttrc20', expectedCrypto: '25' };

it('says an order in one line', () => {
  expect(orderInWords({ ...about, item: { kind: 'donation' } }, english).text).toBe(
    '$9.99 to Alpha &amp; Co',
  );
  expect(orderInWords({ ...about, item: gold }, english).text).toBe(
    'Gold (1 month) in Alpha &amp; Co for $9.99',
  );
  expect(tierInWords(gold, english, 3)).toBe('Go… (1 month)');
  expect(referenceInWords('AbC' as OrderReference, english).text).toBe('Order <code>AbC</code>');
});

it('says what arrived and how much that differs', () => {
  expect(receivedInWords(received, english)).toBe('25.5 USDT (TRC20)');
  expect(receivedInWords({ ...received, amountCrypto: '0' }, english)).toBeUndefined();
  expect(differenceInWords(received, english)).toEqual({ excess: '0.5 USDT (TRC20)' });
  expect(differenceInWords({ ...received, expectedCrypto: '30' }, english)).toEqual({
    missing: '4.5 USDT (TRC20)',
  });
  expect(differenceInWords({ ...received, excessCents: 200 as Cents }, english)).toEqual({ excess: '$2.00' });
});

it('says what was odd about a payment', () => {
  expect(oddityToPayer('none', received, english)).toBeUndefined();
  expect(oddityToPayer('late', received, english)?.text).toBe('It arrived late. No problem, it counts.');
  expect(oddityToPayer('over', received, english)?.text).toBe(
    'You sent 0.5 USDT (TRC20) extra. The owner can see it.',
  );
  expect(oddityToOwner('over', { ...received, expectedCrypto: null }, english)?.text).toBe(
    'It was more than the invoice asked for.',
  );
});
