import { endsNever } from '../access/for-ever';
import { foldedEnd } from '../access/extensions';
import { isBanned } from '../access/holders';
import type { Fragment, Sql } from '../connection/options';

/** An end that is this near is the same one: a list may be written to the minute. */
const SAME_WITHIN = '1 minute';

/** The end of what the user of the subscription `s` paid for, without what was given by hand. */
const paidEnd = (sql: Sql): Fragment =>
  foldedEnd(
    sql,
    sql`select granted_at, days * interval '24 hours' as length from extensions e
      where (e.open_channel_id, e.user_id) = (s.open_channel_id, s.user_id) and e.revoked_at is null`,
  );

/** True if the user of the line `l` runs the channel `c`, or is an administrator of one of its places. */
const isStaff = (sql: Sql): Fragment => sql`(
  l.user_id = c.owner_user_id
  or exists (select from channel_administrators a where (a.open_channel_id, a.user_id) = (c.open_channel_id, l.user_id))
  or exists (select from places p join place_access a on (a.chat_id, a.user_id) = (p.chat_id, l.user_id)
    where p.open_channel_id = c.open_channel_id and a.status in ('administrator', 'creator'))
  or exists (select from places p join bot_chats b using (chat_id)
    where p.open_channel_id = c.open_channel_id and b.administrator_ids @> array[l.user_id]))`;

const isInside = (sql: Sql): Fragment => sql`
  exists (select from places p join place_access a on (a.chat_id, a.user_id) = (p.chat_id, l.user_id)
    where p.open_channel_id = c.open_channel_id and p.role = 'main' and a.status not in ('left', 'kicked'))`;

/**
 * What each line `l` of a list would change, as things are now: its `verdict`, with the subscription `s` of its user in the
 * channel `c`. `where` chooses the lines.
 */
export const judgedLines = (sql: Sql, where: Fragment): Fragment => sql`
  select l.takeover_id, l.line, l.user_id, l.username, l.until, l.note, l.verdict as shown, s.version, s.paid_until,
    s.removed_at,
    case
      when l.until <= app_now() then 'ended'
      when l.verdict = 'twice' then 'twice'
      when l.user_id is null then 'unknown'
      when ${isBanned(sql, sql`c.open_channel_id`, sql`l.user_id`)} then 'banned'
      when ${isStaff(sql)} then 'protected'
      when coalesce(s.paid_until <= app_now(), true) then case when ${isInside(sql)} then 'in' else 'new' end
      when l.until = 'infinity' and ${endsNever(sql, sql`s.paid_until`)} then 'same'
      when l.until between s.paid_until - ${SAME_WITHIN}::interval and s.paid_until + ${SAME_WITHIN}::interval then 'same'
      when l.until > s.paid_until then 'longer'
      when ${paidEnd(sql)} + ${SAME_WITHIN}::interval >= s.paid_until then 'paid'
      else 'shorter' end as verdict,
    case when l.until < s.paid_until then ${paidEnd(sql)} end as paid_end
  from takeover_lines l join takeovers t using (takeover_id) join channels c using (open_channel_id)
    -- The limit has each looked up, whatever is known about the sizes of these tables.
    left join lateral (
      select * from subscriptions s where (s.open_channel_id, s.user_id) = (c.open_channel_id, l.user_id) limit 1) s on true
  where ${where}`;
