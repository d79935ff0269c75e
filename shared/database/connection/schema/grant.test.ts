import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database';
import { DATABASE_NAMES, readConfig } from '../../../config';
import { silentLogger } from '../../../logger';
import { parseChannelFile } from '../../../services/operations/channel-file';
import { purgeOld } from '../../operations/purge';
import { readMetrics } from '../../operations/metrics';
import { listChannels, saveChannels } from '../../owner/channels';
import { claimDue } from '../../common/claim-outbox';
import { markDelivered } from '../../common/conclude-outbox';
import { promiseAlone } from '../../common/outbox';
import { assertSchema } from './schema-version';
import { grantsOf, PRIVILEGES } from '../../../../functions/privileges';
import { createFunctionLogins } from '../../../../tests/support/function-logins';
import { grantTo, joinGrants } from './grant';
import { openDatabase, type Database } from '../pool';

// One login as Cloud SQL names that of a service account, with an @ and dots, and one that tries to break out of its quotes.
const suffix = randomBytes(4).toString('hex');
const ROLES = [`worker-${suffix}@telepay.iam`, `odd "name"; drop table orders --${suffix}`] as const;
const [ROLE] = ROLES;
/** Logins that all functions share, as in an installation with one login. */
const GRANTS = ROLES.map((role) => ({ role, grants: joinGrants(Object.values(PRIVILEGES)) }));

let test: TestDatabase;
let admin: postgres.Sql;
let granted: Database;

const urlOf = (role: string) => test.url.replace('postgres@', `${encodeURIComponent(role)}@`);

beforeAll(async () => {
  test = await createTestDatabase();
  admin = postgres(test.url, { max: 1 });
  for (const role of ROLES) await admin.unsafe(`create role "${role.replaceAll('"', '""')}" login`);
  await grantTo(test.url, GRANTS);
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

it('takes what earlier releases granted, on later tables as well', async () => {
  const role = `"${ROLE.replaceAll('"', '""')}"`;
  await admin.unsafe(`grant all on all tables in schema public to ${role};
    alter default privileges in schema public grant all on tables to ${role}`);
  await grantTo(test.url, GRANTS);
  await admin`create table later (id int)`;
  for (const statement of ['select from later', 'delete from schema_migrations'])
    await expect(granted.query((sql) => sql.unsafe(statement))).rejects.toMatchObject({ code: '42501' });
  await admin`drop table later`;
});

it('takes nothing from the owner of the schema, who applies the next migrations', async () => {
  const [before] = await admin<{ owner: string }[]>`select current_user as owner`;
  await admin.unsafe(`create role "owner-${suffix}" login superuser`);
  const url = urlOf(`owner-${suffix}`);
  const owner = postgres(url, { max: 1 });
  await owner`create table owned (id int)`;
  await grantTo(url, [...GRANTS, { role: `owner-${suffix}`, grants: {} }]);
  const kept = await owner`
    select privilege_type from information_schema.role_table_grants
    where grantee = ${`owner-${suffix}`} and table_name = 'owned' and privilege_type = 'INSERT'`;
  expect(kept).toHaveLength(1);
  expect(before?.owner).not.toBe(`owner-${suffix}`);
  await owner.end();
  await admin.unsafe(`drop owned by "owner-${suffix}"; drop role "owner-${suffix}"`);
});

describe('the login of each function', () => {
  it.each([
    ['health', 'delete from orders'],
    ['health', "update payments set standing = 'settled'"],
    ['paymentIpn', "update channels set title = 'mine'"],
    ['paymentIpn', 'delete from tiers'],
    ['paymentIpn', 'delete from bans'],
    ['notificationWebhook', "update orders set state = 'settled'"],
    ['telegramWebhook', 'delete from payments'],
    ['worker', 'delete from orders'],
  ] as const)('of %s is refused: %s', async (target, statement) => {
    const { logins, drop } = await createFunctionLogins(test.url);
    const own = postgres(urlOf(logins[target]), { max: 1 });
    await expect(own.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
    await own.end();
    await drop();
  });

  it('has exactly its privileges, and none on a sequence', async () => {
    const { logins, drop } = await createFunctionLogins(test.url);
    for (const target of Object.keys(PRIVILEGES) as (keyof typeof PRIVILEGES)[]) {
      const grants = grantsOf(target);
      const rows = await admin<{ table: string; verbs: string }[]>`
        select table_name as table, string_agg(lower(privilege_type), ' ') as verbs
        from information_schema.role_table_grants where grantee = ${logins[target]}
        group by 1`;
      const sorted = (verbs: string) => verbs.split(' ').sort().join(' ');
      expect(Object.fromEntries(rows.map(({ table, verbs }) => [table, sorted(verbs)]))).toEqual(
        Object.fromEntries(Object.entries(grants).map(([table, verbs]) => [table, sorted(verbs)])),
      );
    }
    await drop();
  });
});

it('can be repeated, even twice at once', async () => {
  await Promise.all([grantTo(test.url, GRANTS), grantTo(test.url, GRANTS)]);
  await expect(granted.query((sql) => sql`select 1 from orders`)).resolves.toEqual([]);
});

it('rejects an unknown role by name', async () => {
  await expect(grantTo(test.url, [...GRANTS, { role: 'nobody@telepay.iam', grants: {} }])).rejects.toThrow(
    'There is no role nobody@telepay.iam in this database.',
  );
});
