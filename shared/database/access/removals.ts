import type { Promised } from '../../domain/effects';
import type { Sql } from '../connection/options';
import { audited, isAudited } from '../common/audit-log';
import { epochMs } from '../common/epoch';
import { promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import { isBanned, isNeverRemoved } from './holders';
import { removalCause } from './removal-cause';
import { appliedRemovals } from './removals-switch';
import type { MemberAccess } from './member-access';

/**
 * Selects the `locked` offers that keep the user of `access` in its place: those with days left or, with
 * `grace`, with grace left. A ban doesn't shorten the offer that the removal is about, because the ban itself removes them.
 */
const keeping = (
  sql: Sql,
  { openChannelId, userId, closedChannelId }: MemberAccess,
  { grace }: { grace: boolean },
) => sql`
  select from locked k join places p using (open_channel_id) join channels g using (open_channel_id)
  where p.chat_id = ${closedChannelId}::bigint and p.closed_at is null
    and k.paid_until + g.grace_hours * ${grace ? '1 hour' : '0'}::interval > app_now()
    and (open_channel_id = ${openChannelId} or not ${isBanned(sql, sql`open_channel_id`, sql`${userId}`)})`;

/**
 * Locks what decides whether a user belongs in a place, so that no payment for any of its offers passes unseen. Always in the
 * same order.
 */
const lockedAccess = (sql: Sql, { openChannelId, userId, closedChannelId }: MemberAccess) => sql`
  select s.open_channel_id, s.paid_until from subscriptions s
  where s.user_id = ${userId} and (s.open_channel_id = ${openChannelId} or s.open_channel_id in (
    select open_channel_id from places where chat_id = ${closedChannelId}::bigint and closed_at is null))
  order by s.open_channel_id for no key update of s`;

/** True for the `locked` subscription `s` that the removal is about, if its end is still the one that was read. */
const isAsRead = (sql: Sql, { openChannelId, paidUntil }: MemberAccess) => sql`
  s.open_channel_id = ${openChannelId}
  and ${epochMs(sql, sql`s.paid_until`)} is not distinct from ${paidUntil}::bigint`;

/**
 * Checks once more that a member may be removed and records that the removal begins, in one statement. Returns
 * `false` if they have access again, the grace period has not ended, they are protected, or removals are switched
 * off.
 */
export async function claimRemoval(database: Database, access: MemberAccess): Promise<boolean> {
  const { userId, closedChannelId } = access;
  const claimed = await database.query(
    (sql) => sql`
      with locked as materialized (${lockedAccess(sql, access)}),
      kept as (${keeping(sql, access, { grace: true })}),
      allowed as (
        select from locked s join channels c using (open_channel_id)
        where ${isAsRead(sql, access)} and ${appliedRemovals(sql)} = 'on' and not exists (select from kept))
      insert into place_access as m (chat_id, user_id, removing_since)
      select ${closedChannelId}::bigint, ${userId}, app_now() from allowed
      on conflict (chat_id, user_id) do update set removing_since = excluded.removing_since
        where coalesce(not ${isNeverRemoved(sql)}, true)
      returning 1`,
  );
  return claimed.length > 0;
}

/**
 * Records that a member whose access has ended is out, with the cause in the audit log, and promises what follows. Returns
 * `false` if they have access again: then the removal was wrong and must be undone.
 */
export async function concludeRemoval(
  database: Database,
  access: MemberAccess,
  { key, promised }: { key: string; promised: readonly Promised[] },
): Promise<boolean> {
  const { openChannelId, userId, reference, closedChannelId: chatId, isMain } = access;
  const by = { act: access.removingSince === null ? 'left' : 'removed', openChannelId, userId, reference };
  const isNews = !access.isRemoved || access.removingSince !== null;
  const removed = await database.query((sql) => {
    // A place that the offer lost ends nobody's access.
    const isLost = !access.isOpen && !access.isBanned;
    const found = isLost ? sql`jsonb_build_object('cause', 'place_closed')` : removalCause(sql, access);
    const act = { ...by, details: { key, ...(!isMain && { chatId }) }, found };
    return sql`
      with locked as materialized (${lockedAccess(sql, access)}),
      ended as (
        select from locked s where ${isAsRead(sql, access)}
          and not exists (${keeping(sql, access, { grace: false })})),
      removed as (
        insert into place_access as m (chat_id, user_id, removed_at)
        select ${chatId}::bigint, ${userId}, app_now() from ended
        on conflict (chat_id, user_id) do update set removed_at = coalesce(m.removed_at, excluded.removed_at),
          removing_since = null, status = case when m.status is not null then 'left' end,
          seen_at = case when m.status is not null then app_now() end
        returning 1),
      once as (select from removed where ${isNews} and not ${isAudited(sql, act, key)}),
      audited as (${audited(sql, act, 'once')}),
      promised as (${promise(sql, promised, 'removed')})
      select from removed`;
  });
  return removed.length > 0;
}

/**
 * Ends the removal of a member who has access again, and promises what they are owed if they were removed. Returns
 * `false` if the subscription has changed since it was read.
 */
export async function abandonRemoval(
  database: Database,
  { openChannelId, userId, version, closedChannelId }: MemberAccess,
  promised: readonly Promised[],
): Promise<boolean> {
  const kept = await database.query(
    (sql) => sql`
      with kept as materialized (
        select from subscriptions
        where open_channel_id = ${openChannelId} and user_id = ${userId} and version = ${version} for no key update),
      cleared as (
        update place_access set removing_since = null
        where chat_id = ${closedChannelId}::bigint and user_id = ${userId} and exists (select from kept)),
      promised as (${promise(sql, promised, 'kept')})
      select from kept`,
  );
  return kept.length > 0;
}
