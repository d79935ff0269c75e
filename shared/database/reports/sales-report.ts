import type { OpenChannelId } from '../../domain/common/ids';
import { PERIODS, type SalesHistory } from '../../domain/reports/sales-report';
import { accessHistory } from '../access/access-history';
import { incomeSince, revisedPayments } from '../payments/income';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';

const LONGEST = Math.max(...PERIODS);

/** The days of the report by the channel's calendar. The first one begins at `since`. */
const frame = (sql: Sql, openChannelId: number): Fragment => sql`
  frame as materialized (
    select c.time_zone as zone, app_now() as now, d.today,
      (d.today - ${LONGEST - 1}::int)::timestamp at time zone c.time_zone as since
    from channels c, lateral (select (app_now() at time zone c.time_zone)::date as today) d
    where c.open_channel_id = ${openChannelId})`;

/** The day of a moment by the channel's calendar. */
const dayOf = (sql: Sql, moment: Fragment): Fragment => sql`(${moment} at time zone zone)::date`;

/** Income and refunds by day. Income also by what was bought and by coin. */
const money = (sql: Sql, openChannelId: number): Fragment => {
  const since = sql`(select since from frame)`;
  return sql`
  revised as materialized (${revisedPayments(sql, openChannelId, since)}),
  income as materialized (
    select ${dayOf(sql, sql`at`)} as day, line, tier_name, tier_days, coin, count(*)::int as count, sum(cents)::bigint as cents
    from frame, (${incomeSince(sql, openChannelId, since)}) i
    group by 1, 2, 3, 4, 5),
  refunds as materialized (
    select ${dayOf(sql, sql`refunded_at`)} as day, count(*)::int as count, sum(refunded_cents)::bigint as cents
    from frame, revised where refunded_at >= since group by 1)`;
};

/**
 * Memberships by day: changes, new members, renewals and lost members. Changes before the first day have a null
 * `day`.
 */
const access = (sql: Sql, openChannelId: number): Fragment => sql`
  ${accessHistory(sql, openChannelId)},
  turns as (
    select begins as at, 1 as change from spans
    union all select ends, -1 from spans, frame where ends <= now),
  changes as materialized (
    select case when at >= since then ${dayOf(sql, sql`at`)} end as day, sum(change)::int as change
    from turns, frame group by 1),
  arrivals as (
    select ${dayOf(sql, sql`granted_at`)} as day, count(*) filter (where granted_at > first_at)::int as renewals,
      count(distinct user_id) filter (where granted_at = first_at)::int as "newMembers"
    from granted, frame where granted_at >= since group by 1),
  departures as (
    select ${dayOf(sql, sql`ended_at`)} as day, count(*)::int as "lostMembers"
    from (select user_id, max(ends) as ended_at from spans group by 1) s, frame
    where ended_at between since and now group by 1)`;

const tally = (sql: Sql, from: Fragment): Fragment => sql`
  (select jsonb_build_object('count', coalesce(sum(count), 0), 'cents', coalesce(sum(cents), 0)) from ${from})`;

const incomeOf = (sql: Sql, line: string): Fragment =>
  tally(sql, sql`income i where i.day = d.day and i.line = ${line}`);

const days = (sql: Sql): Fragment => sql`
  select jsonb_agg(jsonb_build_object('day', d.day,
    'sales', ${incomeOf(sql, 'subscription')}, 'donations', ${incomeOf(sql, 'donation')}, 'credited', ${incomeOf(sql, 'credited')},
    'refunds', ${tally(sql, sql`refunds r where r.day = d.day`)},
    'newMembers', coalesce("newMembers", 0), 'renewals', coalesce(renewals, 0), 'lostMembers', coalesce("lostMembers", 0),
    'active', (select coalesce(sum(change), 0) from changes c where c.day is null or c.day <= d.day)) order by d.day)
  from (select today - n as day from generate_series(0, ${LONGEST - 1}::int) n) d
    left join arrivals using (day) left join departures using (day)`;

/** The income of each period, broken down by some columns, highest first. */
const brokenDown = (sql: Sql, by: Fragment, named: Fragment): Fragment => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('period', period, ${named}, 'count', count, 'cents', cents)
      order by period, cents desc, count desc), '[]')
    from (
      select period, ${by}, sum(count) as count, sum(cents) as cents
      from jsonb_array_elements_text(${sql.json(PERIODS)}) p, lateral (select p.value::int as period) n
        join income i on i.day > today - period
      group by period, ${by}) b)`;

/** Reads everything that a channel's report is made from, in one statement. Throws if there is no such channel. */
export async function readSalesHistory(
  database: Database,
  openChannelId: OpenChannelId,
): Promise<SalesHistory> {
  const [row] = await database.query(
    (sql) => sql<SalesHistory[]>`
      with ${frame(sql, openChannelId)}, ${money(sql, openChannelId)}, ${access(sql, openChannelId)}
      select (select count(*)::int from spans where ends > now) as active,
        (${days(sql)}) as days,
        ${brokenDown(sql, sql`tier_name, tier_days`, sql`'tierName', tier_name, 'tierDays', tier_days`)} as "byTier",
        ${brokenDown(sql, sql`coin`, sql`'coin', coin`)} as "byCoin"
      from frame`,
  );
  if (row === undefined) throw new Error('there is no such channel to report on');
  return row;
}
