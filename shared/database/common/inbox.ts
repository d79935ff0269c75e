import { storableText } from '../../domain/common/storable-text';
import { AppError } from '../../errors';
import type { Database } from '../connection/pool';
import type { Sql } from '../connection/options';

/** One arrival of an update, an IPN or a signed call, and what makes it recognisable again. */
export interface Delivery {
  readonly source: 'telegram' | 'nowpayments' | 'notification';
  readonly deliveryId: string;
  readonly correlationId: string;
  /** Kept where the work may have to be done again. */
  readonly payload?: unknown;
  /** It did not arrive: NOWPayments was asked, and knew. */
  readonly isRecovered?: boolean;
}

/**
 * `value` as jsonb can hold it. JSON may carry NUL characters and lone surrogates, and Postgres refuses both: a body that
 * was signed must be kept all the same, with those characters replaced.
 */
export const storable = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null), (_, item: unknown) => {
    if (typeof item === 'string') return storableText(item);
    if (item === null || typeof item !== 'object' || Array.isArray(item)) return item;
    return Object.fromEntries(Object.entries(item).map(([name, part]) => [storableText(name), part]));
  });

/**
 * The part of a statement that records a delivery: `with delivery as (${received(sql, delivery, …)}) …`. A repeat
 * conflicts and returns no row; one that failed before (no outcome yet) is taken over. `condition` is a `where` clause:
 * what the statement does not handle after all must not be taken for handled.
 */
export const received = (sql: Sql, delivery: Delivery, outcome: string, condition = sql``) => sql`
  insert into inbox (source, delivery_id, outcome, payload, correlation_id)
  select ${delivery.source}::text, ${delivery.deliveryId}::text, ${outcome}::text,
    ${delivery.payload === undefined ? null : sql.json(storable(delivery.payload) as never)}::jsonb,
    ${delivery.correlationId}::text
  ${condition}
  on conflict (source, delivery_id) do update set outcome = excluded.outcome
    where inbox.outcome is null
  returning delivery_id`;

/**
 * The part of a statement that records what a delivery led to, when that is known only at its end:
 * `delivery as (insert into inbox … select … from saved ${concluding(sql)})`. One that failed before is taken over.
 */
export const concluding = (sql: Sql) => sql`
  on conflict (source, delivery_id) do update set outcome = excluded.outcome,
    order_reference = excluded.order_reference, payload = coalesce(excluded.payload, inbox.payload)
    where inbox.outcome is null`;

/** Whether a delivery was handled before, and not only tried. */
export const wasHandled = (sql: Sql, delivery: Pick<Delivery, 'source' | 'deliveryId'> | undefined) => sql`
  exists (select from inbox where source = ${delivery?.source ?? null} and delivery_id = ${delivery?.deliveryId ?? null}
    and outcome is not null)`;

/** Whether a delivery is known only because it was asked for. */
export const wasRecovered = (sql: Sql, delivery: Pick<Delivery, 'source' | 'deliveryId'> | undefined) => sql`
  exists (select from inbox where source = ${delivery?.source ?? null} and delivery_id = ${delivery?.deliveryId ?? null}
    and is_recovered)`;

/** Notes that an IPN which had been asked for has come by itself after all. */
export const arrivedAfterAll = (
  database: Database,
  { source, deliveryId }: Pick<Delivery, 'source' | 'deliveryId'>,
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      update inbox set is_recovered = false
      where source = ${source} and delivery_id = ${deliveryId} and is_recovered`,
  );

/** Every IPN about a payment as it was sent, oldest first, also those that could not be read or placed then. */
export async function listIpns(database: Database, paymentId: number): Promise<readonly unknown[]> {
  const rows = await database.query(
    (sql) => sql<{ payload: unknown }[]>`
      select payload from inbox
      where source = 'nowpayments' and payload ->> 'payment_id' = ${String(paymentId)}
        and (outcome in ('unreadable', 'orphan') or order_reference in (
          select order_reference from payments where payment_id = ${paymentId}))
      order by received_at`,
  );
  return rows.map(({ payload }) => payload);
}

/** So many failures of one update are no accident; Telegram makes them within half a minute. */
const MAX_ATTEMPTS = 5;

/**
 * Counts a failed attempt at a delivery, and parks it, with its payload, once it has failed too often: then `true`.
 * A failure that trying again may mend does not count.
 */
export async function parkIfPoison(database: Database, delivery: Delivery, error: unknown): Promise<boolean> {
  if (error instanceof AppError && error.retryable) return false;
  const [row] = await database.query(
    (sql) => sql<{ attempts: number }[]>`
      insert into inbox (source, delivery_id, correlation_id) values (${delivery.source}, ${delivery.deliveryId},
        ${delivery.correlationId})
      on conflict (source, delivery_id) do update set attempts = inbox.attempts + 1,
        outcome = case when inbox.attempts + 1 >= ${MAX_ATTEMPTS} then 'parked' else inbox.outcome end,
        payload = case when inbox.attempts + 1 >= ${MAX_ATTEMPTS} then ${sql.json(storable(delivery.payload) as never)}
          else inbox.payload end
      returning attempts`,
  );
  return (row?.attempts ?? 0) >= MAX_ATTEMPTS;
}

/** Keeps a delivery that was authentic and cannot be read, so that a person can: money may be behind it. */
export const keepUnreadable = (database: Database, delivery: Delivery): Promise<unknown> =>
  database.query(
    (sql) => sql`
      insert into inbox (source, delivery_id, outcome, payload, correlation_id)
      values (${delivery.source}, ${delivery.deliveryId}, 'unreadable', ${sql.json(storable(delivery.payload) as never)},
        ${delivery.correlationId})
      on conflict do nothing`,
  );
