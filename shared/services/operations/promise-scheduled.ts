import type { Database } from '../../database/connection/pool';
import { promiseDueSchedules } from '../../database/reports/schedules';
import type { Logger } from '../../logger';

/**
 * How often an instance checks. It only saves statements during a burst of nudges: promising a schedule twice promises
 * it once.
 */
const CHECK_EVERY_MS = 1_000;

export interface SchedulerDependencies {
  readonly database: Database;
  readonly log: Logger;
}

/**
 * Returns a function that promises what is due by the hour of each channel. Call it before draining the outbox. It
 * never throws: what could not be promised is still due at the next check.
 */
export function createScheduler({ database, log }: SchedulerDependencies): () => Promise<void> {
  let checkedAt = -Infinity;
  return async () => {
    if (performance.now() - checkedAt < CHECK_EVERY_MS) return;
    checkedAt = performance.now();
    try {
      const promised = await promiseDueSchedules(database);
      if (promised.schedules > 0) log.info('schedule.sown', { ...promised });
    } catch (error) {
      checkedAt = -Infinity;
      log.error('schedule.failed', { error });
    }
  };
}
