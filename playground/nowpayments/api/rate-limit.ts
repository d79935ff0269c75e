import type { NowpaymentsSimulatorOptions } from '../types';

/** A token bucket. NOWPayments publishes no limit; this one lets tests pass and stops loops. */
export interface Bucket {
  readonly perSecond: number;
  readonly burst: number;
  /** Milliseconds on any scale. */
  readonly clock: () => number;
  tokens: number;
  filledAt: number;
}

function createBucket(
  { perSecond, burst }: Pick<Bucket, 'perSecond' | 'burst'>,
  clock: () => number = () => performance.now(),
): Bucket {
  return { perSecond, burst, clock, tokens: burst, filledAt: clock() };
}

/**
 * The usual bucket on the real clock, or a strict one on the simulated clock: of two requests within a second, the later
 * one is answered 429.
 */
export function bucketFor({
  limits,
  isStrict,
  now,
}: Pick<NowpaymentsSimulatorOptions, 'limits' | 'isStrict' | 'now'>): Bucket {
  if (isStrict) return createBucket({ perSecond: 1, burst: 1 }, now ?? Date.now);
  return createBucket({ perSecond: 20, burst: limits === false ? Infinity : 100 });
}

/** Takes one token. Returns false if there is none. */
export function takeToken(bucket: Bucket): boolean {
  const at = bucket.clock();
  const gained = ((at - bucket.filledAt) / 1000) * bucket.perSecond;
  bucket.tokens = Math.min(bucket.burst, bucket.tokens + gained);
  bucket.filledAt = at;
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}
