import type { Database } from '../../shared/database/connection/pool';

/** Stores the answers of NOWPayments: the minimum of each coin in cents, `null` for one that has not answered. */
export const setMinimums = (
  database: Database,
  coins: Readonly<Record<string, number | null>>,
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with listed as (
        update coin_list set listed_at = app_now(), ask_at = app_now() + interval '1 hour',
          next_question_at = app_now()),
      given as (select key as coin, value::bigint as cents from jsonb_each_text(${sql.json(coins)})),
      off as (update minimums set is_on = false where coin not in (select coin from given))
      insert into minimums as m (coin, is_on, cents, answered_at, least_cents, ask_at)
      select coin, true, cents, case when cents is not null then app_now() end, cents, app_now() + interval '1 hour'
      from given
      on conflict (coin) do update set is_on = true, cents = excluded.cents, answered_at = excluded.answered_at,
        least_cents = case when excluded.cents is not null then least(m.least_cents, excluded.cents) end`,
  );

/** Forgets everything, as in a new database. */
export const forgetMinimums = (database: Database): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with forgotten as (delete from minimums)
      update coin_list set listed_at = null, ask_at = app_now(), asked_at = null, next_question_at = app_now(),
        off_since = null`,
  );
