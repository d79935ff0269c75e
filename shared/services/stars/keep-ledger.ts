import { takeToken } from '../../database/operations/rate-limits';
import { openLedger, wereStarsAskedFor } from '../../database/stars/ledger';
import { takesAnyStars, type AllowedOwners } from '../../domain/owner/allowed-owners';
import { compareBalance } from './compare-balance';
import { copyLedger, type LedgerDependencies } from './copy-ledger';
import { matchLedger, type MatchDependencies } from './match-ledger';

export type KeepLedgerDependencies = LedgerDependencies &
  MatchDependencies & {
    /** The owners whose channels may be paid in Stars. */
    readonly starsFor: AllowedOwners;
  };

/** One instance looks, once a minute. Two at once would only ask twice. */
const EACH_MINUTE = { perMinute: 1, burst: 1 };
/** Bounds the calls of one run. 10,000 rows are copied within ten runs. */
const PAGES = 10;

async function keep(deps: KeepLedgerDependencies, mayGoOn: () => boolean): Promise<void> {
  const { database, log } = deps;
  if (!takesAnyStars(deps.starsFor) && !(await wereStarsAskedFor(database))) return;
  const { allowed } = await takeToken(database, 'star_ledger', EACH_MINUTE);
  if (!allowed) return;
  const { copied, isAtEnd } = await copyLedger(deps, { pages: PAGES, mayGoOn });
  const matched = await matchLedger(deps, { mayGoOn });
  const { charges, refunds, failed } = matched;
  if (copied + charges + refunds + failed.length > 0)
    log.info('ledger.copied', { copied, isAtEnd, charges, refunds, failed: failed.length });
  if (isAtEnd && mayGoOn() && (await openLedger(database)).isCompareDue)
    await compareBalance(deps, { mayGoOn });
}

/**
 * Returns a function that copies Telegram's list, takes in what no update told, and compares the list with the balance once a day,
 * or once an hour while they differ. It never throws: what was not done is done in the next minute.
 */
export function createLedgerKeeper(
  deps: KeepLedgerDependencies,
  now: () => number = performance.now.bind(performance),
): (budgetMs: number) => Promise<void> {
  return async (budgetMs) => {
    const deadline = now() + budgetMs;
    try {
      await keep(deps, () => now() < deadline);
    } catch (error) {
      deps.log.warn('ledger.unread', { error });
    }
  };
}
