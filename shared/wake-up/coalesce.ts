/**
 * Makes one run of many requests for it. A request starts a run if none is under way. Otherwise it is covered by the one that
 * follows, because the run under way may have looked before the caller committed. So there is never more than one under way
 * and one to follow, and the last request is always followed by a run that starts after it. Resolves when that run ends, and
 * never rejects: a failed run ends like any other.
 */
export function coalesce(run: () => Promise<void>): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  let following: Promise<void> | undefined;
  async function attempt(): Promise<void> {
    try {
      await run();
    } catch {
      // The next request starts another.
    } finally {
      // If one follows, it has not started yet. A request that comes in between is covered by it.
      if (following === undefined) underWay = undefined;
    }
  }
  function start(): Promise<void> {
    following = undefined;
    return (underWay = attempt());
  }
  // `then` keeps the log context of the first request that the run covers.
  return () => (underWay === undefined ? start() : (following ??= underWay.then(start)));
}
