import type { Fragment, Sql } from '../../connection/options';

/** The days whose sums are kept: those of the longest figure, and some more while clocks and zones differ. */
export const DAYS_KEPT = 41;

/** When the day `day` begins in the zone `zone`. Where clocks go back over midnight, it begins at the first of two. */
export const dayBegins = (sql: Sql, day: Fragment, zone: Fragment): Fragment => sql`
  coalesce((
    select min(q) from generate_series((${day})::timestamp at time zone ${zone} - interval '2 hours',
      (${day})::timestamp at time zone ${zone}, interval '15 minutes') q
    where (q at time zone ${zone})::date = ${day}), (${day})::timestamp at time zone ${zone})`;

/** A common table expression with when the kept days of a channel begin, oldest first: `kept_days`, with `starts`. */
export const keptDays = (sql: Sql, openChannelId: number): Fragment => sql`
  kept_days as materialized (
    select array_agg(begins order by begins) as starts from (
      select ${dayBegins(sql, sql`d.day`, sql`z.zone`)} as begins
      from (select time_zone as zone, (app_now() at time zone time_zone)::date as today from channels
          where open_channel_id = ${openChannelId}) z,
        generate_series(0, ${DAYS_KEPT + 1}::int) n, lateral (select z.today - ${DAYS_KEPT}::int + n as day) d) each_day)`;

/** The day among `starts` on which a moment counts. `null` if it is before them. */
export const keptDayOf = (sql: Sql, moment: Fragment): Fragment =>
  sql`starts[nullif(width_bucket(${moment}, starts), 0)]`;
