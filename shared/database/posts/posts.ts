import type { Promised } from '../../domain/effects';
import type { OpenChannelId } from '../../domain/common/ids';
import type { OfferedTier } from '../../domain/messages/messages';
import type { PostKind } from '../../domain/posts/posts';
import { epochMs } from '../common/epoch';
import { promise } from '../common/outbox';
import type { Database, Sql } from '../connection/pool';

type Fragment = ReturnType<Sql>;

/** What posts of a channel are made of, as it is now. */
export interface Posted {
  readonly openChannelId: OpenChannelId;
  readonly publicChannelId: number | null;
  readonly title: string;
  readonly description: string;
  readonly donationMessage: string;
  readonly ownerUserId: number;
  /** None where there is no private channel to let anybody into. */
  readonly tiers: readonly OfferedTier[];
}

export async function readPosted(
  database: Database,
  openChannelId: OpenChannelId,
): Promise<Posted | undefined> {
  const [row] = await database.query(
    (sql) => sql<Posted[]>`
      select c.open_channel_id as "openChannelId", c.public_channel_id as "publicChannelId", c.title, c.description,
        c.donation_message as "donationMessage", c.owner_user_id as "ownerUserId",
        case when c.closed_channel_id is null then '[]' else coalesce((
          select jsonb_agg(jsonb_build_object('position', t.position, 'name', t.name, 'priceCents', t.price_cents,
            'days', t.days) order by t.position)
          from tiers t where t.open_channel_id = c.open_channel_id), '[]') end as tiers
      from channels c where c.open_channel_id = ${openChannelId}`,
  );
  return row;
}

/** Which post this is: one of a kind for each occasion. */
export interface PostKey {
  readonly openChannelId: OpenChannelId;
  readonly post: PostKind;
  readonly occasion: string;
}

const isPost = (sql: Sql, { openChannelId, post, occasion }: PostKey) => sql`
  open_channel_id = ${openChannelId} and post = ${post} and occasion = ${occasion}`;

/** A try that is about to be made. */
export interface Begun {
  readonly chatId: number;
  /** Epoch milliseconds: when the first try was begun whose end is not known. */
  readonly since: number;
}

/** Notes that a post is about to be sent. `undefined` when there is nothing to send: it was, it was refused, or nothing is sold. */
export async function beginPost(
  database: Database,
  { openChannelId, post, occasion }: PostKey,
): Promise<Begun | undefined> {
  const [row] = await database.query(
    (sql) => sql<Begun[]>`
      insert into posts (open_channel_id, post, occasion, begun, chat_id)
      select open_channel_id, ${post}::text, ${occasion}::text, 1, public_channel_id from channels
      where open_channel_id = ${openChannelId} and public_channel_id is not null and paused_at is null
      on conflict (open_channel_id, post, occasion) do update set begun = posts.begun + 1, chat_id = excluded.chat_id,
        begun_at = case when posts.begun = 0 then app_now() else posts.begun_at end
        where posts.message_id is null and posts.failed_at is null
      returning chat_id as "chatId", ${epochMs(sql, sql`begun_at`)} as since`,
  );
  return row;
}

/** Notes that Telegram refused a post that was begun: nothing was sent. For good with `promised`, else it is tried again. */
export const refusePost = (
  database: Database,
  key: PostKey,
  { reason, promised }: { reason: string; promised?: readonly Promised[] },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with refused as (
        update posts set begun = greatest(0, begun - 1), reason = ${reason},
          failed_at = case when ${promised !== undefined} then app_now() end
        where ${isPost(sql, key)} and message_id is null returning 1),
      promised as (${promise(sql, promised ?? [], 'refused')})
      select from refused`,
  );

/** A message that was sent for a post. */
export interface SentPost {
  readonly chatId: number;
  readonly messageId: number;
  readonly fingerprint: string;
  /** Promised where an earlier try may have come to a message, too. */
  readonly sweep: Promised;
  /** Promised where another try has come to one first: then this is the one too many. */
  readonly takeBack: Promised;
}

/** Notes what was sent, and promises what has to follow if it is not, or may not be, the only one. */
export const recordPost = (
  database: Database,
  key: PostKey,
  { chatId, messageId, fingerprint, sweep, takeBack }: SentPost,
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with recorded as (
        update posts set message_id = ${messageId}, chat_id = ${chatId}, fingerprint = ${fingerprint},
          posted_at = app_now(), failed_at = null, reason = null
        where ${isPost(sql, key)} and message_id is null returning begun),
      doubted as (select from recorded where begun > 1),
      beaten as (select where not exists (select from recorded)),
      swept as (${promise(sql, [sweep], 'doubted')}),
      taken_back as (${promise(sql, [takeBack], 'beaten')})
      select from recorded`,
  );

/** Of one kind, those that are in a channel. */
const live = (sql: Sql) => sql`posted_at is not null and removed_at is null`;

const removals = (sql: Sql, gate: string) => sql`
  insert into outbox (kind, payload, idempotency_key, expires_at)
  select 'remove_post', jsonb_build_object('openChannelId', open_channel_id, 'post', post, 'occasion', occasion),
    'remove_post:' || chat_id || ':' || message_id, app_now() + interval '3 days'
  from ${sql(gate)}
  on conflict (idempotency_key) do nothing`;

/**
 * Promises to take away all posts of a kind but the one furthest down. A statement of its own, after the post was noted:
 * of two that are sent at the same moment the one that is noted last sees both.
 */
export const supersede = (
  database: Database,
  { openChannelId, post }: Pick<PostKey, 'openChannelId' | 'post'>,
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with live as (
        select p.*, row_number() over (order by (chat_id = c.public_channel_id) desc, message_id desc) as place
        from posts p join channels c using (open_channel_id)
        where open_channel_id = ${openChannelId} and post = ${post} and ${live(sql)}),
      older as (select * from live where place > 1)
      ${removals(sql, 'older')}`,
  );

/** The part of a statement that promises to take all posts of a channel away. */
export const removingAll = (
  sql: Sql,
  openChannelId: OpenChannelId,
  { gate, but = null }: { gate: string; but?: number | null },
): Fragment => sql`
  insert into outbox (kind, payload, idempotency_key, expires_at)
  select 'remove_post', jsonb_build_object('openChannelId', open_channel_id, 'post', post, 'occasion', occasion),
    'remove_post:' || chat_id || ':' || message_id, app_now() + interval '3 days'
  from posts where open_channel_id = ${openChannelId} and ${live(sql)} and chat_id is distinct from ${but}::bigint
    and exists (select from ${sql(gate)})
  on conflict (idempotency_key) do nothing`;

/** A post that is in a channel. */
export interface LivePost extends PostKey {
  readonly chatId: number;
  readonly messageId: number;
  readonly fingerprint: string;
  /** A newer one of its kind is in the channel. */
  readonly isReplaced: boolean;
}

export const listLivePosts = (database: Database, openChannelId: OpenChannelId): Promise<LivePost[]> =>
  database.query(
    (sql) => sql<LivePost[]>`
      select open_channel_id as "openChannelId", post, occasion, chat_id as "chatId", message_id as "messageId",
        fingerprint, exists (select from posts n where n.open_channel_id = p.open_channel_id and n.post = p.post
          and n.chat_id = p.chat_id and n.posted_at is not null and n.removed_at is null and n.message_id > p.message_id) as "isReplaced"
      from posts p where open_channel_id = ${openChannelId} and ${live(sql)}
      order by post, message_id`,
  );

export const markRemoved = (database: Database, key: PostKey): Promise<unknown> =>
  database.query(
    (sql) => sql`update posts set removed_at = app_now() where ${isPost(sql, key)} and ${live(sql)}`,
  );

export const markRefreshed = (
  database: Database,
  { messageId, ...key }: LivePost,
  fingerprint: string,
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      update posts set fingerprint = ${fingerprint} where ${isPost(sql, key)} and message_id = ${messageId}`,
  );

/** What is known of the messages above one that may have a twin. */
export interface Above {
  /** Nothing at or before this one can be the twin: it was there before the first try. */
  readonly floor: number;
  /** Messages of ours that belong where they are. */
  readonly known: readonly number[];
  /** Something is being sent to that chat right now that is not noted yet, and must not be taken for a twin. */
  readonly isBusy: boolean;
}

/** After this long a try that was begun and never noted has died with its worker. */
const ABANDONED = '3 minutes';

export async function readAbove(
  database: Database,
  { chatId, messageId, since }: { chatId: number; messageId: number; since: number },
): Promise<Above> {
  const [row] = await database.query(
    (sql) => sql<Above[]>`
      select coalesce(max(message_id) filter (where ${epochMs(sql, sql`posted_at`)} < ${since}
          and message_id < ${messageId}), 0) as floor,
        coalesce(jsonb_agg(message_id) filter (where message_id is not null and removed_at is null), '[]') as known,
        coalesce(bool_or(message_id is null and failed_at is null and begun > 0
          and begun_at > app_now() - ${ABANDONED}::interval), false) as "isBusy"
      from posts where chat_id = ${chatId}
        and (message_id between ${messageId - 1000} and ${messageId} or message_id is null)`,
  );
  return row ?? { floor: 0, known: [], isBusy: false };
}
