import fc from 'fast-check';
import { foldWithoutDays } from '../../../../tests/support/fold-without-days';
import { useTestDatabase } from '../../../../tests/support/test-database';
import { useSettledOrders } from '../../../../tests/worlds/settled-orders';
import { DAY_MS, HOUR_MS } from '../../../domain/common/time';
import type { OpenChannelId } from '../../../domain/common/ids';
import type { Database } from '../../connection/pool';
import type { Sql } from '../../connection/options';
import { purgeOld } from '../../operations/purge';
import { readDigest } from '../digests';
import { readSalesHistory } from '../sales-report';
import { foldFigures } from './fold-figures';
import { markHistory, recountFigures } from './mark-history';

const test = useTestDatabase();
const { newChannel, newId, newReference, starSale } = useSettledOrders(test);

class RolledBack extends Error {}

/** Reads twice as of one moment: with the sums, and as if no history were marked, so that everything is counted from its rows. */
async function readBoth<T>(read: (database: Database) => Promise<T>): Promise<readonly T[]> {
  const both: T[] = [];
  await test.database
    .query((pool) =>
      pool.begin(async (transaction) => {
        const sql = transaction as unknown as Sql;
        const database: Database = { ...test.database, query: async (run) => run(sql) };
        both.push(await read(database));
        await sql`update figure_progress set marked_through = -9223372036854775808`;
        both.push(await read(database));
        throw new RolledBack();
      }),
    )
    .catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
  return both;
}

beforeAll(async () => {
  await write(
    (sql) => sql`
      create function prolonged(until timestamptz, at timestamptz, days int) returns timestamptz
        language sql immutable as $$ select greatest(coalesce(until, at), at) + days * interval '24 hours' $$`,
  );
  await write(
    (sql) => sql`create aggregate fold_days(timestamptz, int) (sfunc = prolonged, stype = timestamptz)`,
  );
});

const write = (statement: (sql: Sql) => PromiseLike<unknown>) => test.database.query(statement);

/** Sets the end of each access as the product does: to the fold of its grants that were not taken back. */
const conclude = (openChannelId: number) =>
  write(
    (sql) => sql`
      update subscriptions s set paid_until = (
        select fold_days(granted_at, days order by granted_at) from (
          select open_channel_id, user_id, granted_at, days from extensions where revoked_at is null
          union all select open_channel_id, user_id, granted_at, days from manual_extensions where revoked_at is null) e
        where e.open_channel_id = s.open_channel_id and e.user_id = s.user_id)
      where open_channel_id = ${openChannelId}`,
  );

const ZONES = [
  'UTC',
  'Asia/Kathmandu',
  'America/New_York',
  'America/Havana',
  'Pacific/Chatham',
  'Australia/Lord_Howe',
];

/** A change of the rows that figures count, by this release or the previous one. */
type Change = (openChannelId: OpenChannelId, n: number) => Promise<unknown>;

/** One of a channel's orders or payments. */
const someOrder = (sql: Sql, openChannelId: number, n: number) => sql`
  (select reference from orders where open_channel_id = ${openChannelId} order by md5(reference || ${n}) limit 1)`;
const somePayment = (sql: Sql, openChannelId: number, n: number) => sql`
  (select p.payment_id from payments p join orders on reference = order_reference
    where open_channel_id = ${openChannelId} order by md5(order_reference || ${n}) limit 1)`;
const someGrant = (sql: Sql, openChannelId: number, n: number) => sql`
  (select order_reference from extensions where open_channel_id = ${openChannelId}
    order by md5(order_reference || ${n}) limit 1)`;

/** A database whose process dies before what it does is committed. */
const dyingDatabase = (): Database => ({
  ...test.database,
  query: (run) =>
    test.database.query((sql) => {
      const begin = (work: (transaction: Sql) => Promise<unknown>) =>
        sql.begin(async (transaction) => {
          await work(transaction as unknown as Sql);
          throw new RolledBack();
        });
      return run(
        new Proxy(sql, {
          get: (target, name) => (name === 'begin' ? begin : (Reflect.get(target, name) as unknown)),
        }),
      );
    }),
});

const CHANGES: Readonly<Record<string, Change>> = {
  settle: async (openChannelId, n) => {
    const reference = newReference();
    const id = newId();
    const isTier = n % 3 > 0;
    const userId = 500 + (n % 4);
    await write(
      (sql) => sql`
        insert into subscriptions (open_channel_id, user_id) values (${openChannelId}, ${userId}) on conflict do nothing`,
    );
    await write(
      (sql) => sql`
        with o as (
          insert into orders (reference, kind, state, user_id, open_channel_id, tier_name, tier_days, amount_cents,
            income_cents, payment_id, settled_at)
          values (${reference}, ${isTier ? 'subscription' : 'donation'}, 'settled', ${userId}, ${openChannelId},
            ${isTier ? `Tier ${n % 2}` : null}, ${isTier ? 1 + (n % 5) : null}, ${1000 + n},
            ${n % 5 === 0 ? null : 900 + n}, ${id}, app_now() - ${n % 7 === 0 ? n : 0}::int * interval '1 hour')),
        p as (
          insert into payments (payment_id, order_reference, payment_status, seen, pay_currency, proven_cents,
            received_cents, settles, standing)
          values (${id}, ${reference}, 'finished', '["finished"]', ${['btc', 'eth'][n % 2] ?? null}, ${1000 + n},
            ${n % 5 === 0 ? null : 900 + n}, true, 'settled'))
        insert into extensions (order_reference, payment_id, open_channel_id, user_id, days, granted_at)
        select ${reference}, null, ${openChannelId}, ${userId}, ${1 + (n % 5)}, app_now() where ${isTier}`,
    );
    await conclude(openChannelId);
  },
  settleInStars: async (openChannelId, n) => {
    const [clock] = await test.database.query(
      (sql) =>
        sql<
          { at: string }[]
        >`select (app_now() - ${n % 7 === 0 ? n : 0}::int * interval '1 hour')::text as at`,
    );
    await starSale(openChannelId, clock?.at ?? '', 1 + n, n % 2 === 0 ? 'donation' : 'subscription');
  },
  lateWorth: (openChannelId, n) =>
    write(
      (sql) => sql`
        update orders set income_cents = ${500 + n}, version = version + 1
        where reference = ${someOrder(sql, openChannelId, n)} and settled_at is not null`,
    ),
  secondPart: (openChannelId, n) =>
    write(
      (sql) => sql`
        insert into payments (payment_id, order_reference, payment_status, seen, pay_currency, received_cents, settles, standing,
          decision, decided_on, credited_at, updated_at)
        select ${newId()}, ${someOrder(sql, openChannelId, n)}, 'partially_paid', '[]', 'ltc', ${n}, ${n % 4 === 0},
          ${n % 4 === 0 ? 'settled' : 'credited'}, ${n % 4 === 0 ? null : 'credit'}, ${n % 4 === 0 ? null : ''},
          case when ${n % 4 > 1} then app_now() end, app_now()
        where ${someOrder(sql, openChannelId, n)} is not null`,
    ),
  refund: (openChannelId, n) =>
    write(
      (sql) => sql`
        update payments set standing = 'refunded', updated_at = app_now(), refunded_at = case when ${n % 3 > 0} then app_now() end
        where payment_id = ${somePayment(sql, openChannelId, n)} and standing <> 'refunded'`,
    ),
  judgedAgain: (openChannelId, n) =>
    write(
      (sql) => sql`
        update payments set standing = case when settles then 'settled' else 'parked' end, credited_at = null,
          refunded_at = null, updated_at = app_now(), typed_cents = ${1 + n}
        where payment_id = ${somePayment(sql, openChannelId, n)} and (not settles or payment_status = 'finished')`,
    ),
  touchedByPreviousRelease: (openChannelId, n) =>
    write(
      (sql) =>
        sql`update payments set updated_at = app_now() where payment_id = ${somePayment(sql, openChannelId, n)}`,
    ),
  takeDays: async (openChannelId, n) => {
    await write(
      (sql) => sql`
        update extensions set revoked_at = app_now()
        where order_reference = ${someGrant(sql, openChannelId, n)} and revoked_at is null`,
    );
    await conclude(openChannelId);
  },
  giveBackDays: async (openChannelId, n) => {
    await write(
      (sql) =>
        sql`update extensions set revoked_at = null where order_reference = ${someGrant(sql, openChannelId, n)}`,
    );
    await conclude(openChannelId);
  },
  deleteDays: async (openChannelId, n) => {
    await write(
      (sql) => sql`delete from extensions where order_reference = ${someGrant(sql, openChannelId, n)}`,
    );
    await conclude(openChannelId);
  },
  changeZone: (openChannelId, n) =>
    write(
      (sql) => sql`
        update channels set time_zone = ${ZONES[n % ZONES.length] ?? 'UTC'} where open_channel_id = ${openChannelId}`,
    ),
  wait: (_, n) => test.advance(`${1 + n * 41} minutes`),
  fold: () => foldFigures(test.database),
  foldByPreviousRelease: (openChannelId) => foldWithoutDays(test.database, openChannelId),
  foldInTwoWorkers: () => Promise.all([foldFigures(test.database), foldFigures(test.database)]),
  foldWhileSelling: (openChannelId, n) =>
    Promise.all([foldFigures(test.database), CHANGES['settle']?.(openChannelId, n)]),
  dieWhileFolding: () => foldFigures(dyingDatabase()).catch(() => undefined),
  putTheClockRight: async (openChannelId, n) => {
    await test.advance(`${n} days`);
    await CHANGES['settle']?.(openChannelId, n);
    await foldFigures(test.database);
    await purgeOld(test.database);
    await test.advance(`-${n} days`);
  },
  purge: () => purgeOld(test.database),
  upgradeAgain: async () => {
    await recountFigures(test.database);
    await markHistory(test.database);
  },
};

async function expectTheSame(openChannelId: OpenChannelId): Promise<void> {
  const [summed, counted] = await readBoth((database) => readSalesHistory(database, openChannelId));
  expect(summed).toEqual(counted);
  const [clock] = await test.database.query(
    (sql) => sql<{ now: number }[]>`select floor(extract(epoch from app_now()) * 1000)::float8 as now`,
  );
  const until = clock?.now ?? 0;
  for (const from of [until - DAY_MS, until - 5 * HOUR_MS - 123_456, until - 60 * DAY_MS]) {
    const [ofSums, ofRows] = await readBoth((database) =>
      readDigest(database, { openChannelId, from, until }),
    );
    expect(ofSums).toEqual(ofRows);
  }
}

it('counts from its sums what it counts from the rows, whatever happens to either', async () => {
  const names = [
    ...Object.keys(CHANGES),
    'settle',
    'settle',
    'settle',
    'settleInStars',
    'wait',
    'wait',
    'wait',
    'fold',
  ];
  const change = fc.record({ name: fc.constantFrom(...names), n: fc.nat(60) });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 20, maxLength: 70 }), async (changes) => {
      const openChannelId = await newChannel('Europe/Berlin');
      for (const [index, { name, n }] of changes.entries()) {
        await CHANGES[name]?.(openChannelId, n);
        if (index % 10 === 9) await expectTheSame(openChannelId);
      }
      await test.advance('20 minutes');
      await foldFigures(test.database);
      await expectTheSame(openChannelId);
    }),
    { numRuns: 12, endOnFailure: true },
  );
});
