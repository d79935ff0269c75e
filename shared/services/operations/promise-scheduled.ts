import type { Database } from '../../database/connection/pool';
import { promiseDueSchedules } from '../../database/reports/schedules';
import type { Logger } from '../../logger';

/** How often an instance looks. It only saves statements, which a burst of nudges would pay for: sowing twice sows once. */
const LOOK_EVERY_MS = 1_000;

export interface SchedulerDependencies {
  readonly database: Database;
  readonly log: Logger;
}

/**
 * A look at the schedules, to be taken before the outbox is drained: what is due by the hour of a channel is promised.
 * It never fails: what could not be sown is still due at the next look.
 */
export function createScheduler({ database, log }: SchedulerDependencies): () => Promise<void> {
  let lookedAt = -Infinity;
  return async () => {
    if (performance.now() - lookedAt < LOOK_EVERY_MS) return;
    lookedAt = performance.now();
    try {
      const sown = await promiseDueSchedules(database);
      if (sown.schedules > 0) log.info('schedule.sown', { ...sown });
    } catch (error) {
      lookedAt = -Infinity;
      log.error('schedule.failed', { error });
    }
  };
}
