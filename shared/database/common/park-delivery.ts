import { AppError } from '../../errors';
import type { Database } from '../connection/pool';
import { storable, type Delivery } from './inbox';

/** An update that failed this often will fail again. Telegram repeats it this often within half a minute. */
const MAX_ATTEMPTS = 5;

/**
 * Counts a failed attempt at a delivery. Once it has failed too often, parks it with its payload and returns `true`.
 * A failure that can pass with another attempt doesn't count.
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

/** Keeps an authentic delivery that can't be read, so that an operator can read it, because it may be about money. */
export const keepUnreadable = (database: Database, delivery: Delivery): Promise<unknown> =>
  database.query(
    (sql) => sql`
      insert into inbox (source, delivery_id, outcome, payload, correlation_id)
      values (${delivery.source}, ${delivery.deliveryId}, 'unreadable', ${sql.json(storable(delivery.payload) as never)},
        ${delivery.correlationId})
      on conflict do nothing /* delivery */`,
  );
