import { purgeOld } from '../../shared/database/purge';
import type { Handler } from '../../shared/http/types';
import { drainOutbox } from '../../shared/services/drain-outbox';
import { createObserver, type ObserverDependencies } from '../../shared/services/observe';
import type { EffectDependencies } from '../../shared/services/perform-effect';

/** Well below the function's own timeout of 60 s: the last batch must still find time to end. */
const BUDGET_MS = 25_000;
/** How often an instance tidies up; several doing it at once only find less to do. */
const PURGE_EVERY_MS = 10 * 60_000;

/**
 * Performs what is due, then looks how things stand, if nobody has for a minute. Any body will do: Cloud Scheduler sends an
 * empty one.
 */
export function workerHandler(deps: EffectDependencies & ObserverDependencies): Handler {
  const observe = createObserver(deps);
  let purgedAt = -Infinity;
  return async () => {
    const drained = await drainOutbox(deps, { budgetMs: BUDGET_MS });
    await observe();
    if (performance.now() - purgedAt > PURGE_EVERY_MS) {
      purgedAt = performance.now();
      await purgeOld(deps.database);
    }
    return { status: 200, body: drained };
  };
}
