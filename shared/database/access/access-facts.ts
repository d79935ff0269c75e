import type { Fragment, Sql } from '../connection/options';
import { accessHistory } from './access-history';

/** Selects the users of a channel who got access, had it taken back or saw it end in the periods `stretches`, by indexes. */
const touchedIn = (sql: Sql, openChannelId: number): Fragment => {
  const found = (from: Fragment, moment: Fragment) => sql`
    select user_id from stretches c cross join lateral (
      select user_id ${from} where open_channel_id = ${openChannelId} and ${moment} >= c.begins and ${moment} < c.ends offset 0) f`;
  return sql`
    ${found(sql`from extensions`, sql`granted_at`)} union ${found(sql`from extensions`, sql`revoked_at`)}
    union ${found(sql`from manual_extensions`, sql`granted_at`)} union ${found(sql`from manual_extensions`, sql`revoked_at`)}
    union ${found(sql`from subscriptions`, sql`paid_until`)}`;
};

/** Unbroken access of each user, from `begins` to `ends`, and when they got access again. */
const runs = (sql: Sql): Fragment => sql`
  select user_id, begins, ends, lead(begins) over (partition by user_id order by begins) as next_begins from (
    select user_id, min(begins) as begins, max(ends) as ends from (
      select user_id, begins, ends, count(*) filter (where is_first) over (partition by user_id order by begins) as run
      from (
        select user_id, begins, ends,
          begins is distinct from lag(ends) over (partition by user_id order by begins) as is_first
        from spans) s) s
    group by user_id, run) r`;

/**
 * Common table expressions for what happened to the access to a channel in the quarters `chosen`. `access_facts` has each
 * user who is `new`, was `renewed`, whose access `began` or `ended`, and who is `lost`: where it counts (`at`),
 * and the `quarter` that it is found by. An end is found by the grant after it. The last one is found by the end that
 * the user's subscription has, or, if days were taken back after it, by the time when they were.
 */
export const accessIn = (sql: Sql, openChannelId: number): Fragment => sql`
  touched as materialized (${touchedIn(sql, openChannelId)}),
  ${accessHistory(sql, openChannelId)},
  runs as materialized (${runs(sql)}),
  ended as (
    select r.ends, r.next_begins is null as is_last, quarter_of(case when r.next_begins is not null then r.next_begins
      when quarter_of(r.ends) = quarter_of(s.paid_until) then r.ends else coalesce(v.revoked_at, r.ends) end) as quarter
    from runs r left join subscriptions s on s.open_channel_id = ${openChannelId} and s.user_id = r.user_id
      left join (select user_id, max(revoked_at) as revoked_at from granted group by 1) v on v.user_id = r.user_id
    where r.ends <= app_now()),
  access_facts as (
    select c.quarter, c.quarter as at, case when granted_at > first_at then 'renewed' else 'new' end as fact
    from (
        select user_id, granted_at, first_at from granted where granted_at > first_at
        union all select distinct user_id, granted_at, first_at from granted where granted_at = first_at) g
      join chosen c on c.quarter = quarter_of(granted_at) and granted_at >= c.begins and granted_at < c.ends
    union all
    select c.quarter, c.quarter, 'began' from runs r join chosen c on c.quarter = quarter_of(r.begins)
    union all
    select c.quarter, quarter_of(e.ends), unnest(case when is_last then array['ended', 'lost'] else array['ended'] end)
    from ended e join chosen c using (quarter))`;
