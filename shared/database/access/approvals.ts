import { ACCESS_EXPIRES_SECONDS } from '../../domain/effects';
import { DAY_SECONDS } from '../../domain/common/time';
import { PLACE_PEOPLE_PER_SECOND } from '../../domain/places/place';
import { isOpen, type Gate } from '../common/inbox';
import { channelOf, promisedRow, promisedRows } from '../common/outbox';
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

/**
 * The part of a statement that grants a place again to everybody who has access to it, never got a link there and has no grant
 * that waits: theirs ended while the bot could let nobody in. `occasion` distinguishes this time from others.
 */
export const grantsOfMissed = (
  sql: Sql,
  { chatId, occasion }: { readonly chatId: number; readonly occasion: Fragment },
  gate: Gate,
): Fragment => {
  const missed = sql`
    select m.*, (row_number() over (order by m.user_id) - 1) / ${PLACE_PEOPLE_PER_SECOND}::float8 as due_in from (
      select distinct on (s.user_id) s.user_id, s.open_channel_id, p.role
      from places p join channels c using (open_channel_id) join subscriptions s using (open_channel_id)
        left join place_access a on (a.chat_id, a.user_id) = (p.chat_id, s.user_id)
      where p.chat_id = ${chatId} and p.closed_at is null and s.paid_until > app_now()
        and coalesce(a.status in ('left', 'kicked'), true) and ${isOpen(sql, gate)}
        and not exists (select from place_links l where (l.chat_id, l.user_id) = (p.chat_id, s.user_id))
        and not ${isBanned(sql, sql`s.open_channel_id`, sql`s.user_id`)}
        and s.user_id not in (
          select (payload ->> 'userId')::bigint from outbox
          where kind = 'grant_access' and delivered_at is null and failed_at is null
            and coalesce(payload ->> 'openChannelId', payload ->> 'closedChannelId')::bigint in (${channelOf(sql, chatId)}))
      order by s.user_id, s.paid_until desc) m`;
  const of = { openChannelId: sql`open_channel_id`, userId: sql`user_id` };
  const promised = {
    key: sql`'missed:' || open_channel_id || ':' || user_id || ':' || ${chatId}::bigint || ':' || ${occasion}`,
    expiresInSeconds: ACCESS_EXPIRES_SECONDS,
    dueInSeconds: sql`due_in`,
  };
  const rest = { reference: sql`null::text`, news: sql`jsonb_build_object('type', 'asked')` };
  return promisedRows(
    sql,
    sql`select ${promisedRow(sql, 'grant_access', { payload: { ...of, ...rest }, ...promised })}
        from (${missed}) as n where role = 'main'
      union all
      select ${promisedRow(sql, 'grant_access', { payload: { ...of, ...rest, chatId: sql`${chatId}::bigint` }, ...promised })}
        from (${missed}) as n where role <> 'main'`,
  );
};
