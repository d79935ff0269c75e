import { randomUUID } from 'node:crypto';
import { isBulkLeft } from '../../shared/database/posts/bulk-lane';
import { purgeOld } from '../../shared/database/operations/purge';
import type { Handler, Reply, Request } from '../../shared/http/types';
import { withLogContext } from '../../shared/logger';
import { drainOutbox } from '../../shared/services/drain-outbox';
import { createObserver, type ObserverDependencies } from '../../shared/services/operations/observe';
import type { EffectDependencies } from '../../shared/services/perform-effect';
import { NUDGES } from '../../shared/security/nudge-worker';
import { createScheduler } from '../../shared/services/operations/promise-scheduled';

/** Well below the function's own timeout of 60 s: the last batch must still find time to end. */
const BUDGET_MS = 25_000;
/** How often an instance tidies up; several doing it at once only find less to do. */
const PURGE_EVERY_MS = 10 * 60_000;

/** A nudge comes under the id of a payment. What is done at its occasion, and not for it, has no place in its story. */
const apart = <T>(run: () => Promise<T>): Promise<T> =>
  withLogContext({ correlationId: randomUUID(), reference: undefined }, run);

export type WorkerDependencies = EffectDependencies &
  ObserverDependencies & {
    /** Has another request, to this instance or another one, go on with what is sent in bulk. */
    readonly nudgeBulk: () => Promise<void>;
  };

/**
 * Promises what is due by the hour of a channel, performs what is due, then looks how things stand, if nobody has for a
 * minute. Any body will do: Cloud Scheduler sends an empty one. A nudge for what somebody waits for leaves alone what is
 * sent in bulk, for whoever nudged is waiting, too; it is handed over to a request of its own.
 */
export function workerHandler(deps: WorkerDependencies): Handler {
  const observe = createObserver(deps);
  const sow = createScheduler(deps);
  let purgedAt = -Infinity;
  async function worker({ rawBody }: Request): Promise<Reply> {
    const isWaitedFor = rawBody.toString() === NUDGES.due;
    if (!isWaitedFor) await apart(sow);
    const drained = await drainOutbox(deps, { budgetMs: BUDGET_MS, withBulk: !isWaitedFor });
    // Nothing that is sown is for whoever nudged.
    if (isWaitedFor) await apart(sow);
    await apart(observe);
    if (performance.now() - purgedAt > PURGE_EVERY_MS) {
      purgedAt = performance.now();
      await apart(() => purgeOld(deps.database));
    }
    await apart(async () => {
      if (await isBulkLeft(deps.database)) await deps.nudgeBulk();
    });
    return { status: 200, body: drained };
  }
  return worker;
}
