import { addOrder, BUYER_ID, CHANNEL_ID, DONOR_ID, promisedFor, stateOf } from '../../../tests/support/order';
import { addStarInvoice, chargeFor, renewalFor } from '../../../tests/support/stars';
import { addSellingChannel, addTierOrder } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import { findKeypad } from '../../database/donations/keypads';
import { saveKeypad } from '../../database/donations/save-keypad';
import { cancelOrder, findOrderStatus } from '../../database/payments/buyer-orders';
import { refuseOrder } from '../../database/payments/orders';
import { recordCharge } from '../../database/stars/charges';
import type { Cents, OpenChannelId, OrderReference } from '../../domain/common/ids';
import type { StarCharge } from '../../domain/stars/charge';
import { silentLogger } from '../../logger';
import { deliveryOf } from '../common/delivery-of';
import { newReference } from '../common/new-reference';
import { openOrderFor, type OrderRequest } from '../payments/open-order';
import { takeCharge } from './take-charge';

const test = useTestDatabase({ per: 'test' });
beforeEach(async () => {
  await addSellingChannel(test.database);
});

const take = (charge: StarCharge) => takeCharge({ database: test.database, log: silentLogger }, charge);
/** As a process leaves a payment that dies between the statement that records it and the one that judges it. */
const recordOnly = (charge: StarCharge) =>
  recordCharge(test.database, charge, { isRecovered: false, newReference: newReference() });

/** An order with a payment that is recorded and not judged. */
async function held() {
  const reference = await addTierOrder(test.database);
  const charge = chargeFor(await addStarInvoice(test.database, reference));
  await recordOnly(charge);
  return { reference, charge };
}

let updates = 0;
const delivery = () => deliveryOf('telegram', `unjudged:${(updates += 1)}`);
const cancel = (reference: OrderReference | null) =>
  cancelOrder(test.database, delivery(), { reference, userId: BUYER_ID });
const buy = (more: Partial<OrderRequest> = {}) =>
  openOrderFor(test.database, {
    userId: BUYER_ID,
    openChannelId: CHANNEL_ID as OpenChannelId,
    choose: ({ tiers }) => tiers.find(({ position }) => position === 1),
    occasion: { type: 'purchase' },
    asking: String((updates += 1)),
    by: { delivery: delivery(), person: { userId: BUYER_ID, username: null, firstName: null } },
    ...more,
  });

/** Another tier, although money is in an order. */
const QUARTER = {
  choose: ({ tiers }) => tiers.find(({ position }) => position === 2),
  isFromScratch: true,
} satisfies Partial<OrderRequest>;

it('keeps its order from being cancelled by its buyer', async () => {
  const { reference, charge } = await held();
  expect(await cancel(reference)).toMatchObject({ state: 'open' });
  expect(await cancel(null)).toBeUndefined();
  expect(await take(charge)).toMatchObject({ outcome: 'settled' });
});

it('is shown as a payment that is on its way, beside which nothing is paid or opened', async () => {
  const { reference } = await held();
  const order = await findOrderStatus(test.database, { reference, userId: BUYER_ID });
  expect(order).toMatchObject({ isPending: true, isCancellable: false });
  expect(await buy()).toBe('pending');
  expect(await buy({ isFromScratch: true })).toBe('pending');
});

it('keeps its order from making room for newer ones', async () => {
  const { reference } = await held();
  await test.advance('1 minute');
  for (let days = 31; days < 31 + 15; days += 1) await addTierOrder(test.database, { days });
  // Beyond the limit on orders of an hour.
  await test.advance('2 hours');
  expect(await buy(QUARTER)).toBe('promised');
  expect(await stateOf(test.database, reference)).toBe('open');
});

it('keeps its order from being set aside for another one', async () => {
  const { reference } = await held();
  await test.database.query(
    (sql) => sql`update orders set received_cents = 1000 where reference = ${reference}`,
  );
  expect(await buy(QUARTER)).toBe('promised');
  expect(await stateOf(test.database, reference)).toBe('open');
});

it('keeps its order from being given up because no coin can pay it', async () => {
  const { reference } = await held();
  await refuseOrder(test.database, { reference, amountCents: 3000 as Cents }, []);
  expect(await stateOf(test.database, reference)).toBe('open');
});

it('keeps a cancelled order from being opened again beside it', async () => {
  const { reference, charge } = await held();
  await test.database.query(
    (sql) => sql`update orders set state = 'cancelled' where reference = ${reference}`,
  );
  expect(await buy({ isFromScratch: true })).toBe('promised');
  expect(await stateOf(test.database, reference)).toBe('cancelled');
  await take(charge);
});

it('keeps its donation from being changed by a late tap, also by one that was decided before it came', async () => {
  const reference = await addOrder(test.database, 2500);
  const payload = await addStarInvoice(test.database, reference);
  const [row] = await test.database.query(
    (sql) => sql<{ id: string }[]>`
      insert into keypads (keypad_id, user_id, chat_id, message_id, open_channel_id, order_reference)
      values (gen_random_uuid(), ${DONOR_ID}, ${DONOR_ID}, 5, ${CHANNEL_ID}, ${reference}) returning keypad_id as id`,
  );
  const before = await findKeypad(test.database, String(row?.id));
  if (before?.order == null) throw new Error('there is no keypad with an order');
  expect(before.order.hasPayment).toBe(false);
  await recordOnly(chargeFor(payload, { userId: DONOR_ID }));
  expect((await findKeypad(test.database, before.keypadId))?.order?.hasPayment).toBe(true);
  const { version, amountCents } = before.order;
  const saved = await saveKeypad(test.database, delivery(), {
    keypad: before,
    ...{ taps: before.taps, messageId: 5, isClosed: true, leastCents: 0, promised: [] },
    order: { reference, state: 'cancelled', amountCents, version },
  });
  expect(saved).toBe('changed');
  expect(await stateOf(test.database, reference)).toBe('open');
});

it('holds up a renewal that needs an order for the same, until it is judged', async () => {
  const first = await addTierOrder(test.database);
  const payload = await addStarInvoice(test.database, first, { renews: true });
  await take(renewalFor(payload, 0));
  const { reference, charge } = await held();
  const renewal = renewalFor(payload, 1);
  await expect(take(renewal)).rejects.toMatchObject({ code: 'unavailable' });
  expect(await stateOf(test.database, reference)).toBe('open');
  expect(await take(charge)).toMatchObject({ outcome: 'settled' });
  expect(await take(renewal)).toMatchObject({ outcome: 'settled' });
  expect((await promisedFor(test.database, reference)).join()).not.toContain('order_cancelled');
});

it('keeps its order open if it comes at the same moment as what would close it', async () => {
  for (let round = 0; round < 8; round += 1) {
    const reference = await addTierOrder(test.database, { days: 31 + round });
    const charge = chargeFor(await addStarInvoice(test.database, reference));
    await Promise.all([recordOnly(charge), cancel(reference)]);
    const state = await stateOf(test.database, reference);
    // Whichever was first: a payment of an order that was cancelled before is a case.
    const { outcome } = await take(charge);
    expect(outcome).toBe(state === 'open' ? 'settled' : 'parked:closed');
  }
});
