import type { Config, DATABASE_NAMES } from '../../config';
import { SECOND_MS } from '../../domain/common/time';
import { Unavailable } from '../../errors';
import type { Logger } from '../../logger';
import { within } from '../../within';
import { JIT, STATEMENT_TIMEOUT_MS, type Sql, type PoolOptions } from './options';
import { endpointOf } from './endpoint';
import { reportRefusals } from './login-refused';
import { Permits } from './permits';
import { runOnce } from './run-once';
import { Sessions, type SessionLimits } from './sessions';

export { isMissingTable, isRefusedValue, isUniqueViolation } from './away';

/**
 * Reads integers up to 2^53 as numbers, which fits the ids of Telegram and of payments. Larger ones throw instead of
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
  /**
   * Runs one statement (or several) on a pooled connection. Throws `Unavailable` if the database is away. `run` is
   * called again if its connection was cut off and its statements do no harm twice (`isRepeatable`).
   */
  query<T>(run: (sql: Sql) => PromiseLike<T>): Promise<T>;
  status(): PoolStatus;
  /** Returns `true` if the database answers a real `select 1` within `timeoutMs`. */
  healthCheck(timeoutMs?: number): Promise<boolean>;
  close(): Promise<void>;
}

// A draining function has little time, and a connection may be stuck.
const CLOSE_TIMEOUT_SECONDS = 1;

/** What a pool is opened for. */
export interface PoolUse {
  /** The function that its sessions belong to, for operators who look at them in the database. */
  readonly user?: string;
  /** How long a statement may wait for a row that another one holds. Without it, as long as a statement may take. */
  readonly lockTimeoutMs?: number | undefined;
}

/**
 * A pooler in transaction mode refuses settings of a session or forgets them, so the login's own limits count
 * (`setTimeLimits`). It also gives the next statement to a server that does not know what was prepared.
 */
const sessionOptions = (
  pooler: DatabaseConfig['DATABASE_POOLER'],
  { user, lockTimeoutMs }: PoolUse,
): PoolOptions => ({
  fetch_types: false,
  types: { int8 },
  prepare: pooler === undefined,
  connection: {
    application_name: user === undefined ? 'telepay' : `telepay ${user}`,
    ...(pooler === undefined && {
      statement_timeout: STATEMENT_TIMEOUT_MS,
      jit: JIT,
      ...(lockTimeoutMs !== undefined && { lock_timeout: lockTimeoutMs }),
    }),
  },
  onnotice: () => undefined,
});

const limitsOf = (config: DatabaseConfig): SessionLimits => ({
  idleMs: config.DATABASE_POOL_IDLE_SECONDS * SECOND_MS,
  lifetimeMs: config.DATABASE_POOL_MAX_LIFETIME_SECONDS * SECOND_MS,
});

/**
 * Opens the pool: at most `DATABASE_POOL_MAX` connections in use per instance, opened when first needed, recycled after
 * 30 minutes, replaced when they die. `infra/deploy/sizes.ts` keeps their total over all instances below the
 * database's limit.
 */
export function openDatabase(config: DatabaseConfig, log: Logger, use: PoolUse = {}): Database {
  const permits = new Permits(config.DATABASE_POOL_MAX, config.DATABASE_POOL_WAIT_MS);
  const sessions = new Sessions(
    endpointOf(config),
    sessionOptions(config.DATABASE_POOLER, use),
    limitsOf(config),
  );
  const report = reportRefusals(log);
  const query = <T>(work: (sql: Sql) => PromiseLike<T>): Promise<T> =>
    permits.use(() =>
      runOnce(sessions, work).catch((error: unknown) => {
        report(error);
        throw error;
      }),
    );
  return {
    query,
    status: () => ({
      size: sessions.size,
      inUse: permits.inUse,
      idle: Math.max(0, sessions.size - permits.inUse),
      waiting: permits.waiting,
    }),
    healthCheck: (timeoutMs = 2_000) =>
      within(
        query((sql) => sql`select 1`),
        timeoutMs,
        () => new Unavailable('the database is slow'),
      ).then(
        () => true,
        () => false,
      ),
    close: () => sessions.end(CLOSE_TIMEOUT_SECONDS),
  };
}
