import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import postgres from 'postgres';
import type { Migration } from '../shared/database/connection/schema/apply-migration';
import { migrate, readMigrations } from '../shared/database/connection/schema/migrate';
import { openDatabase, type Database } from '../shared/database/connection/pool';
import { eventually } from '../tests/journeys/support/eventually';
import { DATABASE_NAMES, readConfig } from '../shared/config';
import type { OpenChannelId, OrderReference } from '../shared/domain/common/ids';
import { silentLogger } from '../shared/logger';
import { readSalesHistory } from '../shared/database/reports/sales-report';
import { createFigureKeeper } from '../shared/services/reports/keep-figures';
import { createScheduler } from '../shared/services/operations/promise-scheduled';
import { replayOrder } from '../shared/services/operations/replay';

const REFERENCE = 'A'.repeat(22) as OrderReference;

const server = String(process.env['TEST_DATABASE_SERVER']);
let url: string;
let sql: postgres.Sql;
let database: Database;
let migrations: readonly Migration[];
let admin: postgres.Sql;
const names: string[] = [];

/** Creates a database at an older schema, and returns its URL. */
async function databaseAt(schema: number): Promise<string> {
  const name = `upgrade_${randomBytes(6).toString('hex')}`;
  names.push(name);
  await admin`create database ${admin(name)}`;
  const created = server.replace(/\/postgres$/, `/${name}`);
  await migrate(created, migrations.slice(0, schema));
  return created;
}

beforeAll(async () => {
  admin = postgres(server, { max: 1 });
  migrations = await readMigrations(join(__dirname, 'migrations'));
  url = await databaseAt(1);
  sql = postgres(url, { max: 1 });
  database = openDatabase(await readConfig(DATABASE_NAMES, { DATABASE_URL: url }), silentLogger);
});
afterAll(async () => {
  await database.close();
  await sql.end();
  for (const name of names) await admin`drop database ${admin(name)} with (force)`;
  await admin.end();
});

it('keeps a payment settled that settled under an older schema', async () => {
  await sql`insert into channels (open_channel_id, title, owner_user_id) values (-1001, 'Alpha', 7)`;
  await sql`
    insert into orders (reference, kind, state, user_id, open_channel_id, amount_cents, payment_id, settled_at)
    values (${REFERENCE}, 'donation', 'settled', 42, -1001, 2500, 5, now())`;
  await sql`
    insert into payments (payment_id, order_reference, payment_status, seen, is_finished_at_price, price_amount,
      price_currency, actually_paid, standing)
    values (5, ${REFERENCE}, 'finished', '["finished"]', true, 25, 'usd', 0.01, 'settled')`;
  expect(await migrate(url, migrations)).toEqual(migrations.slice(1));
  expect(await replayOrder(database, REFERENCE)).toMatchObject({ state: 'settled' });
  const [payment] = await sql`select standing, settles, proven_cents from payments`;
  expect(payment).toEqual({ standing: 'settled', settles: true, proven_cents: 2500 });
  const [order] = await sql`select state, received_cents from orders`;
  expect(order).toEqual({ state: 'settled', received_cents: 2500 });
});

it('applies every migration once', async () => {
  expect(await migrate(url, migrations)).toEqual([]);
});

it('fills the columns of what an earlier release decided', async () => {
  const older = await databaseAt(11);
  const old = postgres(older, { max: 1 });
  const many = 'B'.repeat(22);
  await old`insert into channels (open_channel_id, title, owner_user_id) values (-1001, 'Alpha', 7)`;
  await old`
    insert into orders (reference, kind, user_id, open_channel_id, amount_cents)
    values (${REFERENCE}, 'donation', 42, -1001, 2500), (${many}, 'donation', 42, -1001, 2500)`;
  // A finished child, a part, one with nothing in it, one in another currency, and one that nobody counted.
  await old`
    insert into payments (payment_id, order_reference, parent_payment_id, payment_status, seen, price_amount, price_currency,
      pay_amount, actually_paid, standing, decision, decided_on)
    values (1, ${REFERENCE}, 9, 'finished', '["finished"]', 19.99, 'usd', 4, 1, 'credited', 'credit', ''),
      (2, ${REFERENCE}, 9, 'partially_paid', '["partially_paid"]', 19.99, 'usd', 3, 1, 'credited', 'credit', ''),
      (3, ${REFERENCE}, 9, 'partially_paid', '["partially_paid"]', 19.99, 'usd', 3, 0, 'credited', 'credit', ''),
      (4, ${REFERENCE}, 9, 'finished', '["finished"]', 19.99, 'eur', 4, 4, 'credited', 'credit', ''),
      (5, ${REFERENCE}, 9, 'finished', '["finished"]', 19.99, 'usd', 4, 4, 'parked', null, null)`;
  await old`
    insert into payments (payment_id, order_reference, payment_status, seen, standing)
    select 100 + n, ${many}, 'waiting', '["waiting"]', 'pending' from generate_series(1, 101) as n`;
  await migrate(older, migrations);
  const typed =
    await old`select typed_cents::int as cents from payments where payment_id < 100 order by payment_id`;
  expect(typed.map(({ cents }) => cents as number | null)).toEqual([1999, 666, null, null, null]);
  const counts = await old`select payment_count as count from orders order by reference`;
  expect(counts.map(({ count }) => count as number | null)).toEqual([null, 101]);
  const unchecked = await old`select conname from pg_constraint where not convalidated`;
  await old.end();
  expect(unchecked).toEqual([]);
});

it('looks right after the upgrade at the rights that an earlier release saw lost', async () => {
  const older = await databaseAt(17);
  const old = postgres(older, { max: 1 });
  await old`insert into channels (open_channel_id, closed_channel_id, title, owner_user_id) values (-1001, -1002, 'Alpha', 7)`;
  await old`
    insert into bot_chats (chat_id, title, status, rights, promoted_by, changed_at)
    values (-1002, 'VIP', 'administrator', '{"can_invite_users": false}', 7, now())`;
  await migrate(older, migrations);
  const upgraded = openDatabase(await readConfig(DATABASE_NAMES, { DATABASE_URL: older }), silentLogger);
  const checks = [];
  for (let round = 0; round < 2; round += 1) {
    await createScheduler({ database: upgraded, log: silentLogger })();
    const rows = await old`select payload from outbox where kind = 'check_place'`;
    checks.push(rows.map(({ payload }) => payload as object));
  }
  await upgraded.close();
  await old.end();
  expect(checks).toEqual([[{ chatId: -1002 }], [{ chatId: -1002 }]]);
});

it('lists the members that are there before the upgrade', async () => {
  const older = await databaseAt(28);
  const old = postgres(older, { max: 1, onnotice: () => undefined });
  await old`insert into channels (open_channel_id, title, owner_user_id) values (-1001, 'Alpha', 7), (-1002, 'Beta', 7)`;
  await old`
    insert into members (open_channel_id, user_id, status, origin)
    select -1001 - n % 2, n, case n % 5 when 0 then 'left' when 1 then 'creator' else 'member' end, 'before'
    from generate_series(1, 12000) n`;
  await old`
    insert into subscriptions (open_channel_id, user_id, paid_until)
    select -1001 - n % 2, n, now() from generate_series(6000, 13000) n`;
  await migrate(older, migrations);
  const [listed] = await old`
    select count(*)::int as users, count(*) filter (where place = 'out')::int as out,
      count(*) filter (where place = 'administrator')::int as administrators, count(paid_until)::int as paying
    from listed_members`;
  expect(listed).toEqual({ users: 13_000, out: 3_400, administrators: 2_400, paying: 7_001 });
  await old`update members set status = 'left' where user_id = 1`;
  await old`delete from subscriptions where user_id = 13000`;
  const changed = await old<
    { place: string; paid_until: Date | null }[]
  >`select user_id, place, paid_until from listed_members where user_id in (1, 13000) order by 1`;
  expect(changed.map(({ place, paid_until: end }) => [place, end])).toEqual([
    ['out', null],
    ['out', null],
  ]);
  await old.end();
});

describe('the upgrade to figures from sums', () => {
  let older: string;
  let old: postgres.Sql;

  beforeEach(async () => {
    older = await databaseAt(26);
    old = postgres(older, { max: 3 });
    await old`insert into channels (open_channel_id, title, owner_user_id) values (-1001, 'Alpha', 7), (-1002, 'Beta', 7)`;
    await old`
      insert into orders (reference, kind, state, user_id, open_channel_id, amount_cents, payment_id, settled_at)
      select lpad(n::text, 22, '0'), 'donation', 'settled', 42, -1001 - n % 2, 100, n, now() - n * interval '7 hours'
      from generate_series(1, 200) n`;
  });
  afterEach(() => old.end());

  it('counts what was sold before it, before and after the worker has summed it', async () => {
    await migrate(older, migrations);
    const upgraded = openDatabase(await readConfig(DATABASE_NAMES, { DATABASE_URL: older }), silentLogger);
    const read = () => readSalesHistory(upgraded, -1001 as OpenChannelId);
    const before = await read();
    await createFigureKeeper({ database: upgraded, log: silentLogger })();
    const after = await read();
    await upgraded.close();
    expect(before.days.reduce((sum, { donations }) => sum + donations.count, 0)).toBeGreaterThan(40);
    expect(after).toEqual(before);
    const [sums] = await old`select count(*)::int as sums from figure_sums`;
    expect(sums?.['sums']).toBeGreaterThan(100);
  });

  it('builds its indexes while buyers pay, and again if an attempt was cut off', async () => {
    // What a cut-off attempt leaves behind has the name of the index, and Postgres does not use it.
    await old`create index extensions_by_time on extensions (user_id)`;
    let finish: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const paying = old.begin(async (tx) => {
      await tx`insert into subscriptions (open_channel_id, user_id) values (-1001, 1)`;
      await tx`insert into extensions (order_reference, open_channel_id, user_id, days, granted_at) values (${'1'.padStart(22, '0')}, -1001, 1, 1, now())`;
      await finished;
    });
    const migrating = migrate(older, migrations);
    await eventually(async () => {
      const [row] = await old`
        select count(*)::int as waiting from pg_stat_activity
        where query like '%index concurrently%' and wait_event_type = 'Lock' and datname = current_database()`;
      return row?.['waiting'] === 1;
    });
    await old`insert into subscriptions (open_channel_id, user_id) values (-1001, 2)`;
    await old`insert into extensions (order_reference, open_channel_id, user_id, days, granted_at) values (${'2'.padStart(22, '0')}, -1001, 2, 1, now())`;
    finish();
    await paying;
    await migrating;
    const indexes = await old`
      select pg_get_indexdef(indexrelid) as index from pg_index where indexrelid = 'extensions_by_time'::regclass and indisvalid`;
    expect(indexes[0]?.['index']).toMatch(/\(open_channel_id, granted_at\)$/);
  });
});
