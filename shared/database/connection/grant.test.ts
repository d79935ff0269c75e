import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database';
import { DATABASE_NAMES, readConfig } from '../../config';
import { silentLogger } from '../../logger';
import { parseChannelFile } from '../../services/operations/channel-file';
import { purgeOld } from '../operations/purge';
import { readMetrics } from '../operations/metrics';
import { listChannels, saveChannels } from '../owner/channels';
import { claimDue } from '../common/claim-outbox';
import { markDelivered } from '../common/conclude-outbox';
import { promiseAlone } from '../common/outbox';
import { assertSchema } from './schema-version';
import { grantTo } from './grant';
import { openDatabase, type Database } from './pool';

// One login as Cloud SQL names that of a service account, with an @ and dots, and one that tries to break out of its quotes.
const suffix = randomBytes(4).toString('hex');
const ROLES = [`worker-${suffix}@telepay.iam`, `odd "name"; drop table orders --${suffix}`] as const;
const [ROLE] = ROLES;

let test: TestDatabase;
let admin: postgres.Sql;
let granted: Database;

const urlOf = (role: string) => test.url.replace('postgres@', `${encodeURIComponent(role)}@`);

beforeAll(async () => {
  test = await createTestDatabase();
  admin = postgres(test.url, { max: 1 });
  for (const role of ROLES) await admin.unsafe(`create role "${role.replaceAll('"', '""')}" login`);
  await grantTo(test.url, ROLES);
  granted = openDatabase(await readConfig(DATABASE_NAMES, { DATABASE_URL: urlOf(ROLE) }), silentLogger);
});
afterAll(async () => {
  await granted.close();
  for (const role of ROLES) {
    const name = `"${role.replaceAll('"', '""')}"`;
    await admin.unsafe(`drop owned by ${name}; drop role ${name}`);
  }
  await admin.end();
  await test.close();
});

it('allows a role everything that the product does', async () => {
  await assertSchema(granted);
  const file = [{ open_channel_id: -1001234567890, title: 'Alpha', owner_user_id: 7001 }];
  await saveChannels(granted, parseChannelFile(JSON.stringify(file)));
  expect(await listChannels(granted)).toHaveLength(1);
  const effect = { kind: 'expire_keypad', keypadId: '00000000-0000-4000-8000-000000000000' } as const;
  await promiseAlone(granted, [{ effect, key: 'granted', expiresInSeconds: 60 }]);
  const [entry] = await claimDue(granted, 1);
  await markDelivered(granted, { outboxId: entry?.outboxId ?? 0, attempts: entry?.attempts ?? 0 });
  await purgeOld(granted);
  expect(await readMetrics(granted)).toMatchObject({ measures: { outboxDue: 0 } });
});

it.each([
  'create table public.mine (id int)',
  'drop table orders',
  'alter table orders add column mine int',
  'truncate orders',
  'create schema mine',
  'create or replace function app_now() returns timestamptz language sql as $$ select now() $$',
  `insert into schema_migrations (version, name) values (9999, 'mine')`,
  'delete from schema_migrations',
])('refuses a role any change to the schema: %s', async (statement) => {
  await expect(granted.query((sql) => sql.unsafe(statement))).rejects.toMatchObject({ code: '42501' });
});

it('covers the tables of later migrations without another grant', async () => {
  await admin`create table later (id int generated always as identity, body text)`;
  await granted.query((sql) => sql`insert into later (body) values ('x')`);
  await expect(granted.query((sql) => sql`select body from later`)).resolves.toEqual([{ body: 'x' }]);
});

it('can be repeated, even twice at once', async () => {
  await Promise.all([grantTo(test.url, ROLES), grantTo(test.url, ROLES)]);
  await expect(granted.query((sql) => sql`select 1 from orders`)).resolves.toEqual([]);
});

it('rejects an unknown role by name', async () => {
  await expect(grantTo(test.url, [ROLE, 'nobody@telepay.iam'])).rejects.toThrow(
    'There is no role nobody@telepay.iam in this database.',
  );
});
