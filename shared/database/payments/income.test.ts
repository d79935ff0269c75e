import fc from 'fast-check';
import { useTestDatabase } from '../../../tests/support/test-database';
import { useSettledOrders } from '../../../tests/worlds/settled-orders';
import type { DayFigures } from '../../domain/reports/sales-report';
import { readSalesHistory } from '../reports/sales-report';
import { revisedPayments } from './income';

const test = useTestDatabase();
const { newChannel, sale, newId, newReference } = useSettledOrders(test);

beforeAll(async () => {
  await test.database.query(
    (sql) => sql`update app_clock set shifted = '2027-03-30 10:00Z'::timestamptz - now()`,
  );
});

const dayOf = (days: readonly DayFigures[], day: string) => days.find((each) => each.day === day);

describe('the income of a channel', () => {
  const channelWith = async (change: (reference: string) => Promise<unknown>) => {
    const openChannelId = await newChannel('UTC');
    await change(await sale(openChannelId, '2027-03-20T12:00Z', 1000, 'subscription'));
    return readSalesHistory(test.database, openChannelId);
  };
  const unpay = (reference: string) =>
    test.database.query(
      (sql) => sql`
        update orders set state = 'open', payment_id = null, settled_at = null where reference = ${reference}`,
    );
  const FINISHED = { payment_status: 'finished', seen: ['partially_paid', 'finished'] };
  const extra = (
    reference: string,
    {
      seen = ['partially_paid'],
      ...columns
    }: { readonly seen?: string[]; readonly [column: string]: unknown },
  ) =>
    test.database.query(
      (sql) => sql`
        insert into payments ${sql({
          payment_id: newId(),
          order_reference: reference,
          payment_status: 'partially_paid',
          seen: sql.json(seen),
          price_amount: '9.99',
          price_currency: 'usd',
          pay_amount: '3',
          actually_paid: '1',
          received_cents: 333,
          pay_currency: 'btc',
          exception: 'repeated',
          standing: 'credited',
          decision: 'credit',
          decided_on: '',
          updated_at: '2027-03-25T12:00Z',
          ...columns,
        } as never)}`,
    );

  it('counts a separately credited payment on its day at what came', async () => {
    const { days, byTier, byCoin } = await channelWith((reference) =>
      extra(reference, { credited_at: '2027-03-22T12:00Z' }),
    );
    expect(dayOf(days, '2027-03-22')).toMatchObject({ credited: { count: 1, cents: 333 } });
    expect(byTier.filter(({ period }) => period === 30)).toMatchObject([
      { tierName: 'Gold', count: 2, cents: 1333 },
    ]);
    expect(byCoin.filter(({ period }) => period === 30)).toMatchObject([
      { coin: 'eth', cents: 1000 },
      { coin: 'btc', cents: 333 },
    ]);
  });

  it.each([
    ['typed by the owner', { received_cents: null, typed_cents: 512 }, 512],
    ['typed by the owner, then reported', { received_cents: 4999, typed_cents: 500 }, 4999],
    ['unknown', { received_cents: null }, 0],
    ['more than its price', { received_cents: 5000 }, 5000],
    ['of a payment finished by hand', { received_cents: 333, proven_cents: 999 }, 333],
    ['known to the previous release as a part', { received_cents: null, proven_cents: 333 }, 333],
    ['unknown to the previous release, in a child', { received_cents: null, parent_payment_id: 1 }, 0],
    [
      'known to the previous release as finished',
      { received_cents: null, proven_cents: 999, ...FINISHED, actually_paid: '3' },
      999,
    ],
    [
      'known to the previous release as finished without an amount',
      { received_cents: null, proven_cents: 999, ...FINISHED, actually_paid: '0' },
      999,
    ],
    [
      'known to the previous release as finished by hand',
      { received_cents: null, proven_cents: 999, ...FINISHED },
      333,
    ],
  ])('counts a credited payment at what came: %s', async (_, columns, cents) => {
    const { days } = await channelWith((reference) =>
      extra(reference, { credited_at: '2027-03-22T12:00Z', ...columns }),
    );
    expect(dayOf(days, '2027-03-22')).toMatchObject({ credited: { count: 1, cents } });
  });

  it.each([
    ['donation', 4000, null, 4000],
    ['donation', 4000, 2000, 2000],
    ['donation', 4000, 5200, 5200],
    ['donation', 4000, 0, 0],
    ['subscription', 4000, null, 4000],
    ['subscription', 4000, 1500, 1500],
  ])('counts a %s of %d cents with an income of %p as %d cents', async (kind, asked, income, cents) => {
    const openChannelId = await newChannel('UTC');
    const reference = await sale(openChannelId, '2027-03-20T12:00Z', asked, kind);
    await test.database.query(
      (sql) => sql`update orders set income_cents = ${income} where reference = ${reference}`,
    );
    const { days } = await readSalesHistory(test.database, openChannelId);
    const line = kind === 'donation' ? 'donations' : 'sales';
    expect(dayOf(days, '2027-03-20')).toMatchObject({ [line]: { count: 1, cents } });
  });

  const COUNTED = { credited_at: '2027-03-22T12:00Z', decision: null, decided_on: null };
  const BACK = { standing: 'refunded', refunded_at: '2027-03-23T12:00Z' };
  const ONE = { count: 1, cents: 333 };
  const NONE = { count: 0, cents: 0 };

  describe.each([
    ['paid', false],
    ['unpaid', true],
  ])('a further deposit of a donation that is %s', (_, isOpen) => {
    it.each([
      ['without a decision', COUNTED, ONE, NONE],
      ['that the owner counted', { ...COUNTED, decision: 'credit', decided_on: '' }, ONE, NONE],
      ['sent back by NOWPayments', { ...COUNTED, ...BACK }, ONE, ONE],
      ['sent back by the owner', { ...COUNTED, ...BACK, decision: 'refund', decided_on: '' }, ONE, ONE],
      ['sent back without being counted', { ...COUNTED, ...BACK, credited_at: null }, NONE, NONE],
      ['that waits for a decision', { ...COUNTED, standing: 'parked', credited_at: null }, NONE, NONE],
    ])('is one more donation on its day: %s', async (_name, columns, counted, refunds) => {
      const openChannelId = await newChannel('UTC');
      const reference = await sale(openChannelId, '2027-03-20T12:00Z');
      await extra(reference, columns);
      if (isOpen) await unpay(reference);
      const { days } = await readSalesHistory(test.database, openChannelId);
      expect(dayOf(days, '2027-03-22')).toMatchObject({ donations: counted, credited: NONE });
      expect(dayOf(days, '2027-03-23')).toMatchObject({ donations: NONE, refunds });
      expect(dayOf(days, '2027-03-20')?.donations.count).toBe(isOpen ? 0 : 1);
    });
  });

  it('counts a payment that was credited early only once its order is paid', async () => {
    const before = await channelWith((reference) => extra(reference, { credited_at: '2027-03-18T12:00Z' }));
    expect(dayOf(before.days, '2027-03-20')).toMatchObject({ credited: { count: 1 }, sales: { count: 1 } });
    const unpaid = await channelWith(async (reference) => {
      await extra(reference, {});
      await unpay(reference);
    });
    expect(unpaid.days.every(({ credited, sales }) => credited.count + sales.count === 0)).toBe(true);
  });

  it('counts an earlier credit in the period in which its order is paid', async () => {
    const long = '2027-01-18T12:00Z';
    const { days } = await channelWith((reference) =>
      extra(reference, { credited_at: long, updated_at: long }),
    );
    expect(dayOf(days, '2027-03-20')).toMatchObject({ credited: { count: 1, cents: 333 } });
  });

  it('counts nothing of a credit sent back before its order was paid', async () => {
    const { days } = await channelWith((reference) =>
      extra(reference, {
        standing: 'refunded',
        credited_at: '2027-03-17T12:00Z',
        refunded_at: '2027-03-18T12:00Z',
      }),
    );
    expect(days.every(({ credited, refunds }) => credited.count + refunds.count === 0)).toBe(true);
  });

  it('dates a payment that the previous release wrote by its last change', async () => {
    const { days } = await channelWith((reference) =>
      extra(reference, { received_cents: null, proven_cents: 333 }),
    );
    expect(dayOf(days, '2027-03-25')).toMatchObject({ credited: { count: 1, cents: 333 } });
  });

  it('counts a refund on its own day without moving the sale', async () => {
    const { days } = await channelWith((reference) =>
      test.database.query(
        (sql) => sql`
          with o as (update orders set state = 'refunded' where reference = ${reference})
          update payments set standing = 'refunded', refunded_at = '2027-03-24T12:00Z', updated_at = '2027-03-29T12:00Z'
          where order_reference = ${reference}`,
      ),
    );
    expect(dayOf(days, '2027-03-20')).toMatchObject({
      sales: { count: 1, cents: 1000 },
      refunds: { count: 0 },
    });
    expect(dayOf(days, '2027-03-24')).toMatchObject({ refunds: { count: 1, cents: 1000 } });
  });

  const refundsOf = async (
    { income, asked }: { income: number | null; asked: number },
    parts: readonly object[],
  ): Promise<number[]> => {
    const openChannelId = await newChannel('UTC');
    const reference = await sale(openChannelId, '2027-03-20T12:00Z', asked, 'subscription');
    await test.database.query(
      (sql) => sql`
        with p as (delete from payments where order_reference = ${reference})
        update orders set income_cents = ${income} where reference = ${reference}`,
    );
    for (const [index, part] of parts.entries())
      await extra(reference, {
        settles: true,
        decision: null,
        decided_on: null,
        standing: 'settled',
        exception: 'partial',
        received_cents: null,
        ...('isBack' in part && { standing: 'refunded', refunded_at: `2027-03-${21 + index}T12:00Z` }),
        ...Object.fromEntries(Object.entries(part).filter(([column]) => column !== 'isBack')),
      });
    const { days } = await readSalesHistory(test.database, openChannelId);
    return days.filter(({ refunds }) => refunds.count > 0).map(({ refunds }) => refunds.cents);
  };

  it.each([
    ['a donation at what came', { income: 4500, asked: 6000 }, [{ received_cents: 4500 }], [4500]],
    ['a part that was accepted as enough', { income: 1500, asked: 4000 }, [{ received_cents: 1500 }], [1500]],
    ['more than the price at the price', { income: 4999, asked: 4999 }, [{ received_cents: 8000 }], [4999]],
    // Two times 2,499.5 cents: what each brought was rounded down, their sum was not.
    [
      'two halves to the cent',
      { income: 4999, asked: 4999 },
      [{ received_cents: 2499 }, { received_cents: 2499 }],
      [2499, 2500],
    ],
    [
      'a part that the owner valued',
      { income: 3000, asked: 3000 },
      [{ typed_cents: 1000 }, { received_cents: 2000 }],
      [1000, 2000],
    ],
    [
      'three parts at no more than the price',
      { income: 1000, asked: 1000 },
      [{ received_cents: 400 }, { received_cents: 400 }, { received_cents: 500 }],
      [400, 400, 200],
    ],
    [
      'parts that the previous release settled at its price',
      { income: null, asked: 1000 },
      [{ proven_cents: 400 }, { proven_cents: 400 }],
      [400, 600],
    ],
    ['an unknown worth as nothing', { income: 0, asked: 1000 }, [{}], [0]],
  ])('refunds %s', async (_, order, parts, refunds) => {
    expect(
      await refundsOf(
        order,
        parts.map((part) => ({ ...part, isBack: true })),
      ),
    ).toEqual(refunds);
  });

  it('refunds only what came with each part while another part is kept', async () => {
    const order = { income: 4999, asked: 4999 };
    expect(
      await refundsOf(order, [{ received_cents: 2499, isBack: true }, { received_cents: 2499 }]),
    ).toEqual([2499]);
  });

  it('never refunds more than an order counted, and all of it with its last part', async () => {
    const part = fc.record({
      received: fc.option(fc.nat(3000), { freq: 4 }),
      typed: fc.option(fc.integer({ min: 1, max: 3000 }), { freq: 1 }),
      isBack: fc.boolean(),
    });
    const orders = fc.array(
      fc.record({
        income: fc.option(fc.nat(6000)),
        parts: fc.array(part, { minLength: 1, maxLength: 5 }),
      }),
      { minLength: 20, maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(orders, async (all) => {
        const openChannelId = await newChannel('UTC');
        const references = all.map(() => newReference());
        const parts = all.flatMap(({ parts: own }, order) =>
          own.map((each, nth) => ({ ...each, nth, order, paymentId: newId() })),
        );
        await test.database.query(
          (sql) => sql`
            with o as (
              insert into orders (reference, kind, state, user_id, open_channel_id, amount_cents, payment_id, income_cents,
                settled_at)
              select ${sql.json(references)}::jsonb ->> (n::int - 1), 'donation', 'settled', 5, ${openChannelId}, 4000, n,
                (o ->> 'income')::int, '2027-03-20T12:00Z'
              from jsonb_array_elements(${sql.json(all as never)}) with ordinality as a (o, n))
            insert into payments (payment_id, order_reference, payment_status, seen, received_cents, typed_cents, settles,
              standing, refunded_at)
            select "paymentId", ${sql.json(references)}::jsonb ->> "order", 'finished', '["finished"]', received, typed, true,
              case when "isBack" then 'refunded' else 'settled' end,
              case when "isBack" then '2027-03-21T12:00Z'::timestamptz + nth * interval '1 hour' end
            from jsonb_to_recordset(${sql.json(parts as never)})
              as p ("paymentId" bigint, "order" int, received int, typed int, "isBack" boolean, nth int)`,
        );
        const refunded = await test.database.query(
          (sql) => sql<{ reference: string; cents: number }[]>`
            select p.order_reference as reference, sum(refunded_cents)::bigint as cents
            from (${revisedPayments(sql, openChannelId)}) r join payments p using (payment_id) group by 1`,
        );
        for (const [index, { income, parts: own }] of all.entries()) {
          const counted = income ?? 4000;
          const came = own
            .filter(({ isBack }) => isBack)
            .map(({ received, typed }) => received ?? typed ?? 0);
          const sum = refunded.find(({ reference }) => reference === references[index])?.cents ?? 0;
          const back = came.reduce((total, cents) => total + cents, 0);
          expect(sum).toBe(came.length === own.length ? counted : Math.min(counted, back));
        }
      }),
      { numRuns: 20 },
    );
  });

  it('counts no refund of a payment that was never counted', async () => {
    const { days } = await channelWith((reference) =>
      extra(reference, { standing: 'refunded', decision: 'refund', refunded_at: '2027-03-22T12:00Z' }),
    );
    expect(days.every(({ refunds, credited }) => refunds.count + credited.count === 0)).toBe(true);
  });
});
