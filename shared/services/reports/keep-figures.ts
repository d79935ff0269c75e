import type { Database } from '../../database/connection/pool';
import { foldFigures } from '../../database/reports/figures/fold-figures';
import { markHistory } from '../../database/reports/figures/mark-history';
import type { Logger } from '../../logger';

/** Figures are right without their sums, only slower, so there is no hurry. */
const EVERY_MS = 50_000;

export interface FigureDependencies {
  readonly database: Database;
  readonly log: Logger;
}

/**
 * Returns a function that sums what has changed in the figures of all channels. On an installation that had sales before,
 * it first marks the history of a few channels at each call. It never throws: the next call goes on.
 */
export function createFigureKeeper({ database, log }: FigureDependencies): () => Promise<void> {
  let keptAt = -Infinity;
  return async () => {
    if (performance.now() - keptAt < EVERY_MS) return;
    keptAt = performance.now();
    try {
      await markHistory(database);
      const quarters = await foldFigures(database);
      if (quarters > 0) log.info('worker.figures_summed', { quarters });
    } catch (error) {
      log.error('worker.figures_failed', { error });
    }
  };
}
