import type { Promised } from '../../domain/effects';
import type { Sql } from '../connection/options';
import { audited, isAudited } from '../common/audit-log';
import { promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import { removalCause } from './removal-cause';
import { appliedRemovals } from './removals-switch';
import { type MemberAccess, isNeverRemoved, unchanged } from './subscriptions';

const hasEnded = (sql: Sql) => sql`(s.paid_until is null or s.paid_until <= app_now())`;

/**
 * Checks once more that a member may be removed and records that the removal begins, in one statement. Returns
 * `false` if they have access again, the grace period has not ended, they are protected, or removals are switched
 * off.
 */
export async function claimRemoval(database: Database, access: MemberAccess): Promise<boolean> {
  const claimed = await database.query(
    (sql) => sql`
      update subscriptions s set removing_since = app_now() from channels c
      where ${unchanged(sql, access)} and c.open_channel_id = s.open_channel_id and ${appliedRemovals(sql)} = 'on'
        and (s.paid_until is null or s.paid_until + c.grace_hours * interval '1 hour' <= app_now())
        and not exists (select from members m
          where (m.open_channel_id, m.user_id) = (s.open_channel_id, s.user_id) and ${isNeverRemoved(sql)})
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
  const { openChannelId, userId, reference } = access;
  const by = { act: access.removingSince === null ? 'left' : 'removed', openChannelId, userId, reference };
  const isNews = !access.isRemoved || access.removingSince !== null;
  const removed = await database.query((sql) => {
    const act = { ...by, details: { key }, found: removalCause(sql, access) };
    return sql`
      with removed as (
        update subscriptions s set removed_at = coalesce(s.removed_at, app_now()), removing_since = null
        where ${unchanged(sql, access)} and ${hasEnded(sql)}
        returning 1),
      marked_left as (
        update members set status = 'left', seen_at = app_now()
        where open_channel_id = ${openChannelId} and user_id = ${userId} and exists (select from removed)),
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
  { openChannelId, userId, version }: MemberAccess,
  promised: readonly Promised[],
): Promise<boolean> {
  const kept = await database.query(
    (sql) => sql`
      with kept as (
        update subscriptions set removing_since = null
        where open_channel_id = ${openChannelId} and user_id = ${userId} and version = ${version}
        returning 1),
      promised as (${promise(sql, promised, 'kept')})
      select from kept`,
  );
  return kept.length > 0;
}
