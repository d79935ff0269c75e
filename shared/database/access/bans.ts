import type { Promised } from '../../domain/effects';
import type { ClosedChannelId } from '../../domain/common/ids';
import { audited } from '../common/audit-log';
import { epochMs } from '../common/epoch';
import { firstName } from '../common/shown-payer';
import { isOfGrant, promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import { endedLink } from './invite-links';
import type { MemberAccess, OfSubscription } from './subscriptions';

/** True if a user is banned from a channel: `${isBanned(sql, sql`c.open_channel_id`, sql`${userId}`)}`. */
export const isBanned = (sql: Sql, openChannelId: Fragment, userId: Fragment): Fragment => sql`
  exists (select from bans b where b.open_channel_id = ${openChannelId} and b.user_id = ${userId})`;

/** The facts that decide how a ban is applied or lifted. Times are epoch milliseconds. */
export interface Ban extends OfSubscription, Pick<MemberAccess, 'liveLink'> {
  readonly title: string;
  readonly closedChannelId: ClosedChannelId | null;
  readonly username: string | null;
  readonly firstName: string | null;
  readonly isBanned: boolean;
  /** Gets the reports of failures: the author of the ban while they run the channel, otherwise the owner. */
  readonly toldUserId: number;
  readonly isActive: boolean;
  /** When a kick was begun that may still be on its way; at the latest, when they were recorded as removed. */
  readonly kickedAt: number | null;
  readonly now: number;
}

/** Reads a user's ban from a channel, with their access. `undefined` if there is no such channel. */
export async function readBan(
  database: Database,
  { openChannelId, userId }: OfSubscription,
): Promise<Ban | undefined> {
  const [row] = await database.query(
    (sql) => sql<Ban[]>`
      select c.open_channel_id as "openChannelId", ${userId}::bigint as "userId", c.title,
        c.closed_channel_id as "closedChannelId", h.username, ${firstName(sql)} as "firstName", b.user_id is not null as "isBanned",
        coalesce((select a.user_id from channel_administrators a
          where (a.open_channel_id, a.user_id) = (b.open_channel_id, b.banned_by)), c.owner_user_id) as "toldUserId",
        coalesce(s.paid_until > app_now(), false) as "isActive",
        case when l.invite_link is not null then jsonb_build_object('inviteLink', l.invite_link, 'closedChannelId',
          l.closed_channel_id, 'accessUntil', ${epochMs(sql, sql`l.expires_at`)},
          'createdAt', ${epochMs(sql, sql`l.created_at`)}) end as "liveLink",
        ${epochMs(sql, sql`greatest(s.removing_since, s.removed_at)`)} as "kickedAt",
        ${epochMs(sql, sql`app_now()`)} as now
      from channels c
        left join bans b on (b.open_channel_id, b.user_id) = (c.open_channel_id, ${userId})
        left join subscriptions s on (s.open_channel_id, s.user_id) = (c.open_channel_id, ${userId})
        left join invite_links l on (l.open_channel_id, l.user_id) = (c.open_channel_id, ${userId})
          and l.revoked_at is null
        left join chats h on h.chat_id = ${userId}
      where c.open_channel_id = ${openChannelId}`,
  );
  return row;
}

/** Ends the live invite link of a banned user. */
export const endBannedLink = (
  database: Database,
  ban: Ban,
  promised: readonly Promised[],
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with banned as materialized (
        select from bans where open_channel_id = ${ban.openChannelId} and user_id = ${ban.userId}),
      ended as (${endedLink(sql, { ...ban, because: 'ended' }, 'banned')}),
      promised as (${promise(sql, promised, 'ended')})
      select from ended`,
  );

/** Lifts a ban that Telegram will never apply, and records why. Does nothing if it was lifted meanwhile. */
export const abandonBan = (
  database: Database,
  { openChannelId, userId }: Ban,
  { reason, promised }: { reason: string; promised: readonly Promised[] },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with lifted as (
        delete from bans where open_channel_id = ${openChannelId} and user_id = ${userId} returning 1),
      audited as (${audited(sql, { act: 'ban_given_up', openChannelId, userId, details: { reason } }, 'lifted')}),
      promised as (${promise(sql, promised, 'lifted')})
      select from lifted`,
  );

/** Promises access to a user whose ban was lifted. If it is promised already, makes that promise due now. */
export const promiseReturn = (database: Database, of: OfSubscription, promised: Promised): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with waiting as (
        update outbox set due_at = app_now(), attempts = attempts + 1, failures = 0
        where ${isOfGrant(sql, of)} returning 1),
      not_promised as (select from (select) as always where not exists (select from waiting)),
      promised as (${promise(sql, [promised], 'not_promised')})
      select from not_promised`,
  );
