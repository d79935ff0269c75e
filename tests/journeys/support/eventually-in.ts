import type { Stack } from '../../../playground/stack';
import { eventually, type Patience } from './eventually';

/** Longer than a nudge takes, so that the scheduler is only called if a nudge was lost. */
const SCHEDULER_AFTER_MS = 5000;

/**
 * Like `eventually`, for the worker's results. A nudge to it may be lost on a busy machine. The product then waits for
 * Cloud Scheduler, which calls every minute. Here it calls every few seconds.
 */
export async function eventuallyIn<T>(
  { tick }: Pick<Stack, 'tick'>,
  check: () => T | false | Promise<T | false>,
  patience?: Patience,
): Promise<T> {
  let calling: Promise<unknown> = Promise.resolve();
  let isCalling = false;
  const timer = setInterval(() => {
    if (isCalling) return;
    isCalling = true;
    calling = tick()
      .catch(() => undefined)
      .finally(() => (isCalling = false));
  }, SCHEDULER_AFTER_MS);
  try {
    return await eventually(check, patience);
  } finally {
    clearInterval(timer);
    // No call may be running when the test goes on.
    await calling;
  }
}
