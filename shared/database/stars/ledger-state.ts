import type { StarAmount } from '../../domain/stars/ledger';
import type { Database } from '../connection/pool';
import { comparedOrBegun } from './measured-stars';

/** The sum of all rows of the list, in nanostars, and their number. */
export async function sumLedger(
  database: Database,
): Promise<{ readonly nanostars: bigint; readonly rows: number }> {
  const [row] = await database.query(
    (sql) => sql<{ nanostars: string; rows: number }[]>`
      select coalesce(sum((stars::numeric * 1000000000 + nanostars) * case when is_incoming then 1 else -1 end), 0)::text as nanostars,
        count(*)::int as rows
      from star_transactions`,
  );
  return { nanostars: BigInt(row?.nanostars ?? 0), rows: row?.rows ?? 0 };
}

/** How the list stands to the balance. */
export interface Compared {
  readonly balance: StarAmount;
  readonly difference: StarAmount;
  /** The difference in whole Stars. */
  readonly size: number;
}

/** Stores a comparison. Returns what the operator was last told, so that each size is told once. */
export async function saveComparison(
  database: Database,
  { balance, difference, size }: Compared,
): Promise<{ readonly toldBefore: number }> {
  const [row] = await database.query(
    (sql) => sql<{ toldBefore: number }[]>`
      with before as materialized (select told_stars from star_ledger for update)
      update star_ledger set balance_stars = ${balance.stars}, balance_nanostars = ${balance.nanostars},
        difference_stars = ${difference.stars}, difference_nanostars = ${difference.nanostars}, compared_at = app_now(),
        told_stars = ${size}
      from before returning before.told_stars as "toldBefore"`,
  );
  return { toldBefore: row?.toldBefore ?? 0 };
}

/** What is known of the list, for the doctor and the command. Times are epoch milliseconds. */
export interface LedgerState {
  readonly taken: number;
  readonly rows: number;
  readonly unmatched: number;
  readonly balance: StarAmount | null;
  readonly difference: StarAmount;
  readonly readSeconds: number | null;
  readonly isCompared: boolean;
  /** Since it was compared, or began; `null` if it is empty and was never compared. */
  readonly uncomparedSeconds: number | null;
}

export async function readLedgerState(database: Database): Promise<LedgerState> {
  const [row] = await database.query(
    (sql) => sql<LedgerState[]>`
      select l.taken, (select count(*)::int from star_transactions) as rows,
        (select count(*)::int from star_transactions where matched_at is null) as unmatched,
        case when l.balance_stars is not null then
          jsonb_build_object('stars', l.balance_stars, 'nanostars', l.balance_nanostars) end as balance,
        jsonb_build_object('stars', l.difference_stars, 'nanostars', l.difference_nanostars) as difference,
        extract(epoch from app_now() - l.read_at)::int as "readSeconds",
        l.compared_at is not null as "isCompared",
        extract(epoch from app_now() - ${comparedOrBegun(sql, sql`l`)})::int as "uncomparedSeconds"
      from star_ledger l`,
  );
  if (row === undefined) throw new Error('the row of star_ledger is missing');
  return row;
}
