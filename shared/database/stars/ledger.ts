import { INVOICE_PAYMENT, type LedgerRow } from '../../domain/stars/ledger';
import { epochMs, fromEpochMs } from '../common/epoch';
import type { Sql } from '../connection/options';
import type { Database } from '../connection/pool';

/**
 * Says if the bot ever asked for Stars. If it never did, it also watches the list no longer. One statement, because an installation
 * without Stars makes it every minute.
 */
export async function wereStarsAskedFor(database: Database): Promise<boolean> {
  const [row] = await database.query(
    (sql) => sql<{ were: boolean }[]>`
      with asked as materialized (select exists (select from star_invoices) as were),
        closed as (
          update star_ledger set read_at = null from asked where star_ledger.read_at is not null and not asked.were)
      select were from asked`,
  );
  return row?.were === true;
}

/** Begins to watch the list. Returns how much of it is behind us, and if the balance is to be compared with it now. */
export async function openLedger(
  database: Database,
): Promise<{ readonly taken: number; readonly isCompareDue: boolean }> {
  const [row] = await database.query(
    (sql) => sql<{ taken: number; isCompareDue: boolean }[]>`
      update star_ledger set read_at = coalesce(read_at, app_now())
      returning taken, (compared_at is null or compared_at < app_now() - case
        when difference_stars = 0 and difference_nanostars = 0 then interval '1 day' else interval '1 hour' end) as "isCompareDue"`,
  );
  if (row === undefined) throw new Error('the row of star_ledger is missing');
  return row;
}

/** True for a row `r` that says something about a payment of ours. */
const isToMatch = (sql: Sql) =>
  sql`r.partner = 'user' and (r.transaction_type = ${INVOICE_PAYMENT} or not r.is_incoming)`;

/**
 * Copies a page and moves the cursor behind it, in one statement. A row that is there already stays, so several workers may
 * copy the same page. Returns how many rows were new.
 */
export async function copyRows(
  database: Database,
  { rows, taken }: { readonly rows: readonly LedgerRow[]; readonly taken: number },
): Promise<number> {
  const given = rows.map((row) => ({
    transaction_id: row.transactionId,
    is_incoming: row.isIncoming,
    stars: row.stars,
    nanostars: row.nanostars,
    paid_stars: row.paidStars,
    partner: row.partner,
    transaction_type: row.transactionType,
    user_id: row.userId,
    payload: row.payload,
    at: row.at,
  }));
  const [row] = await database.query(
    (sql) => sql<{ copied: number }[]>`
      with copied as (
        insert into star_transactions (transaction_id, is_incoming, stars, nanostars, paid_stars, partner, transaction_type,
          user_id, payload, at, matched_at)
        select r.transaction_id, r.is_incoming, r.stars, r.nanostars, r.paid_stars, r.partner, r.transaction_type, r.user_id,
          r.payload, ${fromEpochMs(sql, sql`r.at`)}, case when ${isToMatch(sql)} then null else app_now() end
        from jsonb_array_elements(${sql.json(given as never)}) with ordinality as given (row, place),
          jsonb_to_record(given.row) as r (transaction_id text, is_incoming boolean, stars int, nanostars int, paid_stars int,
            partner text, transaction_type text, user_id bigint, payload text, at float8)
        order by given.place
        on conflict (transaction_id, is_incoming) do nothing
        returning 1),
      moved as (update star_ledger set taken = greatest(taken, ${taken}::bigint))
      select count(*)::int as copied from copied`,
  );
  return row?.copied ?? 0;
}

/** Records that the end of the list was reached. */
export const markRead = (database: Database): Promise<unknown> =>
  database.query((sql) => sql`update star_ledger set read_at = app_now()`);

/** A row of the list that nothing here says yet. */
export interface UnmatchedRow {
  readonly position: number;
  readonly transactionId: string;
  readonly isIncoming: boolean;
  readonly userId: number;
  readonly paidStars: number;
  readonly payload: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * Marks the rows whose payment or refund was taken in meanwhile, and those that are neither. Returns the oldest others that were
 * copied so long ago that no update is to be waited for.
 */
export const findUnmatched = (
  database: Database,
  { afterSeconds, limit }: { readonly afterSeconds: number; readonly limit: number },
): Promise<UnmatchedRow[]> =>
  database.query(
    (sql) => sql<UnmatchedRow[]>`
      with open as materialized (
        select t.*, c.charge_id is not null as is_known, exists (select from payments p where p.payment_id = c.payment_id) as is_judged,
          c.refunded_at is not null as is_refunded,
          exists (select from star_transactions i where i.transaction_id = t.transaction_id and i.is_incoming) as is_of_payment
        from star_transactions t left join star_charges c on c.charge_id = t.transaction_id
        where t.matched_at is null),
      matched as (
        update star_transactions t set matched_at = app_now() from open o
        where t.position = o.position and case when o.is_incoming then o.is_judged
          else o.is_refunded or not (o.is_known or o.is_of_payment or o.transaction_type = ${INVOICE_PAYMENT}) end
        returning t.position)
      select o.position, o.transaction_id as "transactionId", o.is_incoming as "isIncoming", coalesce(o.user_id, 0) as "userId",
        o.paid_stars as "paidStars", coalesce(o.payload, '') as payload, ${epochMs(sql, sql`o.at`)} as at
      from open o
      where o.position not in (select position from matched)
        and o.copied_at <= app_now() - ${afterSeconds} * interval '1 second'
      order by o.position limit ${limit}`,
  );
