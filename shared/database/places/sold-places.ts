import { isThere, type SeenPlace } from '../../domain/places/place-state';
import type { SoldPlace } from '../../domain/places/tell-place';
import type { Promised } from '../../domain/effects';
import { approvalsOfWaiting, grantsOfMissed } from '../access/approvals';
import { epochMs } from '../common/epoch';
import { isGone } from '../common/gone-chats';
import { personJson } from '../common/shown-payer';
import { promise, resumed } from '../common/outbox';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import { placeTitle } from './kinds';

/**
 * True if the bot can't let anybody into a chat, as far as it was told. Without `chatId`, into the main place of the channel `c`, so
 * that nothing may be sold. Says the same as `canAdmit`.
 */
export const isStopped = (sql: Sql, chatId: Fragment = sql`c.closed_channel_id`): Fragment => sql`
  exists (select from bot_chats place where place.chat_id = ${chatId} and (
    place.status not in ('administrator', 'creator')
    or place.status = 'administrator' and place.rights <> '{}' and (place.rights -> 'can_invite_users') is distinct from 'true'))`;

/** True if the private channel of the channel `c` was deleted. */
export const isPrivateGone = (sql: Sql): Fragment => sql`
  exists (select from bot_chats place where place.chat_id = c.closed_channel_id and ${isGone(sql, sql`place`)})`;

/** A chat as it was reported last, and the channels that use it. */
export interface KnownPlace {
  /** `null` if nothing was reported yet. */
  readonly seen: SeenPlace | null;
  /** What the owners were last told about. `null`: that the chat works, or nothing yet. */
  readonly lastTold: SeenPlace | null;
  /** By Telegram's clock, in seconds since the epoch. `null` if no update reported it. */
  readonly changedAt: number | null;
  readonly places: readonly SoldPlace[];
}

/** The most people that one message names. */
const MOST_NAMED = 20;

export const seenPlace = (sql: Sql) => sql`
  jsonb_build_object('status', b.status, 'rights', b.rights, 'isGone', ${isGone(sql, sql`b`)})`;

const paying = (sql: Sql) => sql`
  select s.user_id, s.paid_until, h.username, h.first_name, count(*) over () as total
  from subscriptions s left join chats h on h.chat_id = s.user_id
  where s.open_channel_id = c.open_channel_id and s.paid_until > app_now() and p.chat_id is not null
  order by s.paid_until desc, s.user_id limit ${MOST_NAMED}`;

export async function readKnownPlace(database: Database, chatId: number): Promise<KnownPlace> {
  const [row] = await database.query(
    (sql) => sql<KnownPlace[]>`
      select case when b.chat_id is not null then ${seenPlace(sql)} end as seen, b.last_told as "lastTold",
        extract(epoch from b.changed_at)::float8 as "changedAt",
        coalesce((select jsonb_agg(jsonb_build_object('openChannelId', c.open_channel_id, 'title', c.title,
            'ownerUserId', c.owner_user_id, 'kind', coalesce(p.kind, 'channel'), 'chatTitle', ${placeTitle(sql)},
            'use', case when p.role = 'main' then 'private' when p.role is null then 'public' else 'extra' end,
            'people', coalesce((select jsonb_agg(jsonb_build_object('paidUntil', ${epochMs(sql, sql`p.paid_until`)},
              'payer', ${personJson(sql, sql`p.user_id`, sql`p`)}) order by p.paid_until desc, p.user_id)
              from (${paying(sql)}) as p), '[]'),
            'count', coalesce((select max(p.total)::int from (${paying(sql)}) as p), 0)) order by c.open_channel_id)
          from channels c left join places p on (p.open_channel_id, p.chat_id) = (c.open_channel_id, given.chat_id)
            and p.closed_at is null
          where p.chat_id is not null or c.public_channel_id = given.chat_id), '[]') as places
      from (select ${chatId}::bigint as chat_id) as given left join bot_chats b using (chat_id)`,
  );
  return row ?? { seen: null, lastTold: null, changedAt: null, places: [] };
}

/** True if some offer opens the chat, or did. */
export async function isPlace(database: Database, chatId: number): Promise<boolean> {
  const found = await database.query((sql) => sql`select from places where chat_id = ${chatId} limit 1`);
  return found.length > 0;
}

/** A chat's row as it was read before a report was judged. */
export type ReadPlace = Pick<KnownPlace, 'seen' | 'lastTold'>;

export const storedPlace = (sql: Sql, place: SeenPlace | null): Fragment =>
  sql`${place === null ? null : sql.json(place as never)}::jsonb`;

/** True for a row `b` that still says what was read. */
export const isAsRead = (sql: Sql, { seen, lastTold }: ReadPlace): Fragment => sql`
  ${seenPlace(sql)} is not distinct from ${storedPlace(sql, seen)}
  and b.last_told is not distinct from ${storedPlace(sql, lastTold)}`;

/** What is stored and promised with a report about a chat. */
export interface PlacePromises {
  /** What its owners know after this. */
  readonly lastTold: SeenPlace | null;
  readonly told: readonly Promised[];
  /** Set if everybody who waits to be let in is approved: what distinguishes this time from others. */
  readonly approving?: string | undefined;
}

/** The parts of a statement that keep a report: gated by `saved`, which wrote it. */
export const placePromised = (
  sql: Sql,
  chatId: number,
  { told, approving }: Omit<PlacePromises, 'lastTold'>,
): Fragment => sql`
  told as (${promise(sql, told, 'saved')})
  ${
    approving === undefined
      ? sql``
      : sql`, approving as (${approvalsOfWaiting(sql, { where: sql`p.chat_id = ${chatId}`, occasion: sql`${approving}::text` }, 'saved')}),
          granting as (${grantsOfMissed(sql, { chatId, occasion: sql`${approving}::text` }, 'saved')})`
  }`;

/** What Telegram answered when it was asked about the bot in a chat. */
export interface AskedPlace extends PlacePromises {
  readonly chatId: number;
  readonly read: ReadPlace;
  readonly now: SeenPlace;
}

/**
 * Stores what Telegram answered, unless an update changed it since it was read: then returns `false`. Leaves the time of
 * the last update, so that the next one counts whatever clock it was made by. If the bot is there, what ended because the
 * chat seemed to be deleted is due again: each time, so that a worker that died before can't leave it ended.
 */
export async function saveAskedPlace(
  database: Database,
  { chatId, read, now, lastTold, ...promised }: AskedPlace,
): Promise<boolean> {
  const rows = await database.query(
    (sql) => sql`
      with saved as (
        insert into bot_chats as b (chat_id, title, status, rights, promoted_by, changed_at, last_told, gone_at)
        select ${chatId}::bigint, c.title, ${now.status}::text, ${sql.json(now.rights)}::jsonb, c.owner_user_id,
          'epoch'::timestamptz, ${storedPlace(sql, lastTold)},
          case when ${now.isGone}::boolean then app_now() end
        from channels c left join places p on (p.open_channel_id, p.chat_id) = (c.open_channel_id, ${chatId}::bigint)
          and p.closed_at is null
        where p.chat_id is not null or c.public_channel_id = ${chatId}::bigint
        order by p.role = 'main' desc nulls last, c.open_channel_id limit 1
        on conflict (chat_id) do update set status = excluded.status, rights = excluded.rights,
          gone_at = case when excluded.gone_at is not null then coalesce(b.gone_at, excluded.gone_at) end,
          last_told = excluded.last_told, updated_at = app_now()
          where ${isAsRead(sql, read)}
        returning chat_id),
      ${isThere(now) ? sql`resumed as (${resumed(sql, chatId)} and exists (select from saved)),` : sql``}
      ${placePromised(sql, chatId, promised)}
      select from saved`,
  );
  return rows.length > 0;
}
