import { HOUR_SECONDS, MINUTE_SECONDS } from '../../domain/common/time';
import type { Delivery } from '../common/inbox';
import type { Sql } from '../connection/options';
import type { Database } from '../connection/pool';

/** After this long, an unfinished call counts as lost with its instance. */
const ABANDONED_AFTER_SECONDS = 30;

/**
 * How long a call is held after its message was sent without an answer, the first and the second time. The third time it is
 * given up. Each is also the outcome of such a call, which stays open.
 */
const UNANSWERED = [
  { outcome: 'unanswered', heldSeconds: MINUTE_SECONDS },
  { outcome: 'unanswered_twice', heldSeconds: HOUR_SECONDS },
] as const;
type Unanswered = (typeof UNANSWERED)[number]['outcome'];
const UNANSWERED_OUTCOMES = UNANSWERED.map(({ outcome }) => outcome);
const isUnanswered = (outcome: string): boolean => UNANSWERED_OUTCOMES.some((each) => each === outcome);

/** A call that this instance must perform. `attempts` is the fence: a later claim makes every earlier one powerless. */
export interface ClaimedCall extends Delivery {
  readonly attempts: number;
  /** Set if earlier attempts sent a message that was not answered. */
  readonly unanswered: Unanswered | null;
}

export type CallClaim =
  | { readonly type: 'claimed'; readonly call: ClaimedCall }
  /** Another instance is performing it, and counts as dead after this time. Or its message may have arrived. */
  | { readonly type: 'in_progress'; readonly secondsLeft: number }
  /** It was performed within the window. */
  | { readonly type: 'done' };

interface CallRow {
  readonly attempts: number | null;
  readonly unanswered: Unanswered | null;
  readonly outcome: string | null;
  readonly secondsLeft: number | null;
}

/** For how many seconds nobody else may claim the call of the row `i`, from `received_at` on. */
const heldSeconds = (sql: Sql, windowSeconds: number) => {
  const [once, twice] = UNANSWERED;
  return sql`case when i.outcome is null then ${ABANDONED_AFTER_SECONDS}::int
    when i.outcome = ${once.outcome} then ${once.heldSeconds}::int
    when i.outcome = ${twice.outcome} then ${twice.heldSeconds}::int else ${windowSeconds}::int end`;
};

/**
 * Claims a signed call for this instance, unless another instance is performing it, it was performed within the window, or
 * its message may have arrived and must not be sent again yet.
 */
export async function claimCall(
  database: Database,
  delivery: Delivery,
  windowSeconds: number,
): Promise<CallClaim> {
  const { source, deliveryId, correlationId } = delivery;
  const [row] = await database.query(
    (sql) => sql<CallRow[]>`
      with held as (
        select received_at + interval '1 second' * ${heldSeconds(sql, windowSeconds)} as until, outcome from inbox i
        where source = ${source} and delivery_id = ${deliveryId}),
      claimed as (
        insert into inbox as i (source, delivery_id, correlation_id) values (${source}, ${deliveryId}, ${correlationId})
        on conflict (source, delivery_id) do update set received_at = app_now(), attempts = i.attempts + 1,
          outcome = case when i.outcome in ${sql(UNANSWERED_OUTCOMES)} then i.outcome end
          where i.received_at + interval '1 second' * ${heldSeconds(sql, windowSeconds)} < app_now()
        returning attempts, outcome)
      select (select attempts from claimed) as attempts, (select outcome from claimed) as unanswered, outcome,
        floor(extract(epoch from until - app_now()))::int + 1 as "secondsLeft"
      from (select) as one left join held on true`,
  );
  if (row?.attempts != null)
    return { type: 'claimed', call: { ...delivery, attempts: row.attempts, unanswered: row.unanswered } };
  if (row?.outcome != null && !isUnanswered(row.outcome)) return { type: 'done' };
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
 * Records that a message was sent for a claimed call and not answered, so it may have arrived. Returns how many seconds nobody
 * may repeat the call; `undefined` after the third time, when its caller concludes it. Has no effect after another instance
 * has claimed it.
 */
export async function holdUnanswered(
  database: Database,
  { source, deliveryId, attempts, unanswered }: ClaimedCall,
): Promise<number | undefined> {
  const next = UNANSWERED[UNANSWERED_OUTCOMES.findIndex((each) => each === unanswered) + 1];
  if (next === undefined) return undefined;
  await database.query(
    (sql) => sql`
      update inbox set received_at = app_now(), outcome = ${next.outcome}
      where source = ${source} and delivery_id = ${deliveryId} and attempts = ${attempts}`,
  );
  return next.heldSeconds;
}

/**
 * Gives back a claimed call that was not performed, so that it can be repeated at once. Has no effect after another
 * instance has claimed it. Keeps the row, because counting attempts from one again would revive a claim that was
 * lost.
 */
export const releaseCall = (
  database: Database,
  { source, deliveryId, attempts, unanswered }: ClaimedCall,
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      update inbox i set received_at = app_now() - interval '1 second' * (1 + ${heldSeconds(sql, 0)})
      where source = ${source} and delivery_id = ${deliveryId} and attempts = ${attempts}
        and outcome is not distinct from ${unanswered}::text`,
  );
