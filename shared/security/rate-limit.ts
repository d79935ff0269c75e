import { TooManyRequests } from '../errors';
import type { Guard, Reply, Request } from '../http/types';
import { clientNetwork } from './client-address';

interface Bucket {
  tokens: number;
  at: number;
}

export interface TokenBuckets {
  readonly perMinute: number;
  readonly burst: number;
  /** The most buckets that are kept, however many clients come. */
  readonly maxClients?: number;
  /** Milliseconds on any clock that only goes forward. */
  readonly now?: () => number;
}

export interface MemoryRateLimit extends TokenBuckets {
  readonly keyOf: (request: Request) => string;
}

/**
 * A token bucket for each key, in this process only. Takes a token and returns 0, or returns the seconds until there is
 * one. Beyond `maxClients`, a newcomer inherits the bucket that was unused for longest, with its tokens: a full one
 * costs nothing, and a client cannot renew an empty one by flooding us with other addresses.
 */
export function tokenBuckets(limit: TokenBuckets): (key: string) => number {
  const { perMinute, burst, maxClients = 10_000, now = () => performance.now() } = limit;
  demandPositive({ perMinute, burst, maxClients });
  const perMs = perMinute / 60_000;
  const buckets = new Map<string, Bucket>();
  return (key) => {
    const bucket = buckets.get(key) ?? takeOldest(buckets, maxClients) ?? { tokens: burst, at: now() };
    // Inserted again, so that the map stays in the order of last use.
    buckets.delete(key);
    buckets.set(key, bucket);
    const at = now();
    bucket.tokens = Math.min(burst, bucket.tokens + (at - bucket.at) * perMs);
    bucket.at = at;
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / perMs / 1000);
    bucket.tokens -= 1;
    return 0;
  };
}

/** Keeps strangers from causing database writes. Only the shared bucket is exact across instances. */
export function memoryRateLimit({ keyOf, ...limit }: MemoryRateLimit): Guard {
  const take = tokenBuckets(limit);
  return (next) => {
    async function limitInMemory(request: Request): Promise<Reply> {
      const retryAfterSeconds = take(keyOf(request));
      if (retryAfterSeconds > 0) throw new TooManyRequests(retryAfterSeconds);
      return next(request);
    }
    return limitInMemory;
  };
}

/** Removes the bucket that was unused for longest from a full map, and returns it. */
function takeOldest(buckets: Map<string, Bucket>, maxClients: number): Bucket | undefined {
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

/** The limit that all instances share. If it cannot be asked, the request fails, so that none passes uncounted. */
export function sharedRateLimit({ take, keyOf }: SharedRateLimit): Guard {
  return (next) => {
    async function limitAcrossInstances(request: Request): Promise<Reply> {
      const { allowed, retryAfterSeconds } = await take(keyOf(request));
      if (!allowed) throw new TooManyRequests(Math.max(1, Math.ceil(retryAfterSeconds)));
      return next(request);
    }
    return limitAcrossInstances;
  };
}

/**
 * Counts by route and client. Unknown paths share one count, because a stranger could otherwise use a new path each
 * time.
 */
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
