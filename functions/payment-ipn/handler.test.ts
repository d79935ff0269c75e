import { addChannel, addOrder } from '../../tests/support/order';
import { fakeRequest } from '../../tests/support/fake-request';
import { paymentOf } from '../../tests/support/subscription';
import { useTestDatabase } from '../../tests/support/test-database';
import { readMetrics } from '../../shared/database/operations/metrics';
import type { Database } from '../../shared/database/connection/pool';
import { silentLogger } from '../../shared/logger';
import { paymentIpnHandler } from './handler';

const test = useTestDatabase({ per: 'test' });

const counted: string[] = [];
beforeEach(() => {
  counted.length = 0;
});

const receive = (body: unknown) =>
  paymentIpnHandler({
    database: test.database,
    log: silentLogger,
    wakeUp: async () => undefined,
    count: (name) => void counted.push(name),
  })(fakeRequest({ body: JSON.stringify(body) }));

/** What was stored, and how many deliveries an alarm counts as put aside. */
async function stored() {
  const rows = await test.database.query((sql) => sql`select outcome, payload from inbox`);
  const { measures } = await readMetrics(test.database);
  return { rows: [...rows], parked: measures.deliveriesParkedLastDay };
}

const IDS = { payment_id: 5, invoice_id: 4522625843, order_id: 'shop-17' } as const;
const NAMES = ['payment_id', 'invoice_id', 'order_id'] as const;
const subsets = NAMES.reduce<(keyof typeof IDS)[][]>(
  (all, one) => [...all, ...all.map((few) => [...few, one])],
  [[]],
);

describe("a signed body that isn't a readable payment", () => {
  it.each(subsets.map((names) => [names]))(
    'with %j is answered 200 and kept if it names any id',
    async (names) => {
      for (const absent of [undefined, null, '', 'null']) {
        const empty = Object.fromEntries(NAMES.map((name) => [name, absent]));
        const given = Object.fromEntries(names.map((name) => [name, IDS[name]]));
        await test.database.query((sql) => sql`delete from inbox`);
        const body = { ...empty, ...given, actually_paid: 1 };
        expect(await receive(body)).toMatchObject({ status: 200 });
        const kept = names.length > 0;
        expect(await stored()).toEqual({
          rows: kept ? [{ outcome: 'unreadable', payload: JSON.parse(JSON.stringify(body)) as unknown }] : [],
          parked: kept ? 1 : 0,
        });
      }
    },
  );

  it('is kept if its status has four kilobytes', async () => {
    await test.database.query((sql) => sql`delete from inbox`);
    const body = { ...IDS, payment_status: 'x'.repeat(4096), actually_paid: 1 };
    expect(await receive(body)).toMatchObject({ status: 200 });
    expect(await stored()).toEqual({ rows: [{ outcome: 'unreadable', payload: body }], parked: 1 });
  });

  it.each([
    ['a payout', { id: '1', batch_withdrawal_id: '2', status: 'FINISHED', amount: '1' }],
    ['a custody transfer', { id: 1, status: 'CREATED', from_sub_id: 2, to_sub_id: 3 }],
  ])('is not kept if it is %s', async (_, body) => {
    expect(await receive(body)).toMatchObject({ status: 200 });
    expect(await stored()).toEqual({ rows: [], parked: 0 });
  });

  it('is kept once, however often it comes', async () => {
    for (let times = 0; times < 3; times += 1) await receive({ payment_id: 5 });
    expect((await stored()).rows).toHaveLength(1);
  });
});

it('counts an IPN that contradicts its order once', async () => {
  await addChannel(test.database);
  const reference = await addOrder(test.database, 3000);
  const body = paymentOf(reference, { userId: 99 });
  for (let times = 0; times < 3; times += 1) await receive(body);
  expect(counted).toEqual(['ipn_contradictory']);
});

it('keeps an IPN whose values the database refuses, until it succeeds', async () => {
  const body = { ...IDS, payment_status: 'waiting', price_amount: 25, price_currency: 'usd' };
  await test.database.query((sql) => sql`alter table payments add constraint odd check (payment_id <> 5)`);
  await expect(receive(body)).rejects.toMatchObject({ code: '23514' });
  await expect(receive(body)).rejects.toMatchObject({ code: '23514' });
  expect(await stored()).toEqual({ rows: [{ outcome: null, payload: body }], parked: 1 });
  await test.database.query((sql) => sql`alter table payments drop constraint odd`);
  expect(await receive(body)).toMatchObject({ status: 200 });
  expect(await stored()).toMatchObject({ rows: [{ outcome: 'orphan' }], parked: 0 });
});

it('takes two statements and one nudge to settle a payment', async () => {
  await addChannel(test.database);
  const reference = await addOrder(test.database, 3000);
  const made = { statements: 0, nudges: 0 };
  const database: Database = {
    ...test.database,
    query: (run) => {
      made.statements += 1;
      return test.database.query(run);
    },
  };
  const wakeUp = async () => void (made.nudges += 1);
  const receiveOne = paymentIpnHandler({ database, log: silentLogger, wakeUp, count: () => undefined });
  await receiveOne(fakeRequest({ body: JSON.stringify(paymentOf(reference)) }));
  expect((await stored()).rows).toMatchObject([{ outcome: 'settled' }]);
  expect(made).toEqual({ statements: 2, nudges: 1 });
});
