import { DAY_SECONDS } from '../../domain/common/time';
import { isOpen, type Gate } from '../common/inbox';
import { promisedRow, promisedRows } from '../common/outbox';
import type { Fragment, Sql } from '../connection/options';
import { isBanned } from './bans';

/** Longer than the bulk lane needs for all of them. After this the next day's approvals are there. */
const EXPIRES_SECONDS = DAY_SECONDS;

/**
 * The part of a statement that promises to approve join requests in the channels `c` that `where` names: of everybody who has
 * paid access and a live link but isn't in. They may have asked while the bot could not hear it: Telegram keeps such a
 * request, announces it to nobody, and gives bots no list. `occasion` distinguishes this time from others.
 */
export const approvalsOfWaiting = (
  sql: Sql,
  { where, occasion }: { readonly where: Fragment; readonly occasion: Fragment },
  gate: Gate,
): Fragment =>
  promisedRows(
    sql,
    sql`select ${promisedRow(sql, 'approve_waiting', {
      payload: { openChannelId: sql`s.open_channel_id`, userId: sql`s.user_id` },
      key: sql`'approve_waiting:' || s.open_channel_id || ':' || s.user_id || ':' || ${occasion}`,
      expiresInSeconds: EXPIRES_SECONDS,
    })}
    from channels c join subscriptions s using (open_channel_id)
      join invite_links l on (l.open_channel_id, l.user_id, l.closed_channel_id)
        = (s.open_channel_id, s.user_id, c.closed_channel_id) and l.revoked_at is null
      left join members m on (m.open_channel_id, m.user_id) = (s.open_channel_id, s.user_id)
    where ${where} and s.paid_until > app_now()
      and coalesce(m.status in ('left', 'kicked'), true)
      and not ${isBanned(sql, sql`s.open_channel_id`, sql`s.user_id`)} and ${isOpen(sql, gate)}`,
  );
