import type { Delivery } from '../common/inbox';
import type { Database } from '../connection/pool';

/** After this long, an unfinished call counts as lost with its instance. */
const ABANDONED_AFTER_SECONDS = 30;

/** A call that this instance must perform. `attempts` is the fence: a later claim makes every earlier one powerless. */
export interface ClaimedCall extends Delivery {
  readonly attempts: number;
}

export type CallClaim =
  | { readonly type: 'claimed'; readonly call: ClaimedCall }
  /** Another instance is performing it, and counts as dead after this time. */
  | { readonly type: 'in_progress'; readonly secondsLeft: number }
  /** It was performed within the window. */
  | { readonly type: 'done' };

/**
 * Claims a signed call for this instance, unless another instance is performing it or it was performed within the
 * window.
 */
export async function claimCall(
  database: Database,
  delivery: Delivery,
  windowSeconds: number,
): Promise<CallClaim> {
  const [row] = await database.query(
    (sql) => sql<{ attempts: number | null; outcome: string | null; secondsLeft: number | null }[]>`
      with claimed as (
        insert into inbox as i (source, delivery_id, correlation_id)
        values (${delivery.source}, ${delivery.deliveryId}, ${delivery.correlationId})
        on conflict (source, delivery_id) do update set received_at = app_now(), outcome = null,
          attempts = i.attempts + 1
          where i.received_at < app_now() - interval '1 second' *
            case when i.outcome is null then ${ABANDONED_AFTER_SECONDS}::int else ${windowSeconds}::int end
        returning attempts)
      select (select attempts from claimed) as attempts, outcome,
        floor(extract(epoch from received_at - app_now()) + ${ABANDONED_AFTER_SECONDS}::int)::int + 1 as "secondsLeft"
      from (select) as one
      left join inbox on source = ${delivery.source} and delivery_id = ${delivery.deliveryId}`,
  );
  if (row?.attempts != null) return { type: 'claimed', call: { ...delivery, attempts: row.attempts } };
  if (row?.outcome != null) return { type: 'done' };
  // Another instance claimed it at this moment, so its row is not visible yet.
  return { type: 'in_progress', secondsLeft: Math.max(1, row?.secondsLeft ?? ABANDONED_AFTER_SECONDS) };
}

/** Records the final answer to a claimed call. Has no effect after another instance has claimed it. */
export const concludeCall = (
  database: Database,
  { source, deliveryId, attempts }: ClaimedCall,
  outcome: string,
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      update inbox set outcome = ${outcome}
      where source = ${source} and delivery_id = ${deliveryId} and attempts = ${attempts}`,
  );

/**
 * Gives back a claimed call that was not performed, so that it can be repeated at once. Has no effect after another
 * instance has claimed it. Keeps the row, because counting attempts from one again would revive a claim that was
 * lost.
 */
export const releaseCall = (
  database: Database,
  { source, deliveryId, attempts }: ClaimedCall,
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      update inbox set received_at = app_now() - interval '1 second' * ${ABANDONED_AFTER_SECONDS + 1}::int
      where source = ${source} and delivery_id = ${deliveryId} and attempts = ${attempts} and outcome is null`,
  );
