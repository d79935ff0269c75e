import type { Promised } from '../../domain/effects';
import type { ClosedChannelId } from '../../domain/common/ids';
import { audited, isAudited, wasActedOn } from '../common/audit-log';
import { received, type Delivery } from '../common/inbox';
import { promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import { endedLink } from './invite-links';
import { unchanged, type MemberAccess, type OfSubscription } from './subscriptions';

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
  const { openChannelId, userId, reference } = access;
  const act = { act: 'join_approved', openChannelId, userId, reference, details: { key } };
  const admitted = await database.query(
    (sql) => sql`
      with active as materialized (
        select from subscriptions
        where open_channel_id = ${openChannelId} and user_id = ${userId} and paid_until > app_now() for no key update),
      before as materialized (
        select origin, status, seen_at from members
        where open_channel_id = ${openChannelId} and user_id = ${userId}),
      admitted as (
        insert into members (open_channel_id, user_id, status, origin)
        select ${openChannelId}, ${userId}, 'member', 'admitted' from active
        on conflict (open_channel_id, user_id) do update set status = 'member', origin = 'admitted',
          is_protected = false, seen_at = app_now()
          where members.seen_at = (select seen_at from before)
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

/**
 * Records that a user the bot never let in is out. If they are seen inside later, they are known not to have joined
 * before.
 */
export const saveOutside = (
  database: Database,
  { openChannelId, userId }: OfSubscription,
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      insert into members (open_channel_id, user_id, status, origin)
      values (${openChannelId}, ${userId}, 'left', 'unknown')
      on conflict (open_channel_id, user_id) do update set status = excluded.status, seen_at = app_now()
        where members.status not in ('left', 'kicked')`,
  );

/**
 * Records that a subscriber is in the channel already. A member that the bot did not let in joined before it managed
 * the channel, so this protects them from removal, unless they were seen outside earlier. Promises `promised`, and
 * `revoking` if their link was live. Returns `false`, and writes nothing, if the access has changed since it was
 * read.
 */
export async function saveInside(
  database: Database,
  access: MemberAccess,
  { promised, revoking }: { promised: readonly Promised[]; revoking: readonly Promised[] },
): Promise<boolean> {
  const { openChannelId, userId, isAdmitted } = access;
  const inside = await database.query(
    (sql) => sql`
      with inside as materialized (select from subscriptions s where ${unchanged(sql, access)} for no key update),
      noted as (
        insert into members (open_channel_id, user_id, status, origin, is_protected)
        select ${openChannelId}, ${userId}, 'member', ${isAdmitted ? 'admitted' : 'before'}, ${!isAdmitted} from inside
        on conflict (open_channel_id, user_id) do update set status = 'member', seen_at = app_now(),
          origin = case when members.status in ('left', 'kicked') then 'admitted' else members.origin end,
          is_protected = members.is_protected or (members.origin = 'unknown'
            and members.status not in ('left', 'kicked') and excluded.is_protected)),
      used as (${endedLink(sql, { ...access, because: 'used' }, 'inside')}),
      revoked as (${promise(sql, revoking, 'used')}),
      promised as (${promise(sql, promised, 'inside')})
      select from inside`,
  );
  return inside.length > 0;
}

/** A change of a user's membership in a private channel, as Telegram reported it. */
export interface SeenMember {
  readonly closedChannelId: ClosedChannelId;
  readonly userId: number;
  /** Telegram's name for the membership after the change. */
  readonly status: string;
  /** Telegram's name for the membership before the change. */
  readonly oldStatus: string;
  /** True if the bot itself made the change. */
  readonly isOurs: boolean;
}

const OUTSIDE: readonly string[] = ['left', 'kicked'];

/**
 * Stores the change that a `chat_member` update shows. A user who joins without access, and not through the bot, gets
 * the origin `unknown`: the owner's report shows them, and they aren't removed for it. The origin of a member who was
 * in already doesn't change.
 */
export const saveSeenMember = (
  database: Database,
  delivery: Delivery,
  { closedChannelId, userId, status, oldStatus, isOurs }: SeenMember,
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with channel as (
        select c.open_channel_id, case
            when not ${OUTSIDE.includes(oldStatus)}::boolean then null
            when ${isOurs}::boolean or s.paid_until > app_now() then 'admitted'
            else 'unknown' end as origin
        from channels c left join subscriptions s on s.open_channel_id = c.open_channel_id and s.user_id = ${userId}
        where c.closed_channel_id = ${closedChannelId}),
      delivery as (${received(sql, { delivery, outcome: 'member_seen' }, 'channel')}),
      departed as (
        update members m set status = ${status}, seen_at = app_now() from channel c, delivery
        where m.open_channel_id = c.open_channel_id and m.user_id = ${userId} and ${status} in ('left', 'kicked')),
      arrived as (
        insert into members (open_channel_id, user_id, status, origin)
        select c.open_channel_id, ${userId}, ${status}, coalesce(c.origin, 'unknown')
        from channel c, delivery where ${status} not in ('left', 'kicked')
        on conflict (open_channel_id, user_id) do update set status = excluded.status, seen_at = app_now(),
          origin = coalesce((select origin from channel), members.origin))
      select from delivery`,
  );
