import { setTimeout as pause } from 'node:timers/promises';

export interface Patience {
  readonly timeoutMs?: number;
  readonly everyMs?: number;
}

/** What `check` may answer while what is waited for is not there yet. */
type NotYet = undefined | null | false;

/**
 * Asks `check` until it gives something, and resolves with it. A check that throws is asked again too; once time is up
 * its last error is the test's.
 */
export async function eventually<T>(
  check: () => T | NotYet | Promise<T | NotYet>,
  { timeoutMs = 5000, everyMs = 20 }: Patience = {},
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    let failure: unknown = new Error(`it did not come about within ${timeoutMs} ms: ${String(check)}`);
    try {
      const value = await check();
      if (value !== undefined && value !== null && value !== false) return value;
    } catch (error) {
      failure = error;
    }
    if (performance.now() > deadline) throw failure;
    await pause(everyMs);
  }
}
