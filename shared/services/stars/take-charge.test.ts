import { addTierOrder, addSellingChannel } from '../../../tests/support/subscription';
import { BUYER_ID, CHANNEL_ID, DONOR_ID } from '../../../tests/support/order';
import { addStarInvoice, chargeFor, PERIOD_MS, renewalFor } from '../../../tests/support/stars';
import { useTestDatabase } from '../../../tests/support/test-database';
import type { OrderReference } from '../../domain/common/ids';
import type { Database } from '../../database/connection/pool';
import type { StarCharge } from '../../domain/stars/charge';
import { silentLogger } from '../../logger';
import { takeCharge } from './take-charge';
import { takeRefund } from './take-refund';

const test = useTestDatabase({ per: 'test' });
beforeEach(async () => {
  await addSellingChannel(test.database);
});

const deps = () => ({ database: test.database, log: silentLogger });
const take = (charge: StarCharge, isRecovered = false) => takeCharge(deps(), charge, { isRecovered });

/** How long the buyer's access lasts from now, in days, exactly; `null` if they have none. */
async function daysOfAccess(userId = BUYER_ID): Promise<number | null> {
  const [row] = await test.database.query(
    (sql) => sql<{ days: number | null }[]>`
      select round(extract(epoch from paid_until - app_now()) / 86400)::float8 as days from subscriptions
      where user_id = ${userId} and open_channel_id = ${CHANNEL_ID}`,
  );
  return row?.days ?? null;
}

const ordersOf = () =>
  test.database.query(
    (sql) => sql<{ state: string; standings: string[] }[]>`
      select o.state, coalesce((select jsonb_agg(p.standing || ':' || p.exception order by p.payment_id)
        from payments p where p.order_reference = o.reference), '[]') as standings
      from orders o order by o.created_at, o.reference`,
  );

const newOrder = async (options: { stars?: number; renews?: boolean } = {}) => {
  const reference = await addTierOrder(test.database);
  return { reference, payload: await addStarInvoice(test.database, reference, options) };
};

const cancel = (reference: OrderReference) =>
  test.database.query((sql) => sql`update orders set state = 'cancelled' where reference = ${reference}`);

it('settles its order by one payment', async () => {
  const { payload } = await newOrder();
  const charge = chargeFor(payload);
  expect(await take(charge)).toMatchObject({ outcome: 'settled', isSettling: true, isPromised: true });
  expect(await daysOfAccess()).toBe(30);
  const [row] = await test.database.query(
    (sql) => sql`
      select o.state, o.income_stars as stars, o.income_cents as cents, p.rail, p.payer_user_id as payer,
        c.payment_id > 8000000000000000 - 1 as "isAbove"
      from star_charges c join payments p using (payment_id) join orders o on o.reference = p.order_reference
      where c.charge_id = ${charge.chargeId}`,
  );
  expect(row).toEqual({
    state: 'settled',
    stars: 250,
    cents: 0,
    rail: 'stars',
    payer: BUYER_ID,
    isAbove: true,
  });
});

it('needs three statements', async () => {
  const { payload } = await newOrder();
  let statements = 0;
  const counting: Database = {
    ...test.database,
    query: (run) => {
      statements += 1;
      return test.database.query(run);
    },
  };
  await takeCharge({ database: counting, log: silentLogger }, chargeFor(payload));
  expect(statements).toBe(3);
});

const allRows = async () => {
  const [row] = await test.database.query(
    (sql) => sql`
      select (select jsonb_agg(to_jsonb(o) order by outbox_id) from outbox o) as outbox,
        (select jsonb_agg(to_jsonb(o) - 'correlation_id' order by reference) from orders o) as orders,
        (select jsonb_agg(to_jsonb(c) order by charge_id) from star_charges c) as charges,
        (select jsonb_agg(to_jsonb(s) order by payload) from star_subscriptions s) as subscriptions,
        (select jsonb_agg(to_jsonb(p) order by payment_id) from payments p) as payments`,
  );
  return row;
};

it('changes nothing when it comes again', async () => {
  const { payload } = await newOrder({ renews: true });
  const [first, second] = [renewalFor(payload, 0), renewalFor(payload, 1)];
  await take(first);
  await take(second);
  const before = await allRows();
  expect(await take(second)).toMatchObject({ outcome: 'repeat' });
  expect(await take(first, true)).toMatchObject({ outcome: 'repeat' });
  expect(await allRows()).toEqual(before);
});

class Died extends Error {}

it.each([1, 2, 3])('is finished by the next delivery after a death around statement %i', async (step) => {
  for (const isAfter of [false, true]) {
    const { payload } = await newOrder({ renews: true });
    await take(renewalFor(payload, 0));
    const charge = renewalFor(payload, 1);
    let statements = 0;
    const dying: Database = {
      ...test.database,
      query: async (run) => {
        statements += 1;
        if (statements === step && !isAfter) throw new Died();
        const result = await test.database.query(run);
        if (statements === step) throw new Died();
        return result;
      },
    };
    const before = (await daysOfAccess()) ?? 0;
    const orders = (await ordersOf()).length;
    await expect(takeCharge({ database: dying, log: silentLogger }, charge)).rejects.toThrow(Died);
    await take(charge);
    expect(await daysOfAccess()).toBe(before + 30);
    expect(await ordersOf()).toHaveLength(orders + 1);
  }
});

it('keeps a payment whose payload nobody knows', async () => {
  const charge = chargeFor('unknown payload');
  expect(await take(charge)).toMatchObject({ outcome: 'orphan' });
  expect(await take(charge)).toMatchObject({ outcome: 'repeat' });
  const rows = await test.database.query(
    (sql) => sql`
      select c.stars, c.order_reference as reference, p.standing, p.actually_paid::int as paid, p.pay_currency as currency
      from star_charges c join payments p using (payment_id)`,
  );
  expect(rows).toEqual([{ stars: 250, reference: null, standing: 'orphan', paid: 250, currency: 'xtr' }]);
});

it('leaves it to the owner if another user paid', async () => {
  const { payload } = await newOrder();
  await take(chargeFor(payload, { userId: DONOR_ID }));
  expect(await ordersOf()).toEqual([{ state: 'open', standings: ['parked:other_payer'] }]);
  await take(chargeFor(payload));
  expect((await ordersOf())[0]?.state).toBe('settled');
  expect(await daysOfAccess()).toBe(30);
});

it('leaves it to the owner if the order was closed', async () => {
  const { reference, payload } = await newOrder();
  await cancel(reference);
  await take(chargeFor(payload));
  expect(await ordersOf()).toEqual([{ state: 'cancelled', standings: ['parked:closed'] }]);
  expect(await daysOfAccess()).toBeNull();
});

it('leaves a second payment to the owner', async () => {
  const { payload } = await newOrder();
  await take(chargeFor(payload));
  await take(chargeFor(payload));
  expect(await ordersOf()).toEqual([{ state: 'settled', standings: ['settled:none', 'parked:repeated'] }]);
  expect(await daysOfAccess()).toBe(30);
});

it('ends the same when the refund comes first', async () => {
  const { payload } = await newOrder();
  const charge = chargeFor(payload);
  await takeRefund(deps(), charge);
  await take(charge);
  await takeRefund(deps(), charge);
  expect(await ordersOf()).toEqual([{ state: 'refunded', standings: ['refunded:none'] }]);
  expect(await daysOfAccess()).toBeNull();
});

describe('a renewal', () => {
  it('is an order of its own that extends from the old end', async () => {
    const { payload } = await newOrder({ renews: true });
    const first = renewalFor(payload, 0);
    await take(first);
    await test.advance('29 days');
    await take(renewalFor(payload, 1));
    expect(await daysOfAccess()).toBe(31);
    const rows = await test.database.query(
      (sql) => sql`
        select tier_name as tier, tier_days as days, amount_cents as cents, price_stars as stars, income_stars as income, state
        from orders order by created_at`,
    );
    const order = { tier: 'Month', days: 30, cents: 3000, stars: 250, income: 250, state: 'settled' };
    expect(rows).toEqual([order, order]);
    const [row] = await test.database.query(
      (sql) => sql`
        select first_charge_id as first, state, (extract(epoch from paid_until) * 1000)::bigint as until from star_subscriptions`,
    );
    expect(row).toEqual({ first: first.chargeId, state: 'active', until: first.paidAt + 2 * PERIOD_MS });
  });

  it('takes the place of an unpaid order for the same', async () => {
    const { payload } = await newOrder({ renews: true });
    await take(renewalFor(payload, 0));
    await newOrder();
    await take(renewalFor(payload, 1));
    expect((await ordersOf()).map(({ state }) => state).sort()).toEqual(['cancelled', 'settled', 'settled']);
    expect(await daysOfAccess()).toBe(60);
  });

  it('is known in a list that has no flags', async () => {
    const { payload } = await newOrder({ renews: true });
    const plain = ({ chargeId, userId, stars, paidAt }: StarCharge) => ({
      chargeId,
      userId,
      stars,
      payload,
      paidAt,
    });
    const [first, second] = [renewalFor(payload, 0), renewalFor(payload, 1)];
    await take(plain(first), true);
    await take(plain(second), true);
    await take(plain(second), true);
    expect(await daysOfAccess()).toBe(60);
    const rows = await test.database.query(
      (sql) => sql`
        select is_first_recurring as "isFirst", is_recovered as "isRecovered",
          round((extract(epoch from subscription_until) * 1000 - ${first.paidAt}) / ${PERIOD_MS})::int as periods
        from star_charges order by payment_id`,
    );
    expect(rows).toEqual([
      { isFirst: true, isRecovered: true, periods: 1 },
      { isFirst: false, isRecovered: true, periods: 2 },
    ]);
  });

  it('is not what a second first payment is', async () => {
    const { payload } = await newOrder({ renews: true });
    await take(renewalFor(payload, 0));
    await take(renewalFor(payload, 0));
    expect(await ordersOf()).toEqual([{ state: 'settled', standings: ['settled:none', 'parked:repeated'] }]);
  });

  it('of another user is a case', async () => {
    const { payload } = await newOrder({ renews: true });
    await take(renewalFor(payload, 0));
    await take(renewalFor(payload, 1, { userId: DONOR_ID }));
    expect(await ordersOf()).toEqual([
      { state: 'settled', standings: ['settled:none', 'parked:other_payer'] },
    ]);
    expect(await daysOfAccess()).toBe(30);
  });

  it('may come before the first payment', async () => {
    const { payload } = await newOrder({ renews: true });
    const [first, second] = [renewalFor(payload, 0), renewalFor(payload, 1)];
    await take(second);
    await take(first);
    expect(await daysOfAccess()).toBe(60);
    expect((await ordersOf()).map(({ state }) => state)).toEqual(['settled', 'settled']);
    const [row] = await test.database.query(
      (sql) => sql`select first_charge_id as first from star_subscriptions`,
    );
    expect(row).toEqual({ first: first.chargeId });
  });
});
