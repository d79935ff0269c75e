import type { Fragment, Sql } from '../connection/options';

/**
 * Converts a `timestamptz` to epoch milliseconds, the time that pure code uses. Whole, because JavaScript's dates
 * hold nothing smaller.
 */
export const epochMs = (sql: Sql, timestamp: Fragment): Fragment =>
  sql`(extract(epoch from ${timestamp}) * 1000)::bigint`;

/** Converts epoch milliseconds, given or computed, to a `timestamptz`. */
export const fromEpochMs = (sql: Sql, ms: Fragment | number | null): Fragment =>
  sql`to_timestamp(${ms}::float8 / 1000)`;
