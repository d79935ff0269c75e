import type { Fragment, Sql } from '../connection/options';

/** A `timestamptz` as epoch milliseconds, as pure code takes time: whole, for JavaScript's dates hold no less. */
export const epochMs = (sql: Sql, timestamp: Fragment): Fragment =>
  sql`(extract(epoch from ${timestamp}) * 1000)::bigint`;

/** The `timestamptz` of epoch milliseconds, given or computed. */
export const fromEpochMs = (sql: Sql, ms: Fragment | number | null): Fragment =>
  sql`to_timestamp(${ms}::float8 / 1000)`;
