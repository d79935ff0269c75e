import { AppError } from '../../errors';
import { isRefusedValue, type Database } from '../connection/pool';
import { storable, type Delivery } from './inbox';

/** An update that failed this often will fail again. Telegram repeats it this often within half a minute. */
const MAX_ATTEMPTS = 5;

/**
 * Counts a failed attempt at a delivery. Once it has failed too often, parks it with its payload and returns `true`.
 * A failure that can pass with another attempt doesn't count. A delivery whose values Postgres refused is kept from its first
 * failure on.
 */
export async function parkIfPoison(database: Database, delivery: Delivery, error: unknown): Promise<boolean> {
  if (error instanceof AppError && error.retryable) return false;
  const keptAfter = isRefusedValue(error) ? 1 : MAX_ATTEMPTS;
  const payload = storable(delivery.payload) as never;
  const [row] = await database.query(
    (sql) => sql<{ attempts: number }[]>`
      insert into inbox (source, delivery_id, correlation_id, payload) values (${delivery.source}, ${delivery.deliveryId},
        ${delivery.correlationId}, ${keptAfter === 1 ? sql.json(payload) : null})
      on conflict (source, delivery_id) do update set attempts = inbox.attempts + 1,
        outcome = case when inbox.attempts + 1 >= ${MAX_ATTEMPTS} then 'parked' else inbox.outcome end,
        payload = case when inbox.attempts + 1 >= ${keptAfter} then ${sql.json(payload)} else inbox.payload end
      returning attempts`,
  );
  return (row?.attempts ?? 0) >= MAX_ATTEMPTS;
}

/**
 * Keeps a delivery whose values Postgres refused, which is an error of ours. It stays unhandled, so its sender may send it
 * again, and `deliveries_parked` counts it until that succeeds. Ignores any other error.
 */
export async function keepIfRefused(database: Database, delivery: Delivery, error: unknown): Promise<void> {
  if (!isRefusedValue(error)) return;
  await database.query(
    (sql) => sql`
      insert into inbox (source, delivery_id, correlation_id, payload) values (${delivery.source}, ${delivery.deliveryId},
        ${delivery.correlationId}, ${sql.json(storable(delivery.payload) as never)})
      on conflict (source, delivery_id) do update set attempts = inbox.attempts + 1, payload = excluded.payload
        where inbox.outcome is null`,
  );
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
