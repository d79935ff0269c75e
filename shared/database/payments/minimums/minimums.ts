import type { Cents } from '../../../domain/common/ids';
import type { LeastPayable } from '../../../domain/payments/invoices/minimums';
import { ASSUMED_LEAST_CENTS } from '../../../domain/payments/invoices/minimums';
import type { Database } from '../../connection/pool';
import type { Fragment, Sql } from '../../connection/options';

/** An answer of the payment provider is good for a day. */
const isFresh = (sql: Sql, at: Fragment) => sql`coalesce(${at} > app_now() - interval '1 day', false)`;

const isListFresh = (sql: Sql) => sql`(select ${isFresh(sql, sql`l.listed_at`)} from coin_list l)`;

/** True if the merchant's account is known to have no coin switched on, so nothing can be paid. */
export const isNoCoinOn = (sql: Sql): Fragment => sql`
  (${isListFresh(sql)} and not exists (select from minimums where is_on))`;

/** The number of coins that are switched on; null if it isn't known. */
export const coinsOn = (sql: Sql): Fragment => sql`
  (case when ${isListFresh(sql)} then (select count(*)::int from minimums where is_on) end)`;

/**
 * The least amount that some coin can pay, in cents. Null unless the list and every coin on it were answered within a
 * day: a missing answer may be the lowest.
 */
export const provenLeastCents = (sql: Sql): Fragment => sql`
  (select min(m.cents) from minimums m where m.is_on and ${isListFresh(sql)}
    having bool_and(${isFresh(sql, sql`m.answered_at`)}))`;

/** The lowest minimum that any coin ever had, in cents. Never null. */
export const leastEverCents = (sql: Sql): Fragment => sql`
  coalesce((select min(m.least_cents) from minimums m), ${ASSUMED_LEAST_CENTS}::bigint)`;

/** True if the list of coins and every coin on it were answered after this moment. */
export const isAnsweredSince = (sql: Sql, at: Fragment): Fragment => sql`
  (not exists (select from coin_list l where coalesce(l.listed_at <= ${at}, true))
    and not exists (select from minimums m where m.is_on and coalesce(m.answered_at <= ${at}, true)))`;

/** Reads what is known of the least amount that can be paid. */
export async function readLeastPayable(database: Database): Promise<LeastPayable> {
  const [row] = await database.query(
    (sql) => sql<LeastPayable[]>`
      select ${provenLeastCents(sql)} as "leastCents", ${leastEverCents(sql)} as "leastEverCents"`,
  );
  if (row === undefined) throw new Error('a select without a where clause returned nothing');
  return row;
}

/**
 * Reads the lowest minimum that a coin answered within a day. An amount from there on can be paid, but a coin that has not
 * answered may accept less. Null: no coin has answered.
 */
export async function readLeastKnown(database: Database): Promise<Cents | null> {
  const [row] = await database.query(
    (sql) => sql<{ leastCents: Cents | null }[]>`
      select min(m.cents) as "leastCents" from minimums m where m.is_on and ${isFresh(sql, sql`m.answered_at`)}`,
  );
  return row?.leastCents ?? null;
}
