import { setTimeout as pause } from 'node:timers/promises';
import { FACT_DEADLINE_MS } from '../../support/deadlines';

export interface Patience {
  readonly timeoutMs?: number;
  readonly everyMs?: number;
}

/**
 * Calls `check` until it neither throws nor returns `false`, and resolves with its result. After the deadline it rejects
 * with the last error.
 */
export async function eventually<T>(
  check: () => T | false | Promise<T | false>,
  { timeoutMs = FACT_DEADLINE_MS, everyMs = 20 }: Patience = {},
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    let failure: unknown = new Error(`this did not become true within ${timeoutMs} ms: ${String(check)}`);
    try {
      const value = await check();
      if (value !== false) return value;
    } catch (error) {
      failure = error;
    }
    if (performance.now() > deadline) throw failure;
    await pause(everyMs);
  }
}
