import type { RunningFunction } from './run-function';
import { TARGETS, type Target } from './stack-types';

/** Starts functions at once. Waits for all of them even if one fails, so that none is left running. */
export async function startAll(
  targets: readonly Target[],
  start: (target: Target) => Promise<RunningFunction>,
): Promise<Record<Target, RunningFunction>> {
  const results = await Promise.allSettled(
    targets.map(async (target) => [target, await start(target)] as const),
  );
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  const running = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  return new Proxy(Object.fromEntries(running) as Record<Target, RunningFunction>, {
    get: (started, name, receiver): unknown => {
      if (!(name in started) && TARGETS.some((target) => target === name))
        throw new Error(`This stack was started without ${String(name)}.`);
      return Reflect.get(started, name, receiver);
    },
  });
}
