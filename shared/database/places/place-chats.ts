import type { PlaceChat } from '../../domain/places/offer-place-message';
import { MAX_PLACES, type PlaceOfOffer } from '../../domain/places/place';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import { placesOf } from './decide-places';

/** Why an offer can't get a chat as another place: it has it, has too many, somebody posts there, or it is of another owner. */
export type PlaceClash = 'has_it' | 'too_many' | 'posts' | 'other_owner';

/** Why the offer can't get the chat, as `openPlaceAsked` decides. Null: nothing is in the way. */
const clashOf = (sql: Sql, openChannelId: number, chatId: Fragment): Fragment => sql`
  case when exists (
      select from places p where p.open_channel_id = ${openChannelId} and p.chat_id = ${chatId} and p.closed_at is null) then 'has_it'
    when exists (select from channels c where c.public_channel_id = ${chatId}) then 'posts'
    when exists (
      select from places p join channels c using (open_channel_id)
      where p.chat_id = ${chatId} and p.closed_at is null
        and c.owner_user_id <> (select o.owner_user_id from channels o where o.open_channel_id = ${openChannelId})) then 'other_owner'
    when ${placesOf(sql, openChannelId)} >= ${MAX_PLACES} then 'too_many' end`;

/** The most chats to choose from. If there are more, those that changed last. */
const MOST_CHATS = 20;

const chats = (sql: Sql, userId: number): Fragment => sql`
  select b.chat_id as "chatId", b.title, coalesce(b.kind, 'channel') as kind from bot_chats b
  where b.administrator_ids @> array[${userId}::bigint] and b.status = 'administrator'`;

/** Lists the chats that the user and the bot administer and that the offer can get. */
export const listPlaceChats = (
  database: Database,
  { openChannelId, userId }: Pick<PlaceOfOffer, 'openChannelId'> & { readonly userId: number },
): Promise<PlaceChat[]> =>
  database.query(
    (sql) => sql<PlaceChat[]>`
      ${chats(sql, userId)} and ${clashOf(sql, openChannelId, sql`b.chat_id`)} is null
      order by (b.username is null) desc, b.changed_at desc, b.chat_id limit ${MOST_CHATS}`,
  );

/** Finds a chat that the user and the bot administer, as far as is known, and why the offer can't get it. */
export async function findPlaceChat(
  database: Database,
  { openChannelId, chatId, userId }: PlaceOfOffer & { readonly userId: number },
): Promise<(PlaceChat & { readonly clash: PlaceClash | null }) | undefined> {
  const [row] = await database.query(
    (sql) => sql<(PlaceChat & { clash: PlaceClash | null })[]>`
      select f.*, ${clashOf(sql, openChannelId, sql`f."chatId"`)} as clash
      from (${chats(sql, userId)} and b.chat_id = ${chatId}) f`,
  );
  return row;
}
