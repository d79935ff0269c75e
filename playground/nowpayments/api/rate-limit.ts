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
