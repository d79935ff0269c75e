import type { OpenChannelId } from '../../domain/common/ids';
import type { PaidAccess } from '../../domain/payments/payment-case';
import { extensionsOf } from '../access/extensions';
import type { OfSubscription } from '../access/subscriptions';
import { isSeenInPlaces } from '../places/known-places';
import { epochMs } from '../common/epoch';
import { firstName, isPayerShown } from '../common/shown-payer';
import type { Fragment, Sql } from '../connection/options';
import type { Database } from '../connection/pool';

/** What the managers of a channel may know about one user. Times are epoch milliseconds. */
export interface SupportedPerson extends OfSubscription {
  readonly username: string | null;
  readonly firstName: string | null;
  readonly isReachable: boolean;
  readonly isBanned: boolean;
  /** They run the channel, or were seen as an administrator of one of its places. */
  readonly isStaff: boolean;
  readonly paidUntil: number | null;
  readonly isActive: boolean;
  /** `null` if they never ordered anything and were given nothing. */
  readonly access: PaidAccess | null;
  readonly now: number;
}

/**
 * True if a user has to do with the channel `c`. About all others, a manager learns no more than the id they asked
 * with.
 */
const isKnownHere = (sql: Sql, userId: Fragment) => sql`(
  s.user_id is not null or c.owner_user_id = ${userId}
  or exists (select from orders o where (o.open_channel_id, o.user_id) = (c.open_channel_id, ${userId})
    and ${isPayerShown(sql)})
  or ${isSeenInPlaces(sql, userId)}
  or exists (select from bans b where (b.open_channel_id, b.user_id) = (c.open_channel_id, ${userId}))
  or exists (select from channel_administrators a
    where (a.open_channel_id, a.user_id) = (c.open_channel_id, ${userId})))`;

export async function readPerson(
  database: Database,
  { openChannelId, userId }: OfSubscription,
): Promise<SupportedPerson | undefined> {
  const [row] = await database.query(
    (sql) => sql<SupportedPerson[]>`
      select c.open_channel_id as "openChannelId", ${userId}::bigint as "userId",
        case when k.is_known then h.username end as username, case when k.is_known then ${firstName(sql)} end as "firstName",
        h.chat_id is not null and h.unreachable_at is null as "isReachable",
        exists (select from bans b where (b.open_channel_id, b.user_id) = (c.open_channel_id, ${userId})) as "isBanned",
        c.owner_user_id = ${userId}
          or exists (select from channel_administrators a
            where (a.open_channel_id, a.user_id) = (c.open_channel_id, ${userId}))
          or ${isSeenInPlaces(sql, sql`${userId}`, sql`a.status in ('administrator', 'creator')`)} as "isStaff",
        ${epochMs(sql, sql`s.paid_until`)} as "paidUntil", coalesce(s.paid_until > app_now(), false) as "isActive",
        case when s.user_id is not null then jsonb_build_object('openChannelId', s.open_channel_id, 'userId', s.user_id,
          'graceHours', c.grace_hours, 'paidUntil', ${epochMs(sql, sql`s.paid_until`)}, 'version', s.version,
          'extensions', ${extensionsOf(sql)}) end as access,
        ${epochMs(sql, sql`app_now()`)} as now
      from channels c
        left join subscriptions s on (s.open_channel_id, s.user_id) = (c.open_channel_id, ${userId})
        left join chats h on h.chat_id = ${userId}
        cross join lateral (select ${isKnownHere(sql, sql`${userId}::bigint`)} as is_known) k
      where c.open_channel_id = ${openChannelId}`,
  );
  return row;
}

/**
 * Finds a user of a channel by their @username: the last one who was seen with it. They may have given it up since, so the
 * user's id has to be shown before anything is done.
 */
export async function findUser(
  database: Database,
  { openChannelId, username }: { readonly openChannelId: OpenChannelId; readonly username: string },
): Promise<number | undefined> {
  const [row] = await database.query(
    (sql) => sql<{ userId: number }[]>`
      select h.chat_id as "userId" from chats h join channels c on c.open_channel_id = ${openChannelId}
        left join subscriptions s on (s.open_channel_id, s.user_id) = (c.open_channel_id, h.chat_id)
      where lower(h.username) = lower(${username}) and h.chat_id > 0 and ${isKnownHere(sql, sql`h.chat_id`)}
      order by h.updated_at desc limit 1`,
  );
  return row?.userId;
}
