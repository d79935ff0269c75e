import { addOrder, BUYER_ID, CHANNEL_ID, DONOR_ID } from '../../../tests/support/order';
import {
  addSellingChannel,
  addTierOrder,
  paymentOf as ofOrder,
  settleIpn,
} from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import { recordingLogger } from '../../../tests/worlds/observe';
import type { OrderReference } from '../../domain/common/ids';
import { silentLogger, type Logger } from '../../logger';
import { replayPayment } from '../operations/replay';

const test = useTestDatabase();
beforeAll(async () => {
  await addSellingChannel(test.database);
});

/** An IPN for a $30 order, with any other fields. */
const paymentOf = (reference: string, change: Readonly<Record<string, unknown>>) => ({
  ...ofOrder(reference),
  ...change,
});

let lastId = 7_000_000_000;
const newId = () => ++lastId;
const UNKNOWN = 'Z'.repeat(22);

/** An order whose invoice has an id of NOWPayments', and that id. */
async function newOrder(): Promise<{ reference: OrderReference; invoiceId: number }> {
  const reference = await addTierOrder(test.database, { userId: newId() });
  const invoiceId = newId();
  await test.database.query(
    (sql) => sql`update invoices set invoice_id = ${String(invoiceId)} where order_reference = ${reference}`,
  );
  return { reference, invoiceId };
}

const settle = (raw: Record<string, unknown>, log?: Logger) => settleIpn(test.database, raw, log);

/** The order's state, and each of its payments by its standing. */
async function summary(reference: OrderReference) {
  const [row] = await test.database.query(
    (sql) => sql`
      select o.state, (select coalesce(jsonb_object_agg(p.payment_id, p.standing || ':' || p.exception), '{}')
        from payments p where p.order_reference = o.reference) as payments
      from orders o where o.reference = ${reference}`,
  );
  return row;
}

const ownOrderId = async (reference: OrderReference) => {
  const [order] = await test.database.query(
    (sql) => sql<{ userId: number }[]>`select user_id as "userId" from orders where reference = ${reference}`,
  );
  return `PGP-${order!.userId}|${CHANNEL_ID}|${reference}`;
};

type Id = 'absent' | 'foreign' | 'ours';
const IDS: readonly Id[] = ['absent', 'foreign', 'ours'];

const orderIds = async (reference: OrderReference): Promise<Record<Id, readonly (string | null)[]>> => ({
  absent: [null, ''],
  foreign: ['shop-17', `PGP-${DONOR_ID}|${CHANNEL_ID}|${UNKNOWN}`, `PGP-${BUYER_ID}|${CHANNEL_ID}`],
  ours: [await ownOrderId(reference)],
});

describe.each(IDS)('a payment whose order id is %s', (orderId) => {
  it.each(IDS)('is found if its invoice id is %s, unless nothing names its order', async (invoice) => {
    const { reference } = await newOrder();
    for (const order_id of (await orderIds(reference))[orderId]) {
      const fresh = await newOrder();
      const { invoiceId } = fresh;
      const named = orderId === 'ours' ? await ownOrderId(fresh.reference) : order_id;
      const invoice_id = { absent: null, foreign: newId(), ours: invoiceId }[invoice];
      const payment_id = newId();
      const { outcome } = await settle(paymentOf(UNKNOWN, { payment_id, order_id: named, invoice_id }));
      const isFound = orderId === 'ours' || invoice === 'ours';
      expect([outcome, await summary(fresh.reference)]).toEqual(
        isFound
          ? ['settled', { state: 'settled', payments: { [payment_id]: 'settled:none' } }]
          : ['orphan', { state: 'open', payments: {} }],
      );
    }
  });

  describe.each(['parent first', 'child first', 'both at once'] as const)(
    'with its parent, %s',
    (arrival) => {
      it.each(['order', 'invoice'] as const)(
        'is one more payment of its parent’s order, known by its %s',
        async (by) => {
          const { reference: any } = await newOrder();
          for (const order_id of (await orderIds(any))[orderId]) {
            const { reference, invoiceId } = await newOrder();
            const [parentId, childId] = [newId(), newId()];
            const parent = paymentOf(reference, {
              payment_id: parentId,
              invoice_id: by === 'invoice' ? invoiceId : null,
              order_id: by === 'invoice' ? 'shop-17' : await ownOrderId(reference),
            });
            const child = paymentOf(reference, {
              payment_id: childId,
              parent_payment_id: parentId,
              invoice_id: null,
              order_id: orderId === 'ours' ? await ownOrderId(reference) : order_id,
              pay_amount: 4,
              actually_paid: 4,
            });
            const waiting = { ...child, payment_status: 'waiting', actually_paid: 0 };
            const children = [waiting, child, waiting];
            if (arrival === 'parent first') for (const raw of [parent, ...children]) await settle(raw);
            if (arrival === 'child first') for (const raw of [...children, parent]) await settle(raw);
            if (arrival === 'both at once')
              await Promise.all([...children, parent].map((raw) => settle(raw)));
            expect(await summary(reference)).toEqual({
              state: 'settled',
              payments: { [parentId]: 'settled:none', [childId]: 'parked:repeated' },
            });
            const [stored] = await test.database.query(
              (sql) => sql`select seen, payment_status as status, trim_scale(actually_paid)::text as paid
            from payments where payment_id = ${childId}`,
            );
            expect(stored).toEqual({ seen: ['waiting', 'finished'], status: 'finished', paid: '4' });
            const loose = await test.database.query(
              (sql) => sql`select from inbox where payload ->> 'payment_id' = ${String(childId)}
            and order_reference is distinct from ${reference}`,
            );
            expect(loose).toEqual([]);
          }
        },
      );
    },
  );
});

it('finds a child of a child that came first', async () => {
  const { reference } = await newOrder();
  const ids = [newId(), newId(), newId()];
  for (const index of [2, 1, 0])
    await settle(
      paymentOf(reference, {
        payment_id: ids[index]!,
        parent_payment_id: ids[index - 1] ?? null,
        order_id: index === 0 ? await ownOrderId(reference) : null,
      }),
    );
  expect(await summary(reference)).toEqual({
    state: 'settled',
    payments: { [ids[0]!]: 'settled:none', [ids[1]!]: 'parked:repeated', [ids[2]!]: 'parked:repeated' },
  });
});

it('leaves a child an orphan while its parent is one', async () => {
  const [parentId, childId] = [newId(), newId()];
  const parent = paymentOf(UNKNOWN, { payment_id: parentId, order_id: 'shop-17', invoice_id: null });
  const child = { ...parent, payment_id: childId, parent_payment_id: parentId };
  for (const raw of [parent, child]) expect(await settle(raw)).toMatchObject({ outcome: 'orphan' });
  const { reference, invoiceId } = await newOrder();
  await settle({ ...parent, invoice_id: invoiceId });
  expect(await summary(reference)).toEqual({
    state: 'settled',
    payments: { [parentId]: 'settled:none', [childId]: 'parked:repeated' },
  });
});

it.each(['confirmed', 'finished', 'refunded'])(
  'keeps what a payment proved before anything named its order, which is then reported as %s',
  async (payment_status) => {
    const { reference } = await newOrder();
    const order_id = await ownOrderId(reference);
    const payment_id = newId();
    const raw = paymentOf(reference, { payment_id, order_id: 'shop-17', invoice_id: null });
    expect(await settle(raw)).toMatchObject({ outcome: 'orphan' });
    await settle({ ...raw, order_id, payment_status, actually_paid: 0 });
    const state = payment_status === 'refunded' ? 'refunded' : 'settled';
    expect(await summary(reference)).toEqual({ state, payments: { [payment_id]: `${state}:none` } });
    const deliveries = await test.database.query(
      (sql) => sql`select from inbox where payload ->> 'payment_id' = ${String(payment_id)}
        and order_reference = ${reference}`,
    );
    expect(deliveries).toHaveLength(2);
  },
);

it('keeps the most that was ever reported of an orphan', async () => {
  const payment_id = newId();
  const raw = paymentOf(UNKNOWN, { payment_id, order_id: 'shop-17', invoice_id: null });
  await settle({ ...raw, payment_status: 'partially_paid', actually_paid: 12, actually_paid_at_fiat: 11.5 });
  await settle({ ...raw, payment_status: 'finished', actually_paid: 0, actually_paid_at_fiat: 0 });
  const [stored] = await test.database.query(
    (sql) => sql`
      select payment_status as status, trim_scale(actually_paid)::text as paid,
        trim_scale(actually_paid_at_fiat)::text as fiat
      from payments where payment_id = ${payment_id}`,
  );
  expect(stored).toEqual({ status: 'finished', paid: '12', fiat: '11.5' });
});

it('leaves an amount on its way out of an orphan that expired', async () => {
  const payment_id = newId();
  const raw = paymentOf(UNKNOWN, { payment_id, order_id: 'shop-17', invoice_id: null });
  await settle({ ...raw, payment_status: 'expired', actually_paid: 0 });
  await settle({ ...raw, payment_status: 'confirming' });
  const [stored] = await test.database.query(
    (sql) => sql`select actually_paid::float8 as paid from payments where payment_id = ${payment_id}`,
  );
  expect(stored).toEqual({ paid: 0 });
});

it('settles a donation by its first invoice after its amount was changed', async () => {
  const reference = await addOrder(test.database, 6500);
  await test.database.query(
    (sql) => sql`
      insert into invoices (invoice_id, order_reference, price_cents, invoice_url)
      select ${reference} || ':' || cents, ${reference}, cents, '' from unnest(array[6000, 6500]) as cents`,
  );
  const payment_id = newId();
  await settle(paymentOf(reference, { payment_id, order_id: await ownOrderId(reference), price_amount: 60 }));
  expect(await summary(reference)).toEqual({ state: 'settled', payments: { [payment_id]: 'settled:none' } });
});

it('keeps to the order of a payment whose later IPN names none', async () => {
  const { reference, invoiceId } = await newOrder();
  const payment_id = newId();
  const raw = paymentOf(reference, { payment_id, order_id: null, invoice_id: invoiceId });
  await settle({ ...raw, payment_status: 'confirming' });
  await settle({ ...raw, invoice_id: null });
  expect(await summary(reference)).toEqual({
    state: 'settled',
    payments: { [payment_id]: 'settled:none' },
  });
});

it('replays what was matched by its invoice or by its parent', async () => {
  const { reference, invoiceId } = await newOrder();
  const [parentId, childId] = [newId(), newId()];
  await settle(paymentOf(UNKNOWN, { payment_id: childId, parent_payment_id: parentId, order_id: null }));
  await settle(paymentOf(UNKNOWN, { payment_id: parentId, invoice_id: invoiceId, order_id: 'shop-17' }));
  const before = await summary(reference);
  for (const id of [parentId, childId])
    expect(await replayPayment({ database: test.database, log: silentLogger }, id)).toMatchObject({
      taken: 1,
      stored: 1,
      order: { reference, state: 'settled' },
    });
  expect(await summary(reference)).toEqual(before);
});

it('replays an orphan whose invoice was stored only afterwards', async () => {
  const { reference, invoiceId } = await newOrder();
  const payment_id = newId();
  const late = newId();
  await settle(paymentOf(UNKNOWN, { payment_id, order_id: null, invoice_id: late }));
  await test.database.query(
    (sql) => sql`update invoices set invoice_id = ${String(late)} where invoice_id = ${String(invoiceId)}`,
  );
  await replayPayment({ database: test.database, log: silentLogger }, payment_id);
  expect(await summary(reference)).toEqual({ state: 'settled', payments: { [payment_id]: 'settled:none' } });
});

describe('an IPN that contradicts the order that its order id names', () => {
  const OTHERS = ['user', 'channel', 'invoice'] as const;
  const subsets = OTHERS.reduce<string[][]>((all, one) => [...all, ...all.map((few) => [...few, one])], [[]]);

  it.each(subsets.map((wrong) => [wrong]))('is logged as an error with what differs: %j', async (wrong) => {
    const { reference, invoiceId } = await newOrder();
    const userId = Number((await ownOrderId(reference)).split(/[-|]/)[1]);
    const user = wrong.includes('user') ? userId + 100_000 : userId;
    const channel = wrong.includes('channel') ? CHANNEL_ID - 1 : CHANNEL_ID;
    const payment_id = newId();
    const { log, lines } = recordingLogger();
    const raw = paymentOf(reference, {
      payment_id,
      order_id: `PGP-${user}|${channel}|${reference}`,
      invoice_id: wrong.includes('invoice') ? newId() : invoiceId,
    });
    expect(await settle(raw, log)).toMatchObject({ outcome: 'settled', isContradictory: wrong.length > 0 });
    const errors = lines.filter(({ event }) => event === 'ipn.contradictory');
    expect(errors.map(({ fields }) => fields)).toEqual(
      wrong.length === 0 ? [] : [{ paymentId: payment_id, reference, contradictions: wrong }],
    );
    expect(await summary(reference)).toMatchObject({ payments: { [payment_id]: 'settled:none' } });
  });

  it('still belongs to that order if another order has the invoice', async () => {
    const [named, other] = [await newOrder(), await newOrder()];
    const payment_id = newId();
    const order_id = await ownOrderId(named.reference);
    const raw = paymentOf(UNKNOWN, { payment_id, order_id, invoice_id: other.invoiceId });
    expect(await settle(raw)).toMatchObject({ isContradictory: true });
    expect(await summary(named.reference)).toMatchObject({ state: 'settled' });
    expect(await summary(other.reference)).toEqual({ state: 'open', payments: {} });
  });

  it('is not a child, or a payment of an invoice whose answer was lost', async () => {
    const { reference } = await newOrder();
    const order_id = await ownOrderId(reference);
    const child = paymentOf(reference, { order_id, invoice_id: null, parent_payment_id: newId() });
    expect(await settle(child)).toMatchObject({ isContradictory: false });
    await test.database.query((sql) => sql`delete from invoices where order_reference = ${reference}`);
    expect(await settle(paymentOf(reference, { order_id, invoice_id: newId() }))).toMatchObject({
      isContradictory: false,
    });
  });
});
