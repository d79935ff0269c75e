import type { Fragment, Sql } from '../connection/options';

/** True if a user is banned from a channel: `${isBanned(sql, sql`c.open_channel_id`, sql`${userId}`)}`. */
export const isBanned = (sql: Sql, openChannelId: Fragment, userId: Fragment): Fragment => sql`
  exists (select from bans b where b.open_channel_id = ${openChannelId} and b.user_id = ${userId})`;

/** A user and a chat, given or found by the statement. */
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

/** True if some offer lets a user into a chat now. */
export const isLetIn = (sql: Sql, of: UserInPlace): Fragment =>
  sql`exists (${holders(sql, of)} and s.paid_until > app_now())`;
