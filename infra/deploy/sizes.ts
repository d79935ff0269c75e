import type { Target } from '../../functions/variables';
import type { Settings } from './settings';

/** How large a function's instances are, and how many of them there may be. */
export interface Size {
  readonly memory: string;
  readonly cpu: string;
  /** Requests that one instance serves at once. */
  readonly concurrency: number;
  readonly minInstances: number;
  readonly maxInstances: number;
  readonly timeoutSeconds: number;
  /** Connections that one instance opens at most: `DATABASE_POOL_MAX`. */
  readonly poolMax: number;
  /** How long a request waits for a connection: `DATABASE_POOL_WAIT_MS`. Then it is 503, while the caller still waits. */
  readonly poolWaitMs: number;
  /** Why these numbers. */
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
      'Telegram keeps at most 40 connections, so one instance can take them all; one is kept warm, for a tap is waited for. Telegram gives up after 60 s.',
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
      'NOWPayments waits 3 s and sends again, so a cold start is borne; three instances settle more in a second than ten thousand payments an hour need.',
  },
  notificationWebhook: {
    ...WHOLE,
    concurrency: 20,
    minInstances: 0,
    maxInstances: 2,
    timeoutSeconds: 30,
    poolMax: 3,
    poolWaitMs: 5_000,
    because: 'A caller is limited to 10 calls a minute; two instances serve many callers.',
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
      'Each request drains 20 promises at a time, for 25 s at most; one is kept warm, so that a nudge is not lost to a cold start. The scheduler waits as long as the function may run.',
  },
};

/** The size of a function here: the table's, but for what the settings say of its instances. */
export function sizeOf(settings: Settings, target: Target): Size {
  const given = settings.functions[target];
  const size = SIZES[target];
  return {
    ...size,
    minInstances: given?.min_instances ?? size.minInstances,
    maxInstances: given?.max_instances ?? size.maxInstances,
  };
}

/** Superusers' reserve of Postgres and Cloud SQL, a migration, and an operator's commands with a pool of five. */
export const RESERVED_CONNECTIONS = 16;

/** The settings ask for more connections than the database gives: some requests would be refused under load. */
export class TooManyConnections extends Error {
  override readonly name = 'TooManyConnections';
}

/**
 * Connections that may be open at once: every instance's whole pool, twice, since a deploy runs the old and the new
 * revision side by side, and the reserve.
 */
export function connectionsAtMost(settings: Settings): number {
  const targets = Object.keys(SIZES) as Target[];
  const pools = targets.map((target) => {
    const { maxInstances, poolMax } = sizeOf(settings, target);
    return maxInstances * poolMax;
  });
  return 2 * pools.reduce((sum, pool) => sum + pool, 0) + RESERVED_CONNECTIONS;
}

/** Throws `TooManyConnections`, with the arithmetic, unless the pools fit into the database. */
export function demandThatPoolsFit(settings: Settings): void {
  const most = connectionsAtMost(settings);
  const { max_connections } = settings.database;
  if (most > max_connections)
    throw new TooManyConnections(
      `The functions may open ${most} connections (2 × the sum of max_instances × pool, and ${RESERVED_CONNECTIONS} in reserve), ` +
        `the database takes ${max_connections}. Lower max_instances, or raise database.max_connections (and the tier with it).`,
    );
}
