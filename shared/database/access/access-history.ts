import type { Fragment, Sql } from '../connection/options';
import { givenLength } from './extensions';

/** Days of access to a channel, bought or given: `user_id`, `days`, their exact `length`, `granted_at`, `revoked_at`. */
export const grantedDays = (sql: Sql, openChannelId: number): Fragment => sql`
  select user_id, days, days * interval '24 hours' as length, granted_at, revoked_at from extensions
  where open_channel_id = ${openChannelId}
  union all
  select user_id, days, ${givenLength(sql, sql`e`)}, granted_at, revoked_at from manual_extensions e
  where open_channel_id = ${openChannelId}`;

/** Longer than any figure looks ahead. Several times for ever would add up to more years than Postgres knows. */
const MOST_DAYS = 100_000;

/** The same for the users of the common table expression `touched`. An `offset` keeps Postgres from reading all others. */
const daysOfTouched = (sql: Sql, openChannelId: number): Fragment => sql`
  select d.user_id, least(d.length, ${MOST_DAYS} * interval '24 hours') as length, d.granted_at, d.revoked_at from touched t cross join lateral (
    select * from (${grantedDays(sql, openChannelId)}) of_all where user_id = t.user_id offset 0) d`;

/**
 * Common table expressions for the access to a channel over time, of each user in the one named `touched`. They agree with `paidUntil` at every
 * moment. `granted` has each grant of days, with `first_at`, the time of its member's first grant. `spans` has each
 * period of access, from `begins` (inclusive) to `ends` (exclusive). A grant extends the access that exists at its
 * time. A revoked grant counts until it was revoked, and the grants after it then move up. Members without a revoked
 * grant need one pass over their grants. For the others, each moment at which something changed is computed
 * separately.
 */
export const accessHistory = (sql: Sql, openChannelId: number): Fragment => sql`
  granted as materialized (
    select user_id, length, granted_at, revoked_at, min(granted_at) over of_member as first_at,
      bool_or(revoked_at is not null) over of_member as is_revised
    from (${daysOfTouched(sql, openChannelId)}) g
    window of_member as (partition by user_id)),
  running as (
    select user_id, granted_at, length, sum(length) over so_far as length_so_far
    from granted where not is_revised
    window so_far as (partition by user_id order by granted_at rows unbounded preceding)),
  folded as (
    select user_id, granted_at as at, length_so_far + max(granted_at - (length_so_far - length)) over so_far as paid_until
    from running
    window so_far as (partition by user_id order by granted_at rows unbounded preceding)),
  moments as (
    select user_id, granted_at as at from granted where is_revised
    union select user_id, revoked_at from granted where revoked_at is not null),
  alive as (
    select m.user_id, m.at, g.granted_at + sum(g.length) over (
      partition by m.user_id, m.at order by g.granted_at desc rows unbounded preceding) as paid_until
    from moments m join granted g on g.user_id = m.user_id and g.granted_at <= m.at
      and (g.revoked_at is null or g.revoked_at > m.at)),
  states as (
    select user_id, at, paid_until from folded
    union all select m.user_id, m.at, max(a.paid_until)
      from moments m left join alive a using (user_id, at) group by m.user_id, m.at),
  spans as materialized (
    select user_id, begins, ends from (
      select user_id, at as begins, least(paid_until, lead(at) over (partition by user_id order by at)) as ends,
        paid_until from states) s
    where paid_until > begins and ends > begins)`;
