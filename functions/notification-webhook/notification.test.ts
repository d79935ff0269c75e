import { BadRequest } from '../../shared/errors';
import { parseNotification, parseTestNotification } from './notification';

const CHANNEL = { title: 'Alpha', now: new Date('2026-11-23T10:00:00Z') };
const data = {
  user_id: 42,
  username: 'dana',
  amount_crypto: '0.01',
  amount_usd: '25.00',
  crypto_currency: 'eth',
};
const body = { open_channel_id: '-1001234567890', payment_type: 'donation', payment_data: data };
/** The message to the owner with `changes` made to the payment. */
const told = (changes: object = {}, type = 'donation') =>
  parseNotification({ ...body, payment_type: type, payment_data: { ...data, ...changes } }).messageFor(
    CHANNEL,
  );

const PAYMENT = {
  title: 'Alpha',
  openChannelId: -1001234567890,
  payer: { userId: 42, username: 'dana' },
  amountCents: 2500,
  amountCrypto: '0.01',
  cryptoCurrency: 'eth',
  expectedCrypto: null,
  paidAt: '2026-11-23T10:00:00.000Z',
};

it('reads a donation with ids and amounts as texts or as numbers', () => {
  expect(told()).toEqual({ type: 'donation_received', ...PAYMENT });
  const numbers = { ...data, user_id: '42', amount_usd: 25, amount_crypto: 0.01 };
  const { openChannelId, messageFor } = parseNotification({
    ...body,
    open_channel_id: -1001234567890,
    payment_data: numbers,
  });
  expect(openChannelId).toBe(-1001234567890);
  expect(messageFor(CHANNEL)).toEqual(told());
});

it.each([
  ['all of it', { tier: 'Gold', tier_price: '9.99', duration_days: 30 }, ['Gold', 999, 30]],
  ['numbers as texts', { tier: 3, tier_price: 9.99, duration_days: '30' }, ['3', 999, 30]],
  ['nothing', {}, [null, null, null]],
  ['nulls and blanks', { tier: '', tier_price: null, duration_days: '' }, [null, null, null]],
  ['a price alone', { tier_price: 30 }, [null, 3000, null]],
  ['a name over two lines', { tier: ' Gold\n\u0000 plan ' }, ['Gold \uFFFD plan', null, null]],
])('reads a subscription with %s', (_, said, [tierName, priceCents, days]) => {
  const subscription = { exception: 'none', tierName, priceCents, days, paidUntil: null };
  expect(told(said, 'subscription')).toEqual({ type: 'subscription_sold', ...PAYMENT, ...subscription });
});

it.each(['gift', 'tip_jar', 'Subscription', 'x-1', 'a'.repeat(32)])(
  'reads a payment of another type: %s',
  (paymentType) => {
    expect(told({ tier: {}, duration_days: -1 }, paymentType)).toEqual({
      type: 'payment_received',
      ...PAYMENT,
      paymentType,
    });
  },
);

it.each([
  [1769940000, '2026-02-01T10:00:00.000Z'],
  ['1769940000', '2026-02-01T10:00:00.000Z'],
  [1769940000.25, '2026-02-01T10:00:00.250Z'],
  ['2026-02-01T10:00:00Z', '2026-02-01T10:00:00.000Z'],
  ['2026-02-01T12:00:00+02:00', '2026-02-01T10:00:00.000Z'],
  ['2026-02-01T10:00:00.123456+00:00', '2026-02-01T10:00:00.123Z'],
  ['2026-02-01 10:00:00', '2026-02-01T10:00:00.000Z'],
  ['2026-02-01T10:00', '2026-02-01T10:00:00.000Z'],
  ['2026-02-01', '2026-02-01T00:00:00.000Z'],
  [undefined, CHANNEL.now.toISOString()],
  [null, CHANNEL.now.toISOString()],
  ['', CHANNEL.now.toISOString()],
])('reads the timestamp %p as %s in any time zone', (timestamp, paidAt) => {
  const before = process.env['TZ'];
  process.env['TZ'] = 'America/New_York';
  try {
    expect(told({ timestamp })).toMatchObject({ paidAt });
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
});

it('cuts dollars to whole cents', () => {
  expect(told({ amount_usd: '24.9873', tier: 1, extra: { deep: true } })).toMatchObject({
    amountCents: 2498,
  });
});

it.each([
  ['dana', 'dana'],
  ['@dana', 'dana'],
  ['<b>', null],
  ['', null],
  [null, null],
  [7, null],
  [{}, null],
])('reads the username %p as %p', (username, expected) => {
  expect(told({ username })).toMatchObject({ payer: { userId: 42, username: expected } });
});

it.each([
  [undefined, null],
  [null, null],
  ['', null],
  ['order-17:paid', 'order-17:paid'],
  [4711, '4711'],
])('reads the idempotency key %p as %p', (idempotency_key, expected) => {
  expect(parseNotification({ ...body, idempotency_key }).idempotencyKey).toBe(expected);
  const test = { open_channel_id: body.open_channel_id, idempotency_key };
  expect(parseTestNotification(test).idempotencyKey).toBe(expected);
});

it('reads a test notification, which needs only a channel', () => {
  const { openChannelId, messageFor } = parseTestNotification({ open_channel_id: -1001234567890, more: 1 });
  expect(messageFor(CHANNEL)).toEqual({
    type: 'test_notification',
    title: 'Alpha',
    openChannelId,
    at: '2026-11-23T10:00:00.000Z',
  });
});

const without = (object: object, name: string) =>
  Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));

it.each(Object.keys(body))('names %s if it is missing', (name) => {
  expect(() => parseNotification(without(body, name))).toThrow(new BadRequest(`Missing field: ${name}`));
});

it.each(Object.keys(data).filter((name) => name !== 'username'))(
  'names payment_data.%s if it is missing',
  (name) => {
    const broken = { ...body, payment_data: without(data, name) };
    expect(() => parseNotification(broken)).toThrow(new BadRequest(`Missing field: ${name}`));
  },
);

const of = (type: string, changes: object) => ({
  payment_type: type,
  payment_data: { ...data, ...changes },
});
it.each<[string, object]>([
  ['open_channel_id', { open_channel_id: 1001234567890 }],
  ['open_channel_id', { open_channel_id: true }],
  ['idempotency_key', { idempotency_key: 'two words' }],
  ['idempotency_key', { idempotency_key: 'x'.repeat(129) }],
  ['payment_type', { payment_type: '<b>gift</b>' }],
  ['payment_type', { payment_type: 'a gift' }],
  ['payment_type', { payment_type: 5 }],
  ['payment_type', { payment_type: ['donation'] }],
  ['payment_type', { payment_type: 'a'.repeat(33) }],
  ['payment_data', { payment_data: [] }],
  ['payment_data', { payment_data: 'all' }],
  ['user_id', of('donation', { user_id: -1 })],
  ['user_id', of('donation', { user_id: 2 ** 53 })],
  ['amount_usd', of('donation', { amount_usd: '-5' })],
  ['amount_crypto', of('gift', { amount_crypto: 'much' })],
  ['crypto_currency', of('donation', { crypto_currency: '<b>' })],
  ['timestamp', of('donation', { timestamp: 'yesterday' })],
  ['timestamp', of('donation', { timestamp: 1e300 })],
  ['timestamp', of('donation', { timestamp: 1769940000000 })],
  ['timestamp', of('donation', { timestamp: '2026-13-01T10:00:00Z' })],
  ['timestamp', of('donation', { timestamp: {} })],
  ['tier', of('subscription', { tier: {} })],
  ['tier', of('subscription', { tier: ' \n' })],
  ['tier_price', of('subscription', { tier_price: '-1' })],
  ['duration_days', of('subscription', { duration_days: 0 })],
  ['duration_days', of('subscription', { duration_days: 1.5 })],
  ['duration_days', of('subscription', { duration_days: 36_501 })],
])('names %s if it is invalid', (name, change) => {
  expect(() => parseNotification({ ...body, ...change })).toThrow(new BadRequest(`Invalid field: ${name}`));
});

it.each<[string, object]>([
  ['Missing field: open_channel_id', {}],
  ['Invalid field: open_channel_id', { open_channel_id: 'x' }],
  ['Invalid field: idempotency_key', { open_channel_id: -1001234567890, idempotency_key: [] }],
])('answers “%s” to an invalid test notification', (code, test) => {
  expect(() => parseTestNotification({ ...test })).toThrow(new BadRequest(code));
});
