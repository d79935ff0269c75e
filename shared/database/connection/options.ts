import type postgres from 'postgres';
import type { Config } from '../../config';

/** Where the database is, and the user to log in as: by a URL, or through Cloud SQL's connector. */
export type ConnectionSettings = Partial<
  Pick<
    Config,
    | 'DATABASE_URL'
    | 'DATABASE_POOLER'
    | 'CLOUD_SQL_INSTANCE'
    | 'DATABASE_NAME'
    | 'DATABASE_USER'
    | 'DATABASE_PASSWORD'
  >
>;

export type PoolOptions = postgres.Options<{ int8: postgres.PostgresType<number> }>;

export type Sql = postgres.Sql<{ int8: number }>;

export type TransactionSql = postgres.TransactionSql<{ int8: number }>;

/** A part of a statement. */
export type Fragment = postgres.Fragment;

/** Below the functions' own timeout, so that a stuck statement fails instead of hanging the request. */
export const STATEMENT_TIMEOUT_MS = 10_000;

/** How long an IPN waits for a row that another one holds: less than the 3 s that its sender waits. */
export const LOCK_TIMEOUT_MS = 2_000;

/**
 * Postgres would compile a statement that it takes for a long one, which takes seconds where ours take milliseconds. The
 * planner guesses far too much for the statements of the figures.
 */
export const JIT = 'off';
