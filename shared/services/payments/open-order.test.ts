import { BUYER_ID, CHANNEL_ID, promisedFor } from '../../../tests/support/order';
import { addSellingChannel } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import type { Offer } from '../../database/payments/offers';
import type { Cents, OpenChannelId, OrderReference } from '../../domain/common/ids';
import { deliveryOf } from '../common/delivery-of';
import { openOrderFor } from './open-order';

const test = useTestDatabase({ per: 'test' });
beforeEach(async () => {
  await addSellingChannel(test.database);
});

let nextUpdate = 1;
const press = (
  position: number,
  { userId = BUYER_ID, updateId = nextUpdate++, isFromScratch = false } = {},
) =>
  openOrderFor(test.database, {
    userId,
    openChannelId: CHANNEL_ID as OpenChannelId,
    choose: ({ tiers }: Offer) => tiers.find((tier) => tier.position === position),
    occasion: { type: 'purchase' },
    asking: String(updateId),
    isFromScratch,
    by: {
      delivery: deliveryOf('telegram', String(updateId)),
      person: { userId, username: null, firstName: null },
    },
  });

const orders = () =>
  test.database.query(
    (sql) => sql<{ reference: OrderReference; state: string; cents: Cents; days: number }[]>`
      select reference, state, amount_cents as cents, tier_days as days from orders order by created_at, reference`,
  );

it('opens one order for a tier, however often it is pressed', async () => {
  await Promise.all([press(1), press(1), press(1)]);
  await press(1);
  const [order, ...more] = await orders();
  expect([order, more]).toMatchObject([{ state: 'open', cents: 3000, days: 30 }, []]);
  // Each press sends the invoice to the end of the chat again.
  expect(await promisedFor(test.database, order!.reference)).toHaveLength(4);
});

it('promises one invoice for a repeated update', async () => {
  const updateId = nextUpdate++;
  await Promise.all([press(2, { updateId }), press(2, { updateId })]);
  await press(2, { updateId });
  const [order] = await orders();
  expect(await promisedFor(test.database, order!.reference)).toHaveLength(1);
});

it('opens another order when the price of the tier has changed', async () => {
  await press(1);
  await addSellingChannel(test.database, {
    tiers: [{ name: 'Month', priceCents: 3500 as Cents, days: 30 }],
  });
  await press(1);
  expect((await orders()).map(({ cents }) => cents)).toEqual([3000, 3500]);
});

it('sells neither missing tiers nor channels without a private channel', async () => {
  expect(await press(3)).toBe('not_offered');
  await addSellingChannel(test.database, { closedChannelId: null });
  expect(await press(1)).toBe('not_offered');
  expect(await orders()).toHaveLength(0);
});

it('does not ask a buyer to pay while their payment is being confirmed', async () => {
  await press(1);
  const [order] = await orders();
  await test.database.query(
    (sql) => sql`
      insert into payments (payment_id, order_reference, payment_status, seen, standing)
      values (5, ${order!.reference}, 'confirming', '["confirming"]', 'pending')`,
  );
  expect(await press(1)).toBe('pending');
});

it('asks for nothing after a part payment until its buyer has seen it', async () => {
  await press(1);
  const [order] = await orders();
  await test.database.query(
    (sql) => sql`update orders set received_cents = 2000 where reference = ${order!.reference}`,
  );
  const before = await promisedFor(test.database, order!.reference);
  expect(await press(1)).toMatchObject({
    tier: { position: 1 },
    offer: { orders: [{ receivedCents: 2000 }] },
  });
  expect(await promisedFor(test.database, order!.reference)).toEqual(before);
});

it('keeps at most fifteen unpaid orders of a buyer besides those with money', async () => {
  const tiers = Array.from({ length: 10 }, (_, n) => ({
    name: `Tier ${n}`,
    priceCents: (3000 + n) as Cents,
    days: 30,
  }));
  await addSellingChannel(test.database, { tiers });
  for (let position = 1; position <= 10; position += 1) await press(position);
  const [first] = await orders();
  await test.database.query(
    (sql) => sql`
      insert into payments (payment_id, order_reference, payment_status, seen, standing)
      values (5, ${first!.reference}, 'partially_paid', '["partially_paid"]', 'parked')`,
  );
  await addSellingChannel(test.database, { tiers: tiers.map((tier) => ({ ...tier, days: 31 })) });
  for (let position = 1; position <= 10; position += 1) await press(position, { isFromScratch: true });
  const open = (await orders()).filter(({ state }) => state === 'open');
  expect(open).toHaveLength(16);
  expect(open[0]!.reference).toBe(first!.reference);
});
