import type { Sql } from '../connection/options';

/** What is measured of the copy of Telegram's list, `stars`. */
export const ofStars = (sql: Sql) => sql`
  coalesce(stars.difference_stars + sign(stars.difference_nanostars), 0)::float8 as "starsMissing",
  extract(epoch from app_now() - stars.read_at)::int as "starsUnreadSeconds",
  (select count(*)::int from inbox where is_recovered and source = 'stars' and received_at > app_now() - interval '1 day'
    and outcome is distinct from 'repeat') as "starsRecoveredLastDay"`;
