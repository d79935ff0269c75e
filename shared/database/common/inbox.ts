import { storableText } from '../../domain/common/storable-text';
import type { Database } from '../connection/pool';
import type { Sql } from '../connection/options';

/**
 * How statements are put together here and in every other room. A fragment that writes is named by a past participle
 * (`received`, `audited`, `madeDueNow`) and goes into a common table expression:
 * `… audited as (${audited(sql, act, 'delivery')})`. Its last argument is the gate: the name of another common table
 * expression of that statement. The fragment writes only if the gate returned a row, so a repeated delivery or a lost race
 * writes nothing. `promise` is a verb because `promised` is what callers name that expression. A condition is named `is…`,
 * `has…` or `was…`; what starts a statement (`claiming`) or ends one (`concluding`) has no gate.
 */
export type Gate =
  | 'active'
  | 'admitted'
  | 'banned'
  | 'beaten'
  | 'channel'
  | 'closed'
  | 'delivery'
  | 'doubted'
  | 'draft'
  | 'ended'
  | 'few'
  | 'gate'
  | 'idle'
  | 'inside'
  | 'kept'
  | 'keypad'
  | 'lifted'
  | 'linked'
  | 'live'
  | 'locked'
  | 'many'
  | 'news'
  | 'once'
  | 'opened'
  | 'ordered'
  | 'over'
  | 'refused'
  | 'removed'
  | 'saved'
  | 'still_wanted'
  | 'theirs'
  | 'triggered'
  | 'used';

/** Whether the gate of a fragment returned a row. */
export const isOpen = (sql: Sql, gate: Gate) => sql`exists (select from ${sql(gate)})`;

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
 * The part of a statement that records a delivery: `with delivery as (${received(sql, { delivery, outcome })}) …`. A repeat
 * conflicts and returns no row; one that failed before (no outcome yet) is taken over. With a `gate` that stays closed it is
 * not recorded: what the statement does not handle after all must not count as handled.
 */
export const received = (
  sql: Sql,
  { delivery, outcome }: { readonly delivery: Delivery; readonly outcome: string },
  gate?: Gate,
) => sql`
  insert into inbox (source, delivery_id, outcome, payload, correlation_id)
  select ${delivery.source}::text, ${delivery.deliveryId}::text, ${outcome}::text,
    ${delivery.payload === undefined ? null : sql.json(storable(delivery.payload) as never)}::jsonb,
    ${delivery.correlationId}::text
  ${gate === undefined ? sql`` : sql`where ${isOpen(sql, gate)}`}
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
