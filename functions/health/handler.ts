import type { Database } from '../../shared/database/pool';
import { readMetrics } from '../../shared/database/metrics';
import type { Handler, Reply } from '../../shared/http/types';

export interface HealthDependencies {
  readonly database: Database;
  readonly service: string;
  readonly version: string;
  readonly isAllowlistDisabled: boolean;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
}

/** Long enough that a storm of uptime checks asks the database once, short enough that nobody is told old news. */
const CACHED_MS = 3_000;

/** Gives the last value again for a while; who asks while it is being made waits for the same one. */
function cached<T>(make: () => Promise<T>, now: () => number): () => Promise<T> {
  let made: { readonly at: number; readonly value: Promise<T> } | undefined;
  return () => {
    if (made === undefined || now() - made.at >= CACHED_MS) {
      made = { at: now(), value: make() };
      made.value.catch(() => (made = undefined));
    }
    return made.value;
  };
}

/** `GET /health`: 200 while the database truly answers, else 503. */
export function healthHandler(deps: HealthDependencies): Handler {
  const { database, service, version, now } = deps;
  const isHealthy = cached(() => database.healthCheck(), now);
  return async (): Promise<Reply> => {
    const isDatabaseHealthy = await isHealthy();
    const word = isDatabaseHealthy ? 'healthy' : 'unhealthy';
    return {
      status: isDatabaseHealthy ? 200 : 503,
      body: {
        status: word,
        service,
        version,
        // Nothing is notified without the database, so the one cannot be well without the other.
        components: { database: word, notification_service: word },
        security: {
          hmac: 'enabled',
          ip_whitelist: deps.isAllowlistDisabled ? 'disabled' : 'enabled',
          rate_limiting: 'enabled',
          security_headers: 'enabled',
        },
      },
    };
  };
}

/** `GET /status`: how the product is doing, from the database, and how this instance is. */
export function statusHandler(deps: HealthDependencies & { readonly counts: () => object }): Handler {
  const metrics = cached(() => readMetrics(deps.database), deps.now);
  const startedAt = deps.now();
  return async () => {
    const product = await metrics();
    const { service, version, database } = deps;
    const instance = {
      uptime_seconds: Math.floor((deps.now() - startedAt) / 1000),
      ...deps.counts(),
      pool: database.status(),
    };
    return { status: 200, body: { service, version, instance, product } };
  };
}
