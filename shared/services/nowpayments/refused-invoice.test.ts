import { alarmsNamed } from '../../../tests/support/alarms';
import { addChannel, addOrder, CHANNEL_ID, OWNER_ID, stateOf } from '../../../tests/support/order';
import { setMinimums } from '../../../tests/support/minimums';
import { keepRows } from '../../../tests/support/keep-rows';
import { useTestDatabase } from '../../../tests/support/test-database';
import { claimQuestion, isQuestionDue } from '../../database/payments/minimums/minimum-questions';
import { askAgainNow } from '../../database/payments/minimums/minimum-answers';
import { promiseAlone } from '../../database/common/outbox';
import type { Database } from '../../database/connection/pool';
import { saveChannels } from '../../database/owner/channels';
import type { Cents, OrderReference } from '../../domain/common/ids';
import { silentLogger } from '../../logger';
import { nowpaymentsClient } from '../../nowpayments/client';
import { parseChannelFile } from '../operations/channel-file';
import { createInvoice, type InvoiceDependencies } from './create-invoice';

const OTHER_ID = -1001234567891;
const THIRD_ID = -1001234567892;
const OTHER_OWNER = 7002;

const test = useTestDatabase();
let restore: () => Promise<void>;
beforeAll(async () => {
  await addChannel(test.database);
  await saveChannels(
    test.database,
    parseChannelFile(
      JSON.stringify([
        { open_channel_id: OTHER_ID, title: 'Beta', owner_user_id: OTHER_OWNER },
        { open_channel_id: THIRD_ID, title: 'Gamma', owner_user_id: OWNER_ID },
      ]),
    ),
  );
  restore = await keepRows(test);
});
beforeEach(() => restore());

/** NOWPayments as it answers every request for an invoice with this status and text. */
function deps(status: number, text: string): InvoiceDependencies {
  const answer = () => {
    const isEmpty = text === '' || [204, 205, 304].includes(status);
    return Promise.resolve(new Response(isEmpty ? null : text, { status }));
  };
  return {
    database: test.database,
    log: silentLogger,
    ipnCallbackUrl: 'https://example.org/',
    nudgeMinimums: async () => undefined,
    nowpayments: nowpaymentsClient({ apiKey: 'k', apiUrl: 'https://example.org/v1', fetch: answer }),
  };
}

const UNAVAILABLE = '{"code":"CURRENCY_UNAVAILABLE"}';
const TOO_SMALL = '{"code":"AMOUNT_MINIMAL_ERROR","message":"Crypto amount 9 is less than minimal"}';

const ask = (of: InvoiceDependencies, reference: OrderReference, amountCents = 1200) =>
  createInvoice(
    of,
    {
      kind: 'create_invoice',
      reference,
      amountCents: amountCents as Cents,
      occasion: { type: 'purchase' },
    },
    { key: `${reference}:invoice:0` },
  );

/** A buyer's order in a channel, whose invoice NOWPayments refuses. */
async function refusedIn(openChannelId = CHANNEL_ID, of = deps(400, UNAVAILABLE)): Promise<void> {
  const reference = await addOrder(test.database, 1200);
  await test.database.query(
    (sql) => sql`update orders set open_channel_id = ${openChannelId} where reference = ${reference}`,
  );
  await ask(of, reference);
}

const stateNow = (reference: OrderReference) => stateOf(test.database, reference);

interface Told {
  readonly to: number;
  readonly title: string;
  readonly channels: number;
  readonly refusals: number;
}
/** What owners are told. */
const ownersTold = () =>
  test.database.query(
    (sql) => sql<Told[]>`
      select payload -> 'chatId' as "to", payload #>> '{message,title}' as title,
        payload #> '{message,channels}' as channels, payload #> '{message,refusals}' as refusals
      from outbox where payload #>> '{message,type}' = 'invoices_refused' order by outbox_id`,
  );
const refusedTo = async (reference: OrderReference) => {
  const [row] = await test.database.query(
    (sql) => sql<{ message: object }[]>`
      select payload -> 'message' as message from outbox
      where order_reference = ${reference} and payload #>> '{message,type}' = 'invoice_refused'`,
  );
  return row?.message;
};
const alarms = () => alarmsNamed(test.database, 'invoices_refused');

const TEXTS = {
  'JSON with a code': UNAVAILABLE,
  'JSON without a code': '{"message":"no"}',
  'plain text': 'Bad Request',
  HTML: '<!DOCTYPE html><title>no</title>',
  nothing: '',
};
const REFUSED = [400, 402, 404, 405, 409, 410, 413, 422, 451, 499];
const TRIED_AGAIN = [301, 302, 401, 403, 408, 429, 500, 502, 503, 504, 520, 522, 530];

describe.each(Object.entries(TEXTS))('an answer of %s', (_, text) => {
  it.each(REFUSED)('ends the order with status %d', async (status) => {
    const reference = await addOrder(test.database, 1200);
    expect(await ask(deps(status, text), reference)).toEqual({ type: 'done' });
    expect(await stateNow(reference)).toBe('refused');
    expect(await refusedTo(reference)).toMatchObject({ reason: 'refused', leastCents: null });
  });

  it.each(TRIED_AGAIN)('is asked for again with status %d', async (status) => {
    const reference = await addOrder(test.database, 1200);
    expect(await ask(deps(status, text), reference)).toMatchObject({ type: 'later' });
    expect(await stateNow(reference)).toBe('open');
    expect(await refusedTo(reference)).toBeUndefined();
  });
});

describe('an amount that NOWPayments calls too small', () => {
  const BEFORE = { trx: 400, xrp: 1400 };
  const refusing = () => {
    const nudgeMinimums = jest.fn(async () => undefined);
    const requests = jest.fn(() => Promise.resolve(new Response(TOO_SMALL, { status: 400 })));
    const of = {
      ...deps(400, TOO_SMALL),
      nudgeMinimums,
      nowpayments: nowpaymentsClient({ apiKey: 'k', apiUrl: 'https://example.org/v1', fetch: requests }),
    };
    return { of, nudgeMinimums, requests };
  };

  it.each([
    ['the amount that works', { trx: 1300, xrp: 1400 }, 1300],
    ['the amount that works', { xrp: 1400, btc: 1500 }, 1400],
    ['only that it is too small if a minimum is still below it', { trx: 400, xrp: 1400 }, null],
    ['only that it is too small if a minimum equals it', { trx: 1200 }, null],
  ])('is refused once the coins have answered again, naming %s: %j', async (_, answers, leastCents) => {
    await setMinimums(test.database, BEFORE);
    expect(await isQuestionDue(test.database)).toBe(false);
    const reference = await addOrder(test.database, 1200);
    const { of, nudgeMinimums, requests } = refusing();
    expect((await ask(of, reference)).type).toBe('not_yet');
    expect(await isQuestionDue(test.database)).toBe(true);
    expect(nudgeMinimums).toHaveBeenCalledTimes(1);
    expect((await ask(of, reference)).type).toBe('not_yet');
    expect([await stateNow(reference), await refusedTo(reference)]).toEqual(['open', undefined]);
    await test.advance('10 seconds');
    await setMinimums(test.database, answers);
    expect(await ask(of, reference)).toEqual({ type: 'done' });
    expect(await refusedTo(reference)).toMatchObject({ reason: 'too_small', leastCents });
    expect(await stateNow(reference)).toBe('refused');
    expect(requests).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['the least of the answers that are known', { xrp: 1400, trx: null }, 1400],
    ['nothing if no coin has answered', { trx: null }, null],
    ['nothing if no coin is switched on', {}, null],
  ])('is refused after a minute without all answers, naming %s', async (_, answers, leastCents) => {
    await setMinimums(test.database, BEFORE);
    const reference = await addOrder(test.database, 1200);
    const { of, requests } = refusing();
    await ask(of, reference);
    await test.database.query((sql) => sql`update coin_list set listed_at = listed_at - interval '1 minute'`);
    await test.advance('50 seconds');
    await setMinimums(test.database, answers);
    await test.database.query(
      (sql) => sql`update coin_list set listed_at = listed_at - interval '2 minutes'`,
    );
    expect((await ask(of, reference)).type).toBe('not_yet');
    await test.advance('11 seconds');
    expect(await ask(of, reference)).toEqual({ type: 'done' });
    expect(await refusedTo(reference)).toMatchObject({ reason: 'too_small', leastCents });
    expect(requests).toHaveBeenCalledTimes(1);
  });

  it('does not hold up the questions whose answers it waits for', async () => {
    await setMinimums(test.database, BEFORE);
    const reference = await addOrder(test.database, 1200);
    await promiseAlone(test.database, [
      {
        effect: {
          kind: 'create_invoice',
          reference,
          amountCents: 1200 as Cents,
          occasion: { type: 'purchase' },
        },
        key: `${reference}:invoice:0`,
        expiresInSeconds: 3600,
        reference,
      },
    ]);
    await askAgainNow(test.database);
    expect((await claimQuestion(test.database)).type).toBe('wait');
    await ask(refusing().of, reference);
    expect((await claimQuestion(test.database)).type).toBe('list');
  });

  it('is asked for at once if the donor chose a larger amount meanwhile', async () => {
    await setMinimums(test.database, BEFORE);
    const reference = await addOrder(test.database, 1200);
    const { of, requests } = refusing();
    await ask(of, reference);
    await test.database.query(
      (sql) => sql`update orders set amount_cents = 2000 where reference = ${reference}`,
    );
    await ask(of, reference, 2000);
    expect(requests).toHaveBeenCalledTimes(2);
  });
});

it('does not ask the coins again for another refusal', async () => {
  await setMinimums(test.database, { trx: 400 });
  await refusedIn();
  expect(await isQuestionDue(test.database)).toBe(false);
});

it('raises the alarm and tells the owner at the third refusal in an hour', async () => {
  for (const raised of [0, 0, 1]) {
    await refusedIn();
    expect([(await alarms()).length, (await ownersTold()).length]).toEqual([raised, raised]);
  }
  expect(await ownersTold()).toEqual([{ to: OWNER_ID, title: 'Alpha', channels: 1, refusals: 3 }]);
});

it('tells the owner once a day, however many are refused', async () => {
  for (let n = 0; n < 8; n += 1) await refusedIn();
  expect(await ownersTold()).toHaveLength(1);
  await test.advance('1 day');
  for (let n = 0; n < 3; n += 1) await refusedIn();
  expect(await ownersTold()).toHaveLength(2);
});

it('tells each owner of a channel concerned, with their own number', async () => {
  await refusedIn(CHANNEL_ID);
  await refusedIn(OTHER_ID);
  await refusedIn(THIRD_ID);
  expect(await ownersTold()).toEqual(
    expect.arrayContaining([
      { to: OWNER_ID, title: 'Alpha', channels: 2, refusals: 2 },
      { to: OTHER_OWNER, title: 'Beta', channels: 1, refusals: 1 },
    ]),
  );
  expect(await ownersTold()).toHaveLength(2);
});

it('counts only an hour', async () => {
  await refusedIn();
  await refusedIn();
  await test.advance('61 minutes');
  await refusedIn();
  expect([await alarms(), await ownersTold()]).toEqual([[], []]);
});

it('misses no owner if the refusals come at the same moment', async () => {
  const recorded = new Set<OrderReference>();
  let goOn = (): void => undefined;
  const all = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const refuse = async () => {
    const reference = await addOrder(test.database, 1200);
    // Goes on from its recorded refusal when all are recorded.
    const query: Database['query'] = async (statement) => {
      const rows = await test.database.query(statement);
      const own = await test.database.query(
        (sql) => sql`select from invoice_refusals where order_reference = ${reference}`,
      );
      if (own.length > 0 && recorded.add(reference).size === 3) goOn();
      if (own.length > 0) await all;
      return rows;
    };
    await ask({ ...deps(400, UNAVAILABLE), database: { ...test.database, query } }, reference);
  };
  await Promise.all([refuse(), refuse(), refuse()]);
  expect(await ownersTold()).toHaveLength(1);
});

it('raises no alarm when NOWPayments is away', async () => {
  for (let n = 0; n < 4; n += 1) await refusedIn(CHANNEL_ID, deps(503, ''));
  expect([await alarms(), await ownersTold()]).toEqual([[], []]);
});
