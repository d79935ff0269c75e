import type { TestDatabase } from './test-database';

/** Notes each table that is written to. A replica fires no triggers, so restoring notes nothing. */
const NOTE = `
  create table kept."written to" (name text);
  create function kept.note() returns trigger language plpgsql as
    'begin insert into kept."written to" values (tg_table_name); return null; end'`;

/** Restores the tables that were written to, in one transaction. A replica also checks no foreign keys, so their order does not matter. */
const RESTORE = `
  create function kept.restore() returns void language plpgsql set session_replication_role = replica as $$
    declare each text;
    begin
      for each in select distinct name from kept."written to" loop
        execute format('delete from public.%I', each);
        execute format('insert into public.%I overriding system value table kept.%I', each, each);
      end loop;
      delete from kept."written to";
    end $$`;

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
  const copies = tables.flatMap(({ name }) => [
    `create table kept.${name} as table public.${name}`,
    `create trigger note_writing after insert or update or delete or truncate on public.${name}
      for each statement execute function kept.note()`,
  ]);
  await database.query((sql) => sql.unsafe(['create schema kept', NOTE, RESTORE, ...copies].join(';')));
  return async () => {
    await database.query((sql) => sql`select kept.restore()`);
  };
}
