import { DAY_SECONDS } from '../../domain/common/time';
import type { OpenChannelId } from '../../domain/common/ids';
import { languageOf, type Language } from '../../domain/common/language';
import type { OfferedTier } from '../../domain/messages/offer';
import { NO_OWNER, type AllowedOwners } from '../../domain/owner/allowed-owners';
import type { PostKind } from '../../domain/posts/posts';
import type { Fragment, Sql } from '../connection/options';
import { isOwnerOfStars } from '../common/channel-roles';
import { promisedRow, promisedRows } from '../common/outbox';
import type { Database } from '../connection/pool';
import { isOpen, type Gate } from '../common/inbox';
import { isStopped } from '../places/sold-places';

/** What a channel's posts are made of, as it is now. */
export interface Posted {
  readonly openChannelId: OpenChannelId;
  readonly publicChannelId: number | null;
  readonly title: string;
  readonly description: string;
  readonly donationMessage: string;
  readonly ownerUserId: number;
  /** None if there is no private channel to let a buyer into. */
  readonly tiers: readonly OfferedTier[];
  /** The bot can't let anybody in at the moment, so nothing is sold. */
  readonly isStopped: boolean;
  /** What the channel reads. */
  readonly language: Language;
}

export async function readPosted(
  database: Database,
  openChannelId: OpenChannelId,
  starsFor: AllowedOwners = NO_OWNER,
): Promise<Posted | undefined> {
  const [row] = await database.query(
    (sql) => sql<(Omit<Posted, 'language'> & { language: string | null })[]>`
      select c.open_channel_id as "openChannelId", c.public_channel_id as "publicChannelId", c.title, c.description,
        c.donation_message as "donationMessage", c.owner_user_id as "ownerUserId",
        case when c.closed_channel_id is null then '[]' else coalesce((
          select jsonb_agg(jsonb_build_object('position', t.position, 'name', t.name, 'priceCents', t.price_cents,
            'priceStars', case when ${isOwnerOfStars(sql, starsFor)} then t.price_stars end, 'days', t.days) order by t.position)
          from tiers t where t.open_channel_id = c.open_channel_id), '[]') end as tiers,
        ${isStopped(sql)} as "isStopped", c.language
      from channels c where c.open_channel_id = ${openChannelId}`,
  );
  return row && { ...row, language: languageOf(row.language) };
}

/** Identifies a post: one of a kind for each occasion. */
export interface PostKey {
  readonly openChannelId: OpenChannelId;
  readonly post: PostKind;
  readonly occasion: string;
}

export const isPost = (sql: Sql, { openChannelId, post, occasion }: PostKey) => sql`
  open_channel_id = ${openChannelId} and post = ${post} and occasion = ${occasion}`;

/** A post that can't be deleted within this time stays. */
const REMOVAL_EXPIRES_SECONDS = 3 * DAY_SECONDS;

/** True for a post that is in a channel now. */
const live = (sql: Sql) => sql`posted_at is not null and removed_at is null`;

/** Promises to remove every post that `from` finds. */
const removalsOf = (sql: Sql, from: Fragment): Fragment =>
  promisedRows(
    sql,
    sql`select ${promisedRow(sql, 'remove_post', {
      payload: { openChannelId: sql`open_channel_id`, post: sql`post`, occasion: sql`occasion` },
      key: sql`'remove_post:' || chat_id || ':' || message_id`,
      expiresInSeconds: REMOVAL_EXPIRES_SECONDS,
    })} ${from}`,
  );

/**
 * Promises to remove all posts of a kind except the lowest one in the channel. This is a separate statement after the
 * post was recorded: of two posts sent at the same moment, the one that is recorded last sees both.
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
      ${removalsOf(sql, sql`from older`)}`,
  );

/** The part of a statement that promises to remove a channel's posts, except those in the chat `but`. */
export const promisedRemovals = (
  sql: Sql,
  { openChannelId, but = null }: { readonly openChannelId: OpenChannelId; readonly but?: number | null },
  gate: Gate,
): Fragment =>
  removalsOf(
    sql,
    sql`from posts where open_channel_id = ${openChannelId} and ${live(sql)} and chat_id is distinct from ${but}::bigint
      and ${isOpen(sql, gate)}`,
  );

/** A post that is in a channel. */
export interface LivePost extends PostKey {
  readonly chatId: number;
  readonly messageId: number;
  readonly fingerprint: string;
  /** True if a newer post of its kind is in the channel. */
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
