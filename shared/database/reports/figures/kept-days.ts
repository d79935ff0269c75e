import type { Database } from '../../connection/pool';
import type { Fragment, Sql } from '../../connection/options';
import { keptDayOf, DAYS_KEPT, keptDays } from './channel-days';
import { keepingFigures } from './keeping-figures';
import { quartersOf } from './mark-history';

/** The columns of `figure_days` that a sum is found by. */
const key = (sql: Sql): Fragment => sql`day, fact, tier_name, tier_days, coin`;

/**
 * Common table expressions that add `changes`, rows like those of `figure_sums`, to a channel's days. If its zone is another one now,
 * they have to be rebuilt instead. Nobody else writes them meanwhile, because the caller has the lock of the channel's figures.
 */
export const addedToDays = (sql: Sql, openChannelId: number): Fragment => sql`
  ${keptDays(sql, openChannelId)},
  days_changed as (
    insert into figure_days as d (open_channel_id, ${key(sql)}, count, cents)
    select * from (
      select ${openChannelId}::bigint, ${keptDayOf(sql, sql`at`)} as day, fact, tier_name, tier_days, coin, sum(count) as count,
        sum(cents) as cents
      from changes, kept_days group by 2, 3, 4, 5, 6) c
    where day is not null and (count, cents) <> (0, 0)
      and exists (select from figure_channels f join channels c using (open_channel_id)
        where open_channel_id = ${openChannelId} and f.zone = c.time_zone)
    on conflict (open_channel_id, ${key(sql)}) do update set count = d.count + excluded.count, cents = d.cents + excluded.cents),
  days_known as (
    update figure_channels f set zone = case when f.zone = c.time_zone then f.zone end,
      days_from = greatest(f.days_from, kept_days.starts[1]), days_to = greatest(f.days_to, (select max(quarter) from changes))
    from kept_days, channels c where f.open_channel_id = ${openChannelId} and c.open_channel_id = f.open_channel_id)`;

/** True if the days of `figure_channels f` are those of its channel `c`, and whole from `since` until now. */
export const areDaysKept = (sql: Sql, since: Fragment): Fragment => sql`
  (f.zone = c.time_zone and f.days_from <= ${since} and f.days_to <= app_now())`;

/**
 * Adds up the days of a channel again from its sums. A sum of a quarter to come means that the clock was ahead. Then changes may have
 * left no mark, so everything is marked as after an upgrade.
 */
export const rebuildDays = (database: Database, openChannelId: number): Promise<unknown> =>
  keepingFigures(database, openChannelId, async (sql) => {
    const of = sql`open_channel_id = ${openChannelId}`;
    await sql`
        insert into figure_marks (open_channel_id, quarter)
        select ${openChannelId}::bigint, quarter from (
          select quarter from figure_sums where ${of}
          union select quarter from (${quartersOf(sql, sql`select ${openChannelId}::bigint as open_channel_id`)}) q) all_of_them
        where exists (select from figure_sums where ${of} and quarter > app_now())`;
    await sql`delete from figure_sums where ${of} and quarter > app_now()`;
    await sql`delete from figure_days where ${of}`;
    await sql`
        with ${keptDays(sql, openChannelId)},
        added as (
          insert into figure_days (open_channel_id, ${key(sql)}, count, cents)
          select * from (
            select open_channel_id, ${keptDayOf(sql, sql`at`)} as day, fact, tier_name, tier_days, coin, sum(count), sum(cents)
            from figure_sums, kept_days where ${of} group by 1, 2, 3, 4, 5, 6) s
          where day is not null)
        insert into figure_channels as f (open_channel_id, zone, days_from, days_to)
        select open_channel_id, time_zone, starts[1], app_now() from channels, kept_days where ${of}
        on conflict (open_channel_id) do update
          set zone = excluded.zone, days_from = excluded.days_from, days_to = excluded.days_to`;
  });

/**
 * Selects channels whose days or number of members have to be counted again: `isOfDays`, `isOfMembers`. Days come first, then the
 * members that were counted longest ago, so that no channel waits for ever if there are more than `most`.
 */
export const channelsToRecount = (
  database: Database,
  most: number,
): Promise<{ openChannelId: number; isOfDays: boolean; isOfMembers: boolean }[]> =>
  database.query(
    (sql) => sql<{ openChannelId: number; isOfDays: boolean; isOfMembers: boolean }[]>`
      select "openChannelId", "isOfDays", "isOfMembers" from (
        select c.open_channel_id as "openChannelId", f.active_at,
          not coalesce(${areDaysKept(sql, sql`app_now() - ${DAYS_KEPT - 6}::int * interval '1 day'`)}, false) as "isOfDays",
          f.active is null or f.active_at not between app_now() - interval '1 day' and app_now() + interval '1 minute'
            or exists (select from access_changes a where a.open_channel_id = c.open_channel_id) as "isOfMembers"
        from channels c left join figure_channels f using (open_channel_id)) needs
      where "isOfDays" or "isOfMembers" order by "isOfDays" desc, active_at nulls first limit ${most}`,
  );
