import { accessTopicOf } from '../common/living-messages';
import type { Fragment, Sql } from '../connection/options';
import { placeTitle } from './kinds';

/**
 * The places of the subscription `s` to the channel `c`, as its buyer sees them, if there are several. What hinders is what the
 * buyer was told last about the place.
 */
export const myPlaces = (sql: Sql): Fragment => sql`
  (select case when count(*) > 1 then jsonb_agg(jsonb_build_object('chatId', p.chat_id, 'isMain', p.role = 'main',
      'title', ${placeTitle(sql)}, 'kind', p.kind,
      'state', case when a.status not in ('left', 'kicked') then 'in'
        when l.message ->> 'type' is distinct from 'access_delayed' then 'out'
        when (l.message ->> 'isInTooManyChats')::boolean then 'too_many_chats'
        when (l.message ->> 'isOwnerTold')::boolean then 'owner_told' else 'trying' end)
      order by p.position, p.chat_id) end
    from places p left join bot_chats b using (chat_id)
      left join place_access a on (a.chat_id, a.user_id) = (p.chat_id, s.user_id)
      left join living_messages l on l.topic = ${accessTopicOf(sql, { openChannelId: sql`s.open_channel_id`, userId: sql`s.user_id`, role: sql`p.role`, chatId: sql`p.chat_id` })}
    where p.open_channel_id = s.open_channel_id and p.closed_at is null) as places`;
