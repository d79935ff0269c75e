import { endsNever } from '../../access/for-ever';
import type { Database } from '../../connection/pool';
import type { Fragment, Sql } from '../../connection/options';
import { keepingFigures } from './keeping-figures';

/**
 * How many members of a channel have access now. The worker counts them; what ended and what was bought since then is added, so it
 * is exact at every moment. Without such a count, all are counted. A count may be later than now after a clock was put right.
 */
export const activeMembers = (sql: Sql, openChannelId: number): Fragment => {
  const ending = (after: Fragment, until: Fragment) => sql`
    (select count(*) from subscriptions s
      where s.open_channel_id = ${openChannelId} and s.paid_until > ${after} and s.paid_until <= ${until})`;
  return sql`
    coalesce((
      select f.active - ${ending(sql`f.active_at`, sql`app_now()`)} + ${ending(sql`app_now()`, sql`f.active_at`)} + (
        select coalesce(sum(change), 0) from access_changes a
        where a.open_channel_id = ${openChannelId} and a.paid_until > f.active_at)
      from figure_channels f where f.open_channel_id = ${openChannelId} and f.active is not null), (
      select count(*) from subscriptions s
      where s.open_channel_id = ${openChannelId} and s.paid_until > app_now()))::int`;
};

/** How many members of a channel have access that never ends: the last rows of the index of ends. */
export const membersForEver = (sql: Sql, openChannelId: number): Fragment => sql`
  (select count(*)::int from subscriptions s
    where s.open_channel_id = ${openChannelId} and ${endsNever(sql, sql`s.paid_until`)})`;

/** Counts the members with access again, and forgets the changes that this count has. Both see the same moment. */
export const countActive = (database: Database, openChannelId: number): Promise<unknown> =>
  keepingFigures(
    database,
    openChannelId,
    (sql) => sql`
      with counted as (delete from access_changes where open_channel_id = ${openChannelId})
      insert into figure_channels as f (open_channel_id, active, active_at)
      values (${openChannelId}, ${activeMembers(sql, openChannelId)}, app_now())
      on conflict (open_channel_id) do update set active = excluded.active, active_at = excluded.active_at`,
  );
