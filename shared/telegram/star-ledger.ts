import { inNanostars, starAmountOf, type LedgerRow, type StarAmount } from '../domain/stars/ledger';
import type { Api } from './api';

/** The most that Telegram gives at once. https://core.telegram.org/bots/api#getstartransactions */
export const LEDGER_PAGE = 100;

export type StarLedgerApi = Pick<Api, 'getStarTransactions' | 'getMyStarBalance'>;

type Answer = Awaited<ReturnType<Api['getStarTransactions']>>;
type Transaction = Answer['transactions'][number];
type Amount = Awaited<ReturnType<Api['getMyStarBalance']>>;

const amountOf = ({ amount, nanostar_amount = 0 }: Amount): StarAmount => ({
  stars: amount,
  nanostars: nanostar_amount,
});

/** An affiliate's part is positive for a payment, and negative for a refund, which has a sign of its own. */
function paidBy(row: Transaction): number {
  const partner = row.source ?? row.receiver;
  const affiliate = partner?.type === 'user' ? partner.affiliate : undefined;
  const part = affiliate === undefined ? 0n : inNanostars(amountOf(affiliate));
  return starAmountOf(inNanostars(amountOf(row)) + (part < 0n ? -part : part)).stars;
}

function ledgerRowOf(row: Transaction): LedgerRow {
  const partner = row.source ?? row.receiver;
  const user = partner?.type === 'user' ? partner : undefined;
  return {
    transactionId: row.id,
    isIncoming: row.source !== undefined,
    ...amountOf(row),
    paidStars: paidBy(row),
    // Kinds that are added later are only copied.
    partner: partner?.type ?? 'unknown',
    transactionType: user?.transaction_type ?? null,
    userId: user?.user.id ?? null,
    payload: user?.invoice_payload ?? null,
    at: row.date * 1000,
  };
}

/** Reads a page of the list, oldest first. Its offset counts all rows, so a page may be short although more follow. */
export const readTransactions = async (api: StarLedgerApi, offset: number): Promise<readonly LedgerRow[]> =>
  (await api.getStarTransactions({ offset, limit: LEDGER_PAGE })).transactions.map(ledgerRowOf);

export const readBalance = async (api: StarLedgerApi): Promise<StarAmount> =>
  amountOf(await api.getMyStarBalance());
