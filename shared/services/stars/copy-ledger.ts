import { copyRows, markRead, openLedger } from '../../database/stars/ledger';
import type { Database } from '../../database/connection/pool';
import { LEDGER_PAGE, readTransactions, type StarLedgerApi } from '../../telegram/star-ledger';

export interface LedgerDependencies {
  readonly database: Database;
  readonly api: StarLedgerApi;
}

/** How far one run got. */
export interface CopiedPages {
  /** The rows that were not there before. */
  readonly copied: number;
  /** True if Telegram had no more rows. */
  readonly isAtEnd: boolean;
}

/**
 * Copies Telegram's list from where the last run ended, at most `pages` of it. Reads one page again, in case a row came late, and
 * ends at an empty page only, because a short one may be followed by others. Any number of workers may do so at once.
 */
export async function copyLedger(
  { database, api }: LedgerDependencies,
  { pages, mayGoOn = () => true }: { readonly pages: number; readonly mayGoOn?: () => boolean },
): Promise<CopiedPages> {
  const { taken } = await openLedger(database);
  let [offset, copied] = [Math.max(0, taken - LEDGER_PAGE), 0];
  for (let page = 0; page < pages && mayGoOn(); page += 1) {
    const rows = await readTransactions(api, offset);
    if (rows.length === 0) {
      await markRead(database);
      return { copied, isAtEnd: true };
    }
    offset += rows.length;
    copied += await copyRows(database, { rows, taken: offset });
  }
  return { copied, isAtEnd: false };
}
