import { ConfigError, type Config, type LOG_NAMES } from '../shared/config';
import { leanFetch } from '../shared/http-client';
import type { Logger } from '../shared/logger';
import { accessTokens } from '../shared/wake-up/access-token';
import { cloudTasks } from '../shared/wake-up/cloud-tasks';
import { nudgeWorker } from '../shared/wake-up/nudge-worker';
import { wakingBy, type WakeUp, type WayToWorker } from '../shared/wake-up/wake-up';
import type { WAKING_NAMES } from './variables';

const SCOPE = 'https://www.googleapis.com/auth/cloud-tasks';

type WakingName = (typeof WAKING_NAMES)[number];
export type WakingConfig = Config<(typeof LOG_NAMES)[number]> & Partial<Config<WakingName>>;

interface Waking {
  readonly wakeUp: WakeUp;
  readonly settled: () => Promise<void>;
}

/** Wakes nobody: the function was not given the worker's address. */
const NOBODY: Waking = {
  wakeUp: () => Promise.reject(new ConfigError('a function that wakes the worker needs WAKING_NAMES')),
  settled: () => Promise.resolve(),
};

/** The way that the configuration chooses: a task in the queue if there is one, otherwise a signed request to the worker. */
function configuredWay(config: WakingConfig, log: Logger): WayToWorker | undefined {
  const { WORKER_URL: url, WEBHOOK_SIGNING_SECRET: secret } = config;
  if (url === undefined || secret === undefined) return undefined;
  const direct = nudgeWorker({ url, secret, fetch: leanFetch, log });
  const {
    CLOUD_TASKS_QUEUE: queue,
    CLOUD_TASKS_API_URL: apiUrl,
    WORKER_INVOKER_EMAIL: invokerEmail,
  } = config;
  if (queue === undefined || apiUrl === undefined || invokerEmail === undefined) return direct;
  return cloudTasks({
    queue,
    apiUrl,
    workerUrl: url,
    invokerEmail,
    fetch: leanFetch,
    accessToken: accessTokens(SCOPE),
    otherwise: direct,
    log,
  });
}

/**
 * How a function wakes the worker. `inProcess` is used where the worker is in the same process; otherwise the configuration
 * chooses. Cloud Run sets `K_SERVICE`, and takes the CPU away with the last answer, so there a nudge is awaited.
 */
export function openWaking(config: WakingConfig, log: Logger, inProcess?: WayToWorker): Waking {
  const way = inProcess ?? configuredWay(config, log);
  return way === undefined ? NOBODY : wakingBy(way, { isAwaited: config.K_SERVICE !== undefined });
}
