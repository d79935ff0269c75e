import { BUYER_ID } from '../../../tests/support/order';
import { charge } from '../../../tests/support/payment-case';
import { addSellingChannel, addTierOrder, paymentOf, settleIpn } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import { cancelOrder, findOrderStatus } from '../../database/payments/buyer-orders';
import type { OrderReference } from '../../domain/common/ids';
import type { PaymentReport } from '../../domain/payments/payment-report';
import { silentLogger } from '../../logger';
import { deliveryOf } from '../common/delivery-of';
import { readCurrentCase } from './read-current-case';
import { settlePayment } from './settle-payment';

const test = useTestDatabase();
beforeAll(() => addSellingChannel(test.database));

let buyer = BUYER_ID;
let lastCharge = charge().paymentId;
beforeEach(() => {
  buyer += 10;
});

/** An open order for $30 or 2,308 Stars. */
async function order(): Promise<OrderReference> {
  const reference = await addTierOrder(test.database, { userId: buyer });
  await test.database.query(
    (sql) => sql`update orders set price_stars = 2308 where reference = ${reference}`,
  );
  return reference;
}

/** Settles a payment of 2,308 Stars, as the intake does. */
function payStars(reference: OrderReference | undefined, change: Partial<PaymentReport> = {}) {
  const paymentId = change.paymentId ?? ++lastCharge;
  const paid = { priceAmount: '30', payAmount: '2308', actuallyPaid: '2308', payerUserId: buyer };
  const report: PaymentReport = {
    ...charge({ ...paid, paymentId }),
    invoiceId: null,
    orderId: null,
    rawStatus: 'finished',
    reference,
    ...change,
  };
  const { paymentStatus } = report;
  const payload = {
    payment_id: paymentId,
    payment_status: paymentStatus,
    actually_paid: '2308',
    pay_currency: 'xtr',
  };
  const delivery = deliveryOf('stars', `${paymentStatus}:${paymentId}`, payload);
  return settlePayment({ database: test.database, log: silentLogger }, delivery, report);
}

const payCoins = (reference: OrderReference) =>
  settleIpn(test.database, paymentOf(reference, { userId: buyer }));

async function read(reference: OrderReference) {
  const [row] = await test.database.query(
    (sql) => sql<{ payments: Record<string, string> }[]>`
      select o.state, o.income_cents as cents, o.income_stars as stars,
        (select coalesce(sum(days), 0)::int from extensions where order_reference = o.reference and revoked_at is null) as days,
        (select jsonb_object_agg(p.rail, p.standing || ':' || p.exception) from payments p where p.order_reference = o.reference)
          as payments
      from orders o where o.reference = ${reference}`,
  );
  return row;
}

it('settles an order by Stars, and stores them as Stars', async () => {
  const reference = await order();
  expect(await payStars(reference)).toMatchObject({ outcome: 'settled', isSettling: true, isPromised: true });
  expect(await read(reference)).toEqual({
    state: 'settled',
    cents: 0,
    stars: 2308,
    days: 30,
    payments: { stars: 'settled:none' },
  });
  expect(await findOrderStatus(test.database, { reference, userId: buyer })).toMatchObject({
    priceStars: 2308,
    paidIn: 'xtr',
  });
  const [payment] = await test.database.query(
    (sql) => sql`
      select rail, payer_user_id::float8 as payer, received_cents::int as cents, actually_paid::int as stars
      from payments where order_reference = ${reference}`,
  );
  expect(payment).toEqual({ rail: 'stars', payer: buyer, cents: 0, stars: 2308 });
});

it.each([
  [
    'coins',
    { cents: 3000, stars: null, payments: { nowpayments: 'settled:none', stars: 'parked:repeated' } },
  ],
  ['Stars', { cents: 0, stars: 2308, payments: { nowpayments: 'parked:repeated', stars: 'settled:none' } }],
])('settles an order once that both rails pay, %s first', async (first, expected) => {
  const reference = await order();
  const pay = [() => payCoins(reference), () => payStars(reference)];
  for (const each of first === 'coins' ? pay : pay.reverse()) await each();
  expect(await read(reference)).toEqual({ state: 'settled', days: 30, ...expected });
});

it('settles an order once that both rails pay at the same moment', async () => {
  for (let round = 0; round < 5; round += 1) {
    buyer += 10;
    const reference = await order();
    await Promise.all([
      payCoins(reference),
      payStars(reference),
      payStars(reference, { paymentId: lastCharge }),
    ]);
    const row = await read(reference);
    expect(row).toMatchObject({ state: 'settled', days: 30 });
    expect(Object.values(row?.payments ?? {}).sort()).toEqual(['parked:repeated', 'settled:none']);
  }
});

it('leaves to the owner what another user paid', async () => {
  const reference = await order();
  expect(await payStars(reference, { payerUserId: buyer + 1 })).toMatchObject({
    outcome: 'parked:other_payer',
  });
  expect(await read(reference)).toMatchObject({ state: 'open', stars: null, days: 0 });
  await payStars(reference);
  expect(await read(reference)).toMatchObject({ state: 'settled', stars: 2308, days: 30 });
});

it('leaves to the owner what came after the order was closed, until it is opened again', async () => {
  const reference = await order();
  await cancelOrder(test.database, deliveryOf('telegram', `cancel-${reference}`), {
    reference,
    userId: buyer,
  });
  expect(await payStars(reference)).toMatchObject({ outcome: 'parked:closed' });
  expect(await read(reference)).toMatchObject({ state: 'cancelled', stars: null, days: 0 });
  await test.database.query(
    (sql) => sql`update orders set state = 'open', version = version + 1 where reference = ${reference}`,
  );
  await readCurrentCase(test.database, reference);
  expect(await read(reference)).toMatchObject({ state: 'settled', stars: 2308, days: 30 });
});

it('keeps a payment in Stars for an unknown order, and settles it once the order is known', async () => {
  const paymentId = ++lastCharge;
  expect(await payStars(undefined, { paymentId })).toMatchObject({ outcome: 'orphan' });
  const reference = await order();
  expect(await payStars(reference, { paymentId })).toMatchObject({ outcome: 'settled' });
  expect(await read(reference)).toMatchObject({ state: 'settled', stars: 2308 });
  const [delivery] = await test.database.query(
    (sql) => sql`select outcome, order_reference as reference from inbox where source = 'stars'
      and payload ->> 'payment_id' = ${String(paymentId)}`,
  );
  expect(delivery).toEqual({ outcome: 'settled', reference });
});

it('takes back what Telegram sends back', async () => {
  const reference = await order();
  await payStars(reference);
  const refunded = { paymentId: lastCharge, paymentStatus: 'refunded', rawStatus: 'refunded' } as const;
  expect(await payStars(reference, refunded)).toMatchObject({ outcome: 'refunded' });
  expect(await read(reference)).toEqual({
    state: 'refunded',
    cents: 0,
    stars: 2308,
    days: 0,
    payments: { stars: 'refunded:none' },
  });
});
