import type { TestDatabase } from './test-database';

/**
 * Keeps the rows of every table, and returns what puts them back: called before each case, it makes every case of a file
 * start from the same facts, so that each passes alone and in any order.
 */
export async function keepRows({ database }: Pick<TestDatabase, 'database'>): Promise<() => Promise<void>> {
  const tables = await database.query(
    (sql) => sql<{ name: string }[]>`
      select format('%I', table_name) as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'schema_migrations'`,
  );
  const copies = tables.map(({ name }) => `create table kept.${name} as table public.${name}`);
  await database.query((sql) => sql.unsafe(['create schema kept', ...copies].join(';')));
  // One implicit transaction. As a replica, Postgres checks no foreign keys, so the tables may come in any order.
  const restore = [
    'set local session_replication_role = replica',
    ...tables.flatMap(({ name }) => [
      `delete from public.${name}`,
      `insert into public.${name} overriding system value table kept.${name}`,
    ]),
  ].join(';');
  return async () => {
    await database.query((sql) => sql.unsafe(restore));
  };
}
