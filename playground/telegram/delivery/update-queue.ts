import type { PendingUpdate } from './pending-update';

/** Updates that are delivered in order, one at a time. */
export interface Queue {
  readonly name: string;
  readonly updates: PendingUpdate[];
  isBusy: boolean;
  failures: number;
  delaySeconds: number;
  /** On the clock of `performance.now()`. */
  wakeAt: number;
}

export function emptyQueue(name: string): Queue {
  return { name, updates: [], isBusy: false, failures: 0, delaySeconds: 1, wakeAt: 0 };
}

/** Forgets a queue's failures after a success or when the webhook changes. */
export function resetFailures(queue: Queue): void {
  queue.failures = 0;
  queue.delaySeconds = 1;
  queue.wakeAt = 0;
}
