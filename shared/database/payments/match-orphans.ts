import type { Database } from '../connection/pool';
import type { Sql } from '../connection/options';
import type { Delivery } from '../common/inbox';
import { outcomeOf, type DecidedPayment } from './decided-payment';

/** True if a payment belongs to its order from this IPN on, so that what came before it may have found no order. */
const isNewHere = ({ known, ids }: DecidedPayment): boolean =>
  ids !== undefined &&
  !known.payments.some(({ paymentId, standing }) => paymentId === ids.paymentId && standing !== 'orphan');

/** Locks the children of a payment that came before it, until the end of the statement's transaction. */
const childrenLocked = (sql: Sql, paymentId: number) => sql`
  children as materialized (select 1 from pg_advisory_xact_lock(-${paymentId}::bigint)),`;

const orphansIn = ({ known }: DecidedPayment) =>
  known.payments.filter(({ standing }) => standing === 'orphan');

/** Locks the orphans that the decision is about, if no IPN has changed them since they were read. */
const orphansLocked = (sql: Sql, decided: DecidedPayment) => sql`
  orphans as materialized (
    select 1 from payments p, jsonb_to_recordset(${sql.json(
      orphansIn(decided).map(({ paymentId, orphanedAt = null }) => ({ paymentId, orphanedAt })),
    )}) as o ("paymentId" bigint, "orphanedAt" timestamptz)
    where p.payment_id = o."paymentId" and p.standing = 'orphan' and p.updated_at = o."orphanedAt"
    for update of p),`;

/** Locks what this statement must not decide about at the same time as another one. */
export const othersLocked = (sql: Sql, decided: DecidedPayment) => sql`
  ${decided.ids !== undefined && isNewHere(decided) ? childrenLocked(sql, decided.ids.paymentId) : sql``}
  ${orphansIn(decided).length > 0 ? orphansLocked(sql, decided) : sql``}`;

/** True unless an orphan of this order has come, or has changed, since the order was read. */
export const hasSameOrphans = (sql: Sql, decided: DecidedPayment) => {
  const { known, ids } = decided;
  const orphans = orphansIn(decided).length;
  const sameOrphans = orphans === 0 ? sql`` : sql`and (select count(*) from orphans) = ${orphans}`;
  if (ids === undefined || !isNewHere(decided)) return sameOrphans;
  return sql`and exists (select from children) ${sameOrphans} and not exists (
    select from payments c where c.standing = 'orphan' and c.parent_payment_id = ${ids.paymentId}
      and not ${sql.json(known.payments.map(({ paymentId }) => paymentId))}::jsonb @> to_jsonb(c.payment_id))`;
};

/**
 * Waits until a statement that is making the payment known has ended, and returns whether it is known now. Only for a child
 * that was stored as an orphan: of the two, the later one finds the other.
 */
export async function becameKnown(database: Database, paymentId: number): Promise<boolean> {
  await database.query((sql) => sql`select 1 from pg_advisory_xact_lock(-${paymentId}::bigint)`);
  const [row] = await database.query(
    (sql) => sql<{ isKnown: boolean }[]>`
      select exists (select from payments where payment_id = ${paymentId} and order_reference is not null) as "isKnown"`,
  );
  return row?.isKnown === true;
}

/** Gives the order the deliveries of its payments that were stored when it was not known: they are part of its story. */
export const matchedDeliveries = (sql: Sql, decided: DecidedPayment, delivery: Delivery | undefined) => {
  const { decision, ids } = decided;
  const orphans = orphansIn(decided).map(({ paymentId }) => paymentId);
  const paymentIds = new Set(
    ids !== undefined && delivery === undefined ? [...orphans, ids.paymentId] : orphans,
  );
  if (paymentIds.size === 0) return sql``;
  const rows = [...paymentIds].map((id) => ({ paymentId: String(id), outcome: outcomeOf(decision, id) }));
  return sql`
    matched as (
      update inbox i set order_reference = saved.reference, outcome = a.outcome
      from saved, jsonb_to_recordset(${sql.json(rows)}) as a ("paymentId" text, outcome text)
      where i.outcome = 'orphan' and i.payload ->> 'payment_id' = a."paymentId"),`;
};
