import type { Delivery } from './inbox';
import type { Database } from './pool';

/** After this long an unfinished call is taken to have died with its instance. */
const ABANDONED_AFTER_SECONDS = 30;

export type Claim = 'claimed' | 'in_progress' | 'done';

/**
 * Claims a signed call for this instance. `done` when it was performed within the window; `in_progress` while another
 * instance is at it.
 */
export async function claimCall(
  database: Database,
  delivery: Delivery,
  windowSeconds: number,
): Promise<Claim> {
  const [row] = await database.query(
    (sql) => sql<{ isClaimed: boolean; outcome: string | null }[]>`
      with claimed as (
        insert into inbox as i (source, delivery_id, correlation_id)
        values (${delivery.source}, ${delivery.deliveryId}, ${delivery.correlationId})
        on conflict (source, delivery_id) do update set received_at = app_now(), outcome = null,
          attempts = i.attempts + 1
          where i.received_at < app_now() - interval '1 second' *
            case when i.outcome is null then ${ABANDONED_AFTER_SECONDS}::int else ${windowSeconds}::int end
        returning 1)
      select exists (select from claimed) as "isClaimed",
        (select outcome from inbox where source = ${delivery.source} and delivery_id = ${delivery.deliveryId}) as outcome`,
  );
  if (row?.isClaimed) return 'claimed';
  return row?.outcome == null ? 'in_progress' : 'done';
}

/** Records that a claimed call was answered for good. */
export const concludeCall = (
  database: Database,
  { source, deliveryId }: Delivery,
  outcome: string,
): Promise<unknown> =>
  database.query(
    (sql) =>
      sql`update inbox set outcome = ${outcome} where source = ${source} and delivery_id = ${deliveryId}`,
  );

/** Gives a claimed call back: it was not performed and may be repeated at once. */
export const releaseCall = (database: Database, { source, deliveryId }: Delivery): Promise<unknown> =>
  database.query(
    (sql) => sql`
      delete from inbox where source = ${source} and delivery_id = ${deliveryId} and outcome is null`,
  );
