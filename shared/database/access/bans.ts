import type { Promised } from '../../domain/effects';
import type { ClosedChannelId } from '../../domain/common/ids';
import { audited } from '../common/audit-log';
import { epochMs } from '../common/epoch';
import { firstName } from '../common/shown-payer';
import { isOfGrant, promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import { isLetIn } from './holders';
import { endedLink } from './invite-links';
import type { OfPlace, OfSubscription } from './subscriptions';
import type { MemberAccess } from './member-access';

/** The facts that decide how a ban is applied or lifted. Times are epoch milliseconds. */
export interface Ban extends OfSubscription, Pick<MemberAccess, 'liveLink' | 'elsewhere' | 'isMain'> {
  readonly title: string;
  /** The place. */
  readonly closedChannelId: ClosedChannelId | null;
  readonly username: string | null;
  readonly firstName: string | null;
  /** Banned by the owner, and no other offer lets them into this place. */
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
  { openChannelId, userId, chatId }: OfPlace,
): Promise<Ban | undefined> {
  const [row] = await database.query(
    (sql) => sql<Ban[]>`
      select c.open_channel_id as "openChannelId", ${userId}::bigint as "userId", c.title,
        t.chat_id as "closedChannelId", ${chatId === undefined}::boolean as "isMain",
        case when ${chatId === undefined}::boolean then coalesce((select jsonb_agg(e.chat_id) from places e
          where e.open_channel_id = c.open_channel_id and e.role <> 'main' and e.closed_at is null), '[]') else '[]' end as elsewhere,
        h.username, ${firstName(sql)} as "firstName",
        b.user_id is not null and not ${isLetIn(sql, { chatId: sql`t.chat_id`, userId })} as "isBanned",
        coalesce((select a.user_id from channel_administrators a
          where (a.open_channel_id, a.user_id) = (b.open_channel_id, b.banned_by)), c.owner_user_id) as "toldUserId",
        coalesce(s.paid_until > app_now(), false) as "isActive",
        case when l.invite_link is not null then jsonb_build_object('inviteLink', l.invite_link, 'closedChannelId',
          l.chat_id, 'accessUntil', ${epochMs(sql, sql`l.expires_at`)},
          'createdAt', ${epochMs(sql, sql`l.created_at`)}) end as "liveLink",
        ${epochMs(sql, sql`greatest(m.removing_since, m.removed_at)`)} as "kickedAt",
        ${epochMs(sql, sql`app_now()`)} as now
      from channels c
        left join bans b on (b.open_channel_id, b.user_id) = (c.open_channel_id, ${userId})
        left join subscriptions s on (s.open_channel_id, s.user_id) = (c.open_channel_id, ${userId})
        cross join lateral (select ${chatId === undefined ? sql`c.closed_channel_id` : sql`${chatId}::bigint`} as chat_id) t
        left join place_access m on (m.chat_id, m.user_id) = (t.chat_id, ${userId})
        left join place_links l on (l.chat_id, l.user_id) = (t.chat_id, ${userId}) and l.revoked_at is null
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
