import type { Cents } from '../../domain/common/ids';
import {
  amountDifference,
  formatDays,
  formatLocalTime,
  formatTime,
  oddToOwner,
  oddToPayer,
  orderWords,
} from './words';

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
])('words %d days as %s', (days, expected) => {
  expect(formatDays(days)).toBe(expected);
});

it.each([
  [Date.UTC(2026, 2, 4, 12), '2026-03-04 12:00 UTC'],
  [Date.UTC(2028, 1, 29, 23, 59, 59, 999), '2028-02-29 23:59 UTC'],
  // Daylight-saving time begins and ends in New York.
  [Date.UTC(2026, 2, 8, 7), '2026-03-08 07:00 UTC'],
  [Date.UTC(2026, 10, 1, 6), '2026-11-01 06:00 UTC'],
])('words the time %d as %s', (epochMs, expected) => {
  expect(formatTime(epochMs)).toBe(expected);
});

it.each([
  [Date.UTC(2026, 2, 4, 11), 'Europe/Berlin', '2026-03-04 12:00 (Europe/Berlin)'],
  // The clocks change from two to three, and back.
  [Date.UTC(2026, 2, 29, 0, 59, 59), 'Europe/Berlin', '2026-03-29 01:59 (Europe/Berlin)'],
  [Date.UTC(2026, 2, 29, 1), 'Europe/Berlin', '2026-03-29 03:00 (Europe/Berlin)'],
  [Date.UTC(2026, 10, 1, 5, 30), 'America/New_York', '2026-11-01 01:30 (America/New_York)'],
  [Date.UTC(2026, 10, 1, 6, 30), 'America/New_York', '2026-11-01 01:30 (America/New_York)'],
  // Midnight is hour 00. This zone differs from UTC by a quarter of an hour and is a day ahead here.
  [Date.UTC(2026, 11, 31, 18, 15), 'Asia/Kathmandu', '2027-01-01 00:00 (Asia/Kathmandu)'],
  [Date.UTC(2026, 2, 4, 12), 'UTC', '2026-03-04 12:00 UTC'],
  [Date.UTC(2026, 2, 4, 12), 'Nowhere/<b>', '2026-03-04 12:00 UTC'],
])('words the time %d in %s as %s', (epochMs, zone, expected) => {
  expect(formatLocalTime(epochMs, zone)).toBe(expected);
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
])('finds the difference between %p and the expected %p', (amount, expected, found) => {
  expect(amountDifference(received(amount, expected))).toEqual(found);
});

it('names the excess to the payer and to the owner', () => {
  expect(oddToPayer('over', received('30', '25'))?.text).toBe(
    'You sent more than was asked: 5 USDT (TRC20) too much. The owner sees that, too.',
  );
  expect(oddToOwner('over', received('30', '25'))?.text).toBe(
    'It was 5 USDT (TRC20) more than was asked for.',
  );
  expect(oddToPayer('none', received('25', '25'))).toBeUndefined();
  expect(oddToOwner('none', received('25', '25'))).toBeUndefined();
});

it('names the item of an order', () => {
  const about = { title: 'Alpha', amountCents: 999 as Cents };
  expect(orderWords({ ...about, item: { kind: 'donation' } }).text).toBe('$9.99 to Alpha');
  const item = { kind: 'subscription', tierName: 'Gold', days: 30 } as const;
  expect(orderWords({ ...about, item }).text).toBe('Gold (1 month) in Alpha for $9.99');
});
