import type { Fragment, Sql } from '../connection/options';

/** When the list `ledger` was last compared with the balance, or began, if that never happened. Null: there is nothing to compare. */
export const comparedOrBegun = (sql: Sql, ledger: Fragment) => sql`
  coalesce(${ledger}.compared_at, (select t.copied_at from star_transactions t order by t.position limit 1))`;

/** What is measured of the copy of Telegram's list, `stars`. */
export const ofStars = (sql: Sql) => sql`
  coalesce(stars.difference_stars + sign(stars.difference_nanostars), 0)::float8 as "starsMissing",
  extract(epoch from app_now() - stars.read_at)::int as "starsUnreadSeconds",
  case when stars.read_at is not null
    then extract(epoch from app_now() - ${comparedOrBegun(sql, sql`stars`)})::int end as "starsUncomparedSeconds",
  (select count(*)::int from inbox where is_recovered and source = 'stars' and received_at > app_now() - interval '1 day'
    and outcome is distinct from 'repeat') as "starsRecoveredLastDay"`;
