import type { OpenChannelId } from '../../domain/common/ids';
import type { KnownChats, KnownOfferPlace } from '../../domain/places/file-places';
import type { PlaceKind, PlaceOfOffer, PlaceRole } from '../../domain/places/place';
import type { SeenPlace } from '../../domain/places/place-state';
import type { Fragment, Sql } from '../connection/options';
import type { Database } from '../connection/pool';
import { placeTitle } from './kinds';
import { seenPlace } from './sold-places';

/** An open place, with what was reported about the bot there. */
export interface ListedPlace extends KnownOfferPlace {
  /** `null` if nothing was reported yet. */
  readonly seen: SeenPlace | null;
}

const openPlaces = (sql: Sql, where: Fragment): Fragment => sql`
  select p.open_channel_id as "openChannelId", p.chat_id as "chatId", p.kind, p.role, p.title as "ownTitle",
    ${placeTitle(sql)} as title, c.title as "offerTitle", c.owner_user_id as "ownerUserId",
    case when b.chat_id is not null then ${seenPlace(sql)} end as seen
  from places p join channels c using (open_channel_id) left join bot_chats b using (chat_id)
  where p.closed_at is null and ${where} order by c.title, p.open_channel_id, p.position, p.chat_id`;

const among = (sql: Sql, ids: readonly number[]): Fragment =>
  sql`(select id::bigint from jsonb_array_elements_text(${sql.json(ids)}) as id)`;

/** Lists the places of all offers, or only of the named ones, each offer's in their order. */
export const listOpenPlaces = (database: Database, only?: readonly OpenChannelId[]): Promise<ListedPlace[]> =>
  database.query(
    (sql) =>
      sql<ListedPlace[]>`
        ${openPlaces(sql, only === undefined ? sql`true` : sql`p.open_channel_id in ${among(sql, only)}`)}`,
  );

/** Reads how these offers and chats are used. */
export async function readKnownChats(
  database: Database,
  { offers, chats }: { readonly offers: readonly number[]; readonly chats: readonly number[] },
): Promise<KnownChats> {
  const places = await database.query(
    (sql) => sql<ListedPlace[]>`
      ${openPlaces(sql, sql`(p.open_channel_id in ${among(sql, offers)} or p.chat_id in ${among(sql, chats)})`)}`,
  );
  const posted = await database.query(
    (sql) => sql<{ chatId: number; openChannelId: OpenChannelId }[]>`
      select public_channel_id as "chatId", open_channel_id as "openChannelId" from channels
      where public_channel_id in ${among(sql, chats)} order by open_channel_id`,
  );
  return { places, posted };
}

/** How an open place is shown. What is `null` stays. */
export interface ArrangedPlace extends PlaceOfOffer {
  readonly kind: PlaceKind | null;
  readonly role: PlaceRole | null;
  readonly position: number | null;
  /** `undefined`: it stays. `null`: the chat's own. */
  readonly title?: string | null;
}

/** Changes how open places are shown. Touches nobody's access. */
export const arrangePlaces = (database: Database, places: readonly ArrangedPlace[]): Promise<unknown> =>
  database.query(
    (sql) => sql`
      update places p set kind = n.kind, role = n.role, position = n.position, title = n.title
      from (
        select o.open_channel_id, o.chat_id, coalesce(g.kind, o.kind) as kind, case when o.role = 'main' then o.role else coalesce(g.role, o.role) end as role,
          coalesce(g.position, o.position) as position, case when g."hasTitle" then g.title else o.title end as title
        from jsonb_to_recordset(${sql.json(
          places.map((place) => ({ ...place, hasTitle: place.title !== undefined })) as never,
        )}) as g ("openChannelId" bigint, "chatId" bigint, kind text, role text, position smallint, title text,
            "hasTitle" boolean)
          join places o on (o.open_channel_id, o.chat_id) = (g."openChannelId", g."chatId") and o.closed_at is null) n
      where (p.open_channel_id, p.chat_id) = (n.open_channel_id, n.chat_id)
        and (p.kind, p.role, p.position, p.title) is distinct from (n.kind, n.role, n.position, n.title)`,
  );
