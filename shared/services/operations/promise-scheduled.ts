import type { Database } from '../../database/connection/pool';
import { promiseMissingClocks } from '../../database/payments/case-clocks';
import { promiseDueSchedules } from '../../database/reports/schedules';
import { MINUTE_MS } from '../../domain/common/time';
import type { Logger } from '../../logger';

/**
 * How often an instance checks. It only saves statements during a burst of nudges: promising a schedule twice promises
 * it once.
 */
const CHECK_EVERY_MS = 1_000;
/** Only a release without clocks leaves payments without one, so this is needed for minutes after an upgrade. */
const CLOCKS_EVERY_MS = 10 * MINUTE_MS;

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
  let clocksAt = -Infinity;
  return async () => {
    if (performance.now() - checkedAt < CHECK_EVERY_MS) return;
    checkedAt = performance.now();
    try {
      const promised = await promiseDueSchedules(database);
      if (checkedAt - clocksAt >= CLOCKS_EVERY_MS) {
        const clocks = await promiseMissingClocks(database);
        clocksAt = checkedAt;
        if (clocks > 0) log.info('payment.adopted', { clocks });
      }
      if (promised.schedules > 0) log.info('schedule.sown', { ...promised });
    } catch (error) {
      checkedAt = -Infinity;
      log.error('schedule.failed', { error });
    }
  };
}
