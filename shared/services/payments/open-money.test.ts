import { BUYER_ID, CHANNEL_ID, OWNER_ID } from '../../../tests/support/order';
import { addSellingChannel, paymentOf, settleIpn } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import { personWith } from '../../../tests/worlds/owner';
import type { Database } from '../../database/connection/pool';
import type { Tier } from '../../domain/common/channel';
import type { Cents, OrderReference } from '../../domain/common/ids';
import type { Message } from '../../domain/messages/messages';
import type { EffectOf } from '../../domain/effects';
import { silentLogger } from '../../logger';
import { viewOf } from '../../telegram/views';
import { createInvoice } from '../nowpayments/create-invoice';

const test = useTestDatabase();

const MONTH: Tier = { name: 'Month', priceCents: 4000 as Cents, days: 30 };
const YEAR: Tier = { name: 'Year', priceCents: 9000 as Cents, days: 365 };
const tiers = (...list: Tier[]) => addSellingChannel(test.database, { tiers: list });
const run = (statement: Parameters<Database['query']>[0]) => test.database.query(statement);

beforeEach(async () => {
  await run((sql) => sql`truncate orders, subscriptions, inbox, outbox, bans, audit_log cascade`);
  await run((sql) => sql`update channels set paused_at = null`);
  await tiers(MONTH, YEAR);
});

const buyer = (database: Database = test.database) => personWith({ database }, BUYER_ID);
const press = (data: string) => buyer().press(data);
const tier = (position: number) => `sub_tier_${CHANNEL_ID}_${position}`;
const fromScratch = (position: number) => `sub_scratch_${CHANNEL_ID}_${position}`;
const page = `channel_${CHANNEL_ID}`;

interface OrderRow {
  readonly reference: OrderReference;
  readonly state: string;
  readonly received: number;
  readonly cents: number;
}
const orders = () =>
  test.database.query(
    (sql) => sql<OrderRow[]>`
      select reference, state, received_cents as received, amount_cents as cents from orders order by created_at, state`,
  );
const openedFirst = async (): Promise<OrderReference> => (await orders())[0]!.reference;

/** What a message says, and its buttons as "label → data". */
function shown(message: Message | undefined) {
  const view = message && viewOf(message);
  const keys = view?.keyboard?.inline_keyboard?.flat() ?? [];
  return {
    text: view?.text.text.replace(/<[^>]*>/g, '') ?? '',
    buttons: keys.map((key) => `${key.text} → ${'callback_data' in key ? key.callback_data : ''}`),
  };
}

/** The newest message that was promised to the buyer. */
async function lastReply(): Promise<Message> {
  const [row] = await test.database.query(
    (sql) => sql<{ message: Message }[]>`
      select payload -> 'message' as message from outbox
      where kind = 'send_message' and (payload ->> 'chatId')::bigint = ${BUYER_ID} order by outbox_id desc limit 1`,
  );
  return row!.message;
}

const invoicesPromised = () =>
  test.database.query(
    (sql) => sql<
      { key: string; reference: OrderReference; amountCents: Cents; occasion: { type: string } }[]
    >`
      select idempotency_key as key, order_reference as reference, (payload ->> 'amountCents')::int as "amountCents",
        payload -> 'occasion' as occasion
      from outbox where kind = 'create_invoice' order by outbox_id`,
  );

let nextInvoice = 1;
/** Performs the newest promise of an invoice. Returns how many invoices were made. */
async function makeInvoice(): Promise<number> {
  const { key, ...effect } = (await invoicesPromised()).at(-1)!;
  let made = 0;
  const unused = () => Promise.reject(new Error('not asked'));
  const deps = {
    database: test.database,
    log: silentLogger,
    ipnCallbackUrl: 'https://example.org/',
    nudgeMinimums: async () => undefined,
    nowpayments: {
      createInvoice: async () => {
        made += 1;
        const invoiceId = String(nextInvoice++);
        return { invoiceId, invoiceUrl: `https://nowpayments.io/payment/?iid=${invoiceId}` };
      },
      getCoins: unused,
      getMinAmount: unused,
      getPayment: unused,
      getStatus: unused,
      listPayments: undefined,
    },
  };
  await createInvoice(deps, { kind: 'create_invoice', ...effect } as EffectOf<'create_invoice'>, { key });
  return made;
}

const pay = (reference: OrderReference, change: object) => {
  const ofForty: object = { price_amount: 40, pay_amount: 40, ...change };
  return settleIpn(test.database, paymentOf(reference, ofForty));
};
const payPart = (reference: OrderReference, actually_paid = 20) =>
  pay(reference, { payment_status: 'partially_paid', actually_paid });
async function paymentOfOrder(reference: OrderReference): Promise<number> {
  const [row] = await test.database.query(
    (sql) => sql<{ id: number }[]>`
      select payment_id::float8 as id from payments where order_reference = ${reference}`,
  );
  return row!.id;
}
const expireRest = (reference: OrderReference) =>
  pay(reference, { payment_status: 'expired', price_amount: 20, pay_amount: 20, actually_paid: 0 });
const payRest = (reference: OrderReference) =>
  pay(reference, { price_amount: 20, pay_amount: 20, actually_paid: 20 });

async function halfPaid(): Promise<OrderReference> {
  await press(tier(1));
  await makeInvoice();
  const reference = await openedFirst();
  await payPart(reference);
  return reference;
}

const ban = () =>
  run(
    (sql) => sql`
      insert into bans (open_channel_id, user_id, reason, banned_by)
      values (${CHANNEL_ID}, ${BUYER_ID}, 'Spam', ${OWNER_ID})`,
  );
const cancelledFirst = async (state: string): Promise<OrderReference> => {
  await press(tier(1));
  await makeInvoice();
  const reference = await openedFirst();
  if (state === 'cancelled') await press(`payment_cancel_${reference}`);
  else await run((sql) => sql`update orders set state = ${state} where reference = ${reference}`);
  await payPart(reference);
  return reference;
};

interface Case {
  readonly set: () => Promise<OrderReference>;
  /** What every page says about the order. */
  readonly says: string;
  /** Absent: the rest can be paid. */
  readonly isWaiting?: true;
  /** Absent: the tier that is pressed can be bought from scratch. */
  readonly isNotSold?: true;
}

const HALF = '$20.00 of $40.00';
const after = (change: () => Promise<unknown>) => async () => {
  const reference = await halfPaid();
  await change();
  return reference;
};

/** What can happen to an order with money in it, or around it. */
const CASES: Readonly<Record<string, Case>> = {
  'nothing changed': { set: halfPaid, says: HALF },
  'the price fell': { set: after(() => tiers({ ...MONTH, priceCents: 3500 as Cents })), says: HALF },
  'the price rose': { set: after(() => tiers({ ...MONTH, priceCents: 4500 as Cents })), says: HALF },
  'the tier was renamed': { set: after(() => tiers({ ...MONTH, name: 'Moon' }, YEAR)), says: HALF },
  'the tier was removed': { set: after(() => tiers(YEAR)), says: HALF },
  'all tiers were removed': { set: after(() => tiers()), says: HALF, isNotSold: true },
  'the days changed': { set: after(() => tiers({ ...MONTH, days: 31 })), says: HALF },
  'the channel was paused': {
    set: after(() => run((sql) => sql`update channels set paused_at = app_now()`)),
    says: HALF,
    isNotSold: true,
  },
  'the private channel is gone': {
    set: after(() => addSellingChannel(test.database, { closedChannelId: null, tiers: [MONTH] })),
    says: HALF,
    isWaiting: true,
    isNotSold: true,
  },
  'the buyer was banned': { set: after(ban), says: HALF, isWaiting: true, isNotSold: true },
  'it was cancelled before a part came': { set: () => cancelledFirst('cancelled'), says: HALF },
  'it was refused before a part came': { set: () => cancelledFirst('refused'), says: HALF },
  'the invoice for the rest expired': {
    set: async () => {
      const reference = await halfPaid();
      await makeInvoice();
      await expireRest(reference);
      // A claim on the right to make an invoice lasts half a minute.
      await test.advance('1 minute');
      return reference;
    },
    says: HALF,
  },
  'the rest is too small to be paid': {
    set: async () => {
      await press(tier(1));
      const reference = await openedFirst();
      await payPart(reference, 39);
      await makeInvoice();
      return reference;
    },
    says: '$39.00 of $40.00 arrived, the owner will decide',
    isWaiting: true,
  },
  'it came in another coin': {
    set: async () => {
      await press(tier(1));
      const reference = await openedFirst();
      await pay(reference, { payment_status: 'waiting', actually_paid: 0, payment_id: 77 });
      await pay(reference, { parent_payment_id: 77, pay_currency: 'trx', payment_status: 'partially_paid' });
      return reference;
    },
    says: 'the owner will decide about your payment',
    isWaiting: true,
  },
  'another payment is being confirmed': {
    set: async () => {
      const reference = await halfPaid();
      await pay(reference, {
        payment_status: 'confirming',
        price_amount: 20,
        pay_amount: 20,
        actually_paid: 20,
      });
      await tiers({ ...MONTH, priceCents: 3500 as Cents });
      return reference;
    },
    says: '$20.00 of $40.00 arrived, another payment is being confirmed',
    isWaiting: true,
  },
  'the chosen tier is being paid with another order': {
    set: async () => {
      await press(tier(2));
      await makeInvoice();
      const year = await openedFirst();
      await press(tier(1));
      await makeInvoice();
      const month = (await orders()).find(({ reference }) => reference !== year)!.reference;
      await payPart(month);
      await pay(year, { payment_status: 'confirming', price_amount: 90, pay_amount: 90 });
      await tiers(YEAR, MONTH);
      return month;
    },
    says: HALF,
    isNotSold: true,
  },
};

describe.each(Object.entries(CASES))('an order with money in it, when %s', (_, { set, says, ...is }) => {
  it('is named on every page that its buyer opens, with what they can do', async () => {
    const reference = await set();
    const story = await press(`order_story_${reference}`);
    expect(story.answer).toBeUndefined();
    const storyPage = shown(await lastReply());
    await buyer().say('/mysubs');
    const mySubs = shown(await lastReply());
    const channelPage = shown((await press(page)).message);
    const chosen = shown((await press(tier(1))).message);
    for (const each of [channelPage, chosen, mySubs, storyPage]) {
      expect(each.text).toContain(says);
      const payButton = each.buttons.filter((button) => button.endsWith(`→ order_pay_${reference}`));
      expect(payButton).toEqual(is.isWaiting ? [] : [`💳 Pay the rest: $20.00 → order_pay_${reference}`]);
      expect(each.buttons.filter((button) => button.includes(`payment_cancel_${reference}`))).toEqual([]);
    }
    for (const each of [channelPage, chosen])
      expect(each.buttons).toContain(`📜 What happened → order_story_${reference}`);
    expect(chosen.buttons.filter((button) => button.includes('sub_scratch_'))).toHaveLength(
      is.isNotSold ? 0 : 1,
    );
  });

  it('is paid by its rest alone, or not at all', async () => {
    const reference = await set();
    const before = await invoicesPromised();
    const { answer } = await press(`order_pay_${reference}`);
    const promised = (await invoicesPromised()).slice(before.length);
    if (is.isWaiting) {
      expect(promised).toEqual([]);
      expect(answer).toMatch(/owner will decide|being confirmed/);
      return;
    }
    expect(promised).toMatchObject([{ reference, amountCents: 2000, occasion: { type: 'rest' } }]);
    expect(await makeInvoice()).toBe(1);
    expect(await lastReply()).toMatchObject({ type: 'pay_now', reference, dueCents: 2000 });
    await payRest(reference);
    expect((await orders()).find((order) => order.reference === reference)).toMatchObject({
      state: 'settled',
    });
  });

  it('costs a press no more statements than the order did', async () => {
    const reference = await set();
    let statements = 0;
    const counting: Database = {
      ...test.database,
      query: (statement) => {
        statements += 1;
        return test.database.query(statement);
      },
    };
    const costs: Record<string, number> = {};
    for (const data of [
      page,
      tier(1),
      `order_pay_${reference}`,
      `order_story_${reference}`,
      'my_subscriptions',
    ]) {
      statements = 0;
      await buyer(counting).press(data);
      costs[data] = statements;
    }
    expect(costs[page]).toBe(1);
    expect(costs[tier(1)]).toBe(1);
    expect(costs[`order_pay_${reference}`]).toBeLessThanOrEqual(2);
    expect(costs[`order_story_${reference}`]).toBe(3);
    expect(costs['my_subscriptions']).toBe(3);
  });
});

it.each([
  ['the tier is sold as before', [MONTH]],
  ['its price changed', [{ ...MONTH, priceCents: 3500 as Cents }]],
])('leaves the money to the owner if its buyer buys from scratch and %s', async (_, list) => {
  const first = await halfPaid();
  await tiers(...list);
  const { priceCents } = list[0]!;
  await press(fromScratch(1));
  await press(fromScratch(1));
  const second = (await orders()).find(({ reference }) => reference !== first)!;
  expect(await orders()).toHaveLength(2);
  expect((await invoicesPromised()).at(-1)).toMatchObject({
    reference: second.reference,
    amountCents: priceCents,
    occasion: { type: 'purchase' },
  });
  expect(await makeInvoice()).toBe(1);
  // Its owner still has the case, its buyer still reads about it, and both know why.
  expect(await orders()).toContainEqual(
    expect.objectContaining({ reference: first, state: 'cancelled', received: 2000 }),
  );
  const paymentId = await paymentOfOrder(first);
  expect(shown((await press(page)).message).text).toContain('$20.00 of $40.00 arrived:');
  expect(shown((await press('back_to_subscriptions')).message).text).toContain(
    'cancelled; $20.00 of $40.00 arrived, the owner will decide',
  );
  await press(`order_story_${first}`);
  expect(shown(await lastReply()).text).toContain('You placed another order instead.');
  await personWith(test, OWNER_ID).press(`case_accept_${paymentId}`);
  expect((await orders()).find(({ reference }) => reference === first)).toMatchObject({ state: 'settled' });
});

it('asks for the whole price in the same order if what came has no known worth', async () => {
  const reference = await CASES['it came in another coin']!.set();
  await press(fromScratch(1));
  expect((await invoicesPromised()).at(-1)).toMatchObject({ reference, amountCents: 4000 });
  expect(await orders()).toMatchObject([{ reference, state: 'open' }]);
});

it('keeps both orders payable after its buyer bought from scratch', async () => {
  const first = await halfPaid();
  await press(fromScratch(1));
  const second = (await orders()).find(({ reference }) => reference !== first)!.reference;
  await pay(second, { actually_paid: 40 });
  await press(`order_pay_${first}`);
  expect(await makeInvoice()).toBe(1);
  await payRest(first);
  expect((await orders()).map(({ state }) => state)).toEqual(['settled', 'settled']);
});

it('loses no money to an order from scratch at the moment of the last payment', async () => {
  const first = await halfPaid();
  await makeInvoice();
  await Promise.all([payRest(first), press(fromScratch(1)), press(fromScratch(1))]);
  expect((await orders()).find(({ reference }) => reference === first)).toMatchObject({ state: 'settled' });
});

it('sells another tier at once to a buyer without money in an open order', async () => {
  await press(tier(1));
  expect((await press(tier(2))).answer).toBe('Your invoice is on its way.');
  expect((await orders()).map(({ state }) => state)).toEqual(['open', 'open']);
});

interface Unpaid {
  readonly change: (reference: OrderReference) => Promise<unknown>;
  readonly says: string;
  /** How many invoices a press of "Pay now" makes. Absent: there is no such button. */
  readonly made?: number;
}
async function expire(reference: OrderReference): Promise<void> {
  await pay(reference, { payment_status: 'expired', actually_paid: 0 });
  await test.advance('1 minute');
}

const UNPAID: Readonly<Record<string, Unpaid>> = {
  'nothing happened': { change: async () => undefined, says: 'waiting for payment', made: 0 },
  'its invoice expired': { change: expire, says: 'not paid, invoice expired', made: 1 },
  'its price changed': {
    change: () => tiers({ ...MONTH, priceCents: 4500 as Cents }),
    says: 'waiting for payment',
    made: 0,
  },
  'its invoice expired and its price rose': {
    change: async (reference) => {
      await expire(reference);
      await tiers({ ...MONTH, priceCents: 4500 as Cents });
    },
    says: 'not paid, invoice expired',
  },
  'its channel was paused': {
    change: () => run((sql) => sql`update channels set paused_at = app_now()`),
    says: 'waiting for payment',
  },
  'its buyer was banned': { change: ban, says: 'waiting for payment' },
};

describe.each(Object.entries(UNPAID))('an open order without money, when %s', (_, { change, says, made }) => {
  it('can be cancelled, and paid if it is still for sale, from its story or list', async () => {
    await press(tier(1));
    await makeInvoice();
    const reference = await openedFirst();
    await change(reference);
    await buyer().say('/mysubs');
    const list = shown(await lastReply());
    await press(`order_story_${reference}`);
    const story = shown(await lastReply());
    for (const each of [list, story]) {
      expect(each.text).toContain(says);
      expect(each.buttons.includes(`💳 Pay now: $40.00 → order_pay_${reference}`)).toBe(made !== undefined);
      expect(each.buttons).toContain(`✕ Cancel → payment_cancel_${reference}`);
    }
    const before = (await invoicesPromised()).length;
    await press(`order_pay_${reference}`);
    expect((await invoicesPromised()).length - before).toBe(made === undefined ? 0 : 1);
    if (made !== undefined) expect(await makeInvoice()).toBe(made);
    const { message, buttons } = await press(`payment_cancel_${reference}`);
    expect([message?.type, buttons]).toEqual([
      'order_cancelled',
      [`order_story_${reference}`, 'back_to_subscriptions'],
    ]);
  });
});

it('promises one invoice for a repeated press of "Pay now"', async () => {
  await press(tier(1));
  const reference = await openedFirst();
  await Promise.all([1, 2].map(() => buyer().press(`order_pay_${reference}`, 123)));
  await buyer().press(`order_pay_${reference}`, 123);
  expect(await invoicesPromised()).toHaveLength(2);
});

it('lets nobody pay the order of another user', async () => {
  const reference = await halfPaid();
  const promised = await invoicesPromised();
  const { answer } = await personWith(test, BUYER_ID + 1).press(`order_pay_${reference}`);
  expect(answer).toBe("I can't find this order. Send /mysubs to see yours.");
  expect(await invoicesPromised()).toEqual(promised);
});

it('lets a part that was sent back be cancelled, and no longer names it', async () => {
  const reference = await halfPaid();
  await pay(reference, {
    payment_status: 'refunded',
    payment_id: await paymentOfOrder(reference),
    actually_paid: 20,
  });
  const { text } = shown((await press(page)).message);
  expect(text).not.toContain('arrived:');
  await press(`payment_cancel_${reference}`);
  expect(await orders()).toMatchObject([{ state: 'cancelled', received: 0 }]);
});

it('lists an order with money in it before any number of newer ones', async () => {
  const reference = await halfPaid();
  await run(
    (sql) => sql`
      insert into orders (reference, kind, state, user_id, open_channel_id, amount_cents, created_at)
      select lpad(n::text, 22, '0'), 'donation', 'refused', ${BUYER_ID}, ${CHANNEL_ID}, 500, app_now() + interval '1 minute'
      from generate_series(1, 20) as n`,
  );
  await buyer().say('/mysubs');
  const { buttons } = shown(await lastReply());
  expect(buttons[0]).toContain(reference);
});

it('returns from a story to the list in place', async () => {
  await halfPaid();
  expect((await press('back_to_subscriptions')).message?.type).toBe('my_subscriptions');
});
