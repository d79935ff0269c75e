import type { Fragment, Sql } from '../connection/options';

/** How long days of `manual_extensions` last, which may be a part of a day less than they say. */
export const givenLength = (sql: Sql, of: Fragment): Fragment =>
  sql`(${of}.days * interval '24 hours' - coalesce(${of}.less_ms, 0) * interval '1 millisecond')`;

/**
 * The end of the grants that `rows` selects as `granted_at` and `length`, none of them revoked: each begins when the one before
 * ends, or when it was granted if that is later. The same as `paidUntil` of the domain. Null if there are none.
 */
export const foldedEnd = (sql: Sql, rows: Fragment): Fragment => sql`
  (select max(granted_at + lasting) from (
    select granted_at, sum(length) over (order by granted_at desc rows unbounded preceding) as lasting
    from (${rows}) granted) folded)`;
