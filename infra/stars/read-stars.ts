import { readConfig } from '../../shared/config';
import type { Database } from '../../shared/database/connection/pool';
import { listTransactions } from '../../shared/database/stars/listed-transactions';
import type { StarAmount } from '../../shared/domain/stars/ledger';
import { silentLogger, type Logger } from '../../shared/logger';
import { compareBalance } from '../../shared/services/stars/compare-balance';
import { copyLedger, type CopiedPages } from '../../shared/services/stars/copy-ledger';
import { matchLedger } from '../../shared/services/stars/match-ledger';
import { telegramApi } from '../../shared/telegram/api';
import type { StarLedgerApi } from '../../shared/telegram/star-ledger';
import { UsageError } from '../arguments';
import { COMMAND_VARIABLES } from '../command-variables';
import { withDatabase, type Told } from '../run-command';
import type { Work } from '../subcommands';

/** What the commands work on. */
export interface StarsInstallation {
  readonly database: Database;
  readonly api: StarLedgerApi;
  readonly log: Logger;
}

const MOST_LISTED = 1_000;
const USUALLY_LISTED = 20;

/** `385` or `-0.000000001`: an amount of Stars, exactly. */
function starsInWords({ stars, nanostars }: StarAmount): string {
  const sign = stars < 0 || nanostars < 0 ? '-' : '';
  const part = Math.abs(nanostars).toString().padStart(9, '0').replace(/0+$/, '');
  return `${sign}${Math.abs(stars)}${part === '' ? '' : `.${part}`}`;
}

/** Copies the list to its end, however long it is. */
const copyAll = (on: StarsInstallation): Promise<CopiedPages> => copyLedger(on, { pages: Infinity });

async function tellBalance(on: StarsInstallation): Promise<Told> {
  await copyAll(on);
  const compared = await compareBalance(on);
  if (compared === undefined)
    return { text: 'Payments kept coming, so nothing can be said. Run it again.', exitCode: 1 };
  const { balance, difference, size } = compared;
  const words = `Balance: ${starsInWords(balance)} Stars`;
  if (size === 0) return `${words}, exactly what the list says.`;
  const text = `${words}. The list says ${starsInWords(difference)} more than that. A buyer has probably charged back at the store where they bought Stars: Telegram takes those from the bot without a transaction.`;
  return { text, exitCode: 1 };
}

async function reconcileStars(on: StarsInstallation): Promise<Told> {
  const { copied } = await copyAll(on);
  let [charges, refunds] = [0, 0];
  for (;;) {
    const matched = await matchLedger(on, { afterSeconds: 0 });
    charges += matched.charges;
    refunds += matched.refunds;
    if (matched.failed.length > 0)
      return {
        text: `These transactions could not be taken in: ${matched.failed.join(', ')}. The log of the worker says why (ledger.row_failed).`,
        exitCode: 1,
      };
    if (matched.charges + matched.refunds === 0) break;
  }
  return `Copied ${copied} transactions. Took in ${charges} payments and ${refunds} refunds that were missing.`;
}

async function tellTransactions(database: Database, count: number): Promise<string> {
  const rows = await listTransactions(database, count);
  if (rows.length === 0) return 'No transaction was copied yet.';
  return rows
    .map((row) =>
      [
        row.at,
        `${row.isIncoming ? '+' : '-'}${starsInWords(row)}`,
        row.transactionType ?? row.partner,
        row.userId ?? '',
        row.transactionId,
        row.isMatched ? '' : 'not taken in yet',
      ]
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const onStars =
  (run: (on: StarsInstallation) => Promise<Told>): Work =>
  async () => {
    const config = await readConfig(COMMAND_VARIABLES.stars);
    return withDatabase(config, (database) => run({ database, api: telegramApi(config), log: silentLogger }));
  };

export const prepareBalance = (): Work => onStars(tellBalance);
export const prepareReconcile = (): Work => onStars(reconcileStars);

export function prepareTransactions(argument: string): Work {
  const count = argument === '' ? USUALLY_LISTED : Number(argument);
  if (!Number.isInteger(count) || count < 1 || count > MOST_LISTED)
    throw new UsageError(`${argument} isn't a number from 1 to ${MOST_LISTED}.`);
  return onStars(({ database }) => tellTransactions(database, count));
}
