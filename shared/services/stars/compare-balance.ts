import { saveComparison, sumLedger, type Compared } from '../../database/stars/ledger-state';
import { differenceOf, wholeStars } from '../../domain/stars/ledger';
import type { Logger } from '../../logger';
import { readBalance } from '../../telegram/star-ledger';
import { copyLedger, type LedgerDependencies } from './copy-ledger';

type CompareDependencies = LedgerDependencies & { readonly log: Logger };

/** In a shop with a payment each second, a few tries find a moment without one. */
const TRIES = 8;
/** Enough for what comes in between two calls. A list that is far from its end is copied first. */
const PAGES = 3;

interface Reading extends Compared {
  readonly rows: number;
}

/** While it returns true, there is time for another call. */
interface TimeLimit {
  readonly mayGoOn?: () => boolean;
}

/** Reads the list to its end, the balance, and the list again. `undefined` if the list grew meanwhile, or has no end yet. */
async function readOnce(deps: CompareDependencies, limit: TimeLimit): Promise<Reading | undefined> {
  const copied = { pages: PAGES, ...limit };
  if (!(await copyLedger(deps, copied)).isAtEnd) return undefined;
  const { rows: before } = await sumLedger(deps.database);
  if (limit.mayGoOn?.() === false) return undefined;
  const balance = await readBalance(deps.api);
  if (!(await copyLedger(deps, copied)).isAtEnd) return undefined;
  // Another worker may have copied what came meanwhile.
  const { rows, nanostars } = await sumLedger(deps.database);
  if (rows !== before) return undefined;
  const difference = differenceOf(nanostars, balance);
  return { balance, difference, size: wholeStars(difference), rows };
}

function tell(
  { log }: CompareDependencies,
  { size, balance, difference, rows }: Reading,
  toldBefore: number,
) {
  const fields = { differenceStars: size, ...difference, balanceStars: balance.stars, rows };
  if (size !== 0 && size !== toldBefore) log.error('ledger.differs', fields);
  if (size === 0 && toldBefore !== 0) log.info('ledger.balanced', { ...fields, before: toldBefore });
}

/**
 * Compares what the list says with the balance: incoming less outgoing must be it. A difference counts only if it is read twice
 * in a row, is told once for each size, and ends by itself. `undefined` if rows kept coming or the time is up, so that nothing can be
 * said.
 */
export async function compareBalance(
  deps: CompareDependencies,
  limit: TimeLimit = {},
): Promise<Compared | undefined> {
  const { mayGoOn = () => true } = limit;
  let doubted: Reading | undefined;
  for (let tries = 0; tries < TRIES && mayGoOn(); tries += 1) {
    const reading = await readOnce(deps, limit);
    const isSure = reading !== undefined && (reading.size === 0 || reading.size === doubted?.size);
    if (isSure) {
      const { toldBefore } = await saveComparison(deps.database, reading);
      tell(deps, reading, toldBefore);
      return reading;
    }
    doubted = reading;
  }
  return undefined;
}
