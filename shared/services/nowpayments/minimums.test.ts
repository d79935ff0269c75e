import fc from 'fast-check';
import { addSellingChannel } from '../../../tests/support/subscription';
import { CHANNEL_ID } from '../../../tests/support/order';
import { forgetMinimums, setMinimums } from '../../../tests/support/minimums';
import { useTestDatabase } from '../../../tests/support/test-database';
import { personWith } from '../../../tests/worlds/owner';
import { findOffer } from '../../database/payments/offers';
import { readLeastPayable } from '../../database/payments/minimums/minimums';
import type { Database } from '../../database/connection/pool';
import type { Cents, OpenChannelId, OrderReference } from '../../domain/common/ids';
import { ASSUMED_LEAST_CENTS } from '../../domain/payments/invoices/minimums';
import { callbackData } from '../../telegram/codec/callback-data';
import { viewOf } from '../../telegram/views';
import { readPrice } from '../owner/page/read-answers';
import { silentLogger } from '../../logger';
import { createInvoice } from './create-invoice';
import { sendKeypad } from '../donations/keypad-effects';

const test = useTestDatabase();
const openChannelId = CHANNEL_ID as OpenChannelId;
const sell = (priceCents: number) =>
  addSellingChannel(test.database, { tiers: [{ name: 'Month', priceCents: priceCents as Cents, days: 30 }] });
beforeEach(async () => {
  await sell(3000);
  await forgetMinimums(test.database);
});

let lastUserId = 500_000;
let lastUpdateId = 0;
/** A user whose updates have rising ids, as Telegram gives them, because the taps on a keypad are read in that order. */
function newUser(of: { readonly database: Database } = test) {
  const person = personWith(of, (lastUserId += 1));
  return { ...person, press: (data: string) => person.press(data, (lastUpdateId += 1)) };
}

const typed = async (donor: ReturnType<typeof newUser>, amount: string) => {
  for (const key of amount) await donor.press(callbackData.key(key as '1'));
  return donor.press(callbackData.key('confirm'));
};
const dollars = (cents: number) => (cents / 100).toFixed(2);

/** Opens a keypad and confirms this amount. */
async function donate(cents: number) {
  const donor = newUser();
  await donor.press(callbackData.donate(openChannelId));
  return { donor, ...(await typed(donor, dollars(cents))) };
}

async function buy(cents: number) {
  await sell(cents);
  return newUser().press(callbackData.buy(openChannelId, 1));
}

/** The minimums of all coins that are switched on, `null` for those that have not answered. */
type Known = Readonly<Record<string, number | null>>;
const ALL: Known = { xrp: 1400, trx: 400 };
const SOME: Known = { xrp: 1400, trx: null };
const NONE: Known = { xrp: null, trx: null };

it.each<[string, Known | undefined, number, string]>([
  ['all coins', ALL, 399, 'Crypto payments start at $4.00 today. Nothing was charged. Try $4?'],
  ['all coins', ALL, 400, 'taken'],
  ['all coins', ALL, 900, 'taken'],
  [
    'the only coin',
    { xrp: 1141 },
    900,
    'Crypto payments start at $11.41 today. Nothing was charged. Try $12?',
  ],
  [
    'the only coin',
    { xrp: 1141 },
    1140,
    'Crypto payments start at $11.41 today. Nothing was charged. Try $12?',
  ],
  ['the only coin', { xrp: 1141 }, 1141, 'taken'],
  ['some coins', SOME, 900, 'taken'],
  ['some coins', SOME, 499, 'taken'],
  ['some coins', SOME, 498, 'Donations start at $4.99 right now. Nothing was charged. Try $5?'],
  ['no coin', NONE, 499, 'taken'],
  ['nobody', undefined, 499, 'taken'],
  ['nobody', undefined, 498, 'Donations start at $4.99 right now. Nothing was charged. Try $5?'],
])('with an answer about %s %j, a donation of %d cents is: %s', async (_, known, cents, outcome) => {
  if (known !== undefined) await setMinimums(test.database, known);
  const { answer, message } = await donate(cents);
  expect(message?.type === 'keypad_confirmed' ? 'taken' : answer).toBe(outcome);
});

it('keeps the keypad open after a refused confirm', async () => {
  await setMinimums(test.database, { xrp: 1141 });
  const { donor } = await donate(900);
  await donor.press(callbackData.key('clear'));
  expect((await typed(donor, '11.41')).message).toMatchObject({
    type: 'keypad_confirmed',
    amountCents: 1141,
  });
});

it('refuses by the minimum of the confirm, not of the keypad’s opening', async () => {
  const donor = newUser();
  await donor.press(callbackData.donate(openChannelId));
  await setMinimums(test.database, { xrp: 1141 });
  expect((await typed(donor, '5')).answer).toMatch(/start at \$11\.41/);
});

it('does not revive a refused confirm when the minimum falls', async () => {
  await setMinimums(test.database, { xrp: 1141 });
  const { donor } = await donate(500);
  await setMinimums(test.database, { xrp: 400 });
  const { message } = await typed(donor, '9');
  expect(message).toBeUndefined();
  await donor.press(callbackData.key('clear'));
  expect((await typed(donor, '20')).message).toMatchObject({ amountCents: 2000 });
});

it('keeps an accepted amount when the minimum rises before a late tap', async () => {
  await setMinimums(test.database, { trx: 400 });
  const { donor } = await donate(500);
  await setMinimums(test.database, { trx: 1141 });
  expect((await donor.press(callbackData.key('confirm'))).message).toMatchObject({ amountCents: 500 });
});

it.each<[Known | undefined, string]>([
  [ALL, '$4'],
  [{ xrp: 1141 }, '$12'],
  [{ xrp: 1200 }, '$12'],
  [SOME, '$4.99'],
  [undefined, '$4.99'],
])('shows on the keypad, knowing %j, an amount that works: from %s', async (known, words) => {
  if (known !== undefined) await setMinimums(test.database, known);
  const donor = newUser();
  await donor.press(callbackData.donate(openChannelId));
  const [keypad] = await test.database.query(
    (sql) => sql<{ id: string }[]>`select keypad_id as id from keypads where user_id = ${donor.userId}`,
  );
  const texts: string[] = [];
  const api = {
    sendMessage: async (_: unknown, text: string) => {
      texts.push(text);
      return { message_id: 9 };
    },
  };
  await sendKeypad(
    { database: test.database, api: api as never },
    { kind: 'send_keypad', chatId: donor.userId, keypadId: keypad!.id },
    { language: 'en' },
  );
  expect(texts[0]).toContain(`Type an amount from ${words} to`);
  const least = words.slice(1).includes('.') ? 499 : Number(words.slice(1)) * 100;
  expect((await typed(donor, dollars(least))).message).toMatchObject({ amountCents: least });
});

const coins = fc.dictionary(
  fc.constantFrom('btc', 'xrp', 'trx', 'ltc', 'sol'),
  fc.option(fc.integer({ min: 1, max: 2500 })),
  { minKeys: 1 },
);

it('refuses exactly what is proven too small; until then donations start at $4.99', async () => {
  await fc.assert(
    fc.asyncProperty(
      coins,
      fc.integer({ min: 1, max: 2600 }),
      fc.constantFrom(-1, 0, 1),
      async (known, any, around) => {
        await forgetMinimums(test.database);
        await setMinimums(test.database, known);
        const minimums = Object.values(known);
        const proven = minimums.includes(null) ? null : Math.min(...minimums.map(Number));
        const cents = proven === null ? any : Math.max(1, proven + around);
        const isRefused = proven !== null && cents < proven;
        const leastCents = (await readLeastPayable(test.database)).leastCents;
        expect(leastCents).toBe(proven);
        const bought = await buy(cents);
        expect(/start at/.test(bought.answer ?? '')).toBe(isRefused);
        const isDonated = (await donate(cents)).message?.type === 'keypad_confirmed';
        expect(isDonated).toBe(cents >= (proven ?? ASSUMED_LEAST_CENTS));
        const price = await readPrice({ database: test.database }, dollars(cents));
        expect(price.ok).toBe(!isRefused);
      },
    ),
    { numRuns: 25, endOnFailure: true },
  );
});

const orders = async () =>
  test.database.query((sql) => sql<{ n: number }[]>`select count(*)::int as n from orders`);

it('opens no order for a tier that no coin can pay, and says what would work', async () => {
  await setMinimums(test.database, { xrp: 1141 });
  const before = await orders();
  expect((await buy(500)).answer).toMatch(
    /start at \$11\.41 today, and this costs \$5\.00\. Nothing was charged/,
  );
  expect(await orders()).toEqual(before);
});

describe('while no coin is switched on', () => {
  beforeEach(() => setMinimums(test.database, {}));

  it('offers neither tiers nor the keypad, and says so in one sentence', async () => {
    const buyer = newUser();
    const { text, buttons } = await buyer.press(callbackData.channel(openChannelId));
    expect(text).toMatch(/Payments are off right now/);
    expect(buttons).toEqual([callbackData.backToChannels]);
  });

  it('sells nothing to a buyer who has an older button', async () => {
    const before = await orders();
    const buyer = newUser();
    expect((await buyer.press(callbackData.buy(openChannelId, 1))).answer).toMatch(/Payments are off/);
    await buyer.press(callbackData.donate(openChannelId));
    const rows = await test.database.query(
      (sql) => sql<{ type: string }[]>`
        select payload #>> '{message,type}' as type from outbox
        where (payload ->> 'chatId')::bigint = ${buyer.userId}`,
    );
    expect(rows).toEqual([{ type: 'payments_off' }]);
    expect(await orders()).toEqual(before);
  });

  it('refuses the confirm of a keypad that was opened before', async () => {
    await setMinimums(test.database, { trx: 400 });
    const donor = newUser();
    await donor.press(callbackData.donate(openChannelId));
    await setMinimums(test.database, {});
    expect((await typed(donor, '20')).answer).toMatch(/Payments are off/);
    await setMinimums(test.database, { trx: 400 });
    expect((await donor.press(callbackData.key('confirm'))).message).toMatchObject({ amountCents: 2000 });
  });

  it('promises no invoice for an order that was opened before', async () => {
    await setMinimums(test.database, { trx: 400 });
    await sell(2000);
    const buyer = newUser();
    await buyer.press(callbackData.buy(openChannelId, 1));
    const promises = () =>
      test.database.query(
        (sql) => sql<{ reference: OrderReference }[]>`
          select order_reference as reference from outbox join orders on reference = order_reference
          where outbox.kind = 'create_invoice' and user_id = ${buyer.userId}`,
      );
    const [order] = await promises();
    await setMinimums(test.database, {});
    for (const data of [callbackData.payOrder(order!.reference), callbackData.buy(openChannelId, 1)])
      expect((await buyer.press(data)).answer).toMatch(/Payments are off/);
    expect(await promises()).toHaveLength(1);
    await setMinimums(test.database, { trx: 400 });
    await buyer.press(callbackData.payOrder(order!.reference));
    expect(await promises()).toHaveLength(2);
  });

  it('sells again when a coin is switched on, before its minimum is known', async () => {
    await setMinimums(test.database, { trx: null });
    const offer = await findOffer(test.database, { openChannelId, userId: 1 });
    expect(offer).toMatchObject({ isUnpayable: false, leastCents: null });
    expect((await donate(ASSUMED_LEAST_CENTS)).message).toMatchObject({ type: 'keypad_confirmed' });
  });
});

it('costs a confirm two statements and its invoice two', async () => {
  await setMinimums(test.database, ALL);
  let statements = 0;
  const database: Database = {
    ...test.database,
    query: (run) => {
      statements += 1;
      return test.database.query(run);
    },
  };
  const donor = newUser({ database });
  await donor.press(callbackData.donate(openChannelId));
  for (const key of '20') await donor.press(callbackData.key(key as '2'));
  statements = 0;
  await donor.press(callbackData.key('confirm'));
  expect(statements).toBe(2);
  const [order] = await test.database.query(
    (sql) =>
      sql<{ reference: OrderReference }[]>`select reference from orders where user_id = ${donor.userId}`,
  );
  statements = 0;
  const nowpayments = {
    createInvoice: async () => ({ invoiceId: '9', invoiceUrl: 'https://nowpayments.io/payment/?iid=9' }),
  } as never;
  await createInvoice(
    {
      database,
      nowpayments,
      ipnCallbackUrl: 'https://example.org/',
      nudgeMinimums: async () => undefined,
      log: silentLogger,
    },
    {
      kind: 'create_invoice',
      reference: order!.reference,
      amountCents: 2000 as Cents,
      occasion: { type: 'purchase' },
    },
    { key: 'k' },
  );
  expect(statements).toBe(2);
});

it('words a keypad that an older version stored', () => {
  expect(viewOf({ type: 'keypad', title: 'A', donationMessage: '' }).text.text).toContain('from $4.99 to');
});
