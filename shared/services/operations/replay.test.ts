import { nowMs } from '../../../tests/support/clock';
import { BUYER_ID } from '../../../tests/support/order';
import { addSellingChannel, addTierOrder, paymentOf, settleIpn } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import { addStarOrder, payInStars, PRICE } from '../../../tests/worlds/star-payments';
import { keepUnreadable } from '../../database/common/park-delivery';
import { claimDue } from '../../database/common/claim-outbox';
import { markFailed, markDelivered } from '../../database/common/conclude-outbox';
import { tellStory } from '../../database/payments/stories';
import type { OrderReference } from '../../domain/common/ids';
import { DAY_MS } from '../../domain/common/time';
import { silentLogger } from '../../logger';
import { deliveryOf } from '../common/delivery-of';
import { takeRefund } from '../stars/take-refund';
import { replayOrder, replayOutbox, replayPayment } from './replay';

const test = useTestDatabase({ per: 'test' });
beforeEach(async () => {
  await addSellingChannel(test.database);
});

const ipn = (reference: string, change: object = {}) =>
  paymentOf(reference, { payment_id: 5_000_000_001, ...change });

const settle = (body: Record<string, unknown>) => settleIpn(test.database, body);

/** Everything that a replay could wrongly repeat. */
async function state(reference: OrderReference) {
  const [row] = await test.database.query(
    (sql) => sql`
      select o.state, (select count(*)::int from outbox) as promises, (select count(*)::int from extensions) as extensions,
        (select paid_until from subscriptions) as until
      from orders o where reference = ${reference}`,
  );
  return row;
}

it('changes nothing if all is well, however often it runs', async () => {
  const reference = await addTierOrder(test.database);
  await settle(ipn(reference));
  const before = await state(reference);
  for (let times = 0; times < 3; times += 1) {
    expect(await replayOrder(test.database, reference)).toEqual({
      reference,
      before: 'settled',
      state: 'settled',
      dueAgain: 0,
    });
    await replayPayment({ database: test.database, log: silentLogger }, 5_000_000_001);
    expect(await state(reference)).toEqual(before);
  }
});

it('settles a part payment if the tolerance was raised since', async () => {
  const reference = await addTierOrder(test.database);
  await settle(ipn(reference, { payment_status: 'partially_paid', actually_paid: 28.5 }));
  expect(await replayOrder(test.database, reference)).toMatchObject({ before: 'open', state: 'open' });
  await addSellingChannel(test.database, { tolerancePercent: 5 });
  expect(await replayOrder(test.database, reference)).toMatchObject({ before: 'open', state: 'settled' });
  expect(await state(reference)).toMatchObject({ state: 'settled', extensions: 1 });
});

it('settles an IPN that was unreadable when it came', async () => {
  const reference = await addTierOrder(test.database);
  await keepUnreadable(test.database, deliveryOf('nowpayments', 'some-hash', ipn(reference)));
  expect(await replayPayment({ database: test.database, log: silentLogger }, 5_000_000_001)).toMatchObject({
    taken: 1,
    stored: 1,
    order: { state: 'settled' },
  });
});

const deps = () => ({ database: test.database, log: silentLogger });

it('changes nothing about a payment in Stars or its refund if all is well', async () => {
  const order = await addStarOrder(test.database, { renews: true });
  const { chargeId, paymentId } = await payInStars(test.database, order, {
    isRecurring: true,
    isFirstRecurring: true,
  });
  const paid = await state(order.reference);
  expect(await replayPayment(deps(), paymentId)).toMatchObject({
    taken: 1,
    stored: 1,
    order: { state: 'settled' },
  });
  expect(await state(order.reference)).toEqual(paid);
  await takeRefund(deps(), { chargeId, userId: order.userId, stars: PRICE.stars, payload: order.payload });
  const refunded = await state(order.reference);
  expect(await replayPayment(deps(), paymentId)).toMatchObject({
    taken: 2,
    stored: 2,
    order: { before: 'refunded', state: 'refunded' },
  });
  expect(await state(order.reference)).toEqual(refunded);
});

it('settles a payment in Stars whose invoice was not known when it came', async () => {
  const payload = 's1_the_invoice_of_a_lost_row';
  const { paymentId } = await payInStars(test.database, { payload, userId: BUYER_ID });
  expect(await replayPayment(deps(), paymentId)).toMatchObject({ taken: 1, stored: 1, order: undefined });
  const { reference } = await addStarOrder(test.database);
  await test.database.query((sql) => sql`update star_invoices set payload = ${payload}`);
  expect(await replayPayment(deps(), paymentId)).toMatchObject({
    taken: 1,
    order: { reference, state: 'settled' },
  });
});

it('takes in a renewal again with the period that it paid for', async () => {
  const order = await addStarOrder(test.database, { renews: true });
  await payInStars(test.database, order, { isRecurring: true, isFirstRecurring: true });
  await test.advance('45 days');
  const { paymentId } = await payInStars(test.database, order, {
    isRecurring: true,
    isFirstRecurring: false,
    subscriptionUntil: nowMs() + 60 * DAY_MS,
  });
  const before = await state(order.reference);
  expect(await replayPayment(deps(), paymentId)).toMatchObject({ taken: 1 });
  expect(await state(order.reference)).toEqual(before);
});

it('makes only failed promises due again', async () => {
  const reference = await addTierOrder(test.database);
  await settle(ipn(reference));
  const entries = await claimDue(test.database, 10);
  const [given, done] = entries;
  await markFailed(test.database, given!, 'the owner blocked the bot');
  await markDelivered(test.database, done!);
  expect(await replayOutbox(test.database, given!.outboxId)).toMatchObject({
    state: 'due',
    lastError: 'the owner blocked the bot',
  });
  expect(await replayOutbox(test.database, done!.outboxId)).toMatchObject({ state: 'delivered' });
  expect(await replayOutbox(test.database, 999_999)).toBeUndefined();
  expect((await claimDue(test.database, 10)).map(({ outboxId }) => outboxId)).toEqual([given!.outboxId]);
  await markFailed(test.database, { outboxId: given!.outboxId, attempts: 2 }, 'again');
  expect(await replayOrder(test.database, reference)).toMatchObject({ dueAgain: 1 });
});

it('lists the story of an order, oldest first', async () => {
  const reference = await addTierOrder(test.database);
  await settle(ipn(reference, { payment_status: 'waiting', actually_paid: 0 }));
  await test.advance('1 minute');
  await settle(ipn(reference));
  const story = await tellStory(test.database, reference);
  expect(story.map(({ what }) => what)).toEqual(['created', 'invoiced', 'payment', 'payment', 'extended']);
  expect(story.at(-2)?.details).toEqual({
    outcome: 'settled',
    paymentId: 5_000_000_001,
    status: 'finished',
    paid: '30',
    currency: 'usdttrc20',
  });
});
