import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import postgres from 'postgres';
import type { Migration } from '../../shared/database/connection/schema/apply-migration';
import { migrate, readMigrations } from '../../shared/database/connection/schema/migrate';
import { breakingChanges, isOlder, mayContract } from './support/breaking-changes';
import { previousRelease } from './support/checkout';
import { readShape, type Shape } from './support/schema-shape';

const previous = previousRelease();
const name = `expand_${randomBytes(6).toString('hex')}`;
const server = String(process.env['TEST_DATABASE_SERVER']);
const url = server.replace(/\/postgres$/, `/${name}`);

let admin: postgres.Sql;
let sql: postgres.Sql;
let migrations: readonly Migration[];
let released: Shape;

beforeAll(async () => {
  admin = postgres(server, { max: 1 });
  await admin`create database ${admin(name)}`;
  migrations = await readMigrations(join(__dirname, '../../infra/migrations'));
  await migrate(url, migrations.slice(0, previous.schema));
  sql = postgres(url, { max: 1, onnotice: () => undefined });
  released = await readShape(sql);
});
afterAll(async () => {
  await sql.end();
  await admin`drop database ${admin(name)} with (force)`;
  await admin.end();
});

/** What the previous release could no longer rely on after `statements`, which are rolled back. */
async function brokenBy(statements: string): Promise<string[]> {
  await sql.unsafe('begin');
  try {
    await sql.unsafe(statements);
    return breakingChanges(released, await readShape(sql));
  } finally {
    await sql.unsafe('rollback');
  }
}

describe('a change that breaks the running release', () => {
  test.each([
    ['drop table counters', 'counters.name is gone'],
    ['alter table counters rename to numbers', 'counters.name is gone'],
    ['alter table chats drop column username', 'chats.username is gone'],
    ['alter table chats rename column username to handle', 'chats.username is gone'],
    ['alter table chats alter column username set not null', 'chats.username must no longer be null'],
    ['alter table tiers alter column days type bigint', 'tiers.days was integer and is now bigint'],
    ['alter table orders alter column state drop default', 'orders.state no longer has a default'],
    ['alter table chats add column seen boolean not null', 'chats.seen is required but has no default'],
    ['create unique index one_name on chats (username)', 'chats must be unique by one_name'],
    ['create unique index one_case on chats (lower(username))', 'chats must be unique by one_case'],
    ['alter table chats add constraint named check (username is not null)', 'chats must obey named'],
    [
      'alter table inbox add foreign key (order_reference) references orders',
      'inbox must obey inbox_order_reference_fkey',
    ],
    [
      "alter table channels drop constraint channels_removals_check, add check (removals in ('on', 'off'))",
      'channels must obey channels_removals_check',
    ],
    [
      'drop index orders_one_open',
      'orders is no longer unique by orders_one_open, which an "on conflict" may name',
    ],
    ['drop function app_now() cascade', 'app_now() returning timestamp with time zone is gone'],
    // Found however the statement is written.
    ["do $$ begin execute 'alter table chats drop' || ' column username'; end $$", 'chats.username is gone'],
  ])('is found: %s', async (statements, change) => expect(await brokenBy(statements)).toContain(change));
});

describe('a change that the running release does not notice', () => {
  test.each([
    'create table notes (note_id bigint primary key, order_reference text not null unique references orders)',
    'alter table chats add column seen boolean not null default false',
    'alter table chats add column language text check (language <> upper(language))',
    'alter table chats add column handle text; create unique index one_handle on chats (handle)',
    "alter table channels drop constraint channels_removals_check, add check (removals in ('on', 'dry_run', 'off', 'ask'))",
    'alter table chats alter column updated_at drop not null',
    'create index chats_by_name on chats (username); drop index inbox_latest',
    'alter index orders_one_open rename to orders_open_once',
    "create or replace function app_now() returns timestamptz language sql stable as 'select now()'",
    "create function twice(n bigint) returns bigint language sql as 'select 2 * n'",
  ])('is allowed: %s', async (statements) => expect(await brokenBy(statements)).toEqual([]));
});

it('allows only declared contractions to break the previous release', async () => {
  const broken = new Set<string>();
  const refused: string[] = [];
  for (const migration of migrations.slice(previous.schema)) {
    await migrate(url, migrations.slice(0, migration.version));
    const all = breakingChanges(released, await readShape(sql));
    const own = all.filter((change) => !broken.has(change));
    own.forEach((change) => broken.add(change));
    if (!mayContract(migration.sql, previous.version))
      refused.push(...own.map((change) => `${migration.version}_${migration.name}: ${change}`));
  }
  expect(refused).toEqual([]);
});

it.each([
  ['-- contract: since release 0.1.0\nalter table …', '0.2.0', true],
  ['-- Words.\n-- contract: since release 0.9.12\n', '0.10.0', true],
  ['-- contract: since release 0.2.0\n', '0.2.0', false],
  ['-- contract: since release 0.3.0\n', '0.2.0', false],
  ['-- contract: since release\n', '0.2.0', false],
  ['drop table orders; -- it is old', '0.2.0', false],
])('lets %j after release %s contract: %p', (text, version, may) =>
  expect(mayContract(text, version)).toBe(may),
);

it.each([
  ['0.1.0', '0.1.0', false],
  ['0.1.9', '0.1.10', true],
  ['0.10.0', '0.9.0', false],
  ['0.9.9', '1.0.0', true],
])('says that %s is older than %s: %p', (one, other, older) => expect(isOlder(one, other)).toBe(older));
