import type { Sql } from './pool';

/** One arrival of an update, an IPN or a signed call, and what makes it recognisable again. */
export interface Delivery {
  readonly source: 'telegram' | 'nowpayments' | 'notification';
  readonly deliveryId: string;
  readonly correlationId: string;
  /** Kept where the work may have to be done again. */
  readonly payload?: unknown;
}

/**
 * `value` as jsonb can hold it. JSON may carry NUL characters and lone surrogates, and Postgres refuses both: a body that
 * was signed must be kept all the same, with those characters replaced.
 */
export const storable = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null), (_, item: unknown) =>
    typeof item === 'string' ? item.replaceAll('\0', '\ufffd').toWellFormed() : item,
  );

/**
 * The part of a statement that records a delivery: `with delivery as (${received(sql, delivery)}) …`. A repeat conflicts
 * and returns no row; one that failed before (no outcome yet) is taken over.
 */
export const received = (sql: Sql, delivery: Delivery, outcome: string) => sql`
  insert into inbox (source, delivery_id, outcome, payload, correlation_id)
  values (
    ${delivery.source}, ${delivery.deliveryId}, ${outcome},
    ${delivery.payload === undefined ? null : sql.json(storable(delivery.payload) as never)}, ${delivery.correlationId}
  )
  on conflict (source, delivery_id) do update set outcome = excluded.outcome
    where inbox.outcome is null
  returning delivery_id`;
