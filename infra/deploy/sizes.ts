import type { Target } from '../../functions/variables';
import { isCloudSql } from './settings/database-settings';
import type { Settings } from './settings/settings';

/** How large a function's instances are, and how many there may be. */
export interface Size {
  readonly memory: string;
  readonly cpu: string;
  /** Requests that one instance serves at once. */
  readonly concurrency: number;
  readonly minInstances: number;
  readonly maxInstances: number;
  readonly timeoutSeconds: number;
  /** The most connections that one instance opens: `DATABASE_POOL_MAX`. */
  readonly poolMax: number;
  /** How long a request waits for a connection: `DATABASE_POOL_WAIT_MS`. Short enough that its 503 reaches the caller. */
  readonly poolWaitMs: number;
  readonly because: string;
}

/** A whole CPU each: Cloud Run gives an instance with less only one request at a time. */
const WHOLE = { memory: '512Mi', cpu: '1' } as const;

export const SIZES: Readonly<Record<Target, Size>> = {
  telegramWebhook: {
    ...WHOLE,
    concurrency: 40,
    minInstances: 1,
    maxInstances: 4,
    timeoutSeconds: 60,
    poolMax: 5,
    poolWaitMs: 10_000,
    because:
      'Telegram opens at most 40 connections, so one instance can serve them all. One is kept warm because a person waits for each tap. Telegram gives up after 60 s.',
  },
  paymentIpn: {
    ...WHOLE,
    concurrency: 40,
    minInstances: 0,
    maxInstances: 3,
    timeoutSeconds: 30,
    poolMax: 4,
    poolWaitMs: 2_500,
    because:
      'NOWPayments waits 3 s and sends again, so a cold start does no harm. Three instances settle more in a second than ten thousand payments an hour need.',
  },
  notificationWebhook: {
    ...WHOLE,
    concurrency: 20,
    minInstances: 0,
    maxInstances: 2,
    timeoutSeconds: 30,
    poolMax: 3,
    poolWaitMs: 5_000,
    because: 'Each caller may make 10 calls a minute, so two instances serve many callers.',
  },
  health: {
    ...WHOLE,
    concurrency: 20,
    minInstances: 0,
    maxInstances: 2,
    timeoutSeconds: 10,
    poolMax: 2,
    poolWaitMs: 2_000,
    because: 'Answers are cached for three seconds, so few connections are ever in use.',
  },
  worker: {
    ...WHOLE,
    concurrency: 10,
    minInstances: 1,
    maxInstances: 3,
    timeoutSeconds: 60,
    poolMax: 5,
    poolWaitMs: 10_000,
    because:
      'Each request drains 20 promises at a time, for at most 25 s. One instance is kept warm because a buyer waits for it. The queue and the scheduler wait as long as the function may run, so it needs CPU during requests only.',
  },
};

/** The size of a function in this installation: the table's, with the numbers of the settings. */
export function sizeOf(settings: Settings, target: Target): Size {
  const given = settings.functions[target];
  const size = SIZES[target];
  return {
    ...size,
    minInstances: given?.min_instances ?? size.minInstances,
    maxInstances: given?.max_instances ?? size.maxInstances,
    poolMax: given?.pool_max ?? size.poolMax,
  };
}

/** For the superusers of Postgres and Cloud SQL, a migration, and an operator's commands with a pool of five. */
export const RESERVED_CONNECTIONS = 16;

/** The settings need more connections than the database accepts, so some requests would be refused under load. */
export class TooManyConnections extends Error {
  override readonly name = 'TooManyConnections';
}

/**
 * The most connections that can be open at once: the whole pool of every instance, and the reserve. The pools count twice
 * because a deploy runs the old and the new revision side by side.
 */
export function connectionsAtMost(settings: Settings): number {
  const targets = Object.keys(SIZES) as Target[];
  const pools = targets.map((target) => {
    const { maxInstances, poolMax } = sizeOf(settings, target);
    return maxInstances * poolMax;
  });
  return 2 * pools.reduce((sum, pool) => sum + pool, 0) + RESERVED_CONNECTIONS;
}

/**
 * Throws `TooManyConnections`, with the arithmetic, if the pools do not fit into the database, and if a function's minimum
 * of instances is above its maximum.
 */
export function demandThatPoolsFit(settings: Settings): void {
  for (const target of Object.keys(SIZES) as Target[]) {
    const { minInstances, maxInstances } = sizeOf(settings, target);
    if (minInstances > maxInstances)
      throw new TooManyConnections(`functions.${target}: min_instances is more than max_instances.`);
  }
  const most = connectionsAtMost(settings);
  const { max_connections } = settings.database;
  if (most > max_connections)
    throw new TooManyConnections(
      `The functions may open ${most} connections (2 × the sum of max_instances × pool, and ${RESERVED_CONNECTIONS} in reserve), ` +
        `but the database accepts ${max_connections}. Lower max_instances, or raise database.max_connections${isCloudSql(settings) ? ' (and the tier with it)' : ' if it, or its pooler, accepts more'}.`,
    );
}
