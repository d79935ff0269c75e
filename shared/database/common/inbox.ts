import { storableText } from '../../domain/common/storable-text';
import type { RailName } from '../../domain/common/rails';
import type { Database } from '../connection/pool';
import type { Sql } from '../connection/options';

/**
 * How statements are composed here and in every other room. A fragment that writes is named by a past participle
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
  | 'changed'
  | 'channel'
  | 'charge'
  | 'claimed'
  | 'closed'
  | 'delivery'
  | 'draft'
  | 'duplicate'
  | 'ended'
  | 'expired'
  | 'gate'
  | 'inside'
  | 'kept'
  | 'keypad'
  | 'lifted'
  | 'linked'
  | 'live'
  | 'locked'
  | 'not_promised'
  | 'once'
  | 'opened'
  | 'ordered'
  | 'permitted'
  | 'promoted'
  | 'recordable'
  | 'refused'
  | 'removed'
  | 'reportable'
  | 'saved'
  | 'set_aside'
  | 'still_wanted'
  | 'switched'
  | 'triggered'
  | 'uncertain'
  | 'used';

/** True if the gate of a fragment returned a row. */
export const isOpen = (sql: Sql, gate: Gate) => sql`exists (select from ${sql(gate)})`;

/** One arrival of an update, an IPN or a signed call, with an id that recognizes a repeat. */
export interface Delivery {
  readonly source: 'telegram' | 'notification' | RailName;
  readonly deliveryId: string;
  readonly correlationId: string;
  /** Kept if the work may have to be repeated. */
  readonly payload?: unknown;
  /** True if it did not arrive by itself: its provider had it when it was asked. */
  readonly isRecovered?: boolean;
}

/** JSON writes NUL characters and lone surrogates as escapes, and hardly anything else. */
const hasEscapes = (json: string): boolean => json.includes('\\u');

/**
 * Converts `value` to what jsonb can hold. JSON may contain NUL characters and lone surrogates, which Postgres
 * refuses. A signed body must be kept anyway, so those characters are replaced.
 */
export function storable(value: unknown): unknown {
  const json = JSON.stringify(value ?? null);
  if (!hasEscapes(json)) return value ?? null;
  return JSON.parse(json, (_, item: unknown) => {
    if (typeof item === 'string') return storableText(item);
    if (item === null || typeof item !== 'object' || Array.isArray(item)) return item;
    return Object.fromEntries(Object.entries(item).map(([name, part]) => [storableText(name), part]));
  });
}

/**
 * The part of a statement that records a delivery: `with delivery as (${received(sql, { delivery, outcome })}) …`. A
 * repeat conflicts and returns no row. A delivery that failed before (no outcome yet) is taken over. If the `gate`
 * stays closed, the delivery isn't recorded, because a delivery that the statement does not handle must not count as
 * handled.
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
  on conflict (source, delivery_id) do update set outcome = excluded.outcome /* delivery */
    where inbox.outcome is null
  returning delivery_id`;

/**
 * The part of a statement that records a delivery's outcome, if that is known only at the end: `delivery as (insert
 * into inbox … select … from saved ${concluding(sql)})`. A delivery that failed before is taken over.
 */
export const concluding = (sql: Sql) => sql`
  on conflict (source, delivery_id) do update set outcome = excluded.outcome, /* delivery */
    order_reference = excluded.order_reference, payload = coalesce(excluded.payload, inbox.payload)
    where inbox.outcome is null`;

/** True if the delivery was handled before, not only attempted. */
export const wasHandled = (sql: Sql, delivery: Pick<Delivery, 'source' | 'deliveryId'> | undefined) => sql`
  exists (select from inbox where source = ${delivery?.source ?? null} and delivery_id = ${delivery?.deliveryId ?? null}
    and outcome is not null)`;

/** True if the delivery is known only because its provider was asked. */
export const wasRecovered = (sql: Sql, delivery: Pick<Delivery, 'source' | 'deliveryId'> | undefined) => sql`
  exists (select from inbox where source = ${delivery?.source ?? null} and delivery_id = ${delivery?.deliveryId ?? null}
    and is_recovered)`;

/** Records that a delivery arrived by itself after its provider had been asked for it. */
export const arrivedAfterAll = (
  database: Database,
  { source, deliveryId }: Pick<Delivery, 'source' | 'deliveryId'>,
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      update inbox set is_recovered = false
      where source = ${source} and delivery_id = ${deliveryId} and is_recovered`,
  );
