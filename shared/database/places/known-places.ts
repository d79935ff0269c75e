import type { Fragment, Sql } from '../connection/options';
import { epochMs } from '../common/epoch';
import { accessTopicOf } from '../common/living-messages';
import { holders } from '../access/holders';
import { linkEnd } from '../access/invite-links';
import { placeTitle } from './kinds';

/** A user in a chat, by an offer. No fragment may name the tables `s`, `p`, `c` or `o`. */
interface UserOfOffer {
  readonly openChannelId: number | Fragment;
  readonly chatId: Fragment;
  readonly userId: Fragment;
}

/** Selects the other offers that keep a user in a chat: with days or grace left. Their `stays_until` is when they no longer do. */
export const keptByOthers = (sql: Sql, { openChannelId, ...of }: UserOfOffer): Fragment => sql`
  select h.open_channel_id, h.paid_until, h.stays_until from (${holders(sql, of)}) h
  where h.open_channel_id <> ${openChannelId} and h.stays_until > app_now()`;

/** The other offer that keeps a user in a chat longest, and until when; null if there is none. */
export const otherOffer = (sql: Sql, of: UserOfOffer): Fragment => sql`
  (select jsonb_build_object('title', o.title, 'until', ${epochMs(
    sql,
    sql`case when k.paid_until > app_now() then k.paid_until else k.stays_until end`,
  )})
    from (${keptByOthers(sql, of)}) k join channels o using (open_channel_id) order by k.stays_until desc limit 1)`;

/** Where a user is, by the row `a` of `place_access`. */
export const whereabouts = (sql: Sql): Fragment => sql`
  case when a.status in ('administrator', 'creator') then 'administrator' when a.status = 'kicked' then 'banned'
    when a.status = 'left' then 'out' when a.status is null then 'unseen' else 'in' end`;

/** The invite link of the user `u` into the chat `t`. */
export const inviteState = (sql: Sql): Fragment => sql`
  case when exists (select from place_links l where (l.user_id, l.chat_id) = (u.user_id, t.chat_id)
      and l.revoked_at is null and ${linkEnd(sql)} > app_now()) then 'live'
    when exists (select from place_links l where (l.user_id, l.chat_id) = (u.user_id, t.chat_id)) then 'ended' else 'none' end`;

/** In how many of the places of the channel `c` the user `u` is; null if it has one. */
export const insideOf = (sql: Sql): Fragment => sql`
  (select case when count(*) > 1 then jsonb_build_object('places', count(*),
      'inside', count(*) filter (where q.status not in ('left', 'kicked'))) end
    from places p left join place_access q on (q.chat_id, q.user_id) = (p.chat_id, u.user_id)
    where p.open_channel_id = c.open_channel_id and p.closed_at is null)`;

/** What the main place of the channel `c` is called, if it has several; null if it has one. */
export const mainOfSeveral = (sql: Sql): Fragment => sql`
  (select case when count(*) > 1 then (jsonb_agg(jsonb_build_object('title', ${placeTitle(sql)}, 'kind', p.kind)
      order by p.role = 'main' desc) -> 0) end
    from places p left join bot_chats b using (chat_id)
    where p.open_channel_id = c.open_channel_id and p.closed_at is null)`;

/** Why the last removal of the user `u` from the place `t` failed, if access to the offer `c` has ended since (`s`). */
const removalTrouble = (sql: Sql): Fragment => sql`
  (select g.details ->> 'reason' from audit_log g
    where (g.open_channel_id, g.user_id, g.act) = (c.open_channel_id, u.user_id, 'removal_failed')
      and coalesce((g.details ->> 'chatId')::bigint, c.closed_channel_id) = t.chat_id
      and a.status not in ('left', 'kicked') and coalesce(s.paid_until <= least(g.at, app_now()), true)
    order by g.at desc limit 1)`;

/** What is known of the user `u` in each place of the channel `c`, with the subscription `s`; null if it has one place. */
export const knownPlaces = (sql: Sql): Fragment => sql`
  (select case when count(*) > 1 then jsonb_agg(jsonb_build_object('title', t.title, 'kind', t.kind, 'whereabouts', ${whereabouts(sql)},
      'seenAt', ${epochMs(sql, sql`a.seen_at`)}, 'origin', case when a.status not in ('left', 'kicked') then a.origin end,
      'isProtected', coalesce(a.is_protected, false), 'wayIn', ${inviteState(sql)},
      'isRemoving', a.removing_since is not null, 'removedAt', ${epochMs(sql, sql`a.removed_at`)},
      'removalTrouble', ${removalTrouble(sql)},
      'hindrance', case when coalesce(a.status in ('left', 'kicked'), true) and l.message ->> 'type' = 'access_delayed' then
        case when (l.message ->> 'isInTooManyChats')::boolean then 'too_many_chats' else 'refused' end end,
      'other', ${otherOffer(sql, { openChannelId: sql`t.open_channel_id`, chatId: sql`t.chat_id`, userId: sql`u.user_id` })})
      order by t.position, t.chat_id) end
    from (
      select p.open_channel_id, p.chat_id, p.kind, p.position, p.role, ${placeTitle(sql)} as title
      from places p left join bot_chats b using (chat_id)
      where p.open_channel_id = c.open_channel_id and p.closed_at is null) t
      left join place_access a on (a.chat_id, a.user_id) = (t.chat_id, u.user_id)
      left join living_messages l on l.topic = ${accessTopicOf(sql, { openChannelId: sql`t.open_channel_id`, userId: sql`u.user_id`, role: sql`t.role`, chatId: sql`t.chat_id` })})`;

/** True if a user was seen in some place of the channel `c`. */
export const isSeenInPlaces = (sql: Sql, userId: Fragment, condition: Fragment = sql`true`): Fragment => sql`
  exists (select from places p join place_access a using (chat_id)
    where p.open_channel_id = c.open_channel_id and a.user_id = ${userId} and ${condition})`;
