import { findUnmatched, type UnmatchedRow } from '../../database/stars/ledger';
import type { Database } from '../../database/connection/pool';
import type { Logger } from '../../logger';
import { takeCharge } from './take-charge';
import { takeRefund } from './take-refund';

export interface MatchDependencies {
  readonly database: Database;
  readonly log: Logger;
}

/** Telegram repeats an update for a day, but a few minutes are enough for one that isn't lost. */
const WAITED_FOR_SECONDS = 180;
/** So that one run ends, however many updates were lost. The next goes on. */
const AT_ONCE = 100;

/** How much a run took in, and the ids of what it could not. */
export interface Matched {
  readonly charges: number;
  readonly refunds: number;
  readonly failed: readonly string[];
}

async function takeIn(deps: MatchDependencies, row: UnmatchedRow): Promise<void> {
  const { transactionId: chargeId, userId, paidStars: stars, payload, at: paidAt } = row;
  const reported = { chargeId, userId, stars, payload };
  const recovered = { isRecovered: true } as const;
  await (row.isIncoming
    ? takeCharge(deps, { ...reported, paidAt }, recovered)
    : takeRefund(deps, reported, recovered));
}

/**
 * Takes in the payments and refunds of Telegram's list that no update and no call of ours told about, oldest first: a payment
 * comes before its refund. One that fails stays for the next run and holds up no other.
 */
export async function matchLedger(
  deps: MatchDependencies,
  {
    afterSeconds = WAITED_FOR_SECONDS,
    mayGoOn = () => true,
  }: { readonly afterSeconds?: number; readonly mayGoOn?: () => boolean } = {},
): Promise<Matched> {
  const failed: string[] = [];
  let [charges, refunds] = [0, 0];
  for (const row of await findUnmatched(deps.database, { afterSeconds, limit: AT_ONCE })) {
    if (!mayGoOn()) break;
    try {
      await takeIn(deps, row);
      if (row.isIncoming) charges += 1;
      else refunds += 1;
    } catch (error) {
      failed.push(row.transactionId);
      deps.log.error('ledger.row_failed', { transactionId: row.transactionId, error });
    }
  }
  return { charges, refunds, failed };
}
