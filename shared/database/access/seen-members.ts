import type { ClosedChannelId } from '../../domain/common/ids';
import { isOutside } from '../../domain/places/place-state';
import { received, type Delivery } from '../common/inbox';
import type { Database } from '../connection/pool';
import { isLetIn } from './holders';

/** A change of a user's membership in a place, as Telegram reported it. */
export interface SeenMember {
  readonly closedChannelId: ClosedChannelId;
  readonly userId: number;
  /** Telegram's name for the membership after the change. */
  readonly status: string;
  /** Telegram's name for the membership before the change. */
  readonly oldStatus: string;
  /** True if the bot itself made the change. */
  readonly isOurs: boolean;
}

/**
 * Stores the change that a `chat_member` update shows. A user who joins without access, and not through the bot, gets
 * the origin `unknown`: the owner's report shows them, and they aren't removed for it. The origin of a member who was
 * in already doesn't change.
 */
export const saveSeenMember = (
  database: Database,
  delivery: Delivery,
  { closedChannelId, userId, status, oldStatus, isOurs }: SeenMember,
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with channel as (
        select p.chat_id, case
            when not ${isOutside(oldStatus)}::boolean then null
            when ${isOurs}::boolean or ${isLetIn(sql, { chatId: closedChannelId, userId })} then 'admitted'
            else 'unknown' end as origin
        from places p where p.chat_id = ${closedChannelId} limit 1),
      delivery as (${received(sql, { delivery, outcome: 'member_seen' }, 'channel')}),
      departed as (
        update place_access m set status = ${status}, seen_at = app_now() from channel c, delivery
        where m.chat_id = c.chat_id and m.user_id = ${userId} and m.status is not null and ${status} in ('left', 'kicked')),
      arrived as (
        insert into place_access as m (chat_id, user_id, status, origin, seen_at)
        select c.chat_id, ${userId}, ${status}, coalesce(c.origin, 'unknown'), app_now()
        from channel c, delivery where ${status} not in ('left', 'kicked')
        on conflict (chat_id, user_id) do update set status = excluded.status, seen_at = excluded.seen_at,
          origin = coalesce((select origin from channel), m.origin, 'unknown'))
      select from delivery`,
  );
