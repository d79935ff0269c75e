import type { Database } from '../../database/connection/pool';
import { takeToken } from '../../database/operations/rate-limits';
import { promiseMissingClocks } from '../../database/payments/case-clocks';
import { promiseDailyChecks } from '../../database/places/daily-checks';
import { promiseDueSchedules } from '../../database/reports/schedules';
import { promiseMetPeople } from '../../database/takeovers/listed-people';
import { MINUTE_MS } from '../../domain/common/time';
import type { Logger } from '../../logger';

/**
 * How often an instance checks. It only saves statements during a burst of nudges: promising a schedule twice promises
 * it once.
 */
const CHECK_EVERY_MS = 1_000;
/** How often an instance asks for its turn to look for payments without a clock. */
const CLOCKS_EVERY_MS = 10 * MINUTE_MS;
/** Looking reads every open case, so only one instance does it, once an hour. */
const HOURLY = { perMinute: 1 / 60, burst: 1 };

export interface SchedulerDependencies {
  readonly database: Database;
  readonly log: Logger;
}

/**
 * Promises clocks for payments that a release without them judged. Such a release runs beside this one only during a
 * deploy or after a rollback, so the next release can delete this, together with the step `adopt`.
 */
async function promiseClocks({ database, log }: SchedulerDependencies): Promise<void> {
  const { allowed } = await takeToken(database, 'missing_clocks', HOURLY);
  if (!allowed) return;
  const clocks = await promiseMissingClocks(database);
  if (clocks > 0) log.info('payment.adopted', { clocks });
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
      await promiseMetPeople(database);
      const checks = await promiseDailyChecks(database);
      if (checks > 0) log.info('schedule.places_due', { checks });
      if (checkedAt - clocksAt >= CLOCKS_EVERY_MS) {
        await promiseClocks({ database, log });
        clocksAt = checkedAt;
      }
      if (promised.schedules > 0) log.info('schedule.sown', { ...promised });
    } catch (error) {
      checkedAt = -Infinity;
      log.error('schedule.failed', { error });
    }
  };
}
