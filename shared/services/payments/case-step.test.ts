import { addOrder, CHANNEL_ID, DONOR_ID, OWNER_ID } from '../../../tests/support/order';
import { addSellingChannel, addTierOrder, paymentOf, settleIpn } from '../../../tests/support/subscription';
import { forgetMinimums, setMinimums } from '../../../tests/support/minimums';
import { useTestDatabase } from '../../../tests/support/test-database';
import { personWith } from '../../../tests/worlds/owner';
import { ASKING_NOBODY } from '../../../tests/worlds/update-context';
import { claimDue } from '../../database/common/claim-outbox';
import { markDelivered, markRetry } from '../../database/common/conclude-outbox';
import { cancelOrder, findOrderStatus } from '../../database/payments/buyer-orders';
import { promiseMissingClocks } from '../../database/payments/case-clocks';
import type { OpenChannelId, OrderReference } from '../../domain/common/ids';
import { DAY_SECONDS, HOUR_SECONDS, MINUTE_SECONDS } from '../../domain/common/time';
import type { EffectOf } from '../../domain/effects';
import type { Message } from '../../domain/messages/messages';
import type { CaseDecision } from '../../domain/payments/payment';
import { silentLogger } from '../../logger';
import { viewOf } from '../../telegram/views';
import { deliveryOf } from '../common/delivery-of';
import { giveUpCaseStep, takeCaseStep, type CaseDependencies } from './case-step';
import { decideOddPayment } from './decide-odd-payment';
import { openOrderFor } from './open-order';

const test = useTestDatabase({ per: 'test' });

/** What Telegram was asked to send by steps of a clock: the chat, the text and the buttons. */
let sentNow: { chatId: number; text: string; buttons: string[] }[] = [];
const deps = (): CaseDependencies => ({
  database: test.database,
  log: silentLogger,
  api: {
    sendMessage: async (chatId, text, options) => {
      const markup = options?.reply_markup;
      const keyboard = markup !== undefined && 'inline_keyboard' in markup ? markup.inline_keyboard : [];
      const buttons = keyboard
        .flat()
        .flatMap((each) => ('callback_data' in each ? [each.callback_data] : []));
      sentNow.push({ chatId: Number(chatId), text, buttons });
      return {} as never;
    },
  },
});

beforeEach(async () => {
  sentNow = [];
  await addSellingChannel(test.database);
});

const toWhom = (chatId: number) => (chatId === OWNER_ID ? 'owner' : 'payer');

const momentOf = (message: Message): string[] =>
  message.type === 'case_reminder' || message.type === 'case_waiting'
    ? [message.moment]
    : message.type === 'case_accepted'
      ? ['accepted']
      : message.type === 'payment_news' && message.news === 'hanging'
        ? ['hangs']
        : message.type === 'odd_payment' && message.news === 'hanging'
          ? ['hangs']
          : [];

/** Performs what is due, as the worker does, and returns who was told what by clocks. Anything else counts as done. */
async function work(): Promise<string[]> {
  const told: string[] = [];
  for (
    let entries = await claimDue(test.database, 50);
    entries.length > 0;
    entries = await claimDue(test.database, 50)
  )
    for (const entry of entries) {
      if (!('effect' in entry)) throw new Error('unreadable');
      const { effect } = entry;
      if (effect.kind === 'send_message')
        told.push(...momentOf(effect.message).map((moment) => `${toWhom(effect.chatId)}:${moment}`));
      const perform = entry.hasExpired ? giveUpCaseStep : takeCaseStep;
      const before = sentNow.length;
      const outcome =
        effect.kind === 'case_step' ? await perform(deps(), effect) : ({ type: 'done' } as const);
      if (effect.kind === 'case_step')
        told.push(...sentNow.slice(before).map(({ chatId }) => `${toWhom(chatId)}:${effect.step.slice(6)}`));
      if (outcome.type === 'done') await markDelivered(test.database, entry);
      else if (outcome.type === 'not_yet')
        await markRetry(test.database, entry, { error: null, afterSeconds: outcome.afterSeconds });
      else throw new Error(JSON.stringify(outcome));
    }
  return told.sort();
}

let lastBuyer = 200_000;
let lastId = 7_000_000_000;

interface Played {
  readonly reference: OrderReference;
  readonly paymentId: number;
  readonly userId: number;
}

const settle = async ({ reference, userId }: Pick<Played, 'reference' | 'userId'>, change: object) => {
  const paymentId = ++lastId;
  await settleIpn(test.database, paymentOf(reference, { userId, payment_id: paymentId, ...change }));
  return paymentId;
};

/** A subscription for $30 whose payment came as `change` says, beside an exact one if `isPaid`. */
async function subscription(change: object, { isPaid = false } = {}): Promise<Played> {
  const userId = ++lastBuyer;
  const reference = await addTierOrder(test.database, { userId });
  const parent = isPaid ? await settle({ reference, userId }, {}) : null;
  const paymentId = await settle({ reference, userId }, { ...change, parent_payment_id: parent });
  return { reference, paymentId, userId };
}

async function donation(change: object): Promise<Played> {
  const reference = await addOrder(test.database, 3000);
  return { reference, userId: DONOR_ID, paymentId: await settle({ reference, userId: DONOR_ID }, change) };
}

const HANGING = { payment_status: 'confirmed', actually_paid: 30 };

/** A payment that has hung for a week. */
async function hanging(): Promise<Played> {
  const played = await subscription(HANGING);
  await test.advance('7 days');
  await work();
  return played;
}

const KINDS: Readonly<Record<string, { readonly play: () => Promise<Played>; readonly end: string }>> = {
  'a subscription short by less than any coin can pay': {
    play: () => subscription({ payment_status: 'partially_paid', actually_paid: 29.1 }),
    end: 'accepted',
  },
  'a subscription short by more': {
    play: () => subscription({ payment_status: 'partially_paid', actually_paid: 25.01 }),
    end: 'stays_open',
  },
  'half a subscription': {
    play: () => subscription({ payment_status: 'partially_paid', actually_paid: 15 }),
    end: 'stays_open',
  },
  'a payment that failed with money in it': {
    play: () => subscription({ payment_status: 'failed', actually_paid: 29.5 }),
    end: 'stays_open',
  },
  'a payment of another price': { play: () => subscription({ price_amount: 31 }), end: 'stays_open' },
  'a second deposit': {
    play: () => subscription({ actually_paid: 29.5 }, { isPaid: true }),
    end: 'stays_open',
  },
  'a donation that failed with money in it': {
    play: () => donation({ payment_status: 'failed', actually_paid: 29.5 }),
    end: 'stays_open',
  },
  'a payment that hangs': { play: hanging, end: 'stays_open' },
};

const MARGIN = 10 * MINUTE_SECONDS;
const MOMENTS = [
  { after: HOUR_SECONDS, told: ['owner:1_hour'] },
  { after: DAY_SECONDS, told: ['owner:1_day', 'payer:1_day'] },
  { after: 3 * DAY_SECONDS, told: ['owner:3_days', 'payer:3_days'] },
  { after: 7 * DAY_SECONDS, told: [] },
] as const;

const decide = (paymentId: number, decision: CaseDecision, days?: number) => {
  const updateId = ++lastId;
  const delivery = deliveryOf('telegram', String(updateId));
  const context = { database: test.database, delivery, updateId, botId: 1, ...ASKING_NOBODY };
  return decideOddPayment(context, {
    type: 'decide_case',
    user: { id: OWNER_ID },
    paymentId,
    decision,
    ...(days !== undefined && { days }),
    ...(decision === 'refund' && { isConfirmed: true as const }),
    button: { queryId: 'q', chatId: OWNER_ID, messageId: 1 },
  });
};

async function readCase({ reference, paymentId }: Played) {
  const [row] = await test.database.query(
    (sql) => sql<{ state: string; standing: string; days: number; acts: string[] }[]>`
      select o.state, (select p.standing from payments p where p.payment_id = ${paymentId}) as standing,
        (select coalesce(sum(e.days), 0)::int from extensions e
          where e.order_reference = o.reference and e.revoked_at is null) as days,
        (select coalesce(jsonb_agg(a.act || ':' || coalesce(a.actor_user_id::text, 'bot')), '[]') from audit_log a
          where a.order_reference = o.reference) as acts
      from orders o where o.reference = ${reference}`,
  );
  return row;
}

describe.each(Object.entries(KINDS))('the clock of %s', (_, { play, end }) => {
  it('tells each side at each moment, neither before nor twice', async () => {
    const played = await play();
    await work();
    let age = 0;
    for (const { after, told } of MOMENTS) {
      await test.advance(`${after - MARGIN - age} seconds`);
      expect(await work()).toEqual([]);
      await test.advance(`${MARGIN} seconds`);
      const last = after === 7 * DAY_SECONDS ? [`owner:${end}`, `payer:${end}`] : told;
      expect(await work()).toEqual(last);
      await test.advance(`${MARGIN} seconds`);
      expect(await work()).toEqual([]);
      age = after + MARGIN;
    }
    const isAccepted = end === 'accepted';
    expect((await readCase(played))?.acts).toEqual(isAccepted ? ['case_accept:bot'] : []);
    expect((await readCase(played))?.standing).toBe(isAccepted ? 'settled' : 'parked');
    await test.advance('10 days');
    expect(await work()).toEqual([]);
  });

  it.each(MOMENTS.map(({ after }, index) => [after, MOMENTS[index]] as const))(
    'sends no step that is due after %s seconds once the owner has answered',
    async (after) => {
      const played = await play();
      await work();
      await test.advance(`${after - MARGIN} seconds`);
      await work();
      await decide(played.paymentId, 'refund');
      const acts = (await readCase(played))?.acts;
      expect(acts).toEqual([`case_refund:${OWNER_ID}`]);
      await test.advance('40 days');
      expect(await work()).toEqual([]);
      expect((await readCase(played))?.acts).toEqual(acts);
    },
  );
});

it('reminds a payer of their invoice for the rest', async () => {
  const { reference, userId } = await subscription({ payment_status: 'partially_paid', actually_paid: 15 });
  await test.database.query(
    (sql) => sql`
      insert into invoices (invoice_id, order_reference, price_cents, is_rest, invoice_url)
      values (77, ${reference}, 1500, true, 'https://nowpayments.io/payment/?iid=77')`,
  );
  await test.advance('1 day');
  await work();
  const [told] = await test.database.query(
    (sql) => sql<{ message: Message; living: object }[]>`
      select payload -> 'message' as message, payload -> 'living' as living from outbox
      where (payload ->> 'chatId')::bigint = ${userId} and payload #>> '{message,moment}' = '1_day'`,
  );
  // So that it loses Pay once the rest is paid.
  expect(told?.living).toEqual({ topic: `order:${reference}`, as: 'new' });
  const { text, keyboard } = viewOf(told!.message);
  expect(text.text).toContain('Pay the remaining $15.00');
  const data = keyboard?.inline_keyboard?.flat().map((each) => 'callback_data' in each && each.callback_data);
  expect(data).toEqual([`order_pay_${reference}`, `order_story_${reference}`]);
});

it('reminds the payer of an order that was paid beside its thanks', async () => {
  const { userId } = await subscription({ actually_paid: 29.5 }, { isPaid: true });
  await test.advance('1 day');
  await work();
  const told = await test.database.query(
    (sql) => sql<{ living: object | null }[]>`
      select payload -> 'living' as living from outbox
      where (payload ->> 'chatId')::bigint = ${userId} and payload #>> '{message,type}' = 'case_waiting'`,
  );
  expect(told).toEqual([{ living: null }]);
});

const stepOf = (
  { reference, paymentId }: Played,
  step: EffectOf<'case_step'>['step'],
  about = 'partial:partially_paid:29.1',
) => ({ kind: 'case_step', reference, paymentId, about, step }) as const;

const SHORT = { payment_status: 'partially_paid', actually_paid: 29.1 };

it('accepts a short payment once, however often its default is applied', async () => {
  const played = await subscription(SHORT);
  await work();
  const apply = () => takeCaseStep(deps(), stepOf(played, 'default'));
  await Promise.all([apply(), apply(), apply()]);
  await apply();
  expect(await readCase(played)).toEqual({
    state: 'settled',
    standing: 'settled',
    days: 30,
    acts: ['case_accept:bot'],
  });
  expect(await work()).toEqual(['owner:accepted', 'payer:accepted']);
});

it.each([
  ['accepts', 1200, 'settled'],
  ['leaves open', 900, 'open'],
])(
  '%s a payment that is $10.00 short where the least minimum ever known is %d cents',
  async (_, cents, state) => {
    await setMinimums(test.database, { xrp: cents, ltc: 5000 });
    const played = await subscription({ payment_status: 'partially_paid', actually_paid: 20 });
    await takeCaseStep(deps(), stepOf(played, 'default', 'partial:partially_paid:20'));
    expect((await readCase(played))?.state).toBe(state);
    await forgetMinimums(test.database);
    await work();
  },
);

it('applies the default even if its promise has expired', async () => {
  const played = await subscription(SHORT);
  await giveUpCaseStep(deps(), stepOf(played, 'default'));
  expect((await readCase(played))?.state).toBe('settled');
});

it('takes one of two answers if the owner decides while the default is applied', async () => {
  const played = await subscription(SHORT);
  await Promise.all([takeCaseStep(deps(), stepOf(played, 'default')), decide(played.paymentId, 'refund')]);
  expect((await readCase(played))?.acts).toHaveLength(1);
});

it('repeats a reminder that failed, with the buttons of that moment', async () => {
  const played = await hanging();
  const away = { ...deps(), api: { sendMessage: () => Promise.reject(new Error('connection lost')) } };
  await expect(takeCaseStep(away, stepOf(played, 'owner_1_day', 'hanging'))).rejects.toThrow(
    'connection lost',
  );
  const remind = async () => {
    sentNow = [];
    await takeCaseStep(deps(), stepOf(played, 'owner_1_day', 'hanging'));
    return sentNow.flatMap(({ buttons }) => buttons.filter((data) => data.startsWith('case_')));
  };
  const { paymentId } = played;
  expect(await remind()).toEqual([
    `case_accept_${paymentId}`,
    `case_refund_${paymentId}`,
    `case_wait_${paymentId}`,
  ]);
  await settle(played, {});
  expect(await remind()).toEqual([`case_refund_${paymentId}`, `case_wait_${paymentId}`]);
});

it('sends only the newest reminder after a long outage', async () => {
  await subscription({ payment_status: 'partially_paid', actually_paid: 15 });
  await work();
  await test.advance('4 days');
  expect(await work()).toEqual(['owner:3_days', 'payer:3_days']);
});

it('accepts a part that the owner counted, once nobody can pay its rest', async () => {
  const played = await subscription({ price_amount: 31, actually_paid_at_fiat: 29.1 });
  await work();
  await test.advance('2 days');
  await work();
  await decide(played.paymentId, 'credit', 0);
  expect((await readCase(played))?.standing).toBe('parked');
  await test.advance('6 days 23 hours');
  await work();
  expect((await readCase(played))?.state).toBe('open');
  await test.advance('1 hour');
  expect(await work()).toEqual(['owner:accepted', 'payer:accepted']);
  expect(await readCase(played)).toEqual({
    state: 'settled',
    standing: 'settled',
    days: 30,
    acts: [`case_credit:${OWNER_ID}`, 'case_accept:bot'],
  });
});

it('reminds again of a part that grows after its last step', async () => {
  const part = { payment_status: 'partially_paid' };
  const played = await subscription({ ...part, actually_paid: 15 });
  await test.advance('8 days');
  await work();
  await settle(played, { ...part, payment_id: played.paymentId, actually_paid: 29.1 });
  await work();
  await test.advance('1 hour');
  expect(await work()).toEqual(['owner:1_hour']);
  await test.advance('7 days');
  expect(await work()).toEqual(['owner:accepted', 'payer:accepted']);
});

describe('a payment that hangs', () => {
  const press = (userId: number, { isFromScratch = false } = {}) =>
    openOrderFor(test.database, {
      userId,
      openChannelId: CHANNEL_ID as OpenChannelId,
      choose: ({ tiers }) => tiers[0],
      occasion: { type: 'purchase' },
      isFromScratch,
      asking: String(++lastId),
    });
  const cancel = ({ reference, userId }: Played) =>
    cancelOrder(test.database, deliveryOf('telegram', String(++lastId)), { reference, userId });

  it.each(['confirming', 'confirmed', 'sending', 'waiting'])(
    'is a case after 7 days as %s, which blocks its buyer no longer',
    async (payment_status) => {
      const played = await subscription({ payment_status, actually_paid: 0.01 });
      await test.advance('6 days 23 hours');
      expect(await work()).toEqual([]);
      expect((await cancel(played))?.state).toBe('open');
      if (payment_status !== 'waiting') expect(await press(played.userId)).toBe('pending');
      await test.advance('1 hour');
      expect(await work()).toEqual(['owner:hangs', 'payer:hangs']);
      expect((await readCase(played))?.standing).toBe('parked');
      const { reference, userId } = played;
      expect(await findOrderStatus(test.database, { reference, userId })).toMatchObject({
        isPending: false,
        isParked: true,
        isCancellable: true,
      });
      expect(await press(userId)).toMatchObject({
        offer: { orders: [{ reference }] },
        tier: { position: 1 },
      });
      expect(await press(userId, { isFromScratch: true })).toBe('promised');
      const cancelled = await personWith(test, userId).press(`payment_cancel_${reference}`);
      expect(cancelled).toMatchObject({ answer: 'Cancelled. If your payment still arrives, it counts.' });
      expect(cancelled.message).toMatchObject({ type: 'order_cancelled', isUnconfirmed: true });
      expect(await press(userId, { isFromScratch: true })).toBe('promised');
    },
  );

  it.each([
    [
      'has an end before',
      async (played: Played) =>
        settle(played, { payment_id: played.paymentId, payment_status: 'failed', actually_paid: 0 }),
    ],
    ['settles before', async (played: Played) => settle(played, { payment_id: played.paymentId })],
  ])('stays out of the cases if it %s', async (_, end) => {
    const played = await subscription(HANGING);
    await test.advance('6 days');
    await end(played);
    await test.advance('40 days');
    expect((await work()).filter((told) => told.endsWith('hangs'))).toEqual([]);
  });

  it('stays out of the cases without money', async () => {
    await subscription({ payment_status: 'waiting', actually_paid: 0 });
    await test.advance('40 days');
    expect(await work()).toEqual([]);
  });

  it('settles its order if it ends well after a week', async () => {
    const played = await hanging();
    await settle(played, { payment_id: played.paymentId });
    expect(await readCase(played)).toMatchObject({ state: 'settled', standing: 'settled', days: 30 });
    await test.advance('40 days');
    expect(await work()).toEqual([]);
  });

  it('is a second payment if another one paid meanwhile', async () => {
    const played = await hanging();
    await settle(played, {});
    await settle(played, { payment_id: played.paymentId });
    expect(await readCase(played)).toMatchObject({ state: 'settled', standing: 'parked', days: 30 });
  });

  it('is a second payment if its buyer cancelled and paid another order meanwhile', async () => {
    const played = await hanging();
    await cancel(played);
    const { userId } = played;
    const second = await addTierOrder(test.database, { userId });
    await settle({ reference: second, userId }, {});
    await settle(played, { payment_id: played.paymentId });
    expect(await readCase(played)).toMatchObject({ state: 'cancelled', standing: 'parked', days: 0 });
    await decide(played.paymentId, 'accept');
    expect(await readCase(played)).toMatchObject({ state: 'settled', standing: 'settled', days: 30 });
  });

  it('is a second payment if an order that its buyer had before was paid meanwhile', async () => {
    const played = await subscription(HANGING);
    const { userId } = played;
    const other = { name: 'Quarter', days: 90, amountCents: 7500 };
    const second = await addTierOrder(test.database, { userId, ...other });
    await test.advance('7 days');
    await work();
    await settle({ reference: second, userId }, { price_amount: 75, pay_amount: 75, actually_paid: 75 });
    await settle(played, { payment_id: played.paymentId });
    expect(await readCase(played)).toMatchObject({ state: 'open', standing: 'parked', days: 0 });
  });

  it('pays its order if its buyer cancelled and paid no other one', async () => {
    const played = await hanging();
    await cancel(played);
    await settle(played, { payment_id: played.paymentId });
    expect(await readCase(played)).toMatchObject({ state: 'settled', days: 30 });
  });

  it('stops reminding once the owner waits', async () => {
    const played = await hanging();
    await decide(played.paymentId, 'wait');
    await test.advance('7 days');
    expect(await work()).toEqual([]);
    expect((await readCase(played))?.acts).toEqual([`case_wait:${OWNER_ID}`]);
  });

  it('can still be accepted once the owner waits', async () => {
    const played = await hanging();
    await decide(played.paymentId, 'wait');
    await test.advance('7 days');
    await decide(played.paymentId, 'accept');
    expect(await readCase(played)).toMatchObject({ state: 'settled', days: 30 });
  });

  it('is told to both sides once when we stop asking NOWPayments', async () => {
    const played = await hanging();
    await decide(played.paymentId, 'wait');
    await test.advance('22 days 23 hours');
    expect(await work()).toEqual([]);
    await test.advance('1 day');
    expect(await work()).toEqual(['owner:watch_ended', 'payer:watch_ended']);
    await takeCaseStep(deps(), stepOf(played, 'watch_ended', 'hanging'));
    await test.advance('30 days');
    expect(await work()).toEqual([]);
  });
});

describe('a case that is older than the clocks', () => {
  /** Takes the clocks away, as if the previous release had judged. */
  const forget = () => test.database.query((sql) => sql`delete from outbox where kind = 'case_step'`);

  it.each([
    ['30 minutes', [['owner:1_hour'], ['owner:1_day', 'payer:1_day'], ['owner:3_days', 'payer:3_days']]],
    [
      '2 hours',
      [
        ['owner:1_day', 'payer:1_day'],
        ['owner:3_days', 'payer:3_days'],
      ],
    ],
    ['2 days', [['owner:3_days', 'payer:3_days']]],
    ['11 days', [['owner:overdue']]],
  ])('gets the steps that are ahead after %s', async (age, reminders) => {
    const played = await subscription(SHORT);
    await work();
    await forget();
    await test.advance(age);
    expect(await promiseMissingClocks(test.database)).toBe(1);
    expect(await promiseMissingClocks(test.database)).toBe(0);
    const told: string[][] = [];
    for (let hours = 0; hours < 8 * 24; hours += 1) {
      const now = await work();
      if (now.length > 0) told.push(now);
      await test.advance('1 hour');
    }
    expect(told).toEqual([...reminders, ['owner:accepted', 'payer:accepted']]);
    expect((await readCase(played))?.acts).toEqual(['case_accept:bot']);
  });

  it('hangs if it was under way for a week', async () => {
    const played = await subscription(HANGING);
    await forget();
    await test.advance('8 days');
    expect(await promiseMissingClocks(test.database)).toBe(1);
    expect(await work()).toEqual(['owner:hangs', 'payer:hangs']);
    expect((await readCase(played))?.standing).toBe('parked');
    expect(await promiseMissingClocks(test.database)).toBe(0);
  });

  it('gets no clock if nothing is odd about it', async () => {
    await subscription({});
    await subscription({ payment_status: 'waiting', actually_paid: 0 });
    await subscription({ payment_status: 'expired', actually_paid: 0 });
    expect(await promiseMissingClocks(test.database)).toBe(0);
  });
});
