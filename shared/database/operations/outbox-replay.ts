import type { OrderReference } from '../../domain/common/ids';
import type { Database } from '../connection/pool';

/** A promise as an operator sees it. */
export interface PromiseState {
  readonly kind: string;
  readonly state: 'due' | 'delivered';
  readonly deliveredAt: Date | null;
  readonly lastError: string | null;
}

/**
 * Makes a promise due now if it waits or was given up. A kept promise stays kept. `undefined` if there is no such
 * promise.
 */
export async function makeDue(database: Database, outboxId: number): Promise<PromiseState | undefined> {
  const [row] = await database.query(
    (sql) => sql<PromiseState[]>`
      with due as (
        update outbox set due_at = app_now(), failed_at = null,
          expires_at = greatest(expires_at, app_now() + interval '3 days')
        where outbox_id = ${outboxId} and delivered_at is null)
      select kind, case when delivered_at is null then 'due' else 'delivered' end as state,
        delivered_at as "deliveredAt", last_error as "lastError"
      from outbox where outbox_id = ${outboxId}`,
  );
  return row;
}

/** Makes the given-up promises of an order due again, and returns how many there are. */
export async function makeFailedDue(database: Database, reference: OrderReference): Promise<number> {
  const rows = await database.query(
    (sql) => sql`
      update outbox set due_at = app_now(), failed_at = null,
        expires_at = greatest(expires_at, app_now() + interval '3 days')
      where order_reference = ${reference} and failed_at is not null returning 1`,
  );
  return rows.length;
}
