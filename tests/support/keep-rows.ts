import type { TestDatabase } from './test-database';

/**
 * Copies the rows of every table and returns a function that restores them. Call it before each test, so that each one
 * starts from the same facts and passes alone and in any order.
 */
export async function keepRows({ database }: Pick<TestDatabase, 'database'>): Promise<() => Promise<void>> {
  const tables = await database.query(
    (sql) => sql<{ name: string }[]>`
      select format('%I', table_name) as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'schema_migrations'`,
  );
  const copies = tables.map(({ name }) => `create table kept.${name} as table public.${name}`);
  await database.query((sql) => sql.unsafe(['create schema kept', ...copies].join(';')));
  // One implicit transaction. A replica checks no foreign keys, so the order of the tables does not matter.
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
