import type { Promised } from '../../domain/effects';
import type { PostKind } from '../../domain/posts/posts';
import { actOn, type ManagerChange } from '../common/act-on';
import type { Actor } from '../common/channel-roles';
import { planned } from '../common/daily-schedules';
import type { Delivery } from '../common/inbox';
import type { Database } from '../connection/pool';
import { promisedRemovals } from './posts';

/** Sets the hour at which a channel's posts are repeated every day. */
export const scheduleDailyPosts = (
  database: Database,
  delivery: Delivery,
  { hour, ...by }: ManagerChange & { readonly hour: number },
): Promise<boolean> => {
  const { openChannelId } = by.actor;
  return actOn(database, delivery, {
    ...by,
    action: 'post-daily',
    act: { act: 'posts_scheduled', details: { hour } },
    change: (sql) => ({ planned: planned(sql, { openChannelId, schedule: 'posts', hour }, 'delivery') }),
  });
};

/** Stops repeating a channel's posts. */
export const stopDailyPosts = (
  database: Database,
  delivery: Delivery,
  by: ManagerChange,
): Promise<boolean> => {
  const { openChannelId } = by.actor;
  return actOn(database, delivery, {
    ...by,
    action: 'post-daily',
    act: { act: 'posts_unscheduled' },
    change: (sql) => ({
      stopped: sql`
        delete from schedules
        where open_channel_id = ${openChannelId} and kind = 'posts' and exists (select from delivery)`,
    }),
  });
};

/** Switches one kind of post on if it is off, otherwise off. */
export const switchPostKind = (
  database: Database,
  delivery: Delivery,
  { post, ...by }: ManagerChange & { readonly post: PostKind },
): Promise<boolean> => {
  const { openChannelId } = by.actor;
  return actOn(database, delivery, {
    ...by,
    action: 'post-kind',
    act: { act: 'post_switched', details: { post } },
    change: (sql) => ({
      switched: sql`
        update channels set updated_at = app_now(), post_kinds = case when ${post} = any (post_kinds)
          then array_remove(post_kinds, ${post}) else array_append(post_kinds, ${post}) end
        where open_channel_id = ${openChannelId} and exists (select from delivery)`,
    }),
  });
};

interface PromisedPostWork {
  readonly actor: Actor;
  readonly promised: readonly Promised[];
}

/** Promises a preview of a post. Changes nothing, so it records nothing. */
export const promisePostPreview = (
  database: Database,
  delivery: Delivery,
  by: PromisedPostWork,
): Promise<boolean> => actOn(database, delivery, { ...by, action: 'post-preview' });

/** Promises to bring a channel's posts up to date. */
export const promisePostRefresh = (
  database: Database,
  delivery: Delivery,
  by: PromisedPostWork,
): Promise<boolean> =>
  actOn(database, delivery, { ...by, action: 'post-refresh', act: { act: 'posts_refreshed' } });

/** Promises to remove all posts of a channel. */
export const removePosts = (database: Database, delivery: Delivery, by: ManagerChange): Promise<boolean> =>
  actOn(database, delivery, {
    ...by,
    action: 'post-remove',
    act: { act: 'posts_removed' },
    change: (sql) => ({
      removing: promisedRemovals(sql, { openChannelId: by.actor.openChannelId }, 'delivery'),
    }),
  });
