import { ConfigError, type Config, type LOG_NAMES } from '../shared/config';
import { leanFetch } from '../shared/http-client';
import type { Logger } from '../shared/logger';
import { nudgeWorker } from '../shared/wake-up/nudge-worker';
import { wakingBy, type WakeUp, type WayToWorker } from '../shared/wake-up/wake-up';
import type { WAKING_NAMES } from './variables';

type WakingName = (typeof WAKING_NAMES)[number];
export type WakingConfig = Config<(typeof LOG_NAMES)[number]> & Partial<Config<WakingName>>;

interface Waking {
  readonly wakeUp: WakeUp;
  readonly settled: () => Promise<void>;
}

/** Wakes nobody, for a function that is not given the worker's address. */
const NOBODY: Waking = {
  wakeUp: () => Promise.reject(new ConfigError('a function that wakes the worker needs WAKING_NAMES')),
  settled: () => Promise.resolve(),
};

/** The way that the configuration chooses: a signed request to the worker. */
function configuredWay(config: WakingConfig, log: Logger): WayToWorker | undefined {
  const { WORKER_URL: url, WEBHOOK_SIGNING_SECRET: secret } = config;
  if (url === undefined || secret === undefined) return undefined;
  return nudgeWorker({ url, secret, fetch: leanFetch, log });
}

/**
 * How a function wakes the worker. `inProcess` is used where the worker is in the same process; otherwise the configuration
 * chooses. Cloud Run sets `K_SERVICE`, and takes the CPU away with the last answer, so there a nudge is awaited.
 */
export function openWaking(config: WakingConfig, log: Logger, inProcess?: WayToWorker): Waking {
  const way = inProcess ?? configuredWay(config, log);
  return way === undefined ? NOBODY : wakingBy(way, { isAwaited: config.K_SERVICE !== undefined });
}
