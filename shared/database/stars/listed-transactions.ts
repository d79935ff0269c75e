import type { StarAmount } from '../../domain/stars/ledger';
import type { Database } from '../connection/pool';

/** A transaction as the operator's command prints it. */
export interface ListedTransaction extends StarAmount {
  readonly transactionId: string;
  readonly isIncoming: boolean;
  readonly partner: string;
  readonly transactionType: string | null;
  readonly userId: number | null;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** True if our own tables say the same, or have to say nothing. */
  readonly isMatched: boolean;
}

/** Lists the latest transactions that were copied, newest first. */
export const listTransactions = (database: Database, count: number): Promise<ListedTransaction[]> =>
  database.query(
    (sql) => sql<ListedTransaction[]>`
      select transaction_id as "transactionId", is_incoming as "isIncoming", stars, nanostars, partner,
        transaction_type as "transactionType", user_id as "userId", matched_at is not null as "isMatched",
        to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
      from star_transactions order by position desc limit ${count}`,
  );
