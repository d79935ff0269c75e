import { addSellingChannel, addTierOrder, paymentOf, settleIpn } from '../../../tests/support/subscription';
import { BUYER_ID, CHANNEL_ID, OWNER_ID, promisedFor } from '../../../tests/support/order';
import { useTestDatabase } from '../../../tests/support/test-database';
import type { Decision } from '../../domain/payments/payment';
import type { OpenChannelId, OrderReference } from '../../domain/common/ids';
import { ASKING_NOBODY } from '../../../tests/worlds/update-context';
import { decideOddPayment } from './decide-odd-payment';
import { parkIfPoison } from '../../database/common/park-delivery';
import { cancelOrder } from '../../database/payments/buyer-orders';
import { deliveryOf } from '../common/delivery-of';
import { openOrderFor } from './open-order';

const test = useTestDatabase();
const savedZone = process.env['TZ'];
beforeAll(async () => {
  // A zone with summer time, here and in the database, because neither must matter.
  process.env['TZ'] = 'America/New_York';
  await test.database.query((sql) => sql`set timezone to 'America/New_York'`);
  await addSellingChannel(test.database);
});
afterAll(() => {
  if (savedZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = savedZone;
});

let lastId = 6_000_000_000;
const newPayment = () => ++lastId;

/** Settles an IPN for a $30 order, with odd fields if wanted. */
async function settle(reference: string, change: object = {}, userId = BUYER_ID) {
  const paymentId = { payment_id: newPayment() };
  const raw = paymentOf(reference, { userId, ...paymentId, ...change });
  await settleIpn(test.database, raw);
  return raw;
}

interface OrderSummary {
  readonly state: string;
  readonly received: number;
  readonly payments: Record<string, string>;
  /** The days of each extension that counts. */
  readonly days: number[];
  /** Days from now until the access ends. */
  readonly left: number | null;
}

async function readOrder(reference: OrderReference): Promise<OrderSummary> {
  const [row] = await test.database.query(
    (sql) => sql<OrderSummary[]>`
      select o.state, o.received_cents as received,
        (select coalesce(jsonb_object_agg(p.payment_id, p.standing || ':' || p.exception), '{}')
          from payments p where p.order_reference = o.reference) as payments,
        (select coalesce(jsonb_agg(e.days order by e.granted_at, e.days), '[]') from extensions e
          where e.order_reference = o.reference and e.revoked_at is null) as days,
        (select round(extract(epoch from s.paid_until - app_now()) / 86400, 2)::float8 from subscriptions s
          where s.open_channel_id = o.open_channel_id and s.user_id = o.user_id) as left
      from orders o where o.reference = ${reference}`,
  );
  return row!;
}

/** A second deposit at the price of its parent, whatever arrived. */
const childOf = (parent: number) => ({
  parent_payment_id: parent,
  pay_currency: 'trx',
  pay_amount: 4,
  actually_paid: 4,
});

let nextUpdate = 1;
const decide = (paymentId: number, decision: Decision, { days = 0, userId = OWNER_ID } = {}) => {
  const updateId = nextUpdate++;
  return decideOddPayment(
    {
      database: test.database,
      delivery: deliveryOf('telegram', String(updateId)),
      updateId,
      botId: 1,
      ...ASKING_NOBODY,
    },
    {
      type: 'decide_case',
      user: { id: userId },
      paymentId,
      decision,
      ...(decision === 'credit' && { days }),
      ...(decision === 'refund' && { isConfirmed: true }),
      button: { queryId: 'q', chatId: userId, messageId: 1 },
    },
  );
};

let lastBuyer = 100_000;
/** A new buyer, so that no test depends on another's access. */
async function buying(tier: Parameters<typeof addTierOrder>[1] = {}) {
  const userId = ++lastBuyer;
  const reference = await addTierOrder(test.database, { ...tier, userId });
  return { userId, reference, pay: (change: object = {}) => settle(reference, change, userId) };
}

/** An order that is paid by a payment which grows twice afterwards. */
async function paidAndGrown() {
  const { reference, pay } = await buying();
  const { payment_id } = await pay();
  for (let times = 0; times < 3; times += 1) await pay({ payment_id, actually_paid: 30 + times });
  return reference;
}

it('rule 10: grants the days once', async () => {
  expect(await readOrder(await paidAndGrown())).toMatchObject({
    state: 'settled',
    received: 3000,
    days: [30],
    left: 30,
  });
});

it('rule 10: tells both of each new amount beyond the price', async () => {
  const reference = await paidAndGrown();
  const promised = (await promisedFor(test.database, reference)).map((what) => what.split(':')[0]);
  const over = ['payment_news', 'odd_payment'];
  expect(promised).toEqual(['edit order_paid', 'subscription_sold', 'grant_access', ...over, ...over]);
});

it('adds a renewal of another tier to the remaining days', async () => {
  const { userId, reference, pay } = await buying();
  await pay();
  await test.advance('10 days');
  const renewal = await addTierOrder(test.database, { userId, name: 'Quarter', days: 90, amountCents: 7500 });
  await settle(renewal, { price_amount: 75, pay_amount: 75, actually_paid: 75 }, userId);
  expect(await readOrder(renewal)).toMatchObject({ state: 'settled', days: [90], left: 110 });
  expect((await readOrder(reference)).state).toBe('settled');
});

it('settles two concurrent orders of one buyer without losing a day', async () => {
  const { userId, reference } = await buying();
  const second = await addTierOrder(test.database, { userId, name: 'Quarter', days: 90, amountCents: 7500 });
  await Promise.all([
    settle(reference, {}, userId),
    settle(second, { price_amount: 75, pay_amount: 75, actually_paid: 75 }, userId),
  ]);
  expect((await readOrder(second)).left).toBe(120);
});

it('settles when the rest of a part payment arrives', async () => {
  const { reference, pay } = await buying();
  const part = await pay({ payment_status: 'partially_paid', actually_paid: 20 });
  expect(await readOrder(reference)).toMatchObject({ state: 'open', received: 2000, days: [] });
  expect(await promisedFor(test.database, reference)).toEqual([
    `odd_payment:ref:${part.payment_id}:owner:partial`,
    `create_invoice:ref:rest:1000:${part.payment_id}`,
  ]);
  await test.database.query(
    (sql) => sql`
      insert into invoices (invoice_id, order_reference, price_cents, invoice_url, is_rest)
      values (${`rest-${reference}`}, ${reference}, 1000, 'https://nowpayments.io/payment/?iid=2', true)`,
  );
  const rest = await pay({ price_amount: 10, pay_amount: 10, actually_paid: 12 });
  expect(await readOrder(reference)).toMatchObject({
    state: 'settled',
    received: 3000,
    payments: { [part.payment_id]: 'settled:partial', [rest.payment_id]: 'settled:over' },
    days: [30],
  });
  const [grant] = await test.database.query(
    (sql) => sql`
      select payload -> 'news' as news from outbox where kind = 'grant_access' and order_reference = ${reference}`,
  );
  // Both sides want to know about the excess.
  expect(grant).toMatchObject({ news: { exception: 'over', received: { amountCrypto: '12' } } });
  // The owner has nothing left to decide.
  const button = await decide(part.payment_id, 'refund');
  expect(button.prompt[0]).toMatchObject({ type: 'answer_query', isAlert: true });
  expect((await readOrder(reference)).state).toBe('settled');
});

it('settles a payment that is short by no more than the tolerance', async () => {
  for (const [paid, state] of [
    [29.7, 'settled'],
    [29.69, 'open'],
  ] as const) {
    const { reference, pay } = await buying();
    await pay({ payment_status: 'partially_paid', actually_paid: paid });
    expect((await readOrder(reference)).state).toBe(state);
  }
});

it('grants nothing for a payment of another price', async () => {
  const { reference, pay } = await buying();
  const { payment_id } = await pay({ price_amount: 3 });
  expect(await readOrder(reference)).toMatchObject({
    state: 'open',
    payments: { [payment_id]: 'parked:amount_mismatch' },
    days: [],
  });
});

it.each([
  ['the same', 3000, 'settled', 'settled:late'],
  ['a higher', 3500, 'open', 'parked:late'],
])('settles or parks a late payment at %s price of today', async (_, priceCents, state, stands) => {
  const { reference, pay } = await buying();
  const { payment_id } = await pay({ payment_status: 'expired', actually_paid: 0 });
  await addSellingChannel(test.database, {
    tiers: [{ name: 'Month', priceCents: priceCents as never, days: 30 }],
  });
  await pay({ payment_id });
  await addSellingChannel(test.database);
  expect(await readOrder(reference)).toMatchObject({ state, payments: { [payment_id]: stands } });
});

it('rule 1: grants nothing for a repeated deposit until the owner credits it', async () => {
  const { reference, pay } = await buying();
  const { payment_id: parent } = await pay();
  const child = await pay({ ...childOf(parent), actually_paid_at_fiat: 15 });
  expect((await readOrder(reference)).days).toEqual([30]);
  await decide(child.payment_id, 'credit', { days: 15, userId: 999 });
  expect((await readOrder(reference)).days).toEqual([30]);
  // A button drawn before the order was paid offered something else.
  await decide(child.payment_id, 'credit', { days: 0 });
  expect((await readOrder(reference)).days).toEqual([30]);
  const credit = () => decide(child.payment_id, 'credit', { days: 15 });
  await Promise.all([credit(), credit()]);
  await decide(child.payment_id, 'refund');
  expect(await readOrder(reference)).toMatchObject({
    payments: { [child.payment_id]: 'credited:wrong_asset' },
    days: [30, 15],
    left: 45,
  });
  const audit = await test.database.query(
    (sql) => sql`select act, actor_user_id::int as actor from audit_log where order_reference = ${reference}`,
  );
  expect([...audit]).toEqual([{ act: 'case_credit', actor: OWNER_ID }]);
});

it('rule 1: counts a wrong coin at what came when the owner credits it', async () => {
  const { reference, pay } = await buying();
  const { payment_id: parent } = await pay({ payment_status: 'waiting', actually_paid: 0 });
  const child = await pay({
    parent_payment_id: parent,
    price_amount: 30,
    pay_currency: 'eth',
    pay_amount: 0.01,
    actually_paid: 0.01,
    actually_paid_at_fiat: 20.5,
  });
  expect(await readOrder(reference)).toMatchObject({ state: 'open', days: [] });
  await decide(child.payment_id, 'credit');
  expect(await readOrder(reference)).toMatchObject({ state: 'open', received: 2050 });
  await pay({ payment_id: parent, payment_status: 'partially_paid', actually_paid: 9.5 });
  expect(await readOrder(reference)).toMatchObject({ state: 'settled', days: [30], left: 30 });
});

it('settles a short payment when the owner accepts it', async () => {
  const { reference, pay } = await buying();
  const { payment_id } = await pay({ payment_status: 'partially_paid', actually_paid: 12 });
  await decide(payment_id, 'accept');
  expect(await readOrder(reference)).toMatchObject({ state: 'settled', days: [30] });
});

it('does not count a payment that the owner refunded', async () => {
  const { reference, pay } = await buying();
  const { payment_id } = await pay({ payment_status: 'partially_paid', actually_paid: 12 });
  await decide(payment_id, 'refund');
  expect(await readOrder(reference)).toMatchObject({
    state: 'open',
    received: 0,
    payments: { [payment_id]: 'refunded:partial' },
  });
});

it('revokes the days of a refunded order only', async () => {
  const { userId, reference, pay } = await buying();
  const { payment_id } = await pay();
  const renewal = await addTierOrder(test.database, { userId });
  await settle(renewal, {}, userId);
  expect((await readOrder(renewal)).left).toBe(60);
  await pay({ payment_id, payment_status: 'refunded' });
  expect(await readOrder(reference)).toMatchObject({ state: 'refunded', days: [], left: 30 });
  await pay({ payment_id });
  expect(await readOrder(reference)).toMatchObject({ state: 'refunded', days: [], left: 30 });
});

it('ends access at once when every payment for it was refunded', async () => {
  const { userId, reference, pay } = await buying();
  const { payment_id } = await pay();
  await pay({ payment_id, payment_status: 'refunded' });
  expect(await readOrder(reference)).toMatchObject({ state: 'refunded', days: [], left: null });
  const [removal] = await test.database.query(
    (sql) => sql`
      select due_at <= app_now() as due from outbox
      where kind = 'remove_member' and payload ->> 'userId' = ${String(userId)} and payload -> 'paidUntil' = 'null'`,
  );
  expect(removal).toEqual({ due: true });
});

/** The promises of an order that were not there before. */
const newPromises = async (reference: OrderReference, before: readonly string[] = []) =>
  (await promisedFor(test.database, reference)).filter((what) => !before.includes(what));

it('keeps an order settled when the owner lowers the tolerance', async () => {
  const { reference, pay } = await buying();
  const { payment_id } = await pay({ payment_status: 'partially_paid', actually_paid: 29.8 });
  await addSellingChannel(test.database, { tolerancePercent: 0 });
  await pay({ payment_id, payment_status: 'waiting', actually_paid: 0 });
  await addSellingChannel(test.database);
  expect(await readOrder(reference)).toMatchObject({ state: 'settled', days: [30] });
});

it('counts a late part after its rest was invoiced, whatever the price is now', async () => {
  const { reference, pay } = await buying();
  const { payment_id } = await pay({ payment_status: 'expired', actually_paid: 0 });
  await pay({ payment_id, payment_status: 'partially_paid', actually_paid: 20 });
  await test.database.query(
    (sql) => sql`
      insert into invoices (invoice_id, order_reference, price_cents, invoice_url, is_rest)
      values (${`rest-${reference}`}, ${reference}, 1000, 'https://nowpayments.io/payment/?iid=2', true)`,
  );
  await addSellingChannel(test.database, {
    tiers: [{ name: 'Month', priceCents: 3500 as never, days: 30 }],
  });
  await pay({ price_amount: 10, pay_amount: 10, actually_paid: 10 });
  await addSellingChannel(test.database);
  expect(await readOrder(reference)).toMatchObject({ state: 'settled', received: 3000 });
});

it('settles a full payment that came after a part was refunded', async () => {
  const { reference, pay } = await buying();
  const { payment_id } = await pay({ payment_status: 'partially_paid', actually_paid: 12 });
  await decide(payment_id, 'refund');
  const before = await promisedFor(test.database, reference);
  await pay({ payment_id });
  expect((await readOrder(reference)).state).toBe('settled');
  expect((await newPromises(reference, before)).map((what) => what.split(':')[0])).toEqual([
    'edit order_paid',
    'subscription_sold',
    'grant_access',
  ]);
});

it('adds days when a credited payment grows', async () => {
  const { reference, pay } = await buying();
  const { payment_id: parent } = await pay();
  const child = { ...childOf(parent), actually_paid_at_fiat: 30 };
  const { payment_id } = await pay({
    ...child,
    payment_status: 'partially_paid',
    actually_paid_at_fiat: 5,
  });
  await decide(payment_id, 'credit', { days: 5 });
  expect(await readOrder(reference)).toMatchObject({ days: [30, 5] });
  await pay({ ...child, payment_id });
  expect(await readOrder(reference)).toMatchObject({ days: [30, 30], left: 60 });
});

it('asks for the rest again when another part replaces a refunded one', async () => {
  const { reference, pay } = await buying();
  const { payment_id } = await pay({ payment_status: 'partially_paid', actually_paid: 20 });
  await pay({ payment_id, payment_status: 'refunded' });
  const before = await promisedFor(test.database, reference);
  const again = await pay({ payment_status: 'partially_paid', actually_paid: 20 });
  expect((await readOrder(reference)).state).toBe('open');
  expect(await newPromises(reference, before)).toContain(`create_invoice:ref:rest:1000:${again.payment_id}`);
});

it('accepts all parts of an order when the owner accepts one', async () => {
  const { reference, pay } = await buying();
  const first = await pay({ payment_status: 'partially_paid', actually_paid: 15 });
  const second = await pay({ payment_status: 'partially_paid', actually_paid: 14 });
  await decide(first.payment_id, 'accept');
  expect(await readOrder(reference)).toMatchObject({
    state: 'settled',
    days: [30],
    payments: { [first.payment_id]: 'settled:partial', [second.payment_id]: 'settled:partial' },
  });
});

it('reports the excess of all parts together', async () => {
  const { reference, pay } = await buying();
  const { payment_id } = await pay({ payment_status: 'partially_paid', actually_paid: 20 });
  await test.database.query(
    (sql) => sql`
      insert into invoices (invoice_id, order_reference, price_cents, invoice_url, is_rest)
      values (${`rest-${reference}`}, ${reference}, 1000, 'https://nowpayments.io/payment/?iid=2', true)`,
  );
  await pay({ payment_id, payment_status: 'partially_paid', actually_paid: 25 });
  await pay({ price_amount: 10, pay_amount: 10, actually_paid: 10 });
  const [grant] = await test.database.query(
    (sql) => sql`
      select payload -> 'news' as news from outbox where kind = 'grant_access' and order_reference = ${reference}`,
  );
  expect(grant).toMatchObject({ news: { exception: 'over', received: { excessCents: 500 } } });
});

it('tells the owner about a refund of a payment they had accepted', async () => {
  const { reference, pay } = await buying();
  const { payment_id } = await pay({ payment_status: 'partially_paid', actually_paid: 12 });
  await decide(payment_id, 'accept');
  const before = await promisedFor(test.database, reference);
  await pay({ payment_id, payment_status: 'refunded' });
  expect(await readOrder(reference)).toMatchObject({ state: 'refunded', days: [] });
  expect(await newPromises(reference, before)).toContain(`odd_payment:ref:${payment_id}:owner:refunded`);
});

it('reports a second deposit once if its IPN comes before the first', async () => {
  const { reference, pay } = await buying();
  const parent = newPayment();
  await pay({ parent_payment_id: parent, pay_currency: 'eth' });
  await pay({ payment_id: parent, payment_status: 'confirming' });
  const notices = (await promisedFor(test.database, reference)).filter((what) =>
    what.startsWith('odd_payment'),
  );
  expect(notices).toHaveLength(1);
});

it('loses no money to a cancellation at the same moment', async () => {
  const { userId, reference, pay } = await buying();
  const delivery = deliveryOf('telegram', `cancel-${reference}`);
  await Promise.all([
    pay({ payment_status: 'partially_paid', actually_paid: 20 }),
    cancelOrder(test.database, delivery, { reference: reference, userId }),
    cancelOrder(test.database, delivery, { reference: reference, userId }),
  ]);
  const { state, received } = await readOrder(reference);
  expect([state, received]).toEqual([state === 'cancelled' ? 'cancelled' : 'open', 2000]);
  await pay();
  expect(await readOrder(reference)).toMatchObject({ state: 'settled', days: [30] });
});

it('cancels one order for each press of the predecessor’s cancel button', async () => {
  const { userId, reference } = await buying();
  await test.advance('1 minute');
  const newer = await addTierOrder(test.database, { userId, name: 'Quarter', days: 90, amountCents: 7500 });
  const delivery = deliveryOf('telegram', `bare-${reference}`);
  for (let times = 0; times < 3; times += 1)
    expect(await cancelOrder(test.database, delivery, { reference: null, userId })).toMatchObject({
      reference: newer,
      state: 'cancelled',
    });
  expect((await readOrder(reference)).state).toBe('open');
});

it('opens an order for an update that failed before', async () => {
  const userId = ++lastBuyer;
  const delivery = { ...deliveryOf('telegram', `failed-${userId}`), payload: {} };
  await parkIfPoison(test.database, delivery, new Error('a fault'));
  const by = { delivery, person: { userId, username: null, firstName: null } };
  const opened = await openOrderFor(test.database, {
    userId,
    openChannelId: CHANNEL_ID as OpenChannelId,
    choose: ({ tiers }) => tiers[0],
    occasion: { type: 'purchase' },
    asking: delivery.deliveryId,
    by,
  });
  const orders = await test.database.query((sql) => sql`select state from orders where user_id = ${userId}`);
  expect([opened, [...orders]]).toEqual(['promised', [{ state: 'open' }]]);
});
