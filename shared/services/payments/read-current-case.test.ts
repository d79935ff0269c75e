import { addOrder, CHANNEL_ID, OWNER_ID } from '../../../tests/support/order';
import { addSellingChannel, addTierOrder, paymentOf, settleIpn } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import { personWith } from '../../../tests/worlds/owner';
import { ASKING_NOBODY } from '../../../tests/worlds/update-context';
import { promiseMissingClocks } from '../../database/payments/case-clocks';
import type { Cents, OrderReference } from '../../domain/common/ids';
import type { EffectOf } from '../../domain/effects';
import { silentLogger } from '../../logger';
import { deliveryOf } from '../common/delivery-of';
import { takeCaseStep } from './case-step';
import { decideOddPayment } from './decide-odd-payment';

const test = useTestDatabase({ per: 'test' });
beforeEach(() => addSellingChannel(test.database));

let lastBuyer = 300_000;
let lastId = 6_000_000_000;

interface Played {
  readonly reference: OrderReference;
  readonly paymentId: number;
  readonly userId: number;
}

async function pay({ reference, userId }: Pick<Played, 'reference' | 'userId'>, change: object) {
  const fields: { payment_id: number } = { payment_id: ++lastId, ...change };
  await settleIpn(test.database, paymentOf(reference, { userId, ...fields }));
  return fields.payment_id;
}

async function subscription(...changes: readonly object[]): Promise<Played> {
  const userId = ++lastBuyer;
  const reference = await addTierOrder(test.database, { userId });
  const payment_id = ++lastId;
  for (const change of changes) await pay({ reference, userId }, { payment_id, ...change });
  return { reference, paymentId: payment_id, userId };
}

async function readOrder({ reference, paymentId }: Played) {
  const [row] = await test.database.query(
    (sql) => sql<{ state: string; verdict: string; days: number; acts: number; names: string[] }[]>`
      select o.state, (select p.standing || ':' || p.exception from payments p where p.payment_id = ${paymentId}) as verdict,
        (select coalesce(sum(e.days), 0)::int from extensions e where e.order_reference = o.reference) as days,
        (select count(*)::int from audit_log a where a.order_reference = o.reference) as acts,
        (select coalesce(jsonb_agg(distinct b.payload ->> 'about'), '[]') from outbox b
          where b.order_reference = o.reference and b.payload ->> 'step' = 'default') as names
      from orders o where o.reference = ${reference}`,
  );
  return row!;
}

const takeStep = ({ reference, paymentId }: Played, about: string, step: EffectOf<'case_step'>['step']) =>
  takeCaseStep(
    {
      database: test.database,
      log: silentLogger,
      api: { sendMessage: () => Promise.reject(new Error('nothing to send')) },
    },
    { kind: 'case_step', reference, paymentId, about, step },
  );

function tap({ paymentId }: Played) {
  const updateId = ++lastId;
  const delivery = deliveryOf('telegram', String(updateId));
  return decideOddPayment(
    { database: test.database, delivery, updateId, botId: 1, ...ASKING_NOBODY },
    {
      type: 'decide_case',
      user: { id: OWNER_ID },
      paymentId,
      decision: 'accept',
      button: { queryId: 'q', chatId: OWNER_ID, messageId: 1 },
    },
  );
}

const owner = () => personWith(test, OWNER_ID);

/** Every way in which somebody may be the first to find a case that the terms of now settle. */
const FINDERS: Readonly<Record<string, (played: Played, about: string) => Promise<unknown>>> = {
  'a reminder': (played, about) => takeStep(played, about, 'owner_1_day'),
  'the default': (played, about) => takeStep(played, about, 'default'),
  'the page of the case': ({ paymentId }) => owner().press(`own_case_${CHANNEL_ID}_${paymentId}`),
  'the question what it was worth': ({ paymentId }) =>
    owner().press(`own_case-worth_${CHANNEL_ID}_${paymentId}`),
  'a tap': tap,
};

describe.each(Object.entries(FINDERS))('found by %s', (_, find) => {
  it('a short payment settles once the owner tolerates as much', async () => {
    const played = await subscription({ payment_status: 'partially_paid', actually_paid: 29.1 });
    const { names } = await readOrder(played);
    await addSellingChannel(test.database, { tolerancePercent: 5 });
    await find(played, names[0]!);
    expect(await readOrder(played)).toMatchObject({ state: 'settled', days: 30, acts: 0 });
    await find(played, names[0]!);
    expect(await readOrder(played)).toMatchObject({ state: 'settled', days: 30, acts: 0 });
  });

  it('a late payment settles once its tier is sold again', async () => {
    const year = { name: 'Year', priceCents: 30_000 as Cents, days: 20 };
    await addSellingChannel(test.database, { tiers: [year] });
    const played = await subscription({ payment_status: 'expired', actually_paid: 0 }, {});
    const { names, verdict } = await readOrder(played);
    expect(verdict).toBe('parked:late');
    await addSellingChannel(test.database);
    await find(played, names[0]!);
    expect(await readOrder(played)).toMatchObject({ state: 'settled', days: 30, acts: 0 });
  });
});

it('starts another clock if the buyer of a part that hung has paid another order', async () => {
  const played = await subscription({ payment_status: 'confirmed', actually_paid: 15 });
  await test.advance('7 days');
  await takeStep(played, '', 'hang');
  await pay(played, { payment_id: played.paymentId, payment_status: 'partially_paid', actually_paid: 15 });
  const about = 'partial:partially_paid:15';
  expect(await readOrder(played)).toMatchObject({ verdict: 'parked:partial' });
  const { userId } = played;
  const reference = await addTierOrder(test.database, {
    userId,
    name: 'Quarter',
    days: 90,
    amountCents: 7500,
  });
  await pay({ reference, userId }, { price_amount: 75, pay_amount: 75, actually_paid: 75 });
  await takeStep(played, about, 'owner_1_day');
  const { verdict, names } = await readOrder(played);
  expect(verdict).toBe('parked:repeated');
  expect(names).toContain('repeated:partially_paid:15');
});

describe('money that the previous release parked', () => {
  /** Writes a part as the previous release did: with what it proves, and without what came. */
  const addPart = (
    reference: OrderReference,
    { price, half, cents }: { price: string; half: string; cents: number },
  ) =>
    test.database.query(
      (sql) => sql`
        with part as (
          insert into payments (payment_id, order_reference, payment_status, seen, price_amount, price_currency, pay_amount,
            actually_paid, pay_currency, proven_cents, exception, standing, updated_at)
          values (${++lastId}, ${reference}, 'partially_paid', '["partially_paid"]', ${price}::numeric, 'usd', 50, ${half}::numeric,
            'usdttrc20', ${cents}, 'partial', 'parked', app_now() - interval '11 days'))
        update orders set received_cents = received_cents + ${cents} where reference = ${reference}`,
    );
  const adopt = async (reference: OrderReference) => {
    expect(await promiseMissingClocks(test.database)).toBeGreaterThan(0);
    const paymentId = lastId;
    await takeStep({ reference, paymentId, userId: 0 }, '', 'adopt');
    return readOrder({ reference, paymentId, userId: 0 });
  };
  const told = async (reference: OrderReference) => {
    const rows = await test.database.query(
      (sql) => sql<{ type: string }[]>`
        select payload #>> '{message,type}' as type from outbox
        where order_reference = ${reference} and kind = 'send_message' order by outbox_id`,
    );
    return rows.map(({ type }) => type);
  };

  it('is thanked for if it is half a donation', async () => {
    const reference = await addOrder(test.database, 5000);
    await addPart(reference, { price: '50', half: '25', cents: 2500 });
    expect(await adopt(reference)).toMatchObject({ state: 'settled', names: [] });
    expect(await told(reference)).toEqual(['thanks', 'donation_received']);
  });

  it('settles its order if its parts were only rounded down', async () => {
    await addSellingChannel(test.database, { tolerancePercent: 0 });
    const reference = await addTierOrder(test.database, { userId: ++lastBuyer, amountCents: 4999 });
    for (let count = 0; count < 2; count += 1)
      await addPart(reference, { price: '49.99', half: '25', cents: 2499 });
    expect(await adopt(reference)).toMatchObject({ state: 'settled', days: 30, names: [] });
  });

  it('gets a clock if the owner counted it and its order is unpaid', async () => {
    const reference = await addTierOrder(test.database, { userId: ++lastBuyer });
    await addPart(reference, { price: '31', half: '25', cents: 0 });
    await test.database.query(
      (sql) => sql`
        update payments set standing = 'credited', decision = 'credit', decided_on = 'partially_paid:25', typed_cents = 2910
        where order_reference = ${reference}`,
    );
    const { verdict, names } = await adopt(reference);
    expect([verdict, names]).toEqual(['parked:partial', ['counted:partially_paid:25']]);
  });
});
