import { randomUUID } from 'node:crypto';
import { isBulkLeft } from '../../shared/database/posts/bulk-lane';
import { isQuestionDue } from '../../shared/database/payments/minimums/minimum-questions';
import { purgeOld } from '../../shared/database/operations/purge';
import { DAY_MS } from '../../shared/domain/common/time';
import { createFigureKeeper } from '../../shared/services/reports/keep-figures';
import type { Handler, Reply, Request } from '../../shared/http/types';
import { withLogContext, type Logger } from '../../shared/logger';
import { drainOutbox } from '../../shared/services/drain-outbox';
import { createObserver, type ObserverDependencies } from '../../shared/services/operations/observe';
import { askMinimums, type MinimumDependencies } from '../../shared/services/nowpayments/ask-minimums';
import { createLedgerKeeper, type KeepLedgerDependencies } from '../../shared/services/stars/keep-ledger';
import type { EffectDependencies } from '../../shared/services/perform-effect';
import { NUDGES } from '../../shared/wake-up/wake-up';
import { createScheduler } from '../../shared/services/operations/promise-scheduled';

/** Well below the function's own timeout of 60 s, because the last batch needs time to finish. */
const BUDGET_MS = 25_000;
/** When the sums of figures end, counted from the request: their last statement takes up to 10 s, and the purge 5 s. */
const FIGURES_END_MS = 40_000;
/** When copying Telegram's list of Stars ends, counted from the request. A call that has begun takes up to 8 s more. */
const LEDGER_END_MS = 40_000;
/** How often an instance purges. If several do it at once, each only finds less to delete. */
const PURGE_EVERY_MS = 10 * 60_000;
/** A queue that nothing uses for a month falls asleep. Several instances only ask for the same task. */
const KEEP_AWAKE_EVERY_MS = DAY_MS;

/** A nudge carries the id of a payment. Work that is unrelated to it gets its own id and stays out of that story. */
const unrelated = <T>(run: () => Promise<T>): Promise<T> =>
  withLogContext({ correlationId: randomUUID(), reference: undefined }, run);

/** Counts what is performed after the caller hung up, because the platform must give CPU to it as well. */
function countAfterCaller({ callerGoneMs }: Request) {
  let performed = 0;
  return {
    onPerformed: () => {
      if (callerGoneMs() !== undefined) performed += 1;
    },
    report: (log: Logger) => {
      const goneMs = callerGoneMs();
      if (goneMs !== undefined) log.info('worker.went_on', { seconds: Math.round(goneMs) / 1000, performed });
    },
  };
}

export type WorkerDependencies = EffectDependencies &
  ObserverDependencies &
  KeepLedgerDependencies &
  MinimumDependencies & {
    /** Has another request, to this or another instance, continue with what is sent in bulk. */
    readonly nudgeBulk: () => Promise<void>;
    /** Has another request ask for minimums, because each question waits a second for the one before it. */
    readonly nudgeMinimums: () => Promise<void>;
    /** True once the process is to end. What is not begun then is left to another one. */
    readonly isEnding?: () => boolean;
    /** Uses the queue that wakes the worker. Absent: there is none. */
    readonly keepQueueAwake?: (() => Promise<void>) | undefined;
  };

/**
 * Promises what is scheduled for now, performs what is due, then observes the state of the product at most once a
 * minute. Accepts any body; Cloud Scheduler sends an empty one. A nudge for due work leaves bulk sending to a separate
 * request, because its caller is waiting. Questions about minimums have a request to themselves.
 */
export function workerHandler(deps: WorkerDependencies): Handler {
  const observe = createObserver(deps);
  const promiseScheduled = createScheduler(deps);
  let purgedAt = -Infinity;
  const { isEnding = () => false } = deps;
  // To a process that is to end, every budget is used up.
  const now = () => (isEnding() ? Infinity : performance.now());
  const keepLedger = createLedgerKeeper(deps, now);
  const keepFigures = createFigureKeeper(deps, now);
  let keptAwakeAt = -Infinity;
  async function work(request: Request, onPerformed: () => void): Promise<Reply> {
    const begunAt = performance.now();
    const body = (await request.body()).toString();
    if (body === NUDGES.minimums)
      return { status: 200, body: await askMinimums(deps, { budgetMs: BUDGET_MS, now, onPerformed }) };
    const isNudged = body === NUDGES.due;
    if (!isNudged) await unrelated(promiseScheduled);
    const drained = await drainOutbox(deps, { budgetMs: BUDGET_MS, withBulk: !isNudged, now, onPerformed });
    if (isEnding()) return { status: 200, body: drained };
    // After draining, because the caller of a nudge waits for nothing that is scheduled.
    if (isNudged) await unrelated(promiseScheduled);
    // Before the housekeeping, because nothing is sent in bulk until the next call comes.
    await unrelated(async () => {
      if (await isBulkLeft(deps.database)) await deps.nudgeBulk();
      if (!isNudged && (await isQuestionDue(deps.database))) await deps.nudgeMinimums();
    });
    await unrelated(observe);
    if (!isNudged) await unrelated(() => keepFigures(FIGURES_END_MS - (performance.now() - begunAt)));
    if (isEnding()) return { status: 200, body: drained };
    if (!isNudged) await unrelated(() => keepLedger(LEDGER_END_MS - (performance.now() - begunAt)));
    if (performance.now() - purgedAt > PURGE_EVERY_MS) {
      purgedAt = performance.now();
      await unrelated(() => purgeOld(deps.database, { now }));
    }
    if (!isNudged && performance.now() - keptAwakeAt > KEEP_AWAKE_EVERY_MS) {
      keptAwakeAt = performance.now();
      await unrelated(async () => deps.keepQueueAwake?.());
    }
    return { status: 200, body: drained };
  }
  async function worker(request: Request): Promise<Reply> {
    const after = countAfterCaller(request);
    try {
      return await work(request, after.onPerformed);
    } finally {
      after.report(deps.log);
    }
  }
  return worker;
}
