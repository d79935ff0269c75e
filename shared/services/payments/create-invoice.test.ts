import { eventually } from '../../../tests/journeys/support/eventually';
import { addChannel, addOrder, CHANNEL_ID, DONOR_ID, promisedFor } from '../../../tests/support/order';
import { forgetMinimums, setMinimums } from '../../../tests/support/minimums';
import { useTestDatabase } from '../../../tests/support/test-database';
import { findOrderToReconcile } from '../../database/payments/orders';
import type { Cents, OrderReference } from '../../domain/common/ids';
import { silentLogger } from '../../logger';
import type { NowpaymentsClient } from '../../nowpayments/client';
import { NowpaymentsError } from '../../nowpayments/nowpayments-error';
import { createInvoice, giveUpInvoice, type InvoiceDependencies } from './create-invoice';

const test = useTestDatabase();
beforeAll(async () => {
  await addChannel(test.database);
});

afterEach(() => forgetMinimums(test.database));

let nextInvoice = 1;
const answer = async () => ({
  invoiceId: String(nextInvoice),
  invoiceUrl: `https://nowpayments.io/payment/?iid=${nextInvoice++}`,
});

function deps(create: NowpaymentsClient['createInvoice'] = answer): InvoiceDependencies {
  const unused = () => Promise.reject(new Error('not asked'));
  return {
    database: test.database,
    log: silentLogger,
    ipnCallbackUrl: 'https://example.org/',
    nowpayments: {
      createInvoice: create,
      getCoins: unused,
      getMinAmount: unused,
      getPayment: unused,
      getStatus: unused,
      listPayments: undefined,
    },
  };
}

const attempt = (reference: OrderReference, times = 0) => ({ key: `${reference}:invoice:${times}` });
const effect = (reference: OrderReference, amountCents: number) =>
  ({
    kind: 'create_invoice',
    reference,
    amountCents: amountCents as Cents,
    occasion: { type: 'purchase' },
  }) as const;
const change = (reference: OrderReference, set: { state?: string; amountCents?: number }) =>
  test.database.query(
    (
      sql,
    ) => sql`update orders set state = ${set.state ?? 'open'}, amount_cents = coalesce(${set.amountCents ?? null}::int,
      amount_cents) where reference = ${reference}`,
  );
const failing = (failure: { status?: number; retryable: boolean; retryAfterSeconds?: number }) => () =>
  Promise.reject(new NowpaymentsError({ endpoint: 'POST invoice', ...failure }));
const stateOf = async (reference: OrderReference) =>
  (await findOrderToReconcile(test.database, reference))?.state;

it('invoices the order’s price under its order id', async () => {
  const reference = await addOrder(test.database, 1200);
  const create = jest.fn(answer);
  await createInvoice(deps(create), effect(reference, 1200), attempt(reference));
  expect(create).toHaveBeenCalledWith(
    expect.objectContaining({ priceCents: 1200, orderId: `PGP-${DONOR_ID}|${CHANNEL_ID}|${reference}` }),
  );
  expect(await promisedFor(test.database, reference)).toEqual([
    'pay_now:ref:invoice:0:pay_now',
    'reconcile_order:ref:reconcile',
  ]);
});

it('creates one invoice, however often it is performed', async () => {
  const reference = await addOrder(test.database, 1200);
  const create = jest.fn(answer);
  for (let times = 0; times < 3; times += 1)
    await createInvoice(deps(create), effect(reference, 1200), attempt(reference));
  expect(create).toHaveBeenCalledTimes(1);
  expect(await promisedFor(test.database, reference)).toEqual([
    'pay_now:ref:invoice:0:pay_now',
    'reconcile_order:ref:reconcile',
  ]);
});

it('answers two concurrent requests with one invoice', async () => {
  const reference = await addOrder(test.database, 1200);
  let answerNow = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    answerNow = resolve;
  });
  const create = jest.fn(() => asked.then(answer));
  const ask = (times: number) =>
    createInvoice(deps(create), effect(reference, 1200), attempt(reference, times));
  const first = ask(1);
  await eventually(() => expect(create).toHaveBeenCalled());
  expect((await ask(2)).type).toBe('not_yet');
  answerNow();
  await first;
  await ask(2);
  expect(create).toHaveBeenCalledTimes(1);
  const sent = (await promisedFor(test.database, reference)).filter((what) => what.startsWith('pay_now'));
  expect(sent.sort()).toEqual(['pay_now:ref:invoice:1:pay_now', 'pay_now:ref:invoice:2:pay_now']);
});

it('reuses the invoice of an amount that the order returns to', async () => {
  const reference = await addOrder(test.database, 1200);
  const create = jest.fn(answer);
  await createInvoice(deps(create), effect(reference, 1200), attempt(reference, 0));
  await change(reference, { amountCents: 2000 });
  await createInvoice(deps(create), effect(reference, 2000), attempt(reference, 1));
  await change(reference, { amountCents: 1200 });
  await createInvoice(deps(create), effect(reference, 1200), attempt(reference, 2));
  expect(create).toHaveBeenCalledTimes(2);
  expect(await promisedFor(test.database, reference)).toContain('pay_now:ref:invoice:2:pay_now');
});

it.each([
  ['was cancelled', { state: 'cancelled' }],
  ['was amended', { amountCents: 5000 }],
])('sends no invoice for an order that %s during the call', async (_, set) => {
  const reference = await addOrder(test.database, 1200);
  await createInvoice(
    deps(async () => {
      await change(reference, set);
      return answer();
    }),
    effect(reference, 1200),
    attempt(reference),
  );
  expect(await promisedFor(test.database, reference)).toEqual([]);
});

it('refuses an amount that no usual coin can pay', async () => {
  await setMinimums(test.database, { usdttrc20: 1142, xrp: 1400 });
  const reference = await addOrder(test.database, 500);
  await createInvoice(deps(), effect(reference, 500), attempt(reference));
  expect(await stateOf(reference)).toBe('refused');
  expect(await promisedFor(test.database, reference)).toEqual([
    'invoice_refused:ref:invoice:0:invoice_refused',
  ]);
});

it('does not refuse an order whose amount has changed', async () => {
  await setMinimums(test.database, { usdttrc20: 1142 });
  const reference = await addOrder(test.database, 5000);
  await createInvoice(deps(), effect(reference, 500), attempt(reference));
  expect(await stateOf(reference)).toBe('open');
});

it.each([
  ['was never known', {}, 498, 'rest_refused'],
  ['was never known', {}, 499, 'pay_now'],
  ['was not proven today', { xrp: 1400, trx: null }, 1399, 'rest_refused'],
  ['was not proven today', { xrp: 1400, trx: null }, 1400, 'pay_now'],
  ['is proven', { xrp: 1400, trx: 400 }, 399, 'rest_refused'],
  ['is proven', { xrp: 1400, trx: 400 }, 400, 'pay_now'],
])('leaves a rest to the owner if the least amount %s: %j, %d', async (_, minimums, restCents, told) => {
  await setMinimums(test.database, minimums);
  const reference = await addOrder(test.database, 5000);
  await test.database.query(
    (sql) => sql`update orders set received_cents = ${5000 - restCents} where reference = ${reference}`,
  );
  const occasion = { type: 'rest', receivedCents: (5000 - restCents) as Cents } as const;
  await createInvoice(deps(), { ...effect(reference, restCents), occasion }, attempt(reference));
  const promised = (await promisedFor(test.database, reference)).map((what) => what.split(':')[0]);
  expect(promised).toContain(told);
});

it('waits a second after a question about a coin', async () => {
  const reference = await addOrder(test.database, 1200);
  await test.database.query((sql) => sql`update coin_list set asked_at = app_now() - interval '0.9 seconds'`);
  const startedAt = performance.now();
  await createInvoice(deps(), effect(reference, 1200), attempt(reference));
  expect(performance.now() - startedAt).toBeGreaterThan(100);
});

it.each([
  [
    'is down',
    { retryable: true },
    { type: 'later' },
    'open',
    ['invoice_delayed:ref:invoice:0:invoice_delayed'],
  ],
  [
    'asks to wait',
    { status: 429, retryable: true, retryAfterSeconds: 40 },
    { afterSeconds: 40 },
    'open',
    ['invoice_delayed:ref:invoice:0:invoice_delayed'],
  ],
  [
    'does not know our key',
    { status: 403, retryable: false },
    { type: 'later' },
    'open',
    ['invoice_delayed:ref:invoice:0:invoice_delayed'],
  ],
  [
    'refuses',
    { status: 400, retryable: false },
    { type: 'done' },
    'refused',
    ['invoice_refused:ref:invoice:0:invoice_refused'],
  ],
] as const)('tells the payer once when NOWPayments %s', async (_, failure, outcome, state, promised) => {
  const reference = await addOrder(test.database, 1200);
  expect(
    await createInvoice(deps(failing(failure)), effect(reference, 1200), attempt(reference)),
  ).toMatchObject(outcome);
  await createInvoice(deps(failing(failure)), effect(reference, 1200), attempt(reference));
  expect(await stateOf(reference)).toBe(state);
  expect(await promisedFor(test.database, reference)).toEqual(promised);
});

it('tells the payer when it gives up', async () => {
  const reference = await addOrder(test.database, 1200);
  await giveUpInvoice(deps(), effect(reference, 1200), attempt(reference));
  expect(await stateOf(reference)).toBe('refused');
  expect(await promisedFor(test.database, reference)).toEqual([
    'invoice_refused:ref:invoice:0:invoice_refused',
  ]);
});

it('describes a donation to a channel without Latin letters as a donation', async () => {
  const reference = await addOrder(test.database, 1200);
  await test.database.query((sql) => sql`update channels set title = 'Канал'`);
  const create = jest.fn(answer);
  await createInvoice(deps(create), effect(reference, 1200), attempt(reference));
  expect(create).toHaveBeenCalledWith(expect.objectContaining({ orderDescription: 'Donation' }));
  await test.database.query((sql) => sql`update channels set title = 'Alpha'`);
});
