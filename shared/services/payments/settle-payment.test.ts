import fc from 'fast-check';
import { addChannel, addOrder, CHANNEL_ID, DONOR_ID, promisedFor } from '../../../tests/support/order';
import { settleIpn } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import type { OrderReference } from '../../domain/common/ids';

const test = useTestDatabase();
beforeAll(async () => {
  await addChannel(test.database);
});

let nextPayment = 5_000_000_000;

/** An IPN as it arrives, with odd fields if wanted. */
const body = (reference: string, paymentId: number, change: object = {}) => ({
  payment_id: paymentId,
  payment_status: 'finished',
  order_id: `PGP-${DONOR_ID}|${CHANNEL_ID}|${reference}`,
  price_amount: 12,
  price_currency: 'usd',
  pay_amount: 0.01,
  actually_paid: 0.01,
  pay_currency: 'eth',
  parent_payment_id: null,
  ...change,
});

const settle = (raw: Record<string, unknown>) => settleIpn(test.database, raw);

async function readOrder(reference: OrderReference) {
  const [row] = await test.database.query(
    (sql) => sql`
      select o.state, o.payment_id is not null as paid, jsonb_agg(jsonb_build_object('status', p.payment_status,
        'standing', p.standing, 'exception', p.exception) order by p.payment_id) as payments
      from orders o left join payments p on p.order_reference = o.reference
      where o.reference = ${reference} group by o.reference`,
  );
  return row;
}

it('settles by the IPN with the proof, whichever comes first', async () => {
  const halves = [{ price_amount: null }, {}];
  for (const order of [halves, [...halves].reverse()]) {
    const reference = await addOrder(test.database, 1200);
    const paymentId = nextPayment++;
    for (const change of order) await settle(body(reference, paymentId, change));
    expect(await readOrder(reference)).toMatchObject({
      state: 'settled',
      payments: [{ standing: 'settled' }],
    });
  }
});

it('saves the same result for any sequence of the same odd IPNs', async () => {
  const statuses = [
    'waiting',
    'confirming',
    'sending',
    'expired',
    'failed',
    'partially_paid',
    'finished',
    'refunded',
    'new',
  ];
  const anyChange = fc.record({
    payment_status: fc.constantFrom(...statuses),
    price_amount: fc.constantFrom(12, 12, 5, null),
    actually_paid: fc.constantFrom(0, 0.01, 0.02),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyChange, { minLength: 1, maxLength: 6 }).chain((changes) =>
        fc.tuple(
          fc.constant(changes),
          fc.shuffledSubarray([...changes, ...changes], {
            minLength: changes.length * 2,
            maxLength: changes.length * 2,
          }),
        ),
      ),
      async ([changes, shuffled]) => {
        const ends = [];
        for (const sequence of [changes, shuffled]) {
          const reference = await addOrder(test.database, 1200);
          const paymentId = nextPayment++;
          for (const change of sequence) await settle(body(reference, paymentId, change));
          ends.push(await readOrder(reference));
        }
        expect(ends[1]).toEqual(ends[0]);
      },
    ),
    { numRuns: 60 },
  );
});

it('settles nothing by the price of one IPN with the amount of another', async () => {
  const parts = [
    { price_amount: 12, actually_paid: 0 },
    { price_amount: 5, actually_paid: 0.02 },
  ];
  for (const order of [parts, [...parts].reverse()]) {
    const reference = await addOrder(test.database, 1200);
    const paymentId = nextPayment++;
    for (const change of order)
      await settle(body(reference, paymentId, { payment_status: 'partially_paid', ...change }));
    expect(await readOrder(reference)).toMatchObject({ state: 'open', payments: [{ standing: 'parked' }] });
  }
});

it('announces a settlement once, however often it is reported', async () => {
  const reference = await addOrder(test.database, 1200);
  const paymentId = nextPayment++;
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => settle(body(reference, paymentId))));
  expect(outcomes.filter(({ outcome }) => outcome === 'settled')).toHaveLength(1);
  expect(outcomes.filter(({ outcome }) => outcome === 'repeat')).toHaveLength(49);
  expect(await promisedFor(test.database, reference)).toEqual([
    `thanks:ref:${paymentId}:payer:settled`,
    `donation_received:ref:${paymentId}:owner:settled`,
  ]);
});

it.each([
  ['a NUL in a key and half a character in a currency', { 'a\0b': 1, pay_currency: 'et\ud800h' }],
  [
    'amounts that are texts, null or missing',
    { pay_amount: '0.01', actually_paid: null, pay_currency: undefined },
  ],
])('accepts %s', async (_, change) => {
  const reference = await addOrder(test.database, 1200);
  await expect(settle(body(reference, nextPayment++, change))).resolves.toBeDefined();
});

it('accepts a parent for a payment that has settled already', async () => {
  const reference = await addOrder(test.database, 1200);
  const paymentId = nextPayment++;
  await settle(body(reference, paymentId));
  await settle(body(reference, paymentId, { parent_payment_id: 77, actually_paid: 0.02 }));
  expect(await readOrder(reference)).toMatchObject({ state: 'settled' });
});

it('saves an orphan once, with its best evidence', async () => {
  const paymentId = nextPayment++;
  const unknown = 'Z'.repeat(22);
  await settle(body(unknown, paymentId, { payment_status: 'waiting', actually_paid: 0 }));
  await settle(body(unknown, paymentId));
  await settle(body(unknown, paymentId, { payment_status: 'confirming', actually_paid: 0 }));
  const rows = await test.database.query(
    (sql) =>
      sql`select payment_status, trim_scale(actually_paid)::text as paid, standing from payments where payment_id = ${paymentId}`,
  );
  expect(rows).toEqual([{ payment_status: 'finished', paid: '0.01', standing: 'orphan' }]);
});

it('writes only the payments that an IPN changed', async () => {
  const reference = await addOrder(test.database, 1200);
  const ids = Array.from({ length: 5 }, () => nextPayment++);
  const versions = async () => {
    const rows = await test.database.query(
      (sql) => sql<{ id: string; version: string }[]>`
        select payment_id::text as id, xmin::text as version from payments where order_reference = ${reference}`,
    );
    return new Map(rows.map(({ id, version }) => [Number(id), version]));
  };
  for (const id of ids) await settle(body(reference, id, { payment_status: 'waiting', actually_paid: 0 }));
  const before = await versions();
  await settle(body(reference, ids[0]!, { payment_status: 'confirming' }));
  const after = await versions();
  expect(ids.filter((id) => before.get(id) !== after.get(id))).toEqual([ids[0]]);
});

it('has nothing to hurry about if everything it promises is due in a week', async () => {
  const reference = await addOrder(test.database, 1200);
  // The buyer of a cancelled order is not told that a payment was seen.
  await test.database.query(
    (sql) => sql`update orders set state = 'cancelled' where reference = ${reference}`,
  );
  const settlement = await settle(body(reference, nextPayment++, { payment_status: 'confirming' }));
  expect(settlement).toMatchObject({ outcome: 'pending', isPromised: false });
});
