import { readMetrics } from '../../shared/database/operations/metrics';
import type { Database } from '../../shared/database/connection/pool';
import { BadRequest, Unavailable } from '../../shared/errors';
import type { RequestCounts } from '../../shared/http/count-requests';
import { prefers } from '../../shared/http/prefers';
import type { Handler, Reply, Request } from '../../shared/http/types';
import { within } from '../../shared/within';
import { formatExposition, EXPOSITION_TYPE } from './exposition';
import { familiesOf } from './families';
import { checkReadiness } from './readiness';
import { statusOf, withFieldNames } from './status';

export interface HealthDependencies {
  readonly database: Database;
  readonly service: string;
  readonly version: string;
  readonly isAllowlistDisabled: boolean;
  /** The configuration in words. */
  readonly configuration: Readonly<Record<string, string>>;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
}

/** Long enough that a storm of uptime checks asks the database once, short enough that no answer is stale. */
const CACHED_MS = 3_000;

/** Below the function's own timeout, after which the platform would answer 504. */
const ANSWERS_WITHIN_MS = 8_000;

interface CachedValue<T> {
  readonly value: Promise<T>;
  /** Absent while the value is being made. */
  at?: number;
}

/**
 * Repeats the last value for a while after it was made. Calls that come while it is being made wait for that same
 * value, however long it takes, so a slow database is never asked twice at a time. Does not keep a failure.
 */
function cached<T>(make: () => Promise<T>, now: () => number): () => Promise<T> {
  let cache: CachedValue<T> | undefined;
  return () => {
    if (cache?.at !== undefined && now() - cache.at >= CACHED_MS) cache = undefined;
    if (cache !== undefined) return cache.value;
    const latest: CachedValue<T> = { value: make() };
    cache = latest;
    latest.value.then(
      () => (latest.at = now()),
      () => {
        if (cache === latest) cache = undefined;
      },
    );
    return latest.value;
  };
}

/**
 * `GET /health`: 200 while this service can work, otherwise 503 and what is missing. `?probe=live` only proves that the
 * instance runs and depends on nothing, so an instance is not restarted because the database is down.
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
          // Notifications need the database, so this component is unhealthy with it.
          notification_service: word(isReady),
          schema: word(isReady),
          configuration: 'healthy', // otherwise it would not have started
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

/** `GET /status`: the state of the product from the database, and of this instance. For people, or for Prometheus. */
export function statusHandler(
  deps: HealthDependencies & {
    readonly counts: () => RequestCounts;
    readonly targets: readonly string[];
    /** The address that a request is counted for. */
    readonly clientAddressOf: (request: Request) => string;
  },
): Handler {
  const metrics = cached(() => readMetrics(deps.database), deps.now);
  const slow = () => new Unavailable('the figures took too long');
  const startedAt = deps.now();
  async function healthStatus(request: Request): Promise<Reply> {
    const { service, version, targets, database } = deps;
    const product = await within(metrics(), ANSWERS_WITHIN_MS, slow);
    const instance = {
      uptime_seconds: Math.floor((deps.now() - startedAt) / 1000),
      ...deps.counts(),
      pool: database.status(),
    };
    const status = statusOf(product, { service, version, targets, instance });
    if (!prefers(request.headers.accept, TEXT_TYPES, 'application/json')) {
      const named = withFieldNames({ ...status, client_address: deps.clientAddressOf(request) });
      return { status: 200, headers: { Vary: 'Accept' }, body: named };
    }
    return {
      status: 200,
      headers: { Vary: 'Accept', 'Content-Type': EXPOSITION_TYPE },
      body: formatExposition(familiesOf(status)),
    };
  }
  return healthStatus;
}
