import type { Promised } from '../../domain/effects';
import type { OpenChannelId } from '../../domain/common/ids';
import { POST_EXPIRES_SECONDS } from '../../domain/posts/posts';
import { audited } from '../common/audit-log';
import { received, wasHandled, type Delivery } from '../common/inbox';
import { promise, promisedRow, promisedRows } from '../common/outbox';
import type { Database } from '../connection/pool';
import type { Sql } from '../connection/options';
import { permitted } from '../common/channel-roles';
import { isStopped } from '../places/sold-places';

/** The least time between two requests for a channel's posts, by hand or by another service. */
const PAUSE_SECONDS = 300;

/** The result of a request for a channel's posts. */
export type Triggered =
  | { readonly type: 'triggered'; readonly posts: number }
  /** This delivery triggered them before. */
  | { readonly type: 'done_before' }
  | { readonly type: 'too_soon'; readonly secondsLeft: number }
  | { readonly type: NotPostedReason }
  /** There is no such channel, or the user may not post in it. */
  | { readonly type: 'unknown' };

type NotPostedReason = 'paused' | 'no_public_channel' | 'nothing_to_post' | 'not_on_sale';

export interface Trigger {
  readonly openChannelId: OpenChannelId;
  /** Distinguishes this request from every other one. */
  readonly occasion: string;
  /** The user who asks. Absent for the operator and their services, who always may. */
  readonly userId?: number;
  readonly promised?: readonly Promised[];
}

interface Row {
  readonly hasPublicChannel: boolean;
  readonly isPaused: boolean;
  readonly isHandled: boolean;
  readonly isTriggered: boolean;
  readonly hasPosts: boolean;
  /** There would be an offer to post if the bot could let buyers in. */
  readonly isStopped: boolean;
  readonly posts: number;
  readonly secondsLeft: number;
}

function outcomeOf(row: Row | undefined): Triggered {
  if (row === undefined) return { type: 'unknown' };
  if (row.isTriggered) return { type: 'triggered', posts: row.posts };
  if (row.isHandled) return { type: 'done_before' };
  if (!row.hasPublicChannel) return { type: 'no_public_channel' };
  if (row.isPaused) return { type: 'paused' };
  if (!row.hasPosts && row.isStopped) return { type: 'not_on_sale' };
  if (!row.hasPosts) return { type: 'nothing_to_post' };
  return { type: 'too_soon', secondsLeft: Math.min(PAUSE_SECONDS, Math.max(1, row.secondsLeft)) };
}

const hasTiers = (sql: Sql) => sql`
  c.closed_channel_id is not null and exists (select from tiers where tiers.open_channel_id = c.open_channel_id)`;

/** True if the channel `c` has something to buy now. Otherwise there is no offer to post. */
const offers = (sql: Sql) => sql`${hasTiers(sql)} and not ${isStopped(sql)}`;

const hasPosts = (sql: Sql) => sql`
  ('donate' = any (c.post_kinds) or ('offer' = any (c.post_kinds) and ${offers(sql)}))`;

/**
 * Promises a channel's posts now, at most every five minutes. The channel's row is locked, so one of two requests at
 * the same moment is told to wait.
 */
export async function triggerPosts(
  database: Database,
  delivery: Delivery,
  { openChannelId, occasion, userId, promised = [] }: Trigger,
): Promise<Triggered> {
  const act = { act: 'posts_published', openChannelId, ...(userId !== undefined && { actorUserId: userId }) };
  const [row] = await database.query(
    (sql) => sql<Row[]>`
      with requested as materialized (${
        userId === undefined
          ? sql`select open_channel_id from channels where open_channel_id = ${openChannelId}`
          : permitted(sql, { openChannelId, userId, action: 'post-publish' })
      }),
      triggered as (
        update channels c set posts_triggered_at = app_now() from requested
        where c.open_channel_id = requested.open_channel_id and public_channel_id is not null and paused_at is null
          and ${hasPosts(sql)} and not ${wasHandled(sql, delivery)}
          and coalesce(posts_triggered_at <= app_now() - ${PAUSE_SECONDS} * interval '1 second', true)
        returning c.open_channel_id, c.closed_channel_id, c.post_kinds),
      delivery as (${received(sql, { delivery, outcome: 'posts_triggered' }, 'triggered')}),
      published as (
        ${promisedRows(
          sql,
          sql`select ${promisedRow(sql, 'publish_post', {
            payload: {
              openChannelId: sql`open_channel_id`,
              post: sql`post`,
              occasion: sql`${occasion}::text`,
            },
            key: sql`'posts:' || open_channel_id || ':' || post || ':' || ${occasion}::text`,
            expiresInSeconds: POST_EXPIRES_SECONDS,
          })} from triggered c, unnest(post_kinds) as post where post <> 'offer' or (${offers(sql)})`,
        )} returning 1),
      audited as (${audited(sql, act, 'delivery')}),
      promised as (${promise(sql, promised, 'delivery')})
      select public_channel_id is not null as "hasPublicChannel", paused_at is not null as "isPaused",
        ${hasPosts(sql)} as "hasPosts",
        ('offer' = any (c.post_kinds) and ${hasTiers(sql)} and ${isStopped(sql)}) as "isStopped", ${wasHandled(sql, delivery)} as "isHandled",
        exists (select from triggered) as "isTriggered", (select count(*)::int from published) as posts,
        coalesce(ceil(extract(epoch from posts_triggered_at - app_now()) + ${PAUSE_SECONDS})::int, ${PAUSE_SECONDS})
          as "secondsLeft"
      from channels c join requested using (open_channel_id)`,
  );
  return outcomeOf(row);
}
