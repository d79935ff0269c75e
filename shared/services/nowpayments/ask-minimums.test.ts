import { eventually } from '../../../tests/journeys/support/eventually';
import { alarmsNamed } from '../../../tests/support/alarms';
import { addChannel, addOrder, OWNER_ID } from '../../../tests/support/order';
import { forgetMinimums } from '../../../tests/support/minimums';
import { useTestDatabase } from '../../../tests/support/test-database';
import { readClock } from '../../database/connection/clock';
import { readLeastPayable } from '../../database/payments/minimums/minimums';
import { askAgainNow } from '../../database/payments/minimums/minimum-answers';
import { isQuestionDue } from '../../database/payments/minimums/minimum-questions';
import { SECOND_MS } from '../../domain/common/time';
import { silentLogger } from '../../logger';
import { NowpaymentsError } from '../../nowpayments/nowpayments-error';
import { askMinimums } from './ask-minimums';

const test = useTestDatabase();
beforeAll(() => addChannel(test.database));
beforeEach(async () => {
  await forgetMinimums(test.database);
  await test.database.query((sql) => sql`delete from outbox`);
});

const silent = () => new NowpaymentsError({ endpoint: 'GET min-amount', retryable: true });
const tooMany = () => new NowpaymentsError({ endpoint: 'GET min-amount', status: 429, retryable: true });

/** Lasts as long as the answer about a coin. */
type Answering = (coin: string) => Promise<unknown>;

/** An account whose coins have these minimums in dollars. `undefined`: the question fails. */
function account(coins: Record<string, string | undefined>, list: () => string[] = () => Object.keys(coins)) {
  const asked: { what: string; at: number }[] = [];
  const note = async (what: string) => {
    asked.push({ what, at: (await readClock(test.database)).getTime() });
  };
  const depsWhile = (answering: Answering) => ({
    database: test.database,
    log: silentLogger,
    payoutCurrency: 'usdttrc20',
    nowpayments: {
      getCoins: async () => {
        await note('list');
        return list();
      },
      getMinAmount: async ({ currencyFrom }: { currencyFrom: string }) => {
        await note(currencyFrom);
        await answering(currencyFrom);
        const fiatEquivalent = coins[currencyFrom];
        if (fiatEquivalent === undefined) throw silent();
        return { minAmount: '1', fiatEquivalent };
      },
    },
  });
  const ask = (answering: Answering = async () => undefined) =>
    askMinimums(depsWhile(answering), {
      budgetMs: 20_000,
      wait: (ms) => test.advance(`${ms / SECOND_MS} seconds`),
    });
  return { ask, asked, names: () => asked.map(({ what }) => what), coins };
}

const least = () => readLeastPayable(test.database);

it('fills a new database at once, the cheap coins first', async () => {
  const { ask, names } = account({ btc: '12.9', xrp: '11.94', trx: '4', usdttrc20: '11.4101' });
  expect(await isQuestionDue(test.database)).toBe(true);
  await ask();
  expect(names()).toEqual(['list', 'usdttrc20', 'trx', 'btc', 'xrp']);
  expect(await least()).toEqual({ leastCents: 400, leastEverCents: 400 });
  expect(await isQuestionDue(test.database)).toBe(false);
});

it('rounds a minimum up to a cent', async () => {
  await account({ usdttrc20: '11.4101' }).ask();
  expect(await least()).toMatchObject({ leastCents: 1142 });
});

it('asks nothing else before a question was answered, whichever instance asked it', async () => {
  const { ask, names } = account({ btc: '12', trx: '4' });
  let answerNow = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    answerNow = resolve;
  });
  const first = ask(async (coin) => (coin === 'trx' ? held : undefined));
  await eventually(() => names().includes('trx'));
  await ask();
  expect(names()).toEqual(['list', 'trx']);
  answerNow();
  await first;
  expect(names()).toEqual(['list', 'trx', 'btc']);
});

it('asks at most once a second', async () => {
  const { ask, asked } = account({ btc: '12', xrp: '12', trx: '4', ltc: undefined, sol: undefined });
  await ask();
  expect(asked).toHaveLength(6);
  const apart = asked.slice(1).map(({ at }, index) => at - asked[index]!.at);
  expect(Math.min(...apart)).toBeGreaterThanOrEqual(SECOND_MS);
});

it('proves no minimum while one coin has not answered', async () => {
  const { ask, coins } = account({ xrp: '14', trx: undefined });
  await ask();
  expect(await least()).toEqual({ leastCents: null, leastEverCents: 1400 });
  coins['trx'] = '4';
  await test.advance('10 minutes');
  await ask();
  expect(await least()).toEqual({ leastCents: 400, leastEverCents: 400 });
});

it.each([
  ['a failed question again within ten minutes', '10 minutes', ['trx']],
  ['everything again after an hour', '1 hour', ['list', 'trx', 'xrp']],
  ['nothing again within minutes', '2 minutes', []],
])('asks %s', async (_, later, expected) => {
  const { ask, asked, names } = account({ xrp: '14', trx: undefined });
  await ask();
  asked.splice(0);
  await test.advance(later);
  expect(await isQuestionDue(test.database)).toBe(expected.length > 0);
  await ask();
  expect(names()).toEqual(expected);
});

it('asks again within a minute or two what was asked too soon', async () => {
  let isTooSoon = true;
  const { ask, names } = account({ trx: '4' }, () => {
    if (isTooSoon) throw tooMany();
    return ['trx'];
  });
  await ask();
  isTooSoon = false;
  await test.advance('1 minute');
  await ask();
  expect(names()).toEqual(['list', 'list', 'trx']);
});

it('lets a second pass after an invoice', async () => {
  const { ask, asked } = account({ trx: '4' });
  const reference = await addOrder(test.database, 1200);
  const [invoice] = await test.database.query(
    (sql) => sql<{ madeAt: number }[]>`
      insert into invoices (invoice_id, order_reference, price_cents, invoice_url)
      values ('77', ${reference}, 1200, 'https://nowpayments.io/payment/?iid=77')
      returning floor(extract(epoch from created_at) * 1000)::float8 as "madeAt"`,
  );
  await ask();
  expect(asked[0]!.at - invoice!.madeAt).toBeGreaterThanOrEqual(SECOND_MS);
});

it('trusts an answer for a day', async () => {
  const { ask, coins } = account({ trx: '4' });
  await ask();
  coins['trx'] = undefined;
  await test.advance('23 hours');
  await ask();
  expect(await least()).toMatchObject({ leastCents: 400 });
  await test.advance('2 hours');
  await ask();
  expect(await least()).toEqual({ leastCents: null, leastEverCents: 400 });
});

it('keeps the lowest minimum of a coin that was switched off', async () => {
  let on = ['xrp', 'trx'];
  const { ask } = account({ xrp: '14', trx: '4' }, () => on);
  await ask();
  on = ['xrp'];
  await test.advance('1 hour');
  await ask();
  expect(await least()).toEqual({ leastCents: 1400, leastEverCents: 400 });
});

it.each(['0', '0.000', 'much'])('does not take %p for a minimum', async (answer) => {
  await account({ trx: answer }).ask();
  expect(await least()).toEqual({ leastCents: null, leastEverCents: 499 });
});

it('gives way to an invoice, but not for ever', async () => {
  const { ask, names } = account({ trx: '4' });
  await test.database.query(
    (sql) => sql`
      insert into outbox (kind, payload, idempotency_key, due_at, expires_at)
      values ('create_invoice', '{}', 'i', app_now(), app_now() + interval '1 day')`,
  );
  await ask();
  expect(names()).toEqual([]);
  for (const minutes of [11, 11]) {
    await test.advance(`${minutes} minutes`);
    await ask();
  }
  expect(names()).toEqual(['list', 'trx']);
});

it('waits as long as NOWPayments wants', async () => {
  const { ask, names, coins } = account({ trx: '4', xrp: '14' });
  const wanted = account(coins, () => {
    throw new NowpaymentsError({ endpoint: 'x', status: 429, retryable: true, retryAfterSeconds: 900 });
  });
  await wanted.ask();
  await test.advance('10 minutes');
  expect(await isQuestionDue(test.database)).toBe(false);
  await test.advance('6 minutes');
  await ask();
  expect(names()).toEqual(['list', 'trx', 'xrp']);
});

it('asks about everything again when an answer was contradicted', async () => {
  const { ask, asked, names } = account({ trx: '4' });
  await ask();
  asked.splice(0);
  await askAgainNow(test.database);
  await test.advance('1 second');
  await ask();
  expect(names()).toEqual(['list', 'trx']);
});

const told = () =>
  test.database.query(
    (sql) => sql<{ chatId: number }[]>`
      select (payload ->> 'chatId')::bigint as "chatId" from outbox where payload #>> '{message,type}' = 'no_coin_on'`,
  );
const isAlarmed = async () => (await alarmsNamed(test.database, 'no_coin_on')).length > 0;

it('raises an alarm while no coin is switched on, and tells each owner once a day', async () => {
  let on: string[] = [];
  const { ask } = account({ trx: '4' }, () => on);
  expect(await isAlarmed()).toBe(false);
  for (let minutes = 0; minutes < 30; minutes += 10) {
    await ask();
    await test.advance('10 minutes');
  }
  expect(await told()).toEqual([{ chatId: OWNER_ID }]);
  expect(await isAlarmed()).toBe(true);
  on = ['trx'];
  await ask();
  expect(await isAlarmed()).toBe(false);
  expect(await least()).toMatchObject({ leastCents: 400 });
  on = [];
  await test.advance('1 hour');
  await ask();
  expect(await isAlarmed()).toBe(true);
  expect(await told()).toHaveLength(1);
  await test.advance('23 hours');
  await ask();
  await test.advance('10 minutes');
  await ask();
  expect(await told()).toHaveLength(2);
});

it('does not take an unreadable or old list for an empty one', async () => {
  let isAway = false;
  const { ask } = account({}, () => {
    if (isAway) throw tooMany();
    return [];
  });
  await ask();
  expect(await isAlarmed()).toBe(true);
  isAway = true;
  await test.advance('25 hours');
  await ask();
  expect(await isAlarmed()).toBe(false);
});
