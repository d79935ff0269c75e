import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import postgres from 'postgres';
import { DATABASE_NAMES, readConfig } from '../shared/config';
import { migrate, readMigrations } from '../shared/database/connection/schema/migrate';
import { openDatabase, type Database } from '../shared/database/connection/pool';
import { readChannelRole } from '../shared/database/common/channel-roles';
import { listOffers } from '../shared/database/payments/offer-list';
import type { OpenChannelId } from '../shared/domain/common/ids';
import { silentLogger } from '../shared/logger';

/** The schema before `OWNERS`. */
const BEFORE = 16;
const FROM_FILE = -1001;
const SET_UP = -1002;
const OWNER = 7;

const name = `owners_${randomBytes(6).toString('hex')}`;
let admin: postgres.Sql;
let sql: postgres.Sql;
let database: Database;

beforeAll(async () => {
  const server = String(process.env['TEST_DATABASE_SERVER']);
  admin = postgres(server, { max: 1 });
  await admin`create database ${admin(name)}`;
  const url = server.replace(/\/postgres$/, `/${name}`);
  const migrations = await readMigrations(join(__dirname, 'migrations'));
  await migrate(url, migrations.slice(0, BEFORE));
  sql = postgres(url, { max: 1 });
  await sql`
    insert into channels (open_channel_id, title, owner_user_id)
    values (${FROM_FILE}, 'From the file', ${OWNER}), (${SET_UP}, 'Set up in Telegram', ${OWNER})`;
  await sql`
    insert into audit_log (act, actor_user_id, open_channel_id) values ('channel_set_up', ${OWNER}, ${SET_UP})`;
  await migrate(url, migrations);
  database = openDatabase(await readConfig(DATABASE_NAMES, { DATABASE_URL: url }), silentLogger);
});
afterAll(async () => {
  await database.close();
  await sql.end();
  await admin`drop database ${admin(name)} with (force)`;
  await admin.end();
});

const titlesFor = async (owners: { isEveryone: boolean; named: number[] }) => {
  const { channels } = await listOffers(database, { page: 1, userId: 1, owners });
  return channels.map(({ title }) => title);
};

it.each([
  ['without OWNERS', { isEveryone: false, named: [] }],
  ['with OWNERS=*', { isEveryone: true, named: [] }],
  ['with their owner in OWNERS', { isEveryone: false, named: [OWNER] }],
])('lists only the channels of the file after an upgrade %s', async (_, owners) => {
  expect(await titlesFor(owners)).toEqual(['From the file']);
});

it('lists a channel again that its owner puts on the list', async () => {
  await sql`update channels set listed = true where open_channel_id = ${SET_UP}`;
  expect(await titlesFor({ isEveryone: true, named: [] })).toEqual(['From the file']);
  expect(await titlesFor({ isEveryone: false, named: [OWNER] })).toEqual([
    'From the file',
    'Set up in Telegram',
  ]);
});

it.each([FROM_FILE, SET_UP])('leaves channel %s to its owner', async (openChannelId) => {
  const role = await readChannelRole(database, {
    openChannelId: openChannelId as OpenChannelId,
    userId: OWNER,
  });
  expect(role).toMatchObject({ role: 'owner' });
});
