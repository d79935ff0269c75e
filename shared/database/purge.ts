import type { Database } from './pool';

/** Rows a statement removes at most, so that it never holds the database up. */
const AT_ONCE = 1_000;

/**
 * Forgets what nobody needs any more: deliveries that Telegram or a caller could still repeat are kept for two days, said
 * messages for thirty, keypads that led to no order for seven. Orders, their payments and their stories are never
 * forgotten.
 */
export const purgeOld = (database: Database): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with deliveries as (
        delete from inbox where (source, delivery_id) in (
          select source, delivery_id from inbox
          where source in ('telegram', 'notification') and outcome is distinct from 'parked' and order_reference is null
            and received_at < app_now() - interval '2 days'
          limit ${AT_ONCE})),
      messages as (
        delete from outbox where outbox_id in (
          select outbox_id from outbox where delivered_at < app_now() - interval '30 days'
            and (order_reference is null or kind <> 'send_message') limit ${AT_ONCE})),
      buckets as (
        delete from rate_limits where key in (
          select key from rate_limits where updated_at < app_now() - interval '1 day' limit ${AT_ONCE}))
      delete from keypads where keypad_id in (
        select keypad_id from keypads
        where closed_at < app_now() - interval '7 days' and order_reference is null limit ${AT_ONCE})`,
  );
