import type { NowpaymentsSimulatorOptions } from '../types';

/** A token bucket on the real clock. NOWPayments publishes no limit; this one lets tests pass and stops loops. */
export interface Bucket {
  readonly perSecond: number;
  readonly burst: number;
  tokens: number;
  filledAt: number;
}

export function createBucket(perSecond: number, burst: number): Bucket {
  return { perSecond, burst, tokens: burst, filledAt: performance.now() };
}

/** The usual bucket, or a strict one: one request a second, and a second one at once is answered 429. */
export function bucketFor({
  limits,
  isStrict,
}: Pick<NowpaymentsSimulatorOptions, 'limits' | 'isStrict'>): Bucket {
  if (isStrict) return createBucket(1, 1);
  return createBucket(20, limits === false ? Infinity : 100);
}

/** Takes one token. Returns false if there is none. */
export function takeToken(bucket: Bucket): boolean {
  const at = performance.now();
  const gained = ((at - bucket.filledAt) / 1000) * bucket.perSecond;
  bucket.tokens = Math.min(bucket.burst, bucket.tokens + gained);
  bucket.filledAt = at;
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}
