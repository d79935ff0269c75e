import type { Fragment, Sql } from '../connection/options';

/** True if a user is banned from a channel: `${isBanned(sql, sql`c.open_channel_id`, sql`${userId}`)}`. */
export const isBanned = (sql: Sql, openChannelId: Fragment, userId: Fragment): Fragment => sql`
  exists (select from bans b where b.open_channel_id = ${openChannelId} and b.user_id = ${userId})`;

/** A user and a chat, given or found by the statement, in tables that aren't called `s`, `p` or `c`. */
interface UserInPlace {
  readonly chatId: number | Fragment;
  readonly userId: number | Fragment;
}

/**
 * Selects the offers that open a chat to a user, ended ones included, as the subscription `s` of the place `p` and the channel
 * `c`. The one answer to the question who belongs in a chat: those with days left in any of these offers. A condition and a
 * lock may follow: `${holders(sql, of)} and s.paid_until > app_now() for no key update of s`.
 */
export const holders = (sql: Sql, { chatId, userId }: UserInPlace): Fragment => sql`
  select s.open_channel_id, s.paid_until, s.paid_until + c.grace_hours * interval '1 hour' as stays_until
  from places p join channels c using (open_channel_id)
    join subscriptions s on s.open_channel_id = p.open_channel_id and s.user_id = ${userId}
  where p.chat_id = ${chatId} and p.closed_at is null and s.paid_until is not null
    and not ${isBanned(sql, sql`s.open_channel_id`, sql`s.user_id`)}`;

/** True if some offer lets a user into a chat now; `but`: some other one. */
export const isLetIn = (sql: Sql, of: UserInPlace, but: number | null = null): Fragment =>
  sql`exists (${holders(sql, of)} and s.paid_until > app_now() and s.open_channel_id is distinct from ${but}::bigint)`;

/** What other offers give to the user of the subscription `own` in the chat `t`. */
export const otherHolders = (sql: Sql): Fragment => sql`
  select max(h.paid_until) as until, max(h.stays_until) as stays_until,
    (array_agg(h.open_channel_id order by h.paid_until desc))[1] as open_channel_id
  from (${holders(sql, { chatId: sql`t.chat_id`, userId: sql`own.user_id` })} and s.open_channel_id <> own.open_channel_id) h`;

/** The place `p` of the user of the subscription `own`, as one of several. */
export const boughtPlace = (sql: Sql): Fragment => sql`
  (select case when count(*) > 1 then jsonb_build_object('places', count(*), 'kind', coalesce(p.kind, 'channel'),
      'title', coalesce(p.title, (select b.title from bot_chats b where b.chat_id = p.chat_id), c.title),
      'inside', count(*) filter (where q.chat_id is distinct from t.chat_id and a.status not in ('left', 'kicked'))) end
    from places q left join place_access a on (a.chat_id, a.user_id) = (q.chat_id, own.user_id)
    where q.open_channel_id = own.open_channel_id and q.closed_at is null) as place`;

/** True if a list of members gave a user days in an offer that opens the chat: its manager wants the bot to remove them. */
export const isTakenOver = (sql: Sql, chatId: Fragment, userId: Fragment): Fragment => sql`
  exists (select from places p join manual_extensions e using (open_channel_id)
    where p.chat_id = ${chatId} and e.user_id = ${userId} and e.takeover_id is not null)`;

/**
 * True for a member `m` that is never removed: protected, or in the place without the bot having let them in, unless a list of
 * members was taken over that has them.
 */
export const isNeverRemoved = (sql: Sql) =>
  sql`((m.is_protected or m.origin = 'unknown' and m.status not in ('left', 'kicked'))
    and not ${isTakenOver(sql, sql`m.chat_id`, sql`m.user_id`)})`;
