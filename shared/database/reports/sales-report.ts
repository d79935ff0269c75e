import type { OpenChannelId } from '../../domain/common/ids';
import { PERIODS, type SalesHistory } from '../../domain/reports/sales-report';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import { activeMembers, membersForEver } from './figures/active-members';
import { dayBegins } from './figures/channel-days';
import { figuresBetween } from './figures/figures-between';
import { areDaysKept } from './figures/kept-days';
import { starFigures } from './figures/star-facts';

const LONGEST = Math.max(...PERIODS);

/**
 * Common table expressions for the days of the report by the channel's calendar: `frame`, and `days` with their numbers from 1
 * for the oldest, and the `month` of today. What is counted begins at `since`, with the earlier of both.
 */
const frame = (sql: Sql, openChannelId: number): Fragment => sql`
  zoned as materialized (
    select app_now() as now, (app_now() at time zone time_zone)::date as today, time_zone as zone
    from channels where open_channel_id = ${openChannelId}),
  days as materialized (
    select n, day, ${dayBegins(sql, sql`d.day`, sql`zone`)} as begins
    from zoned, generate_series(1, ${LONGEST}::int) n, lateral (select today - ${LONGEST}::int + n as day) d),
  month as materialized (
    select to_char(today, 'YYYY-MM') as name, ${dayBegins(sql, sql`date_trunc('month', today)::date`, sql`zone`)} as begins from zoned),
  frame as materialized (
    select now, (select array_agg(begins order by n) from days) as starts,
      least((select min(begins) from days), (select begins from month)) as since from zoned)`;

/** What is counted, by the number of its day, and also by what was bought and by coin. 0 is before the first day. */
const counted = (sql: Sql, openChannelId: number): Fragment => sql`
  counted as materialized (
    select width_bucket(at, starts) as n, fact, tier_name, tier_days, coin, sum(count)::int as count, sum(cents)::bigint as cents
    from frame, facts group by 1, 2, 3, 4, 5 having sum(count) <> 0),
  income as materialized (select * from counted where fact in ('subscription', 'donation', 'credited')),
  active as (select ${activeMembers(sql, openChannelId)} as now)`;

const tally = (sql: Sql, fact: string): Fragment => sql`
  jsonb_build_object('count', coalesce(sum(c.count) filter (where fact = ${fact}), 0),
    'cents', coalesce(sum(cents) filter (where fact = ${fact}), 0))`;

const count = (sql: Sql, fact: string): Fragment =>
  sql`coalesce(sum(c.count) filter (where fact = ${fact}), 0)`;

/** Access at the end of a day is that of now, without what changed after that day. */
const daily = (sql: Sql): Fragment => sql`
  select jsonb_agg(jsonb_build_object('day', day, 'sales', sales, 'donations', donations, 'credited', credited,
    'refunds', refunds, 'newMembers', "newMembers", 'renewals', renewals, 'lostMembers', "lostMembers",
    'active', active.now - change_since) || case when stars is null then '{}' else jsonb_build_object('inStars', stars) end order by n)
  from active, (
    select *, coalesce(sum(change) over (order by n desc rows between unbounded preceding and 1 preceding), 0) as change_since
    from (
      select d.n, d.day, ${tally(sql, 'subscription')} as sales, ${tally(sql, 'donation')} as donations,
        ${tally(sql, 'credited')} as credited, ${tally(sql, 'refunded')} as refunds, ${count(sql, 'new')} as "newMembers",
        ${count(sql, 'renewed')} as renewals, ${count(sql, 'lost')} as "lostMembers",
        ${starFigures(sql)} as stars, ${count(sql, 'began')} - ${count(sql, 'ended')} as change
      from days d left join counted c using (n) group by d.n, d.day) by_day) with_change`;

/** What came and went in Stars in the month of today; `null` if that is nothing. */
const starMonth = (sql: Sql): Fragment => sql`
  (select jsonb_build_object('month', m.name, 'figures', s.stars)
    from month m, lateral (select ${starFigures(sql)} as stars from facts where at >= m.begins) s where s.stars is not null)`;

/** The income of each period, broken down by some columns, highest first. */
const brokenDown = (sql: Sql, by: Fragment, named: Fragment): Fragment => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('period', period, ${named}, 'count', count, 'cents', cents)
      order by period, cents desc, count desc), '[]')
    from (
      select period, ${by}, sum(count) as count, sum(cents) as cents
      from jsonb_array_elements_text(${sql.json(PERIODS)}) p, lateral (select p.value::int as period) n
        join income i on i.n > ${LONGEST}::int - period
      group by period, ${by}) b)`;

/** Reads everything that a channel's report is made from, in one statement. Throws if there is no such channel. */
export async function readSalesHistory(
  database: Database,
  openChannelId: OpenChannelId,
): Promise<SalesHistory> {
  const [row] = await database.query(
    (sql) => sql<SalesHistory[]>`
      with ${frame(sql, openChannelId)},
        ${figuresBetween(
          sql,
          openChannelId,
          sql`select since as begun, now as ended from frame`,
          sql`(select ${areDaysKept(sql, sql`begun`)} from channels c join figure_channels f using (open_channel_id)
            where c.open_channel_id = ${openChannelId})`,
        )},
        ${counted(sql, openChannelId)}
      select active.now as active, ${membersForEver(sql, openChannelId)} as "forEver", (${daily(sql)}) as days,
        ${brokenDown(sql, sql`tier_name, tier_days`, sql`'tierName', tier_name, 'tierDays', tier_days`)} as "byTier",
        ${brokenDown(sql, sql`coin`, sql`'coin', coin`)} as "byCoin", ${starMonth(sql)} as "starMonth"
      from frame, active`,
  );
  if (row === undefined) throw new Error('there is no such channel to report on');
  return row;
}
