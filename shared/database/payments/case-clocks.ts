import type { Promised } from '../../domain/effects';
import { ACCESS_EXPIRES_SECONDS } from '../../domain/effects';
import type { OrderReference } from '../../domain/common/ids';
import { isUnderWay } from './order-conditions';
import { promise, promisedRow, promisedRows } from '../common/outbox';
import type { Database } from '../connection/pool';

/** At most this many payments get a clock in one statement. */
const ADOPTED_AT_ONCE = 500;

async function adoptSome(database: Database): Promise<number> {
  const [row] = await database.query(
    (sql) => sql<{ count: number }[]>`
      with adopted as (${promisedRows(
        sql,
        sql`
        select ${promisedRow(sql, 'case_step', {
          payload: {
            reference: sql`p.order_reference`,
            paymentId: sql`p.payment_id`,
            about: sql`''::text`,
            step: sql`'adopt'::text`,
          },
          key: sql`p.order_reference || ':' || p.payment_id || ':case:adopt:' || p.standing`,
          reference: sql`p.order_reference`,
          expiresInSeconds: ACCESS_EXPIRES_SECONDS,
        })}
        from payments p
        where p.order_reference is not null and (p.standing = 'parked'
            or (p.standing = 'credited' and not exists (
              select from orders o where o.reference = p.order_reference and o.settled_at is not null))
            -- The index of payments on their way has the first of these conditions.
            or (p.standing = 'pending' and (p.payment_status <> 'waiting' or p.actually_paid > 0) and ${isUnderWay(sql)}))
          and not exists (select from outbox b where b.order_reference = p.order_reference and b.kind = 'case_step'
            and (b.payload ->> 'paymentId')::bigint = p.payment_id and (p.standing = 'pending'
              or b.payload ->> 'about' <> '' or b.idempotency_key like '%:adopt:' || p.standing))
        limit ${ADOPTED_AT_ONCE}`,
      )} returning 1)
      select count(*)::int as count from adopted`,
  );
  return row?.count ?? 0;
}

/**
 * Promises a clock for each payment that should have one and has none, because a release without clocks judged it.
 * Returns how many there were. Steps are kept as long as their order, so a payment is adopted once.
 */
export async function promiseMissingClocks(database: Database): Promise<number> {
  for (let count = 0; ;) {
    const adopted = await adoptSome(database);
    count += adopted;
    if (adopted < ADOPTED_AT_ONCE) return count;
  }
}

/** How long ago a payment changed; `undefined` if there is no such payment. */
export async function secondsSinceChange(database: Database, paymentId: number): Promise<number | undefined> {
  const [row] = await database.query(
    (sql) => sql<{ seconds: number }[]>`
      select extract(epoch from app_now() - updated_at)::float8 as seconds from payments
      where payment_id = ${paymentId}`,
  );
  return row?.seconds;
}

/**
 * Writes promises about an order if it is still as it was read. Returns `false`, and writes nothing, if it has changed:
 * the caller reads and decides again.
 */
export async function promiseIfUnchanged(
  database: Database,
  { reference, version }: { readonly reference: OrderReference; readonly version: number },
  promised: readonly Promised[],
): Promise<boolean> {
  const unchanged = await database.query(
    (sql) => sql`
      with locked as materialized (
        select reference from orders where reference = ${reference} and version = ${version} for share),
      promised as (${promise(sql, promised, 'locked')})
      select from locked`,
  );
  return unchanged.length > 0;
}
