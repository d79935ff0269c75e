import { BadRequest } from '../../shared/errors';
import { parseNotification } from './notification';

const NOW = new Date('2026-11-23T10:00:00Z');
const data = {
  user_id: 42,
  username: 'dana',
  amount_crypto: '0.01',
  amount_usd: '25.00',
  crypto_currency: 'eth',
};
const body = { open_channel_id: '-1001234567890', payment_type: 'donation', payment_data: data };

it('reads a donation, whether ids and amounts are texts or numbers', () => {
  const expected = {
    openChannelId: -1001234567890,
    donation: {
      payer: { userId: 42, username: 'dana' },
      amountCents: 2500,
      amountCrypto: '0.01',
      paidAt: '2026-11-23T10:00:00.000Z',
    },
  };
  expect(parseNotification(body, NOW)).toMatchObject(expected);
  const numbers = { ...data, user_id: '42', amount_usd: 25, amount_crypto: 0.01 };
  expect(
    parseNotification({ ...body, open_channel_id: -1001234567890, payment_data: numbers }, NOW),
  ).toMatchObject(expected);
});

it.each([
  [1769940000, '2026-02-01T10:00:00.000Z'],
  ['2026-02-01T10:00:00Z', '2026-02-01T10:00:00.000Z'],
  [undefined, NOW.toISOString()],
])('takes the timestamp %p for %s', (timestamp, paidAt) => {
  expect(parseNotification({ ...body, payment_data: { ...data, timestamp } }, NOW).donation.paidAt).toBe(
    paidAt,
  );
});

it('cuts dollars to whole cents, and ignores what it does not know', () => {
  const more = { ...body, extra: 1, payment_data: { ...data, amount_usd: '24.9873', tier: 1 } };
  expect(parseNotification(more, NOW).donation.amountCents).toBe(2498);
});

it('takes a username that is none for unknown', () => {
  expect(
    parseNotification({ ...body, payment_data: { ...data, username: '<b>' } }, NOW).donation.payer.username,
  ).toBeNull();
});

const without = (object: object, name: string) =>
  Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));

it.each(Object.keys(body))('names %s when it is missing', (name) => {
  expect(() => parseNotification(without(body, name), NOW)).toThrow(new BadRequest(`Missing field: ${name}`));
});

it.each(Object.keys(data).filter((name) => name !== 'username'))(
  'names payment_data.%s when it is missing',
  (name) => {
    const broken = { ...body, payment_data: without(data, name) };
    expect(() => parseNotification(broken, NOW)).toThrow(new BadRequest(`Missing field: ${name}`));
  },
);

it.each([
  ['open_channel_id', { open_channel_id: 1001234567890 }],
  ['payment_type', { payment_type: 'gift' }],
  ['payment_data', { payment_data: [] }],
  ['user_id', { payment_data: { ...data, user_id: -1 } }],
  ['amount_usd', { payment_data: { ...data, amount_usd: '-5' } }],
  ['amount_crypto', { payment_data: { ...data, amount_crypto: 'much' } }],
  ['crypto_currency', { payment_data: { ...data, crypto_currency: '<b>' } }],
  ['timestamp', { payment_data: { ...data, timestamp: 'yesterday' } }],
  ['timestamp', { payment_data: { ...data, timestamp: 1e300 } }],
])('names %s when it makes no sense', (name, change) => {
  expect(() => parseNotification({ ...body, ...change }, NOW)).toThrow(
    new BadRequest(`Invalid field: ${name}`),
  );
});
