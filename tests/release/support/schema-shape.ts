import type postgres from 'postgres';

interface Column {
  readonly on: string;
  readonly name: string;
  readonly type: string;
  readonly isNotNull: boolean;
  readonly hasDefault: boolean;
}

/** A constraint or a unique index. In `columns`, an expression is an empty name. */
interface Rule {
  readonly on: string;
  readonly name: string;
  readonly definition: string;
  readonly columns: readonly string[];
}

/** What the code of a release relies on and must obey, as read from the database. */
export interface Shape {
  readonly columns: readonly Column[];
  readonly checks: readonly Rule[];
  readonly uniques: readonly Rule[];
  readonly functions: readonly { readonly signature: string; readonly result: string }[];
}

export async function readShape(sql: postgres.Sql | postgres.TransactionSql): Promise<Shape> {
  const columns = await sql<Column[]>`
    select c.relname as on, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      a.attnotnull as "isNotNull", a.atthasdef or a.attidentity <> '' as "hasDefault"
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0
      and not a.attisdropped`;
  const checks = await sql<Rule[]>`
    select t.relname as on, c.conname as name, pg_get_constraintdef(c.oid) as definition, coalesce(
        (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = t.oid and a.attnum = any(c.conkey)),
        '{}') as columns
    from pg_constraint c join pg_class t on t.oid = c.conrelid
    where t.relnamespace = 'public'::regnamespace and c.contype in ('c', 'f', 'x')`;
  const uniques = await sql<Rule[]>`
    select t.relname as on, i.relname as name, regexp_replace(pg_get_indexdef(i.oid), ' INDEX \\S+ ON', ' ON') as definition,
      array(select coalesce(a.attname::text, '') from unnest(x.indkey::int[]) as key
        left join pg_attribute a on a.attrelid = t.oid and a.attnum = key) as columns
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    where t.relnamespace = 'public'::regnamespace and x.indisunique`;
  const functions = await sql<Shape['functions'][number][]>`
    select oid::regprocedure::text as signature, pg_get_function_result(oid) as result
    from pg_proc where pronamespace = 'public'::regnamespace`;
  return { columns, checks, uniques, functions };
}
