import { TooManyRequests } from '../errors';
import type { Guard, Request } from '../http/types';
import { clientNetwork } from './client-address';

interface Bucket {
  tokens: number;
  at: number;
}

export interface MemoryRateLimit {
  readonly perMinute: number;
  readonly burst: number;
  readonly keyOf: (request: Request) => string;
  /** How many buckets are kept, whoever comes. */
  readonly maxClients?: number;
  /** Milliseconds on any clock that only goes forward. */
  readonly now?: () => number;
}

/**
 * A token bucket for each key, in this process alone: it keeps strangers from making us write, and the shared bucket
 * is exact. Beyond `maxClients`, the newcomer takes over the bucket that has rested longest, as it stands: one that
 * is full again costs nothing, and an exhausted one cannot be washed clean by flooding us with other addresses.
 */
export function memoryRateLimit(limit: MemoryRateLimit): Guard {
  const { perMinute, burst, keyOf, maxClients = 10_000, now = () => performance.now() } = limit;
  demandPositive({ perMinute, burst, maxClients });
  const perMs = perMinute / 60_000;
  const buckets = new Map<string, Bucket>();
  return (next) => async (request) => {
    const key = keyOf(request);
    const bucket = buckets.get(key) ?? room(buckets, maxClients) ?? { tokens: burst, at: now() };
    // Put in again, so that the map stays in the order of last use.
    buckets.delete(key);
    buckets.set(key, bucket);
    const at = now();
    bucket.tokens = Math.min(burst, bucket.tokens + (at - bucket.at) * perMs);
    bucket.at = at;
    if (bucket.tokens < 1) throw new TooManyRequests(Math.ceil((1 - bucket.tokens) / perMs / 1000));
    bucket.tokens -= 1;
    return next(request);
  };
}

/** Takes the bucket that has rested longest out of a full map. */
function room(buckets: Map<string, Bucket>, maxClients: number): Bucket | undefined {
  if (buckets.size < maxClients) return undefined;
  for (const [key, bucket] of buckets) {
    buckets.delete(key);
    return bucket;
  }
  return undefined;
}

export interface SharedRateLimit {
  readonly take: (key: string) => Promise<{ allowed: boolean; retryAfterSeconds: number }>;
  readonly keyOf: (request: Request) => string;
}

/** The limit that all instances share. If it cannot be asked, the request fails rather than pass uncounted. */
export function sharedRateLimit({ take, keyOf }: SharedRateLimit): Guard {
  return (next) => async (request) => {
    const { allowed, retryAfterSeconds } = await take(keyOf(request));
    if (!allowed) throw new TooManyRequests(Math.max(1, Math.ceil(retryAfterSeconds)));
    return next(request);
  };
}

/** Counts per route and client. Unknown paths share one count: a stranger could otherwise invent a path per call. */
export function perRouteAndClient(
  paths: readonly string[],
  trustedProxyHops: number,
): (request: Request) => string {
  const known = new Set(paths);
  return (request) => {
    const route = known.has(request.path) ? request.path : 'elsewhere';
    return `${route} ${clientNetwork(request, trustedProxyHops)}`;
  };
}

function demandPositive(limits: Record<string, number>): void {
  for (const [name, value] of Object.entries(limits)) {
    if (!(value > 0 && Number.isFinite(value))) throw new TypeError(`${name} must be above zero`);
  }
  if ((limits['burst'] ?? 0) < 1) throw new TypeError('burst must be at least one');
}
