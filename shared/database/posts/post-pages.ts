import type { PostState } from '../../domain/messages/owner-posts';
import { POSTS, type PostKind } from '../../domain/posts/posts';
import { epochMs } from '../common/epoch';
import type { Database } from '../connection/pool';
import type { Actor } from '../common/channel-roles';

/** A channel's posts, with their settings and results. */
export interface PostsState {
  readonly hasPublicChannel: boolean;
  readonly isPaused: boolean;
  readonly hour: number | null;
  readonly posts: readonly PostState[];
}

interface Row extends Omit<PostsState, 'posts'> {
  readonly chosen: readonly PostKind[];
  readonly pending: readonly PostKind[];
  readonly live: Readonly<Partial<Record<PostKind, PostState['live']>>>;
  readonly failures: Readonly<Partial<Record<PostKind, string | null>>>;
}

export async function readPostsState(
  database: Database,
  { openChannelId }: Pick<Actor, 'openChannelId'>,
): Promise<PostsState> {
  const [row] = await database.query(
    (sql) => sql<Row[]>`
      with mine as materialized (select * from posts where open_channel_id = ${openChannelId}),
      live as (
        select distinct on (post) post, jsonb_build_object('chatId', chat_id, 'messageId', message_id,
          'since', ${epochMs(sql, sql`posted_at`)}) as shown
        from mine where posted_at is not null and removed_at is null order by post, message_id desc),
      last as (
        select distinct on (post) post, case when posted_at is null then reason end as reason
        from mine order by post, begun_at desc)
      select public_channel_id is not null as "hasPublicChannel", paused_at is not null as "isPaused",
        post_kinds as chosen,
        (select hour::int from schedules s where s.open_channel_id = c.open_channel_id and kind = 'posts') as hour,
        (select coalesce(jsonb_agg(payload ->> 'post'), '[]') from outbox where kind = 'publish_post'
          and delivered_at is null and failed_at is null
          and (payload ->> 'openChannelId')::bigint = c.open_channel_id) as pending,
        (select coalesce(jsonb_object_agg(post, shown), '{}') from live) as live,
        (select coalesce(jsonb_object_agg(post, reason), '{}') from last) as failures
      from channels c where open_channel_id = ${openChannelId}`,
  );
  if (row === undefined) return { hasPublicChannel: false, isPaused: false, hour: null, posts: [] };
  const { chosen, pending, live, failures, ...state } = row;
  const posts = POSTS.map((post) => ({
    post,
    isChosen: chosen.includes(post),
    isPending: pending.includes(post),
    live: live[post] ?? null,
    failure: failures[post] ?? null,
  }));
  return { ...state, posts };
}
