import type { Cents } from '../../domain/ids';
import { difference, formatDays, formatTime, oddToOwner, oddToPayer, orderWords } from './words';

it.each([
  [1, '1 day'],
  [7, '7 days'],
  [30, '1 month'],
  [45, '45 days'],
  [90, '3 months'],
  [360, '12 months'],
  [365, '1 year'],
  [730, '2 years'],
  [3650, '10 years'],
])('says %d days as %s', (days, expected) => {
  expect(formatDays(days)).toBe(expected);
});

it.each([
  [Date.UTC(2026, 2, 4, 12), '2026-03-04 12:00 UTC'],
  [Date.UTC(2028, 1, 29, 23, 59, 59, 999), '2028-02-29 23:59 UTC'],
  // New York loses and gains an hour here.
  [Date.UTC(2026, 2, 8, 7), '2026-03-08 07:00 UTC'],
  [Date.UTC(2026, 10, 1, 6), '2026-11-01 06:00 UTC'],
])('says %d as %s', (epochMs, expected) => {
  expect(formatTime(epochMs)).toBe(expected);
});

const received = (amountCrypto: string | null, expectedCrypto: string | null) => ({
  amountCrypto,
  expectedCrypto,
  cryptoCurrency: 'usdttrc20',
});

it.each([
  ['24.25', '25', { missing: '0.75 USDT (TRC20)' }],
  ['25', '25.00', {}],
  ['30', '25', { excess: '5 USDT (TRC20)' }],
  [null, '25', {}],
  ['25', null, {}],
])('finds the difference of %p and %p', (amount, expected, found) => {
  expect(difference(received(amount, expected))).toEqual(found);
});

it('shows both how much too much came', () => {
  expect(oddToPayer('over', received('30', '25'))?.text).toBe(
    'You sent more than was asked: 5 USDT (TRC20) too much. The owner sees that, too.',
  );
  expect(oddToOwner('over', received('30', '25'))?.text).toBe(
    'It was 5 USDT (TRC20) more than was asked for.',
  );
  expect(oddToPayer('none', received('25', '25'))).toBeUndefined();
  expect(oddToOwner('none', received('25', '25'))).toBeUndefined();
});

it('names what was ordered', () => {
  const about = { title: 'Alpha', amountCents: 999 as Cents };
  expect(orderWords({ ...about, item: { kind: 'donation' } }).text).toBe('$9.99 to Alpha');
  const item = { kind: 'subscription', tierName: 'Gold', days: 30 } as const;
  expect(orderWords({ ...about, item }).text).toBe('Gold (1 month) in Alpha for $9.99');
});
