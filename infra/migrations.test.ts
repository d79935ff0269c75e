import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import postgres from 'postgres';
import { migrate, readMigrations, type Migration } from '../shared/database/connection/migrate';
import { openDatabase, type Database } from '../shared/database/connection/pool';
import { DATABASE_NAMES, readConfig } from '../shared/config';
import type { OrderReference } from '../shared/domain/common/ids';
import { silentLogger } from '../shared/logger';
import { replayOrder } from '../shared/services/operations/replay';

const REFERENCE = 'A'.repeat(22) as OrderReference;

let url: string;
let sql: postgres.Sql;
let database: Database;
let migrations: readonly Migration[];
let admin: postgres.Sql;
const name = `upgrade_${randomBytes(6).toString('hex')}`;

beforeAll(async () => {
  const server = String(process.env['TEST_DATABASE_SERVER']);
  admin = postgres(server, { max: 1 });
  await admin`create database ${admin(name)}`;
  url = server.replace(/\/postgres$/, `/${name}`);
  migrations = await readMigrations(join(__dirname, 'migrations'));
  await migrate(url, migrations.slice(0, 1));
  sql = postgres(url, { max: 1 });
  database = openDatabase(await readConfig(DATABASE_NAMES, { DATABASE_URL: url }), silentLogger);
});
afterAll(async () => {
  await database.close();
  await sql.end();
  await admin`drop database ${admin(name)} with (force)`;
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
