import { AppError } from '../../errors';
import type { Database } from '../connection/pool';
import { storable, type Delivery } from './inbox';

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
