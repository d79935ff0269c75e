import { keepRows } from '../../../tests/support/keep-rows';
import { addSellingChannel } from '../../../tests/support/subscription';
import { BUYER_ID, stateOf } from '../../../tests/support/order';
import { useTestDatabase } from '../../../tests/support/test-database';
import { starList } from '../../../tests/worlds/star-list';
import { addStarOrder, payInStars, PRICE } from '../../../tests/worlds/star-payments';
import type { Database } from '../../database/connection/pool';
import { readMetrics } from '../../database/operations/metrics';
import { alarmsFrom } from '../../domain/operations/alarms';
import { silentLogger, type Logger } from '../../logger';
import { compareBalance } from './compare-balance';
import { copyLedger } from './copy-ledger';
import { createLedgerKeeper } from './keep-ledger';
import { matchLedger } from './match-ledger';

const test = useTestDatabase();
let restore: () => Promise<void>;
beforeAll(async () => {
  await addSellingChannel(test.database);
  restore = await keepRows(test);
});
beforeEach(() => restore());

const NOBODY = { isEveryone: false, named: [] } as const;
const EVERYONE = { isEveryone: true, named: [] } as const;

/** A list, with everything that works on it and all that it logged. */
function ledgerOf(list = starList()) {
  const events: string[] = [];
  const log: Logger = {
    ...silentLogger,
    ...Object.fromEntries(
      (['info', 'warn', 'error'] as const).map((level) => [
        level,
        (event: string) => void events.push(`${level} ${event}`),
      ]),
    ),
  };
  const deps = { database: test.database, api: list.api, log, starsFor: EVERYONE };
  return { list, deps, events };
}

const copiedIds = async () =>
  (
    await test.database.query(
      (sql) => sql<{ id: string }[]>`
        select case when is_incoming then '+' else '-' end || transaction_id as id from star_transactions order by position`,
    )
  ).map(({ id }) => id);
const idsOf = (list: ReturnType<typeof starList>) =>
  list.rows().map(({ id, source }) => `${source === undefined ? '-' : '+'}${id}`);
const chargeOf = async (chargeId: string) => {
  const [row] = await test.database.query(
    (sql) => sql`
      select stars, is_recovered as "isRecovered", refunded_at is not null as "isRefunded" from star_charges
      where charge_id = ${chargeId}`,
  );
  return row;
};
const raised = async () => alarmsFrom((await readMetrics(test.database)).measures).map(({ name }) => name);

describe('copying', () => {
  it('copies every row once and in order, page by page', async () => {
    const { list, deps } = ledgerOf();
    for (let i = 0; i < 250; i += 1) list.other(1 + (i % 7), i % 3 !== 0);
    expect(await copyLedger(deps, { pages: 10 })).toEqual({ copied: 250, isAtEnd: true });
    expect(await copiedIds()).toEqual(idsOf(list));
    list.other(5);
    expect(await copyLedger(deps, { pages: 10 })).toEqual({ copied: 1, isAtEnd: true });
    expect(await copiedIds()).toEqual(idsOf(list));
  });

  it('goes on where a bounded run ended', async () => {
    const { list, deps } = ledgerOf();
    for (let i = 0; i < 450; i += 1) list.other(1);
    expect(await copyLedger(deps, { pages: 2 })).toEqual({ copied: 200, isAtEnd: false });
    expect(await copyLedger(deps, { pages: 2 })).toMatchObject({ copied: 100 });
    await copyLedger(deps, { pages: 10 });
    expect(await copiedIds()).toEqual(idsOf(list));
  });

  it('copies nothing twice if two workers copy at once while rows come', async () => {
    const { list, deps } = ledgerOf();
    for (let i = 0; i < 150; i += 1) list.other(1);
    list.afterEachCall((call) => call < 12 && list.other(2));
    await Promise.all([copyLedger(deps, { pages: 8 }), copyLedger(deps, { pages: 8 })]);
    await copyLedger(deps, { pages: 8 });
    const ids = await copiedIds();
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.sort()).toEqual(idsOf(list).sort());
  });

  it('does not end at a page that is short because rows of other currencies are left out', async () => {
    const { list, deps } = ledgerOf();
    for (let i = 0; i < 330; i += 1) {
      if (i % 4 === 0) list.hidden();
      else list.other(1);
    }
    await copyLedger(deps, { pages: 30 });
    expect(await copiedIds()).toEqual(idsOf(list));
  });

  it('keeps a refund beside its payment, which has the same id', async () => {
    const { list, deps } = ledgerOf();
    const of = { userId: BUYER_ID, payload: 's1_nobody_knows_this_one', stars: 5 };
    const id = list.pay(of);
    list.refund(id, of);
    await copyLedger(deps, { pages: 3 });
    expect(await copiedIds()).toEqual([`+${id}`, `-${id}`]);
  });
});

describe('a payment without an update', () => {
  it('is taken in after a few minutes, as if its update had come', async () => {
    const { list, deps, events } = ledgerOf();
    const order = await addStarOrder(test.database);
    const chargeId = list.pay({ ...order, stars: PRICE.stars });
    await copyLedger(deps, { pages: 3 });
    expect(await matchLedger(deps)).toEqual({ charges: 0, refunds: 0, failed: [] });
    await test.advance('4 minutes');
    expect(await matchLedger(deps)).toEqual({ charges: 1, refunds: 0, failed: [] });
    expect(await stateOf(test.database, order.reference)).toBe('settled');
    expect(await chargeOf(chargeId)).toEqual({ stars: PRICE.stars, isRecovered: true, isRefunded: false });
    expect(events).toContain('warn payment.recovered');
    expect(await matchLedger(deps, { afterSeconds: 0 })).toEqual({ charges: 0, refunds: 0, failed: [] });
    expect(await raised()).toContain('stars_without_update');
  });

  it('raises no alarm about IPNs', async () => {
    const { list, deps } = ledgerOf();
    list.pay({ ...(await addStarOrder(test.database)), stars: PRICE.stars });
    await copyLedger(deps, { pages: 3 });
    await matchLedger(deps, { afterSeconds: 0 });
    await test.advance('11 minutes');
    expect(await raised()).not.toContain('paid_without_ipn');
  });

  it('is left to its update if that came', async () => {
    const { list, deps } = ledgerOf();
    const order = await addStarOrder(test.database);
    const { chargeId } = await payInStars(test.database, order);
    list.pay({ ...order, stars: PRICE.stars, id: chargeId });
    await copyLedger(deps, { pages: 3 });
    await test.advance('4 minutes');
    expect(await matchLedger(deps)).toEqual({ charges: 0, refunds: 0, failed: [] });
    expect(await chargeOf(chargeId)).toMatchObject({ isRecovered: false });
  });

  it('counts what the user paid if an affiliate got a part of it', async () => {
    const { list, deps } = ledgerOf();
    const order = await addStarOrder(test.database);
    const chargeId = list.payByAffiliate({ ...order, stars: PRICE.stars });
    await copyLedger(deps, { pages: 3 });
    await matchLedger(deps, { afterSeconds: 0 });
    expect(await chargeOf(chargeId)).toMatchObject({ stars: PRICE.stars });
    expect(await stateOf(test.database, order.reference)).toBe('settled');
    expect(await compareBalance(deps)).toMatchObject({ size: 0 });
  });

  it('does not hold up the others if it fails', async () => {
    const { list, deps, events } = ledgerOf();
    const broken = list.pay({ userId: 42, payload: 's1_that_nobody_can_record', stars: 5 });
    const order = await addStarOrder(test.database);
    list.pay({ ...order, stars: PRICE.stars });
    await copyLedger(deps, { pages: 3 });
    await test.database.query(
      (sql) => sql`
        alter table star_charges add constraint broken check (charge_id <> ${sql.unsafe(`'${broken}'`)})`,
    );
    try {
      expect(await matchLedger(deps, { afterSeconds: 0 })).toEqual({
        charges: 1,
        refunds: 0,
        failed: [broken],
      });
    } finally {
      await test.database.query((sql) => sql`alter table star_charges drop constraint broken`);
    }
    expect(events).toContain('error ledger.row_failed');
    expect(await matchLedger(deps, { afterSeconds: 0 })).toMatchObject({ charges: 1 });
  });
});

describe('a refund without an update', () => {
  it('ends the access', async () => {
    const { list, deps } = ledgerOf();
    const order = await addStarOrder(test.database);
    const { chargeId } = await payInStars(test.database, order);
    const of = { ...order, stars: PRICE.stars };
    list.pay({ ...of, id: chargeId });
    list.refund(chargeId, of);
    await copyLedger(deps, { pages: 3 });
    expect(await matchLedger(deps, { afterSeconds: 0 })).toEqual({ charges: 0, refunds: 1, failed: [] });
    expect(await stateOf(test.database, order.reference)).toBe('refunded');
    expect(await chargeOf(chargeId)).toMatchObject({ isRefunded: true });
  });

  it('is found together with its payment if both updates were lost', async () => {
    const { list, deps } = ledgerOf();
    const order = await addStarOrder(test.database);
    const of = { ...order, stars: PRICE.stars };
    list.refund(list.pay(of), of);
    await copyLedger(deps, { pages: 3 });
    expect(await matchLedger(deps, { afterSeconds: 0 })).toEqual({ charges: 1, refunds: 1, failed: [] });
    expect(await stateOf(test.database, order.reference)).toBe('refunded');
  });

  it('is not seen in a gift that the bot sent', async () => {
    const { list, deps } = ledgerOf();
    list.gift(BUYER_ID, 50);
    await copyLedger(deps, { pages: 3 });
    expect(await matchLedger(deps, { afterSeconds: 0 })).toEqual({ charges: 0, refunds: 0, failed: [] });
  });
});

describe('the balance', () => {
  it('is what the list says, to a billionth', async () => {
    const { list, deps } = ledgerOf();
    list.pay({ userId: 5, payload: 's1_x'.padEnd(20, 'x'), stars: 3, nanostars: 999_999_999 });
    list.other(2, false);
    expect(await compareBalance(deps)).toMatchObject({
      balance: { stars: 1, nanostars: 999_999_999 },
      difference: { stars: 0, nanostars: 0 },
      size: 0,
    });
    expect(await raised()).not.toContain('stars_differ');
  });

  it('is told once for each size if it differs, and again when it is right', async () => {
    const { list, deps, events } = ledgerOf();
    list.other(1000);
    list.chargeBack(385);
    for (let i = 0; i < 3; i += 1) expect(await compareBalance(deps)).toMatchObject({ size: 385 });
    expect(events).toEqual(['error ledger.differs']);
    expect(await raised()).toContain('stars_differ');
    list.chargeBack(15);
    await compareBalance(deps);
    expect(events).toEqual(['error ledger.differs', 'error ledger.differs']);
    expect((await readMetrics(test.database)).measures.starsMissing).toBe(400);
    list.giveBack(400);
    expect(await compareBalance(deps)).toMatchObject({ size: 0 });
    expect(events.at(-1)).toBe('info ledger.balanced');
    expect(await raised()).not.toContain('stars_differ');
  });

  it('may be negative and too high', async () => {
    const { list, deps } = ledgerOf();
    list.other(10, false);
    list.giveBack(3);
    expect(await compareBalance(deps)).toMatchObject({ balance: { stars: -7 }, size: -3 });
    expect(await raised()).toContain('stars_differ');
  });

  it('is not compared with a list that grows meanwhile', async () => {
    const { list, deps, events } = ledgerOf();
    list.other(1);
    // A row comes with each of the first calls.
    list.afterEachCall((call) => call <= 9 && list.other(1));
    expect(await compareBalance(deps)).toMatchObject({ size: 0 });
    list.afterEachCall(() => list.other(1));
    expect(await compareBalance(deps)).toBeUndefined();
    expect(events).toEqual([]);
  });

  it('is doubted only if the difference is read twice', async () => {
    const { list, deps, events } = ledgerOf();
    list.other(100);
    list.chargeBack(5);
    const until = list.calls() + 5;
    // Telegram's balance was behind its list for a moment.
    list.afterEachCall((call) => call === until && list.giveBack(5));
    expect(await compareBalance(deps)).toMatchObject({ size: 0 });
    expect(events).toEqual([]);
  });
});

describe('the worker', () => {
  it('asks Telegram nothing and the database once while nobody takes Stars', async () => {
    const { list, deps } = ledgerOf();
    let statements = 0;
    const query: Database['query'] = (statement) => {
      statements += 1;
      return test.database.query(statement);
    };
    await createLedgerKeeper({ ...deps, starsFor: NOBODY, database: { ...test.database, query } })(10_000);
    expect({ calls: list.calls(), statements }).toEqual({ calls: 0, statements: 1 });
    await addStarOrder(test.database);
    await createLedgerKeeper({ ...deps, starsFor: NOBODY })(10_000);
    expect(list.calls()).toBeGreaterThan(0);
  });

  it('watches the list no longer once Stars are off, if it never asked for any', async () => {
    const { deps } = ledgerOf();
    await createLedgerKeeper(deps)(10_000);
    await createLedgerKeeper({ ...deps, starsFor: NOBODY })(10_000);
    await test.advance('61 minutes');
    expect(await raised()).not.toContain('stars_unread');
  });

  it('looks once a minute, however many instances there are', async () => {
    const { list, deps } = ledgerOf();
    await Promise.all([1, 2, 3].map(() => createLedgerKeeper(deps)(10_000)));
    const calls = list.calls();
    await createLedgerKeeper(deps)(10_000);
    expect(list.calls()).toBe(calls);
    await test.advance('61 seconds');
    await createLedgerKeeper(deps)(10_000);
    expect(list.calls()).toBeGreaterThan(calls);
  });

  it('compares once a day, and once an hour while there is a difference', async () => {
    const { list, deps, events } = ledgerOf();
    const keep = createLedgerKeeper(deps);
    list.other(100);
    await keep(10_000);
    list.chargeBack(10);
    await test.advance('2 hours');
    await keep(10_000);
    expect(events).not.toContain('error ledger.differs');
    await test.advance('23 hours');
    await keep(10_000);
    expect(events).toContain('error ledger.differs');
    list.giveBack(10);
    await test.advance('61 minutes');
    await keep(10_000);
    expect(events).toContain('info ledger.balanced');
  });

  it('never throws, and says since when the list was not read', async () => {
    const { deps, events } = ledgerOf();
    const failing = {
      ...deps.api,
      getStarTransactions: () => Promise.reject(new Error('Telegram is away')),
    };
    await createLedgerKeeper({ ...deps, api: failing })(10_000);
    await test.advance('61 minutes');
    await createLedgerKeeper({ ...deps, api: failing })(10_000);
    expect(events).toEqual(['warn ledger.unread', 'warn ledger.unread']);
    expect(await raised()).toContain('stars_unread');
    await test.advance('61 seconds');
    await createLedgerKeeper(deps)(10_000);
    expect(await raised()).not.toContain('stars_unread');
  });

  it('ends within its budget, also while it compares', async () => {
    const { list, deps } = ledgerOf();
    list.other(1);
    // Rows come with every call, so that it would try again and again.
    let time = 0;
    list.afterEachCall(() => {
      time += 1_000;
      list.other(1);
    });
    await createLedgerKeeper(deps, () => time)(7_000);
    expect(list.calls()).toBeLessThanOrEqual(8);
  });

  it('says since when the list was not compared with the balance, also if it never was', async () => {
    const { list, deps } = ledgerOf();
    list.other(1);
    const keep = createLedgerKeeper(deps);
    const uncompared = async () => {
      await test.advance('49 hours');
      list.afterEachCall(() => list.other(1));
      await keep(10_000);
      return raised();
    };
    list.afterEachCall(() => list.other(1));
    await keep(10_000);
    expect(await raised()).not.toContain('stars_uncompared');
    expect(await uncompared()).toContain('stars_uncompared');
    list.afterEachCall(() => undefined);
    await test.advance('61 seconds');
    await keep(10_000);
    expect(await raised()).not.toContain('stars_uncompared');
    expect(await uncompared()).toContain('stars_uncompared');
  });

  it('ends within its budget', async () => {
    const { list, deps } = ledgerOf();
    for (let i = 0; i < 300; i += 1) list.other(1);
    let time = 0;
    list.afterEachCall(() => (time += 8_000));
    await createLedgerKeeper(deps, () => time)(10_000);
    expect(list.calls()).toBe(2);
  });
});
