import { MINUTE_MS, SECOND_MS } from '../shared/domain/common/time';

/** Soon, because work may have come due while nothing ran, but after the first requests. */
const FIRST_AFTER_MS = SECOND_MS;

/**
 * Calls `tick` each minute, as a scheduler does elsewhere, and never twice at once: one that takes longer than a minute
 * delays the next. `tick` must not reject. Returns a function that stops it; a call under way goes on.
 */
export function startTicking(tick: () => Promise<unknown>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  async function tickOnce(): Promise<void> {
    const startedAt = performance.now();
    await tick();
    if (!isStopped) tickIn(Math.max(0, MINUTE_MS - (performance.now() - startedAt)));
  }
  function tickIn(waitMs: number): void {
    timer = setTimeout(() => void tickOnce(), waitMs);
  }
  tickIn(FIRST_AFTER_MS);
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
