import { BUYER_ID, CHANNEL_ID, OWNER_ID } from '../../tests/support/order';
import { addSellingChannel, paymentOf, settleIpn } from '../../tests/support/subscription';
import { useTestDatabase } from '../../tests/support/test-database';
import { openKeypad } from '../database/donations/open-keypad';
import type { OpenChannelId, OrderReference } from '../domain/common/ids';
import type { Key } from '../domain/donations/keypad';
import { withLogContext } from '../logger';
import { ASKING_NOBODY } from '../../tests/worlds/update-context';
import { decideOddPayment } from './payments/decide-odd-payment';
import type { InvoiceDependencies } from './nowpayments/create-invoice';
import { deliveryOf } from './common/delivery-of';
import { openOrderFor } from './payments/open-order';
import { pressKeypad } from './donations/press-keypad';
import { sendReminder } from './payments/remind';
import { replayOrder } from './operations/replay';

// One correlation id follows an order from the update that opens it, whatever happens to the order later.

const test = useTestDatabase({ per: 'test' });
beforeEach(async () => {
  await addSellingChannel(test.database);
});

const PERSON = { userId: BUYER_ID, username: null, firstName: null };
const openChannelId = CHANNEL_ID as OpenChannelId;
let nextUpdate = 1;

/** Runs like a request under `correlationId`. */
const under = <T>(correlationId: string, run: () => Promise<T>): Promise<T> =>
  withLogContext({ correlationId }, run);

const choose = (id: string) =>
  under(id, () => {
    const asking = String(nextUpdate++);
    const by = { delivery: deliveryOf('telegram', asking), person: PERSON };
    const wanted = { userId: BUYER_ID, openChannelId, occasion: { type: 'purchase' }, asking, by } as const;
    return openOrderFor(test.database, { ...wanted, choose: ({ tiers }) => tiers[0] });
  });

const settle = (id: string, reference: string, change: object = {}) =>
  under(id, () => settleIpn(test.database, paymentOf(reference, { payment_id: 5_000_000_001, ...change })));

/** The correlation ids in all rows of a table, oldest first. */
async function idsIn(table: 'orders' | 'outbox' | 'inbox' | 'audit_log'): Promise<(string | null)[]> {
  const rows = await test.database.query(
    (sql) => sql<{ id: string | null }[]>`select correlation_id as id from ${sql(table)} order by ctid`,
  );
  return rows.map(({ id }) => id);
}
const distinct = async (table: Parameters<typeof idsIn>[0]) => [...new Set(await idsIn(table))];

async function newestOrder(): Promise<OrderReference> {
  const [row] = await test.database.query(
    (sql) =>
      sql<{ reference: OrderReference }[]>`select reference from orders order by created_at desc limit 1`,
  );
  return row!.reference;
}

it('is the id of the tap that opened the order, even if a later tap reuses it', async () => {
  await choose('first-tap');
  await choose('second-tap');
  expect(await idsIn('orders')).toEqual(['first-tap']);
  expect(await idsIn('outbox')).toEqual(['first-tap', 'first-tap']);
  expect(await idsIn('inbox')).toEqual(['first-tap', 'first-tap']);
});

it('is the id of the tap that confirmed a keypad, even if a late tap amends it', async () => {
  const keypadId = '00000000-0000-4000-8000-000000000001';
  const starsFor = { isEveryone: false, named: [] };
  const opening = { keypadId, person: PERSON, openChannelId, promised: [], starsFor };
  await under('start', () => openKeypad(test.database, deliveryOf('telegram', 'start'), opening));
  const tap = (updateId: number, key: Key) =>
    under(`tap-${updateId}`, () =>
      pressKeypad(test.database, deliveryOf('telegram', String(updateId)), {
        updateId,
        key,
        userId: BUYER_ID,
        chatId: BUYER_ID,
        messageId: 5,
        queryId: 'q',
      }),
    );
  await tap(11, '9');
  await tap(14, 'confirm');
  await tap(12, '5');
  expect(await idsIn('orders')).toEqual(['tap-14']);
  expect(await distinct('outbox')).toEqual(['tap-14']);
  expect(await idsIn('inbox')).toEqual(['start', 'tap-11', 'tap-14', 'tap-14']);
});

it('passes from an order to what happens to it', async () => {
  await choose('tap');
  const reference = await newestOrder();
  await settle('ipn', reference);
  await under('operator', () => replayOrder(test.database, reference));
  for (const table of ['outbox', 'inbox'] as const) expect(await distinct(table)).toEqual(['tap']);
});

it('passes from an order to the decision about its payment', async () => {
  await choose('tap');
  await settle('ipn', await newestOrder(), { price_amount: 31 });
  const button = { queryId: 'q', chatId: OWNER_ID, messageId: 1 };
  const paymentId = 5_000_000_001;
  const user = { id: OWNER_ID, first_name: 'Olga' };
  await under('decision', () => {
    const context = {
      database: test.database,
      delivery: deliveryOf('telegram', '99'),
      updateId: 99,
      botId: 1,
      ...ASKING_NOBODY,
    };
    return decideOddPayment(context, { type: 'decide_case', user, button, paymentId, decision: 'accept' });
  });
  expect(await distinct('audit_log')).toEqual(['tap']);
  expect(await distinct('outbox')).toEqual(['tap']);
});

it('stays that of the IPN if its order is unknown or has no id', async () => {
  await settle('orphan', 'x'.repeat(22));
  expect(await idsIn('inbox')).toEqual(['orphan']);
  await choose('tap');
  await test.database.query((sql) => sql`update orders set correlation_id = null`);
  await settle('ipn', await newestOrder(), { payment_id: 5_000_000_002 });
  expect((await idsIn('inbox')).at(-1)).toBe('ipn');
});

it('is one new id for all reminders of a renewal', async () => {
  await choose('tap');
  await settle('ipn', await newestOrder());
  const [row] = await test.database.query(
    (sql) => sql<{ until: number }[]>`
      select (extract(epoch from paid_until) * 1000)::bigint as until from subscriptions`,
  );
  const effect = { kind: 'remind', openChannelId, userId: BUYER_ID, paidUntil: row!.until } as const;
  const deps = { database: test.database } as InvoiceDependencies;
  await test.advance('30 days');
  for (const daysLeft of [7, 3, 1]) await under('tap', () => sendReminder(deps, { ...effect, daysLeft }));
  const [first, renewal, ...more] = await idsIn('orders');
  expect([first, more]).toEqual(['tap', []]);
  expect(renewal).toMatch(/^[0-9a-f-]{36}$/);
  expect((await idsIn('outbox')).slice(-3)).toEqual([renewal, renewal, renewal]);
});
