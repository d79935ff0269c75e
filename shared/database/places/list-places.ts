import type { OpenChannelId } from '../../domain/common/ids';
import type { ShownPlace } from '../../domain/places/offer-place-message';
import type { SeenPlace } from '../../domain/places/place-state';
import { LISTED_AT_MOST } from '../../domain/owner/lists';
import { isBanned } from '../access/holders';
import { placeTopicOf } from '../common/living-messages';
import type { Database } from '../connection/pool';
import { unfinishedIn } from './apply-place';
import { placeTitle } from './kinds';
import { seenPlace } from './sold-places';

/** A place as its owner sees it. It counts the `LISTED_AT_MOST` people whose access ends last. */
export interface StoredPlace extends Omit<ShownPlace, 'state'> {
  readonly seen: SeenPlace | null;
}

/** The places of an offer, in the order in which buyers see them. */
export interface StoredPlaces {
  /** How many have access now. `LISTED_AT_MOST + 1`: more than `LISTED_AT_MOST`. */
  readonly people: number;
  readonly places: readonly StoredPlace[];
}

/**
 * Reads the places of an offer, and how many are in each. Counts in one range of `subscriptions_by_end`, however many people have
 * access.
 */
export async function readPlaces(database: Database, openChannelId: OpenChannelId): Promise<StoredPlaces> {
  const [row] = await database.query(
    (sql) => sql<StoredPlaces[]>`
      with people as materialized (
        select s.user_id, row_number() over (order by s.paid_until desc) as place from subscriptions s
        where s.open_channel_id = ${openChannelId} and s.paid_until > app_now()
          and not ${isBanned(sql, sql`s.open_channel_id`, sql`s.user_id`)}
        order by s.paid_until desc limit ${LISTED_AT_MOST + 1}),
      shown as materialized (
        select p.*, p.closed_at is not null as is_closed, l.message,
          (select count(*) from (${unfinishedIn(sql, { openChannelId, chatId: sql`p.chat_id` }, sql`p.closed_at is not null`)}
            limit ${LISTED_AT_MOST}) u) as unfinished
        from places p left join living_messages l
          on l.topic = ${placeTopicOf(sql)}
        where p.open_channel_id = ${openChannelId} and (p.closed_at is null or not (l.message ->> 'isDone')::boolean))
      select (select count(*)::int from people) as people,
        coalesce((select jsonb_agg(jsonb_build_object('chatId', p.chat_id, 'kind', p.kind, 'role', p.role, 'isClosed', p.is_closed,
            'title', ${placeTitle(sql)}, 'inside', n.inside, 'waiting', n.people - n.inside,
            'seen', case when b.chat_id is not null then ${seenPlace(sql)} end,
            'progress', case when not (p.message ->> 'isDone')::boolean then jsonb_build_object('total', p.message -> 'total',
              'done', least((p.message ->> 'total')::int, greatest(0, (p.message ->> 'begun')::int - p.unfinished))) end)
            order by p.is_closed, p.position, p.chat_id)
          from shown p left join bot_chats b on b.chat_id = p.chat_id, lateral (
            select count(*) as people, count(*) filter (where a.status not in ('left', 'kicked')) as inside
            from people left join place_access a on (a.chat_id, a.user_id) = (p.chat_id, people.user_id)
            where people.place <= ${LISTED_AT_MOST}) n), '[]') as places
      from channels c where c.open_channel_id = ${openChannelId}`,
  );
  return row ?? { people: 0, places: [] };
}
