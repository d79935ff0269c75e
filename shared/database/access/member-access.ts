import type { ClosedChannelId, OpenChannelId, OrderReference } from '../../domain/common/ids';
import type { RemovalsSetting } from '../../domain/common/channel';
import type { BoughtPlace } from '../../domain/messages/access';
import type { PlaceKind } from '../../domain/places/place';
import type { Sql } from '../connection/options';
import { epochMs } from '../common/epoch';
import { firstName } from '../common/shown-payer';
import type { Database } from '../connection/pool';
import { boughtPlace, isBanned, isNeverRemoved, isTakenOver, otherHolders } from './holders';
import { appliedRemovals } from './removals-switch';
import type { OfPlace, OfSubscription } from './subscriptions';

/** Everything that decides whether a user is let into a place, kept in or removed. Times are epoch milliseconds. */
export interface MemberAccess extends OfSubscription {
  readonly title: string;
  /** The place. `null`: the main place, and there is none. */
  readonly closedChannelId: ClosedChannelId | null;
  readonly isMain: boolean;
  /** What the place is. `null`: the offer doesn't open it. */
  readonly kind: PlaceKind | null;
  /** The offer opens this place. False if the owner took it away from the offer. */
  readonly isOpen: boolean;
  /** The place, if the offer has several: `inside` counts the others that the user is in. */
  readonly place: BoughtPlace | null;
  /** The other places that the offer opens, if this is the main one. */
  readonly elsewhere: readonly ClosedChannelId[];
  /** Other offers that the user bought and that open this place, taken together. `null` if there are none. */
  readonly others: {
    /** The one that lasts longest. */
    readonly openChannelId: OpenChannelId;
    readonly until: number;
    /** With the grace period. */
    readonly staysUntil: number;
  } | null;
  /** Until when any offer lets them into the place; a ban ends what its offer gives. */
  readonly placeUntil: number | null;
  readonly ownerUserId: number;
  readonly graceHours: number;
  /** Their channel's switch or the operator's, whichever removes less. */
  readonly removals: RemovalsSetting;
  readonly username: string | null;
  readonly firstName: string | null;
  readonly paidUntil: number | null;
  readonly version: number;
  /** Since when they are being removed from the place. */
  readonly removingSince: number | null;
  /** When one of an hour's removals was claimed for them. */
  readonly brakedAt: number | null;
  /** They are recorded as out of the place since their access ended. */
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
  /** A list of members has them, so that they are removed when their access ends, however they joined. */
  readonly isTakenOver: boolean;
  /** The owner banned them, so nothing lets them in. */
  readonly isBanned: boolean;
  /** Another offer has or had this place and banned them, so Telegram may still apply that ban. */
  readonly isBannedElsewhere: boolean;
  /** True if an effect is promised under `key` already. */
  readonly isPromised: boolean;
  readonly now: number;
}

/** The live link of the user of the subscription `own` into the chat `t`, or else into a chat that was the main place before. */
const liveLink = (sql: Sql) => sql`
  select l.* from place_links l
  where l.user_id = own.user_id and l.revoked_at is null and (l.chat_id = t.chat_id
    or coalesce(p.role = 'main', t.chat_id is null) and l.open_channel_id = own.open_channel_id and not exists (
      select from places q where (q.open_channel_id, q.chat_id) = (l.open_channel_id, l.chat_id)))
  order by l.chat_id is not distinct from t.chat_id desc limit 1`;

/** Reads everything about one buyer's access to a place at once. `undefined` if they never ordered any. */
export async function readAccess(
  database: Database,
  { openChannelId, userId, chatId }: OfPlace,
  key?: string,
): Promise<MemberAccess | undefined> {
  const [row] = await database.query(
    (sql) => sql<MemberAccess[]>`
      select own.open_channel_id as "openChannelId", own.user_id as "userId", c.title,
        t.chat_id as "closedChannelId", ${chatId === undefined}::boolean or coalesce(p.role = 'main', false) as "isMain",
        p.chat_id is not null as "isOpen", p.kind, ${boughtPlace(sql)},
        case when ${chatId === undefined}::boolean then coalesce((select jsonb_agg(e.chat_id order by e.position, e.chat_id) from places e
          where e.open_channel_id = own.open_channel_id and e.role <> 'main' and e.closed_at is null), '[]') else '[]' end as elsewhere,
        case when o.until is not null then jsonb_build_object('openChannelId', o.open_channel_id,
          'until', ${epochMs(sql, sql`o.until`)}, 'staysUntil', ${epochMs(sql, sql`o.stays_until`)}) end as others,
        ${epochMs(
          sql,
          sql`greatest(o.until, case when p.chat_id is not null
          and not ${isBanned(sql, sql`own.open_channel_id`, sql`own.user_id`)} then own.paid_until end)`,
        )} as "placeUntil",
        c.owner_user_id as "ownerUserId", c.grace_hours as "graceHours", ${appliedRemovals(sql)} as removals,
        h.username, ${firstName(sql)} as "firstName", ${epochMs(sql, sql`own.paid_until`)} as "paidUntil", own.version,
        ${epochMs(sql, sql`m.removing_since`)} as "removingSince",
        ${epochMs(sql, sql`own.braked_at`)} as "brakedAt", m.removed_at is not null as "isRemoved",
        case when l.invite_link is not null then jsonb_build_object('inviteLink', l.invite_link, 'closedChannelId', l.chat_id,
          'accessUntil', ${epochMs(sql, sql`l.expires_at`)}, 'createdAt', ${epochMs(sql, sql`l.created_at`)}) end
          as "liveLink",
        coalesce(l.order_reference, (select e.order_reference from extensions e
          where (e.open_channel_id, e.user_id) = (own.open_channel_id, own.user_id) and e.revoked_at is null
          order by e.granted_at desc limit 1)) as reference,
        coalesce(m.origin = 'admitted', false) or exists (select from place_links i
          where (i.chat_id, i.user_id) = (t.chat_id, own.user_id)) as "isAdmitted",
        coalesce(${isNeverRemoved(sql)}, false) as "isProtected",
        ${isTakenOver(sql, sql`t.chat_id`, sql`own.user_id`)} as "isTakenOver",
        ${isBanned(sql, sql`own.open_channel_id`, sql`own.user_id`)} as "isBanned",
        exists (select from bans b join places q using (open_channel_id) where b.user_id = own.user_id
          and q.chat_id = t.chat_id and b.open_channel_id <> own.open_channel_id) as "isBannedElsewhere",
        exists (select from outbox where idempotency_key = ${key ?? null}) as "isPromised",
        ${epochMs(sql, sql`app_now()`)} as now
      from subscriptions own join channels c using (open_channel_id)
        left join places p on p.open_channel_id = own.open_channel_id and p.closed_at is null
          and ${chatId === undefined ? sql`p.role = 'main'` : sql`p.chat_id = ${chatId}`}
        cross join lateral (select ${chatId === undefined ? sql`p.chat_id` : sql`${chatId}::bigint`} as chat_id) t
        cross join lateral (${otherHolders(sql)}) o
        left join lateral (${liveLink(sql)}) l on true
        left join place_access m on (m.chat_id, m.user_id) = (t.chat_id, own.user_id)
        left join chats h on h.chat_id = own.user_id
      where own.open_channel_id = ${openChannelId} and own.user_id = ${userId}`,
  );
  return row;
}

/** Like `readAccess`, by the chat: of the offer that gives the user the longest access to it, or gave it last. */
export async function readAccessIn(
  database: Database,
  { closedChannelId: chatId, userId }: { readonly closedChannelId: ClosedChannelId; readonly userId: number },
): Promise<MemberAccess | undefined> {
  const [offer] = await database.query(
    (sql) => sql<{ openChannelId: OpenChannelId }[]>`
      select s.open_channel_id as "openChannelId" from places p join subscriptions s using (open_channel_id)
      where p.chat_id = ${chatId} and s.user_id = ${userId}
      order by p.closed_at is null desc, s.paid_until desc nulls last limit 1`,
  );
  return offer && readAccess(database, { ...offer, userId, chatId });
}
