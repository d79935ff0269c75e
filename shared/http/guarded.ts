import type { Guard, Handler } from './types';

/** Wraps `handler` in `guards`; the first guard listed is the first to see the request. */
export function guarded(guards: readonly Guard[], handler: Handler): Handler {
  return guards.reduceRight<Handler>((next, guard) => guard(next), handler);
}
