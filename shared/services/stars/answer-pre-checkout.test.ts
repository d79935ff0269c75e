import { randomBytes } from 'node:crypto';
import { CLOSED_ID, addSellingChannel, addTierOrder } from '../../../tests/support/subscription';
import { BUYER_ID, CHANNEL_ID, DONOR_ID, OWNER_ID, addOrder } from '../../../tests/support/order';
import { useTestDatabase } from '../../../tests/support/test-database';
import type { Database } from '../../database/connection/pool';
import type { Sql } from '../../database/connection/options';
import type { OrderReference } from '../../domain/common/ids';
import { LANGUAGES } from '../../domain/common/language';
import { PRE_CHECKOUT_REFUSALS, type PreCheckoutRefusal } from '../../domain/stars/decide-pre-checkout';
import { Unavailable } from '../../errors';
import { preCheckoutIn } from '../../telegram/pre-checkout';
import { refusalWords } from '../../telegram/views/stars/pre-checkout';
import { answerPreCheckout, type PreCheckoutDependencies } from './answer-pre-checkout';

const PRICE = 250;
const test = useTestDatabase({ per: 'test' });
beforeEach(() => addSellingChannel(test.database));

let counted: string[] = [];
let logged: string[] = [];
beforeEach(() => {
  counted = [];
  logged = [];
});
const keep = (event: string) => void logged.push(event);

function dependencies(change: Partial<PreCheckoutDependencies> = {}): PreCheckoutDependencies {
  return {
    database: test.database,
    log: { info: keep, warn: keep, error: keep },
    starsFor: { isEveryone: false, named: [OWNER_ID] },
    isFlooding: () => false,
    count: (name) => void counted.push(name),
    ...change,
  };
}

const write = (statement: (sql: Sql) => PromiseLike<unknown>) => test.database.query(statement);

/** Adds an invoice for an order, which costs as many Stars. Returns its payload. */
async function invoiced(reference: OrderReference, periodSeconds: number | null = null): Promise<string> {
  const payload = `s1_${randomBytes(24).toString('base64url')}`;
  await write(
    (sql) => sql`
      with priced as (update orders set price_stars = ${PRICE} where reference = ${reference} returning amount_cents)
      insert into star_invoices (payload, order_reference, price_stars, price_cents, period_seconds)
      select ${payload}, ${reference}, ${PRICE}, amount_cents, ${periodSeconds}::int from priced`,
  );
  return payload;
}

interface Asked {
  readonly payload: string;
  readonly userId?: number;
  readonly amount?: number;
  readonly currency?: string;
  readonly languageCode?: string;
}

const bodyOf = ({
  payload,
  userId = BUYER_ID,
  amount = PRICE,
  currency = 'XTR',
  languageCode = 'en',
}: Asked) => ({
  update_id: 1,
  pre_checkout_query: {
    id: 'q1',
    from: { id: userId, is_bot: false, first_name: 'Bob', language_code: languageCode },
    currency,
    total_amount: amount,
    invoice_payload: payload,
  },
});

const answer = (body: object, change?: Partial<PreCheckoutDependencies>) => {
  const update = preCheckoutIn(body as Record<string, unknown>);
  if (update === undefined) throw new Error('the update has no query');
  return answerPreCheckout(dependencies(change), update);
};
const ask = (asked: Asked, change?: Partial<PreCheckoutDependencies>) => answer(bodyOf(asked), change);

const YES = { method: 'answerPreCheckoutQuery', pre_checkout_query_id: 'q1', ok: true };
const no = (refusal: PreCheckoutRefusal, language: (typeof LANGUAGES)[number] = 'en') => ({
  method: 'answerPreCheckoutQuery',
  pre_checkout_query_id: 'q1',
  ok: false,
  error_message: refusalWords(refusal, language),
});

it('says yes to the buyer, as often as the query comes', async () => {
  const payload = await invoiced(await addTierOrder(test.database));
  for (let times = 0; times < 3; times += 1) expect(await ask({ payload })).toEqual(YES);
  expect(counted).toEqual(Array(3).fill('pre_checkout.yes'));
});

it('says yes to the first payment of a subscription', async () => {
  expect(await ask({ payload: await invoiced(await addTierOrder(test.database), 2_592_000) })).toEqual(YES);
});

it('says yes to a donation in a channel that lets nobody in', async () => {
  const payload = await invoiced(await addOrder(test.database, 500));
  await stop(CLOSED_ID);
  expect(await ask({ payload, userId: DONOR_ID })).toEqual(YES);
});

const stop = (chatId: number) =>
  write(
    (sql) => sql`
      insert into bot_chats (chat_id, title, status, rights, promoted_by, changed_at)
      values (${chatId}, 'VIP', 'left', '{}', ${OWNER_ID}, now())`,
  );

/** What keeps an order from being paid, done to a good one. */
const REASONS: Readonly<
  Partial<Record<PreCheckoutRefusal, (reference: OrderReference) => PromiseLike<unknown>>>
> = {
  paid: (reference) =>
    write(
      (sql) =>
        sql`update orders set state = 'settled', settled_at = now(), payment_id = 1 where reference = ${reference}`,
    ),
  closed: (reference) =>
    write((sql) => sql`update orders set state = 'cancelled' where reference = ${reference}`),
  part_paid: (reference) =>
    write((sql) => sql`update orders set received_cents = 100 where reference = ${reference}`),
  under_way: (reference) =>
    write(
      (sql) => sql`
        insert into payments (payment_id, order_reference, payment_status, seen, standing)
        values (1, ${reference}, 'confirming', '["confirming"]', 'pending')`,
    ),
  banned: () =>
    write(
      (sql) => sql`
        insert into bans (open_channel_id, user_id, reason, banned_by)
        values (${CHANNEL_ID}, ${BUYER_ID}, 'spam', ${OWNER_ID})`,
    ),
  for_ever: () =>
    write((sql) => sql`update subscriptions set paid_until = app_now() + interval '1000000 days'`),
  paused: () => write((sql) => sql`update channels set paused_at = now()`),
  stopped: () => stop(CLOSED_ID),
};

/** What a user may ask for that they can't have. */
const WRONGLY_ASKED: Readonly<Partial<Record<PreCheckoutRefusal, Partial<Asked>>>> = {
  unknown: { payload: 's1_nobody-made-this-payload-00000000' },
  other_payer: { userId: BUYER_ID + 1 },
  wrong_price: { amount: PRICE - 1 },
};

const REFUSED = [...Object.keys(REASONS), ...Object.keys(WRONGLY_ASKED)] as PreCheckoutRefusal[];

it.each(REFUSED)('says no in the language that the buyer chose if an order is %s', async (refusal) => {
  const reference = await addTierOrder(test.database);
  const payload = await invoiced(reference);
  await REASONS[refusal]?.(reference);
  const asked: Asked = { payload, languageCode: 'de', ...WRONGLY_ASKED[refusal] };
  expect(await ask(asked)).toEqual(no(refusal, 'de'));
  const userId = asked.userId ?? BUYER_ID;
  await write((sql) => sql`insert into chats (chat_id, language) values (${userId}, 'fa')`);
  expect(await ask(asked)).toEqual(no(refusal, 'fa'));
  expect(counted).toEqual(Array(2).fill(`pre_checkout.${refusal}`));
});

it('says no to another currency', async () => {
  const payload = await invoiced(await addTierOrder(test.database));
  expect(await ask({ payload, currency: 'USD' })).toEqual(no('wrong_price'));
});

it('says no to an old invoice of an order whose price was changed', async () => {
  const reference = await addOrder(test.database, 500);
  const payload = await invoiced(reference);
  await write((sql) => sql`update orders set price_stars = ${PRICE * 2} where reference = ${reference}`);
  expect(await ask({ payload, userId: DONOR_ID })).toEqual(no('wrong_price'));
});

it('says no to an order that a payment in Stars waits for a decision about', async () => {
  const reference = await addTierOrder(test.database);
  const payload = await invoiced(reference);
  await write(
    (sql) => sql`
      insert into payments (payment_id, order_reference, payment_status, seen, standing, rail, actually_paid)
      values (nextval('star_payment_ids'), ${reference}, 'finished', '["finished"]', 'parked', 'stars', ${PRICE})`,
  );
  expect(await ask({ payload })).toEqual(no('under_way'));
});

it('lets an order be paid that a payment has hung about for a week', async () => {
  const reference = await addTierOrder(test.database);
  const payload = await invoiced(reference);
  await write(
    (sql) => sql`
      insert into payments (payment_id, order_reference, payment_status, seen, standing, hanging_since)
      values (1, ${reference}, 'confirming', '["confirming"]', 'pending', now())`,
  );
  expect(await ask({ payload })).toEqual(YES);
});

it('says no to a subscription that was bought by the same link', async () => {
  const payload = await invoiced(await addTierOrder(test.database), 2_592_000);
  await write(
    (sql) => sql`
      insert into star_subscriptions (payload, user_id, open_channel_id, first_charge_id, paid_until)
      values (${payload}, ${BUYER_ID}, ${CHANNEL_ID}, 'charge', now())`,
  );
  expect(await ask({ payload })).toEqual(no('bought'));
});

it('says no to a second renewal of one access, and yes to a single payment beside it', async () => {
  const first = await invoiced(await addTierOrder(test.database), 2_592_000);
  const reference = await addTierOrder(test.database, { name: 'Silver' });
  const [again, once] = [await invoiced(reference, 2_592_000), await invoiced(reference)];
  await write(
    (sql) => sql`
      insert into star_subscriptions (payload, user_id, open_channel_id, first_charge_id, paid_until)
      values (${first}, ${BUYER_ID}, ${CHANNEL_ID}, 'charge', app_now() + interval '30 days')`,
  );
  expect(await ask({ payload: again })).toEqual(no('renewing'));
  expect(await ask({ payload: once })).toEqual(YES);
  await write((sql) => sql`update star_subscriptions set state = 'canceled'`);
  expect(await ask({ payload: again })).toEqual(YES);
});

it('says yes to a donation by a member with access for ever', async () => {
  await addTierOrder(test.database, { userId: DONOR_ID });
  await write((sql) => sql`update subscriptions set paid_until = app_now() + interval '1000000 days'`);
  expect(
    await ask({ payload: await invoiced(await addOrder(test.database, 500)), userId: DONOR_ID }),
  ).toEqual(YES);
});

it('says no to a tier of a channel without a private place', async () => {
  const payload = await invoiced(await addTierOrder(test.database));
  await write((sql) => sql`update channels set closed_channel_id = null`);
  expect(await ask({ payload })).toEqual(no('stopped'));
});

it('says no to a channel whose owner may no longer take Stars', async () => {
  const payload = await invoiced(await addTierOrder(test.database));
  expect(await ask({ payload }, { starsFor: { isEveryone: false, named: [] } })).toEqual(no('switched_off'));
  expect(await ask({ payload }, { starsFor: { isEveryone: true, named: [] } })).toEqual(YES);
});

it.each(['\u0000', '\ud800', '’; drop table orders', ''])(
  'knows no invoice with the payload %j',
  async (payload) => {
    expect(await ask({ payload })).toEqual(no('unknown'));
  },
);

it('says no to a query that it cannot read, in the language of the app', async () => {
  const body = { update_id: 1, pre_checkout_query: { id: 'q1', from: { language_code: 'es-MX' } } };
  expect(await answer(body)).toEqual(no('unreadable', 'es'));
  expect(counted).toEqual(['pre_checkout.unreadable']);
});

it('says no to a user who floods the bot, without asking the database', async () => {
  const query = jest.fn();
  const payload = await invoiced(await addTierOrder(test.database));
  expect(
    await ask(
      { payload, languageCode: 'ru' },
      { isFlooding: (id) => id === BUYER_ID, database: { query } as never },
    ),
  ).toEqual(no('too_fast', 'ru'));
  expect(query).not.toHaveBeenCalled();
});

describe('if the database does not answer', () => {
  const asking = (query: Database['query']) =>
    ask({ payload: 's1_x', languageCode: 'pt-BR' }, { database: { query } as Database });
  afterEach(() => jest.useRealTimers());

  it('says no once four seconds have passed', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick'] });
    let isAnswered = false;
    const answered = asking(() => new Promise(() => undefined)).finally(() => (isAnswered = true));
    await jest.advanceTimersByTimeAsync(3_999);
    expect(isAnswered).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(await answered).toEqual(no('unchecked', 'pt-br'));
    expect(counted).toEqual(['pre_checkout.unchecked']);
    expect(logged).toContain('stars.unchecked');
  });

  it('leaves a connection that comes free too late to the others', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick'] });
    let comesFree: () => unknown = () => undefined;
    const sql = jest.fn();
    const answered = asking(
      (run) =>
        new Promise((resolve, reject) => {
          comesFree = () => void Promise.resolve(run(sql as never)).then(resolve, reject);
        }),
    );
    await jest.advanceTimersByTimeAsync(4_000);
    await answered;
    comesFree();
    expect(sql).not.toHaveBeenCalled();
  });

  it('says no at once if it is away', async () => {
    expect(await asking(() => Promise.reject(new Unavailable('away')))).toEqual(no('unchecked', 'pt-br'));
  });

  it('says no and reports an error of ours', async () => {
    expect(await asking(() => Promise.reject(new TypeError('ours')))).toEqual(no('unchecked', 'pt-br'));
    expect(logged).toContain('stars.check_failed');
  });
});

it('writes nothing', async () => {
  const payload = await invoiced(await addTierOrder(test.database));
  const rows = () =>
    write(
      (sql) => sql`
        select (select count(*) from inbox) as inbox, (select count(*) from outbox) as outbox,
          (select count(*) from chats) as chats, (select count(*) from orders) as orders`,
    );
  const before = await rows();
  await ask({ payload });
  await ask({ payload, userId: 77 });
  expect(await rows()).toEqual(before);
});

it('has a case above for each refusal', () => {
  const apart = ['too_fast', 'unreadable', 'unchecked', 'bought', 'renewing', 'switched_off'];
  expect([...REFUSED, ...apart].sort()).toEqual([...PRE_CHECKOUT_REFUSALS].sort());
});
