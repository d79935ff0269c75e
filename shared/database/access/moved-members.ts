import { ACCESS_EXPIRES_SECONDS } from '../../domain/effects';
import type { ClosedChannelId } from '../../domain/common/ids';
import { PLACE_GONE } from '../../domain/places/place-state';
import { isGone } from '../common/gone-chats';
import { promisedRow, promisedRows, resumed } from '../common/outbox';
import type { Fragment, Sql } from '../connection/options';
import { isBanned } from './holders';

/** Slow enough that buttons don't wait behind them. */
const GRANTS_PER_SECOND = 5;

interface Move {
  readonly openChannelId: number;
  /** The private channel that was deleted. */
  readonly from: ClosedChannelId | null;
  readonly chatId: number;
}

/**
 * The parts of a statement, gated by `delivery`, that give another private channel to the members of one that was deleted:
 * their links to the old one end, nobody is recorded as in, everybody with days left is granted access again, and what ended
 * with the old channel is due again. They write nothing if the old channel is there.
 */
export const movedMembers = (
  sql: Sql,
  { openChannelId, from, chatId }: Move,
): Readonly<Record<string, Fragment>> => {
  const isMoved = sql`exists (select from delivery)
    and exists (select from bot_chats b where b.chat_id = ${from}::bigint and ${isGone(sql, sql`b`)})`;
  return {
    links_ended: sql`
      update invite_links set revoked_at = app_now(), revoked_because = 'replaced'
      where open_channel_id = ${openChannelId} and revoked_at is null and ${isMoved}`,
    members_left: sql`
      update members set status = 'left', is_protected = false, seen_at = app_now()
      where open_channel_id = ${openChannelId} and ${isMoved}`,
    resumed: from === null ? sql`select` : sql`${resumed(sql, from)} and ${isMoved}`,
    granted: promisedRows(
      sql,
      sql`select ${promisedRow(sql, 'grant_access', {
        payload: {
          openChannelId: sql`s.open_channel_id`,
          userId: sql`s.user_id`,
          reference: sql`null::text`,
          news: sql`jsonb_build_object('type', 'moved')`,
        },
        key: sql`'subscription:' || s.open_channel_id || ':' || s.user_id || ':moved:' || ${chatId}::bigint`,
        expiresInSeconds: ACCESS_EXPIRES_SECONDS,
        dueInSeconds: sql`(row_number() over (order by s.paid_until desc, s.user_id) - 1) / ${GRANTS_PER_SECOND}::float8`,
      })} from subscriptions s where s.open_channel_id = ${openChannelId} and s.paid_until > app_now()
        -- Their own grant is due again.
        and not exists (select from outbox g where g.kind = 'grant_access' and g.last_error = ${PLACE_GONE}
          and g.failed_at is not null and g.expires_at > app_now()
          and (g.payload ->> 'openChannelId')::bigint = s.open_channel_id
          and (g.payload ->> 'userId')::bigint = s.user_id)
        and not ${isBanned(sql, sql`s.open_channel_id`, sql`s.user_id`)} and ${isMoved}`,
    ),
  };
};
