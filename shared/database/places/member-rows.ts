import { epochMs } from '../common/epoch';
import { personJson } from '../common/shown-payer';
import type { Sql } from '../connection/options';
import { insideOf, inviteState, otherOffer, whereabouts } from './known-places';

/** What a list says about the user `u`: the subscription `s` to the channel `c`, and their access `a` to its main place, `t`. */
export const memberJson = (sql: Sql) => sql`
  jsonb_build_object('payer', ${personJson(sql, sql`u.user_id`)},
    'whereabouts', ${whereabouts(sql)},
    'paidUntil', ${epochMs(sql, sql`s.paid_until`)},
    'phase', case when s.paid_until is null then 'none' when app_now() < s.paid_until then 'active'
      when app_now() < s.paid_until + c.grace_hours * interval '1 hour' then 'grace' else 'expired' end,
    'origin', case when a.status not in ('left', 'kicked') then a.origin end,
    'wayIn', ${inviteState(sql)}, 'places', ${insideOf(sql)},
    'other', ${otherOffer(sql, {
      openChannelId: sql`t.open_channel_id`,
      chatId: sql`t.chat_id`,
      userId: sql`u.user_id`,
    })})`;

/** Joins what is known about the users `u` in the channel `c`. */
export const joinedMember = (sql: Sql, openChannelId: number) => sql`
  join channels c on c.open_channel_id = ${openChannelId}
  cross join lateral (select c.open_channel_id, c.closed_channel_id as chat_id) t
  left join place_access a on (a.chat_id, a.user_id) = (t.chat_id, u.user_id)
  left join subscriptions s on (s.open_channel_id, s.user_id) = (c.open_channel_id, u.user_id)
  left join chats h on h.chat_id = u.user_id`;
