import type { ClosedChannelId, OpenChannelId, OrderReference } from '../../domain/common/ids';
import type { RemovalsSetting } from '../../domain/common/channel';
import type { Sql } from '../connection/options';
import { epochMs } from '../common/epoch';
import { firstName } from '../common/shown-payer';
import type { Database } from '../connection/pool';
import { appliedRemovals } from './removals-switch';

/** One buyer and the channel they bought access to. */
export interface OfSubscription {
  readonly openChannelId: OpenChannelId;
  readonly userId: number;
}

/** Everything that decides whether a user is let in, kept in or removed. Times are epoch milliseconds. */
export interface MemberAccess extends OfSubscription {
  readonly title: string;
  readonly closedChannelId: ClosedChannelId | null;
  readonly ownerUserId: number;
  readonly graceHours: number;
  /** Their channel's switch or the operator's, whichever removes less. */
  readonly removals: RemovalsSetting;
  readonly username: string | null;
  readonly firstName: string | null;
  readonly paidUntil: number | null;
  readonly version: number;
  readonly removingSince: number | null;
  /** When one of an hour's removals was claimed for them. */
  readonly brakedAt: number | null;
  /** They are recorded as out, and were notified about it. */
  readonly isRemoved: boolean;
  readonly liveLink: {
    readonly inviteLink: string;
    readonly closedChannelId: ClosedChannelId;
    /** The end of the access that the link was made for. The link itself ends after a year: `linkExpiresAt`. */
    readonly accessUntil: number;
    readonly createdAt: number;
  } | null;
  /** The order that the access comes from; `null` if it comes from none. */
  readonly reference: OrderReference | null;
  /** True if the bot let them in, or created a link for them, which it does only for users who are out. */
  readonly isAdmitted: boolean;
  /** They joined before they paid, or through someone else, so only the owner's decision removes them. */
  readonly isProtected: boolean;
  /** The owner banned them, so nothing lets them in. */
  readonly isBanned: boolean;
  /** True if an effect is promised under `key` already. */
  readonly isPromised: boolean;
  readonly now: number;
}

/** True for a member `m` that is never removed: protected, or in the channel without the bot having let them in. */
export const isNeverRemoved = (sql: Sql) =>
  sql`(m.is_protected or m.origin = 'unknown' and m.status not in ('left', 'kicked'))`;

/** Reads everything about one buyer's access at once. `undefined` if they never ordered any. */
export async function readAccess(
  database: Database,
  { openChannelId, userId }: OfSubscription,
  key?: string,
): Promise<MemberAccess | undefined> {
  const [row] = await database.query(
    (sql) => sql<MemberAccess[]>`
      select s.open_channel_id as "openChannelId", s.user_id as "userId", c.title,
        c.closed_channel_id as "closedChannelId", c.owner_user_id as "ownerUserId", c.grace_hours as "graceHours",
        ${appliedRemovals(sql)} as removals, h.username, ${firstName(sql)} as "firstName", ${epochMs(sql, sql`s.paid_until`)} as "paidUntil", s.version,
        ${epochMs(sql, sql`s.removing_since`)} as "removingSince",
        ${epochMs(sql, sql`s.braked_at`)} as "brakedAt", s.removed_at is not null as "isRemoved",
        case when l.invite_link is not null then jsonb_build_object('inviteLink', l.invite_link, 'closedChannelId', l.closed_channel_id,
          'accessUntil', ${epochMs(sql, sql`l.expires_at`)}, 'createdAt', ${epochMs(sql, sql`l.created_at`)}) end
          as "liveLink",
        coalesce(l.order_reference, (select e.order_reference from extensions e
          where (e.open_channel_id, e.user_id) = (s.open_channel_id, s.user_id) and e.revoked_at is null
          order by e.granted_at desc limit 1)) as reference,
        coalesce(m.origin = 'admitted', false) or exists (select from invite_links i
          where (i.open_channel_id, i.user_id) = (s.open_channel_id, s.user_id)) as "isAdmitted",
        coalesce(${isNeverRemoved(sql)}, false) as "isProtected",
        exists (select from bans b where (b.open_channel_id, b.user_id) = (s.open_channel_id, s.user_id)) as "isBanned",
        exists (select from outbox where idempotency_key = ${key ?? null}) as "isPromised",
        ${epochMs(sql, sql`app_now()`)} as now
      from subscriptions s join channels c using (open_channel_id)
        left join invite_links l on (l.open_channel_id, l.user_id) = (s.open_channel_id, s.user_id)
          and l.revoked_at is null
        left join members m on (m.open_channel_id, m.user_id) = (s.open_channel_id, s.user_id)
        left join chats h on h.chat_id = s.user_id
      where s.open_channel_id = ${openChannelId} and s.user_id = ${userId}`,
  );
  return row;
}

/** Whether a user may enter a channel. */
export interface EntryRights {
  readonly isActive: boolean;
  readonly isBanned: boolean;
}

/** Reads whether a user has access to a channel now, and whether its owner banned them. */
export async function readEntryRights(
  database: Database,
  { openChannelId, userId }: OfSubscription,
): Promise<EntryRights> {
  const [row] = await database.query(
    (sql) => sql<EntryRights[]>`
      select exists (select from subscriptions where open_channel_id = ${openChannelId} and user_id = ${userId}
          and paid_until > app_now()) as "isActive",
        exists (select from bans where open_channel_id = ${openChannelId} and user_id = ${userId}) as "isBanned"`,
  );
  return row ?? { isActive: false, isBanned: false };
}

/** Like `readAccess`, by the private channel. */
export async function readAccessIn(
  database: Database,
  { closedChannelId, userId }: { readonly closedChannelId: ClosedChannelId; readonly userId: number },
): Promise<MemberAccess | undefined> {
  const [channel] = await database.query(
    (sql) => sql<{ openChannelId: OpenChannelId }[]>`
      select open_channel_id as "openChannelId" from channels where closed_channel_id = ${closedChannelId}`,
  );
  return channel && readAccess(database, { ...channel, userId });
}

/** True for a subscription `s` whose `paidUntil` has not changed since it was read. */
export const unchanged = (
  sql: Sql,
  { openChannelId, userId, paidUntil }: OfSubscription & { paidUntil: number | null },
) =>
  sql`s.open_channel_id = ${openChannelId} and s.user_id = ${userId}
    and ${epochMs(sql, sql`s.paid_until`)} is not distinct from ${paidUntil}::bigint`;
