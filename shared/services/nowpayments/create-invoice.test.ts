import postgres from 'postgres';
import { eventually } from '../../../tests/journeys/support/eventually';
import { addChannel, addOrder, CHANNEL_ID, DONOR_ID, promisedFor } from '../../../tests/support/order';
import { forgetMinimums, setMinimums } from '../../../tests/support/minimums';
import { useTestDatabase } from '../../../tests/support/test-database';
import { CLAIM_SECONDS, saveInvoice } from '../../database/payments/invoices';
import { readClock } from '../../database/connection/clock';
import { saveCoinList, saveNoAnswer } from '../../database/payments/minimums/minimum-answers';
import { claimQuestion } from '../../database/payments/minimums/minimum-questions';
import { findOrderToReconcile } from '../../database/payments/orders';
import type { Cents, OrderReference } from '../../domain/common/ids';
import { SECOND_MS } from '../../domain/common/time';
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
    nudgeMinimums: async () => undefined,
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

const REST = { type: 'rest', receivedCents: 700 as Cents } as const;
/** Of a payer who has no access, which doesn't matter here. */
const REMINDER = { type: 'reminder', daysLeft: 3, paidUntil: null as never, graceHours: 24 } as const;

it.each([
  ['that NOWPayments does not make in time', { retryable: true }, { type: 'purchase' }],
  ['for a rest, that NOWPayments refuses', { status: 400, retryable: false }, REST],
  ['of a reminder, that NOWPayments does not make in time', { retryable: true }, REMINDER],
] as const)('says nothing of an invoice %s, once the order was cancelled', async (_, failure, occasion) => {
  const reference = await addOrder(test.database, 1200);
  const create: NowpaymentsClient['createInvoice'] = async () => {
    await change(reference, { state: 'cancelled' });
    return failing(failure)();
  };
  await createInvoice(deps(create), { ...effect(reference, 1200), occasion }, attempt(reference));
  expect(await promisedFor(test.database, reference)).toEqual([]);
});

/** Does something while a decision that cancels the order is being written, which ends once that waits for it or is done. */
async function whileCancelling(reference: OrderReference, act: () => Promise<unknown>): Promise<void> {
  const holder = postgres(test.url, { max: 1 });
  try {
    const acting = await holder.begin(async (sql) => {
      await sql`update orders set state = 'cancelled', version = version + 1 where reference = ${reference}`;
      let isDone = false;
      const acted = act().finally(() => {
        isDone = true;
      });
      await eventually(async () => {
        const waiting = await test.database.query(
          (own) => own`
            select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return isDone || waiting.length > 0;
      });
      return { acted };
    });
    await acting.acted;
  } finally {
    await holder.end();
  }
}

it('sends no new invoice after a cancellation that was being written meanwhile', async () => {
  const reference = await addOrder(test.database, 1200);
  const saved = {
    invoiceId: '900001',
    invoiceUrl: 'https://nowpayments.io/',
    reference,
    priceCents: 1200 as Cents,
  };
  const promised = {
    effect: { kind: 'reconcile_order', reference },
    key: reference,
    expiresInSeconds: 60,
    reference,
  } as const;
  await whileCancelling(reference, () => saveInvoice(test.database, saved, [promised]));
  expect(await promisedFor(test.database, reference)).toEqual([]);
  const [invoice] = await test.database.query(
    (sql) => sql`select invoice_id from invoices where order_reference = ${reference}`,
  );
  expect(invoice).toEqual({ invoice_id: '900001' });
});

it('sends no invoice again after a cancellation that was being written meanwhile', async () => {
  const reference = await addOrder(test.database, 1200);
  await createInvoice(deps(), effect(reference, 1200), attempt(reference));
  const before = await promisedFor(test.database, reference);
  await whileCancelling(reference, () =>
    createInvoice(deps(), effect(reference, 1200), attempt(reference, 1)),
  );
  expect(await promisedFor(test.database, reference)).toEqual(before);
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
  const reference = await addOrder(test.database, 500);
  const refuse = failing({ status: 400, retryable: false });
  const create: NowpaymentsClient['createInvoice'] = async () => {
    await change(reference, { amountCents: 5000 });
    return refuse();
  };
  await createInvoice(deps(create), effect(reference, 500), attempt(reference));
  expect(await stateOf(reference)).toBe('open');
  expect(await promisedFor(test.database, reference)).toEqual([]);
});

it.each([
  ['was never known', {}, 498, 'rest_refused', true],
  ['was never known', {}, 499, 'pay_now', null],
  ['was not proven today', { xrp: 1400, trx: null }, 1399, 'rest_refused', true],
  ['was not proven today', { xrp: 1400, trx: null }, 1400, 'pay_now', null],
  ['is proven', { xrp: 1400, trx: 400 }, 399, 'rest_refused', true],
  ['has risen', { xrp: 1400, trx: 400 }, 499, 'rest_refused', false],
  ['is proven', { xrp: 1400, trx: 400 }, 400, 'pay_now', null],
])(
  'leaves a rest to the owner if the least amount %s: %j, %d',
  async (name, minimums, restCents, told, isAccepted) => {
    await setMinimums(test.database, minimums);
    if (name === 'has risen') await setMinimums(test.database, { xrp: 1400, trx: 500 });
    const reference = await addOrder(test.database, 5000);
    await test.database.query(
      (sql) => sql`update orders set received_cents = ${5000 - restCents} where reference = ${reference}`,
    );
    const occasion = { type: 'rest', receivedCents: (5000 - restCents) as Cents } as const;
    await createInvoice(deps(), { ...effect(reference, restCents), occasion }, attempt(reference));
    const promised = (await promisedFor(test.database, reference)).map((what) => what.split(':')[0]);
    expect(promised).toContain(told);
    const [row] = await test.database.query(
      (sql) => sql<{ isAccepted: boolean | null }[]>`
      select (payload #>> '{message,isAcceptedByDefault}')::boolean as "isAccepted" from outbox
      where order_reference = ${reference} and payload #>> '{message,type}' = ${told}`,
    );
    expect(row?.isAccepted).toBe(isAccepted);
  },
);

describe('after a question about a coin', () => {
  /** Creates an invoice, and returns how long it waited on the database's clock before it asked for it. */
  async function waitedFor(during: () => Promise<unknown> = async () => undefined): Promise<number> {
    const reference = await addOrder(test.database, 1200);
    const startedAt = (await readClock(test.database)).getTime();
    let askedAt = NaN;
    const pause = async (ms: number) => {
      await test.advance(`${ms} milliseconds`);
      await during();
    };
    const create = async () => {
      askedAt = (await readClock(test.database)).getTime();
      return answer();
    };
    await createInvoice({ ...deps(create), pause }, effect(reference, 1200), attempt(reference));
    return askedAt - startedAt;
  }
  const asked = async () => {
    await forgetMinimums(test.database);
    // The invoices of earlier tests hold up a question for a second.
    await test.advance('2 seconds');
    expect(await claimQuestion(test.database)).toEqual({ type: 'list' });
  };
  it('asks for an invoice a second after the answer, however long that took', async () => {
    await asked();
    await test.advance('6 seconds');
    await saveCoinList(test.database, ['trx']);
    expect(await waitedFor()).toBeGreaterThanOrEqual(SECOND_MS);
  });

  it('waits for an answer that has not come', async () => {
    await asked();
    let answeredAt = NaN;
    const answerOnce = async () => {
      if (!Number.isNaN(answeredAt)) return;
      answeredAt = (await readClock(test.database)).getTime();
      await saveCoinList(test.database, ['trx']);
    };
    const waited = await waitedFor(answerOnce);
    expect(answeredAt).not.toBeNaN();
    expect(waited).toBeGreaterThanOrEqual(SECOND_MS);
  });

  it('does not wait for long if no answer comes', async () => {
    await asked();
    expect(await waitedFor()).toBeLessThan(4 * SECOND_MS);
  });

  it('does not wait as long as NOWPayments wants between questions', async () => {
    await asked();
    await saveNoAnswer(test.database, { coin: null, isTooSoon: true, retryAfterSeconds: 900 });
    await test.advance('14 seconds');
    expect(await waitedFor()).toBeLessThan(SECOND_MS);
  });

  it('does not wait if nothing was asked lately', async () => {
    await asked();
    await saveCoinList(test.database, ['trx']);
    await test.advance('1 second');
    expect(await waitedFor()).toBeLessThan(SECOND_MS);
  });
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

/** NOWPayments takes this long for an answer, but has made the invoice anyway. */
function slow(takesMs: number) {
  const timeouts: number[] = [];
  const create: NowpaymentsClient['createInvoice'] = ({ timeoutMs = 0 }) => {
    timeouts.push(timeoutMs);
    return timeoutMs > takesMs ? answer() : failing({ retryable: true })();
  };
  return { timeouts, create };
}

it.each([0, 7_999, 8_000, 12_000, 24_999])(
  'makes at most two invoices for three presses if the answer takes %d ms',
  async (takesMs) => {
    const reference = await addOrder(test.database, 1200);
    const { timeouts, create } = slow(takesMs);
    for (let round = 0; round < 2; round += 1)
      for (let times = 0; times < 3; times += 1)
        await createInvoice(deps(create), effect(reference, 1200), attempt(reference, times));
    expect(timeouts).toEqual(takesMs < 8_000 ? [8_000] : [8_000, 25_000]);
    const promised = await promisedFor(test.database, reference);
    expect(promised.filter((what) => what.startsWith('pay_now'))).toHaveLength(3);
  },
);

it('never waits for an answer longer than its claim lasts', async () => {
  const reference = await addOrder(test.database, 1200);
  const { timeouts, create } = slow(Infinity);
  for (let times = 0; times < 5; times += 1)
    await createInvoice(deps(create), effect(reference, 1200), attempt(reference, times));
  expect(timeouts).toHaveLength(5);
  expect(Math.max(...timeouts)).toBeLessThan(CLAIM_SECONDS * 1000);
});

it('begins with the short wait again for another amount', async () => {
  const reference = await addOrder(test.database, 1200);
  const { timeouts, create } = slow(Infinity);
  await createInvoice(deps(create), effect(reference, 1200), attempt(reference, 0));
  await change(reference, { amountCents: 2000 });
  await createInvoice(deps(create), effect(reference, 2000), attempt(reference, 1));
  expect(timeouts).toEqual([8_000, 8_000]);
});

it('keeps the claim of a later attempt when an earlier one fails', async () => {
  const reference = await addOrder(test.database, 1200);
  const later = jest.fn(answer);
  const others: Promise<unknown>[] = [];
  let endFailed = (): void => undefined;
  const failed = new Promise<void>((resolve) => {
    endFailed = resolve;
  });
  await createInvoice(
    deps(async () => {
      // Meanwhile the order was amended, and another attempt has begun for the new amount.
      await change(reference, { amountCents: 2000 });
      const other = createInvoice(
        deps(async () => {
          await failed;
          return later();
        }),
        effect(reference, 2000),
        attempt(reference, 1),
      );
      others.push(other);
      await eventually(async () => {
        const [row] = await test.database.query(
          (sql) => sql`select invoicing_cents from orders where reference = ${reference}`,
        );
        expect(row).toEqual({ invoicing_cents: 2000 });
      });
      throw new NowpaymentsError({ endpoint: 'POST invoice', retryable: true });
    }),
    effect(reference, 1200),
    attempt(reference, 0),
  );
  const [row] = await test.database.query(
    (sql) =>
      sql`select invoicing_until is not null as "isClaimed" from orders where reference = ${reference}`,
  );
  expect(row).toEqual({ isClaimed: true });
  endFailed();
  await Promise.all(others);
  expect(later).toHaveBeenCalledTimes(1);
});

it.each([
  ['another order', 1200],
  ['another price of the order', 2000],
])('does not show an invoice whose id belongs to %s, but asks again', async (what, otherCents) => {
  const reference = await addOrder(test.database, 1200);
  const of = what === 'another order' ? await addOrder(test.database, otherCents) : reference;
  await change(of, { amountCents: otherCents });
  let given = await answer();
  const create = jest.fn(async () => given);
  await createInvoice(deps(create), effect(of, otherCents), attempt(of, 0));
  await change(reference, { amountCents: 1200 });
  expect(await createInvoice(deps(create), effect(reference, 1200), attempt(reference, 1))).toMatchObject({
    type: 'later',
    reason: expect.stringContaining('INVOICE_ID_TAKEN') as string,
  });
  expect(await promisedFor(test.database, reference)).toContain(
    'invoice_delayed:ref:invoice:1:invoice_delayed',
  );
  given = await answer();
  expect(await createInvoice(deps(create), effect(reference, 1200), attempt(reference, 1))).toEqual({
    type: 'done',
  });
  expect(await promisedFor(test.database, reference)).toContain('pay_now:ref:invoice:1:pay_now');
});

it('shows an invoice again that NOWPayments repeats for the order and price', async () => {
  const reference = await addOrder(test.database, 1200);
  const given = await answer();
  await test.database.query(
    (sql) => sql`
      insert into invoices (invoice_id, order_reference, price_cents, invoice_url, is_rest)
      values (${given.invoiceId}, ${reference}, 1200, ${given.invoiceUrl}, true)`,
  );
  expect(
    await createInvoice(
      deps(async () => given),
      effect(reference, 1200),
      attempt(reference),
    ),
  ).toEqual({ type: 'done' });
  expect(await promisedFor(test.database, reference)).toContain('pay_now:ref:invoice:0:pay_now');
});
