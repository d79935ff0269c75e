import type { Promised } from '../../domain/effects';
import type { ClosedChannelId } from '../../domain/common/ids';
import { audited, isAudited, wasActedOn } from '../common/audit-log';
import { promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import { holders } from './holders';
import { endedLink, isPlaceOpen } from './invite-links';
import { unchanged } from './subscriptions';
import type { MemberAccess } from './member-access';

/**
 * Records that the bot let in a user who still has access. Their link is used up, so `revoking` is promised with it.
 * Returns `false`, and writes nothing, if the access has ended, so the member must not stay, or if another statement
 * recorded the same member while this one waited for the lock. A statement that waited still reads what was there
 * before, so it would record the admission twice. The caller reads again and decides again.
 */
export async function saveAdmission(
  database: Database,
  access: MemberAccess,
  {
    key,
    revoking,
    promised = [],
  }: { key: string; revoking: readonly Promised[]; promised?: readonly Promised[] },
): Promise<boolean> {
  const { openChannelId, userId, reference, closedChannelId: chatId, isMain } = access;
  const act = {
    act: 'join_approved',
    openChannelId,
    userId,
    reference,
    details: { key, ...(!isMain && { chatId }) },
  };
  const admitted = await database.query(
    (sql) => sql`
      with active as materialized (
        ${holders(sql, { chatId: sql`${chatId}::bigint`, userId })} and s.paid_until > app_now()
        order by s.open_channel_id limit 1 for no key update of s),
      before as materialized (
        select origin, status, seen_at from place_access where ${isInPlace(sql, { chatId, userId })}),
      admitted as (
        insert into place_access as m (chat_id, user_id, status, origin, seen_at)
        select ${chatId}::bigint, ${userId}, 'member', 'admitted', app_now() from active
        on conflict (chat_id, user_id) do update set status = 'member', origin = 'admitted',
          is_protected = false, seen_at = excluded.seen_at, removed_at = null
          where m.seen_at is not distinct from (select seen_at from before)
        returning 1),
      used as (${endedLink(sql, { ...access, because: 'used' }, 'admitted')}),
      -- Two requests by one member are recorded once: as new if the link was live, the member was out, or none was recorded.
      newly_in as (
        select from used
        union all select from admitted where not exists (select from before
          where origin = 'admitted' and status not in ('left', 'kicked'))
        union all select from admitted where not ${wasActedOn(sql, act)}),
      once as (select from newly_in where not ${isAudited(sql, act, key)}),
      audited as (${audited(sql, act, 'once')}),
      revoked as (${promise(sql, revoking, 'used')}),
      promised as (${promise(sql, promised, 'admitted')})
      select from admitted`,
  );
  return admitted.length > 0;
}

const isInPlace = (
  sql: Sql,
  { chatId, userId }: { readonly chatId: number | null; readonly userId: number },
): Fragment => sql`chat_id = ${chatId}::bigint and user_id = ${userId}`;

/**
 * Records that a user the bot never let in is out. If they are seen inside later, they are known not to have joined
 * before.
 */
export const saveOutside = (
  database: Database,
  { closedChannelId, userId }: { readonly closedChannelId: ClosedChannelId; readonly userId: number },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      insert into place_access as m (chat_id, user_id, status, origin, seen_at)
      values (${closedChannelId}, ${userId}, 'left', 'unknown', app_now())
      on conflict (chat_id, user_id) do update set status = excluded.status, seen_at = excluded.seen_at,
          origin = coalesce(m.origin, excluded.origin)
        where coalesce(m.status not in ('left', 'kicked'), true)`,
  );

/**
 * Records that a subscriber is in the channel already. A member that the bot did not let in joined before it managed
 * the channel, so this protects them from removal, unless they were seen outside earlier, or a list of members has them. Promises `promised`, and
 * `revoking` if their link was live. Returns `false`, and writes nothing, if the access has changed since it was
 * read.
 */
export async function saveInside(
  database: Database,
  access: MemberAccess,
  { promised, revoking }: { promised: readonly Promised[]; revoking: readonly Promised[] },
): Promise<boolean> {
  const { userId, isAdmitted, isTakenOver, closedChannelId } = access;
  const inside = await database.query(
    (sql) => sql`
      with inside as materialized (
        select from subscriptions s where ${unchanged(sql, access)} and ${isPlaceOpen(sql, access)} for no key update),
      noted as (
        insert into place_access as m (chat_id, user_id, status, origin, is_protected, seen_at)
        select ${closedChannelId}::bigint, ${userId}, 'member', ${isAdmitted ? 'admitted' : 'before'},
          ${!isAdmitted && !isTakenOver}, app_now()
        from inside
        on conflict (chat_id, user_id) do update set status = 'member', seen_at = excluded.seen_at, removed_at = null,
          origin = case when m.status in ('left', 'kicked') then 'admitted' else coalesce(m.origin, excluded.origin) end,
          is_protected = m.is_protected or (coalesce(m.origin, 'unknown') = 'unknown'
            and coalesce(m.status not in ('left', 'kicked'), true) and excluded.is_protected)),
      used as (${endedLink(sql, { ...access, because: 'used' }, 'inside')}),
      revoked as (${promise(sql, revoking, 'used')}),
      promised as (${promise(sql, promised, 'inside')})
      select from inside`,
  );
  return inside.length > 0;
}
