import { DAY_SECONDS } from '../../domain/common/time';
import { isOpen, type Gate } from '../common/inbox';
import { promisedRow, promisedRows } from '../common/outbox';
import type { Fragment, Sql } from '../connection/options';
import { isBanned } from './holders';

/** Longer than the bulk lane needs for all of them. After this the next day's approvals are there. */
const EXPIRES_SECONDS = DAY_SECONDS;

/**
 * The part of a statement that promises to approve join requests in the places `p` of the channels `c` that `where` names: of
 * everybody who has paid access and a live link but isn't in. They may have asked while the bot could not hear it: Telegram keeps
 * such a request, announces it to nobody, and gives bots no list. `occasion` distinguishes this time from others.
 */
export const approvalsOfWaiting = (
  sql: Sql,
  { where, occasion }: { readonly where: Fragment; readonly occasion: Fragment },
  gate: Gate,
): Fragment => {
  const ofSubscription = { openChannelId: sql`s.open_channel_id`, userId: sql`s.user_id` };
  const promised = {
    key: sql`'approve_waiting:' || s.open_channel_id || ':' || s.user_id || ':' || ${occasion}`,
    expiresInSeconds: EXPIRES_SECONDS,
  };
  const waiting = sql`
    from places p join channels c using (open_channel_id) join subscriptions s using (open_channel_id)
      join place_links l on (l.chat_id, l.user_id) = (p.chat_id, s.user_id) and l.revoked_at is null
      left join place_access m on (m.chat_id, m.user_id) = (p.chat_id, s.user_id)
    where ${where} and p.closed_at is null and s.paid_until > app_now()
      and coalesce(m.status in ('left', 'kicked'), true)
      and not ${isBanned(sql, sql`s.open_channel_id`, sql`s.user_id`)} and ${isOpen(sql, gate)}`;
  return promisedRows(
    sql,
    sql`select ${promisedRow(sql, 'approve_waiting', { payload: ofSubscription, ...promised })} ${waiting} and p.role = 'main'
      union all
      select ${promisedRow(sql, 'approve_waiting', {
        payload: { ...ofSubscription, chatId: sql`p.chat_id` },
        ...promised,
        key: sql`${promised.key} || ':' || p.chat_id`,
      })} ${waiting} and p.role <> 'main'`,
  );
};
