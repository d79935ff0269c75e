import type { Config, DATABASE_NAMES } from '../../config';
import { Unavailable } from '../../errors';
import type { Logger } from '../../logger';
import type { Sql, PoolOptions } from './options';
import { connect, CONNECT_TIMEOUT_SECONDS } from './connect';
import { Permits } from './permits';

/**
 * Reads integers up to 2^53 as numbers, which fits the ids of Telegram and NOWPayments. Larger ones throw instead of
 * losing digits.
 */
const int8 = {
  to: 20,
  from: [20],
  serialize: (value: number) => String(value),
  parse: (text: string) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is not a safe integer`);
    return value;
  },
};
export type DatabaseConfig = Config<(typeof DATABASE_NAMES)[number]>;

export interface PoolStatus {
  /** Connections open now. */
  readonly size: number;
  readonly inUse: number;
  readonly idle: number;
  readonly waiting: number;
}

export interface Database {
  /** Runs one statement (or several) on a pooled connection. Throws `Unavailable` if the database is away. */
  query<T>(run: (sql: Sql) => PromiseLike<T>): Promise<T>;
  status(): PoolStatus;
  /** Returns `true` if the database answers a real `select 1` within `timeoutMs`. */
  healthCheck(timeoutMs?: number): Promise<boolean>;
  close(): Promise<void>;
}

// Below the functions' own timeout, so that a stuck statement fails instead of hanging the request.
const STATEMENT_TIMEOUT_MS = 10_000;
// postgres.js never notices that a terminated backend closed its connection, and a draining function must not wait for it.
const CLOSE_TIMEOUT_SECONDS = 1;

/** Codes of Postgres and postgres.js that mean the database is away, not that the statement was wrong. */
const AWAY = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'ERR_SOCKET_CLOSED',
  '08000', // connection_exception, and its subclasses
  '08003',
  '08006',
  '25006', // read_only_sql_transaction: a failover in progress
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  '53300', // too_many_connections
  '55P03', // lock_not_available
  '57014', // query_canceled: the statement timeout
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '57P05', // idle_session_timeout
  '3D000', // invalid_catalog_name: seen while a database is being restored
]);

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;

/** True if a statement lost a race for a row that must be unique. */
export const isUniqueViolation = (error: unknown): boolean => codeOf(error) === '23505';

/** True if a statement named a table that does not exist. */
export const isMissingTable = (error: unknown): boolean => codeOf(error) === '42P01';

/** Converts an error that means the database is away to `Unavailable`. Returns any other error unchanged. */
export function asUnavailable(error: unknown): unknown {
  const code = codeOf(error);
  return code !== undefined && AWAY.has(code)
    ? new Unavailable(`the database is away (${code})`, { cause: error })
    : error;
}

function poolOptions(config: DatabaseConfig, open: Set<number>, user: string | undefined): PoolOptions {
  return {
    max: config.DATABASE_POOL_MAX,
    idle_timeout: config.DATABASE_POOL_IDLE_SECONDS,
    max_lifetime: config.DATABASE_POOL_MAX_LIFETIME_SECONDS,
    connect_timeout: CONNECT_TIMEOUT_SECONDS,
    backoff: false, // a caller waits seconds, not for the driver's growing pauses
    fetch_types: false,
    types: { int8 },
    connection: {
      application_name: user === undefined ? 'telepay' : `telepay ${user}`,
      statement_timeout: STATEMENT_TIMEOUT_MS,
    },
    onnotice: () => undefined,
    onclose: (connection: number) => void open.delete(connection),
  };
}

interface ConnectedPool {
  readonly sql: Sql;
  readonly close: () => Promise<void>;
}

/**
 * Counts open connections with each statement. Sets `debug` only here, because `postgres()` would also make every
 * query and every fragment keep a stack trace (query.js:34), which costs an eighth of all CPU.
 */
function countingOpen(sql: Sql, open: Set<number>): Sql {
  Object.assign(sql.options, { debug: (connection: number) => void open.add(connection) });
  return sql;
}

interface PoolSettings {
  readonly config: DatabaseConfig;
  readonly open: Set<number>;
  readonly log: Logger;
  readonly user: string | undefined;
}

async function connectPool({ config, open, log, user }: PoolSettings): Promise<ConnectedPool> {
  const { sql, close } = await connect(config, poolOptions(config, open, user), log);
  return { sql: countingOpen(sql, open), close: () => close(CLOSE_TIMEOUT_SECONDS) };
}

/**
 * Opens the pool: at most `DATABASE_POOL_MAX` connections per instance, opened when first needed, recycled after 30
 * minutes, replaced when they die. `infra/deploy/sizes.ts` keeps their total over all instances below the database's
 * limit. `user` is the function that they belong to, for operators who look at the database's sessions.
 */
export function openDatabase(config: DatabaseConfig, log: Logger, user?: string): Database {
  const permits = new Permits(config.DATABASE_POOL_MAX, config.DATABASE_POOL_WAIT_MS);
  const open = new Set<number>();
  let connecting: Promise<ConnectedPool> | undefined;

  // A failed start is forgotten, so the next request tries again with a new connector.
  const connected = () =>
    (connecting ??= connectPool({ config, open, log, user }).catch((error: unknown) => {
      connecting = undefined;
      throw new Unavailable('the database could not be reached', { cause: error });
    }));

  async function attempt<T>(run: (sql: Sql) => PromiseLike<T>): Promise<T> {
    const { sql } = await connected();
    try {
      return await run(sql);
    } catch (error) {
      // After a backend is terminated postgres.js hands its 57P01 to the next query, which was never sent.
      if (codeOf(error) === '57P01') return await run(sql);
      throw error;
    }
  }

  const query = <T>(run: (sql: Sql) => PromiseLike<T>): Promise<T> =>
    permits.use(async () => {
      try {
        return await attempt(run);
      } catch (error) {
        throw asUnavailable(error);
      }
    });

  return {
    query,
    status: () => ({
      size: open.size,
      inUse: permits.inUse,
      idle: Math.max(0, open.size - permits.inUse),
      waiting: permits.waiting,
    }),
    healthCheck: (timeoutMs = 2_000) =>
      answersWithin(
        query((sql) => sql`select 1`),
        timeoutMs,
      ),
    close: async () => {
      await (await connecting?.catch(() => undefined))?.close();
    },
  };
}

function answersWithin(answer: Promise<unknown>, timeoutMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), timeoutMs);
    answer
      .then(
        () => resolve(true),
        () => resolve(false),
      )
      .finally(() => clearTimeout(timer));
  });
}
