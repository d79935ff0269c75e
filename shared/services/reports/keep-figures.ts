import type { Database } from '../../database/connection/pool';
import { foldFigures } from '../../database/reports/figures/fold-figures';
import { markHistory } from '../../database/reports/figures/mark-history';
import type { Logger } from '../../logger';

/** How often an instance looks. */
const EVERY_MS = 50_000;
/**
 * After this long, the rest is left for the next call. With a backlog (after an upgrade), figures of a large channel are slow until it is
 * done, so it gets most of a call.
 */
const BUDGET_MS = 20_000;

export interface FigureDependencies {
  readonly database: Database;
  readonly log: Logger;
}

/**
 * Returns a function that sums what has changed in the figures of all channels. On an installation that had sales before,
 * it first marks the history of a few channels at each call. It takes at most `budgetMs`, and nothing if that is used up. `now` is `Infinity` in a process that is to end. It never throws:
 * the next call goes on, and a channel that fails keeps no other one from its sums.
 */
export function createFigureKeeper(
  { database, log }: FigureDependencies,
  now: () => number = performance.now.bind(performance),
): (budgetMs?: number) => Promise<void> {
  let keptAt = -Infinity;
  const fewer = new Map<number, number>();
  const fail = (error: unknown, openChannelId?: number) =>
    log.error('worker.figures_failed', { error, openChannelId });
  return async (budgetMs = BUDGET_MS) => {
    if (budgetMs <= 0 || now() - keptAt < EVERY_MS) return;
    keptAt = now();
    const until = keptAt + Math.min(budgetMs, BUDGET_MS);
    const isOver = () => now() >= until;
    if (isOver()) return;
    try {
      await markHistory(database, isOver);
    } catch (error) {
      fail(error);
    }
    try {
      const quarters = await foldFigures(database, { isOver, onFailure: fail, fewer });
      if (quarters > 0) log.info('worker.figures_summed', { quarters });
    } catch (error) {
      fail(error);
    }
  };
}
