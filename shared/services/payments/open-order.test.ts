import postgres from 'postgres';
import { eventually } from '../../../tests/journeys/support/eventually';
import { BUYER_ID, CHANNEL_ID, promisedFor } from '../../../tests/support/order';
import { addSellingChannel } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import { cancelOrder } from '../../database/payments/buyer-orders';
import type { Offer } from '../../domain/payments/invoices/offer';
import type { Cents, OpenChannelId, OrderReference } from '../../domain/common/ids';
import { deliveryOf } from '../common/delivery-of';
import { newReference } from '../common/new-reference';
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

/** Cancels an order, as its button does. */
const cancel = async (reference: OrderReference) => {
  const delivery = deliveryOf('telegram', String(nextUpdate++));
  const order = await cancelOrder(test.database, delivery, { reference, userId: BUYER_ID });
  expect(order?.state).toBe('cancelled');
};

/** Opens an order for a renewal reminder. */
const remind = (position: number) =>
  openOrderFor(test.database, {
    userId: BUYER_ID,
    openChannelId: CHANNEL_ID as OpenChannelId,
    choose: ({ tiers }: Offer) => tiers.find((tier) => tier.position === position),
    occasion: { type: 'reminder', daysLeft: 1, paidUntil: 1, graceHours: 0 },
    asking: `reminder:${nextUpdate++}`,
  });

/** A channel with ten tiers, each of another price. */
const tenTiers = (days: number) =>
  addSellingChannel(test.database, {
    tiers: Array.from({ length: 10 }, (_, n) => ({
      name: `Tier ${n}`,
      priceCents: (3000 + n) as Cents,
      days,
    })),
  });
const pressAll = async (options = {}) => {
  const results = [];
  for (let position = 1; position <= 10; position += 1) results.push(await press(position, options));
  return results;
};

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

it('names the part that is here while more of its order is being confirmed', async () => {
  await press(1);
  const [order] = await orders();
  await test.database.query(
    (sql) => sql`
      with part as (update orders set received_cents = 2000 where reference = ${order!.reference})
      insert into payments (payment_id, order_reference, payment_status, seen, standing)
      values (6, ${order!.reference}, 'confirming', '["confirming"]', 'pending')`,
  );
  expect(await press(1)).toMatchObject({ tier: null, offer: { orders: [{ receivedCents: 2000 }] } });
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
  await tenTiers(30);
  await pressAll();
  const [first] = await orders();
  await test.database.query(
    (sql) => sql`
      insert into payments (payment_id, order_reference, payment_status, seen, standing)
      values (5, ${first!.reference}, 'partially_paid', '["partially_paid"]', 'parked')`,
  );
  await tenTiers(31);
  await test.advance('1 hour');
  await pressAll({ isFromScratch: true });
  const open = (await orders()).filter(({ state }) => state === 'open');
  expect(open).toHaveLength(16);
  expect(open[0]!.reference).toBe(first!.reference);
  // The messages of the others lose Pay now.
  const told = await test.database.query(
    (sql) => sql<{ reference: string }[]>`
      select order_reference as reference from outbox
      where payload #>> '{message,type}' = 'order_cancelled'
        and payload -> 'living' = jsonb_build_object('topic', 'order:' || order_reference, 'as', 'edit_only')`,
  );
  const closed = (await orders()).filter(({ state }) => state === 'cancelled');
  expect(closed).not.toEqual([]);
  expect(told.map(({ reference }) => reference).sort()).toEqual(
    closed.map(({ reference }) => reference as string).sort(),
  );
});

describe('a cancelled order', () => {
  it('is opened again for the same tier, with its invoice', async () => {
    await press(1);
    const [order] = await orders();
    for (let times = 0; times < 5; times += 1) {
      await cancel(order!.reference);
      expect(await press(1)).toBe('promised');
    }
    expect(await orders()).toEqual([order]);
    const promised = (await promisedFor(test.database, order!.reference)).map((what) => what.split(':')[0]);
    const again = ['edit order_cancelled', 'create_invoice'];
    expect(promised).toEqual(['create_invoice', ...again, ...again, ...again, ...again, ...again]);
  });

  it('is opened again once by presses at the same moment', async () => {
    await press(1);
    const [order] = await orders();
    await cancel(order!.reference);
    expect(await Promise.all([press(1), press(1), press(1)])).toEqual(['promised', 'promised', 'promised']);
    expect(await orders()).toEqual([order]);
  });

  it.each([
    ['another tier is pressed', {}, 2],
    ['the price has changed', { tiers: [{ name: 'Month', priceCents: 3500 as Cents, days: 30 }] }, 1],
    ['the days have changed', { tiers: [{ name: 'Month', priceCents: 3000 as Cents, days: 31 }] }, 1],
  ])('stays cancelled if %s', async (_, channel, position) => {
    await press(1);
    const [order] = await orders();
    await cancel(order!.reference);
    await addSellingChannel(test.database, channel);
    await press(position);
    expect((await orders()).map(({ state }) => state)).toEqual(['cancelled', 'open']);
  });

  it('is opened again instead of an order that a part came for', async () => {
    await press(1);
    const [cancelled] = await orders();
    await cancel(cancelled!.reference);
    const part = newReference();
    await test.database.query(
      (sql) => sql`
        insert into orders (reference, kind, user_id, open_channel_id, tier_name, tier_days, amount_cents, received_cents)
        select ${part}, kind, user_id, open_channel_id, tier_name, tier_days, amount_cents, 1000 from orders`,
    );
    expect(await press(1)).toMatchObject({ offer: { orders: [{ reference: part }] } });
    expect(await press(1, { isFromScratch: true })).toBe('promised');
    const states = (await orders()).map(({ reference, state }) => [reference, state]);
    expect(Object.fromEntries(states)).toEqual({ [cancelled!.reference]: 'open', [part]: 'cancelled' });
  });

  it.each(['parked', 'refunded'])('stays cancelled if money arrived for it that is %s', async (standing) => {
    await press(1);
    const [order] = await orders();
    await cancel(order!.reference);
    await test.database.query(
      (sql) => sql`
        insert into payments (payment_id, order_reference, payment_status, actually_paid, seen, standing)
        values (5, ${order!.reference}, 'partially_paid', 1, '["partially_paid"]', ${standing})`,
    );
    await press(1, { isFromScratch: true });
    expect((await orders()).map(({ state }) => state)).toEqual(['cancelled', 'open']);
  });
});

describe('the limit on orders', () => {
  it('is ten in an hour, says when the next one works, and is right about it', async () => {
    await tenTiers(30);
    await press(1);
    await test.advance('10 minutes');
    expect((await pressAll()).every((result) => result === 'promised')).toBe(true);
    await tenTiers(31);
    const refused = await press(1);
    expect(refused).toEqual({ waitSeconds: expect.any(Number) as number });
    const { waitSeconds } = refused as { waitSeconds: number };
    expect(waitSeconds).toBeGreaterThan(49 * 60);
    expect(waitSeconds).toBeLessThanOrEqual(50 * 60);
    await test.advance(`${Math.floor(waitSeconds) - 5} seconds`);
    expect(await press(1)).toMatchObject({ waitSeconds: expect.any(Number) as number });
    await test.advance('6 seconds');
    expect(await press(1)).toBe('promised');
    // One place became free, not ten.
    expect(await press(2)).toMatchObject({ waitSeconds: expect.any(Number) as number });
    expect(await orders()).toHaveLength(11);
  });

  it('is thirty in a day', async () => {
    for (const days of [30, 31, 32]) {
      await tenTiers(days);
      expect(await pressAll()).toEqual(Array.from({ length: 10 }, () => 'promised'));
      await test.advance('61 minutes');
    }
    await tenTiers(33);
    const refused = (await press(1)) as { waitSeconds: number };
    expect(refused.waitSeconds).toBeGreaterThan(20 * 3600);
    await test.advance(`${Math.ceil(refused.waitSeconds)} seconds`);
    expect(await press(1)).toBe('promised');
  });

  it('holds for presses at the same moment', async () => {
    await tenTiers(30);
    await press(1);
    await tenTiers(31);
    const results = await Promise.all(Array.from({ length: 10 }, (_, n) => press(n + 1)));
    expect(results.filter((result) => result === 'promised')).toHaveLength(9);
    expect(await orders()).toHaveLength(10);
  });

  it('waits for an order of the same user that is being opened, then counts it', async () => {
    const other = postgres(test.url, { max: 1 });
    let pressed: Promise<unknown> | undefined;
    await other.begin(async (sql) => {
      await sql`select order_wait_seconds(${BUYER_ID}::bigint, 10, 30)`;
      await sql`
        insert into orders (reference, kind, user_id, open_channel_id, amount_cents)
        select lpad(n::text, 22, '0'), 'donation', ${BUYER_ID}, ${CHANNEL_ID}, 500 from generate_series(1, 10) as n`;
      pressed = press(1);
      expect(await press(1, { userId: BUYER_ID + 1 })).toBe('promised');
      const waiting = () => sql`select from pg_locks where locktype = 'advisory' and not granted`;
      await eventually(async () => (await waiting()).length === 1);
    });
    expect(await pressed).toMatchObject({ waitSeconds: expect.any(Number) as number });
    await other.end();
  });

  it('counts donations, and holds for them', async () => {
    await tenTiers(30);
    for (let n = 0; n < 10; n += 1)
      await test.database.query(
        (sql) => sql`
          insert into orders (reference, kind, user_id, open_channel_id, amount_cents)
          values (${newReference()}, 'donation', ${BUYER_ID}, ${CHANNEL_ID}, 500)`,
      );
    expect(await press(1)).toMatchObject({ waitSeconds: expect.any(Number) as number });
    expect(await press(1, { userId: BUYER_ID + 1 })).toBe('promised');
  });

  it('lets reminders, open orders and cancelled orders through', async () => {
    await tenTiers(30);
    for (let position = 1; position <= 10; position += 1) expect(await remind(position)).toBe('promised');
    await tenTiers(31);
    await pressAll();
    expect(await orders()).toHaveLength(20);
    const newest = (await orders()).at(-1)!;
    expect(await press(10)).toBe('promised');
    await cancel(newest.reference);
    expect(await press(10)).toBe('promised');
    await tenTiers(32);
    expect(await press(1)).toMatchObject({ waitSeconds: expect.any(Number) as number });
    expect(await remind(1)).toBe('promised');
  });

  it('reads a few rows, however many orders the user and others have', async () => {
    await test.database.query(
      (sql) => sql`
        insert into orders (reference, kind, user_id, open_channel_id, amount_cents, created_at)
        select lpad(n::text, 22, '0'), 'donation', case when n % 2 = 0 then ${BUYER_ID}::bigint else n end, ${CHANNEL_ID}, 500,
          app_now() - n * interval '1 hour'
        from generate_series(1, 20000) as n`,
    );
    const one = postgres(test.url, { max: 1 });
    const blocksRead = async () => {
      const [row] = await one<{ 'QUERY PLAN': [{ Plan: { 'Shared Hit Blocks': number } }] }[]>`
        explain (analyze, buffers, format json) select order_wait_seconds(${BUYER_ID}::bigint, 10, 30)`;
      return row!['QUERY PLAN'][0].Plan['Shared Hit Blocks'];
    };
    await blocksRead(); // reads the catalog
    const blocks = await blocksRead();
    await one.end();
    // All 20,000 rows are in several hundred blocks.
    expect(blocks).toBeLessThan(60);
  });
});
