import { readMetrics } from '../../shared/database/operations/metrics';
import type { Database } from '../../shared/database/connection/pool';
import { BadRequest } from '../../shared/errors';
import type { RequestCounts } from '../../shared/http/count-requests';
import { prefers } from '../../shared/http/prefers';
import type { Handler, Reply, Request } from '../../shared/http/types';
import { expose, EXPOSITION_TYPE } from './exposition';
import { familiesOf } from './families';
import { checkReadiness } from './readiness';
import { statusOf } from './status';

export interface HealthDependencies {
  readonly database: Database;
  readonly service: string;
  readonly version: string;
  readonly isAllowlistDisabled: boolean;
  /** What is configured, in words. */
  readonly configuration: Readonly<Record<string, string>>;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
}

/** Long enough that a storm of uptime checks asks the database once, short enough that nobody is told old news. */
const CACHED_MS = 3_000;

interface Made<T> {
  readonly value: Promise<T>;
  /** Absent while it is being made. */
  at?: number;
}

/**
 * Gives the last value again for a while after it was made; who asks while it is being made waits for the same one, however
 * long that takes: a slow database is not asked again beside itself. A failure is not kept.
 */
function cached<T>(make: () => Promise<T>, now: () => number): () => Promise<T> {
  let made: Made<T> | undefined;
  return () => {
    if (made?.at !== undefined && now() - made.at >= CACHED_MS) made = undefined;
    if (made !== undefined) return made.value;
    const latest: Made<T> = { value: make() };
    made = latest;
    latest.value.then(
      () => (latest.at = now()),
      () => {
        if (made === latest) made = undefined;
      },
    );
    return latest.value;
  };
}

/**
 * `GET /health`: 200 while this service can do its work, else 503 and what is missing. `?probe=live` only proves that the
 * instance runs, and depends on nothing: an instance is not started anew because the database is away.
 */
export function healthHandler(deps: HealthDependencies): Handler {
  const { service, version } = deps;
  const readiness = cached(() => checkReadiness(deps.database), deps.now);
  async function health({ query }: Request): Promise<Reply> {
    const probes = query.getAll('probe');
    const probe = probes.length === 0 ? 'ready' : probes.join();
    if (probe === 'live') return { status: 200, body: { status: 'healthy', service, version } };
    if (probe !== 'ready') throw new BadRequest('unknown_probe');
    const { isDatabaseHealthy, schema, problem } = await readiness();
    const word = (isWell: boolean) => (isWell ? 'healthy' : 'unhealthy');
    const isReady = problem === undefined;
    return {
      status: isReady ? 200 : 503,
      body: {
        status: word(isReady),
        service,
        version,
        components: {
          database: word(isDatabaseHealthy),
          // Nothing is notified without the database, so the one cannot be well without the other.
          notification_service: word(isReady),
          schema: word(isReady),
          configuration: 'healthy', // it would not have started
        },
        security: {
          hmac: 'enabled',
          ip_whitelist: deps.isAllowlistDisabled ? 'disabled' : 'enabled',
          rate_limiting: 'enabled',
          security_headers: 'enabled',
        },
        schema,
        configuration: deps.configuration,
        ...(problem !== undefined && { problem }),
      },
    };
  }
  return health;
}

const TEXT_TYPES = ['text/plain', 'application/openmetrics-text'];

/** `GET /status`: how the product is doing, from the database, and how this instance is; for people, or for Prometheus. */
export function statusHandler(
  deps: HealthDependencies & { readonly counts: () => RequestCounts; readonly targets: readonly string[] },
): Handler {
  const metrics = cached(() => readMetrics(deps.database), deps.now);
  const startedAt = deps.now();
  async function healthStatus({ headers }: Request): Promise<Reply> {
    const { service, version, targets, database } = deps;
    const product = await metrics();
    const instance = {
      uptime_seconds: Math.floor((deps.now() - startedAt) / 1000),
      ...deps.counts(),
      pool: database.status(),
    };
    const status = statusOf(product, { service, version, targets, instance });
    if (!prefers(headers.accept, TEXT_TYPES, 'application/json'))
      return { status: 200, headers: { Vary: 'Accept' }, body: status };
    return {
      status: 200,
      headers: { Vary: 'Accept', 'Content-Type': EXPOSITION_TYPE },
      body: expose(familiesOf(status)),
    };
  }
  return healthStatus;
}
