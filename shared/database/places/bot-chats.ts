import type { BotChat } from '../../domain/places/bot-chat';
import type { Promised } from '../../domain/effects';
import type { ChosenChat } from '../../domain/owner/set-up';
import { isOutsideBy } from '../common/gone-chats';
import { promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import { kindCorrected } from './kinds';
import { isAsRead, placePromised, storedPlace, type PlacePromises, type ReadPlace } from './sold-places';

/** True if the chat `b` is already part of a channel that is sold. */
const isSold = (sql: Sql) => sql`
  (exists (select from channels c where b.chat_id in (c.open_channel_id, c.closed_channel_id, c.public_channel_id))
    or exists (select from places p where p.chat_id = b.chat_id and p.closed_at is null))`;

/** An update about the bot in a channel, and what follows from it. */
export interface BotChatReport extends PlacePromises {
  readonly chat: BotChat;
  /** As it was read before this was decided. */
  readonly read: ReadPlace;
  /** Promised if the bot became administrator of a channel that isn't sold yet. */
  readonly offered: readonly Promised[];
}

/** True if a user was seen to administer the chat. Telegram is asked again before a decision depends on it. */
export const isKnownAdministrator = (sql: Sql, chatId: Fragment, userId: number) => sql`(
  exists (select from bot_chats b where b.chat_id = ${chatId} and b.administrator_ids @> array[${userId}::bigint])
  or exists (select from members m join channels c on c.open_channel_id = m.open_channel_id
    where c.closed_channel_id = ${chatId} and m.user_id = ${userId} and m.status in ('administrator', 'creator')))`;

/**
 * Stores the bot's status in a channel. The user who promoted it is an administrator as well. Returns `false`, and writes
 * nothing, if the channel's row has changed since it was read.
 */
export async function saveBotChat(
  database: Database,
  { chat, read, offered, lastTold, ...promised }: BotChatReport,
): Promise<boolean> {
  const { chatId, kind, title, username, status, rights, actorId, changedAt } = chat;
  const rows = await database.query(
    (sql) => sql`
      with before as (select status from bot_chats where chat_id = ${chatId}),
      saved as (
        insert into bot_chats as b (chat_id, kind, title, username, status, rights, promoted_by, administrator_ids, last_told, changed_at)
        values (${chatId}, ${kind}, ${title}, ${username}, ${status}, ${sql.json(rights)}, ${actorId}, array[${actorId}::bigint],
          ${storedPlace(sql, lastTold)}, to_timestamp(coalesce(${changedAt}::float8, extract(epoch from app_now()))))
        on conflict (chat_id) do update set kind = excluded.kind, title = excluded.title, username = excluded.username, updated_at = app_now(),
          status = excluded.status, rights = excluded.rights, promoted_by = excluded.promoted_by,
          administrator_ids = case when ${actorId} = any(b.administrator_ids) then b.administrator_ids
            else b.administrator_ids || excluded.administrator_ids end, changed_at = excluded.changed_at,
          last_told = excluded.last_told, gone_at = case when ${isOutsideBy(sql, sql`excluded.status`)} then b.gone_at end
          where b.changed_at <= excluded.changed_at and ${isAsRead(sql, read)}
        returning chat_id),
      corrected as (${kindCorrected(sql, chat)} and exists (select from saved)),
      promoted as (
        select from saved b where ${status} = 'administrator' and not ${isSold(sql)}
          and not exists (select from before where status = 'administrator')),
      promised as (${promise(sql, offered, 'promoted')}),
      ${placePromised(sql, chatId, promised)}
      select from saved`,
  );
  return rows.length > 0;
}

/** Stores the administrators of a channel, as Telegram just listed them. */
export const saveAdministrators = (
  database: Database,
  { chatId, administratorIds }: { readonly chatId: number; readonly administratorIds: readonly number[] },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      update bot_chats set updated_at = app_now(), administrator_ids = coalesce((
        select array_agg(id::bigint) from jsonb_array_elements_text(${sql.json(administratorIds)}) as id), '{}')
      where chat_id = ${chatId}`,
  );

/** Records that a user became an administrator of a channel, or no longer is one. */
export const noteAdministrator = (
  database: Database,
  { chatId, userId, isOne }: { readonly chatId: number; readonly userId: number; readonly isOne: boolean },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      update bot_chats set updated_at = app_now(), administrator_ids = case when ${isOne}::boolean
        then array_remove(administrator_ids, ${userId}::bigint) || ${userId}::bigint
        else array_remove(administrator_ids, ${userId}::bigint) end
      where chat_id = ${chatId}`,
  );

/** Telegram tells within seconds of a pick that the bot was added. The picker may be open for longer. */
const JUST_NOW = '1 hour';

/** A channel that waits to be set up. */
export interface WaitingChat {
  readonly title: string;
  /** It is sold already, or told about sales. */
  readonly isSold: boolean;
  /** The user has just been asked to pick a channel, or has just chosen this one for a set-up. */
  readonly isBeingSetUp: boolean;
}

export async function findWaitingChat(
  database: Database,
  { chatId, userId }: { readonly chatId: number; readonly userId: number },
): Promise<WaitingChat | undefined> {
  const [row] = await database.query(
    (sql) => sql<WaitingChat[]>`
      select b.title, (${isSold(sql)} or exists (select from channels where notifications_chat_id = b.chat_id)) as "isSold", exists (
        select from pickers where user_id = ${userId} and opened_at > app_now() - ${JUST_NOW}::interval
      ) or exists (
        select from set_ups s where s.user_id = ${userId} and s.updated_at > app_now() - ${JUST_NOW}::interval
          and b.chat_id::text in (s.draft -> 'privateChat' ->> 'chatId', s.draft -> 'publicChat' ->> 'chatId')
      ) as "isBeingSetUp"
      from bot_chats b
      where b.chat_id = ${chatId} and b.status = 'administrator'`,
  );
  return row;
}

/**
 * Records that the bot could not message the user who added it, so that they are greeted with the channel when they
 * come.
 */
export const awaitUser = (
  database: Database,
  { chatId, userId }: { readonly chatId: number; readonly userId: number },
): Promise<unknown> =>
  database.query((sql) => sql`update bot_chats set awaited_user_id = ${userId} where chat_id = ${chatId}`);

/** The titles of the channels that a user added the bot to without getting a message about it, newest first. */
export const awaitedTitles = (sql: Sql, userId: number) => sql`
  select coalesce(jsonb_agg(b.title order by b.changed_at desc), '[]')
  from bot_chats b where b.awaited_user_id = ${userId} and b.status = 'administrator' and not ${isSold(sql)}`;

/** Forgets the channels that waited for a user to come, because they have. */
export const forgetAwaited = (sql: Sql, userId: number) =>
  sql`update bot_chats set awaited_user_id = null where awaited_user_id = ${userId}`;

/** The most chats to choose from. If there are more, those that changed last. */
const MOST_CHATS = 20;

export interface ChatsWanted {
  readonly userId: number;
  /** `private`: channels and groups that can be sold. `public`: channels to post in, even if another channel posts there already. */
  readonly kind: 'private' | 'public';
}

/**
 * Lists the chats that both the user and the bot administer. Private ones come first if one is to be sold,
 * otherwise public ones.
 */
export const listBotChats = (database: Database, { userId, kind }: ChatsWanted): Promise<ChosenChat[]> =>
  database.query(
    (sql) => sql<ChosenChat[]>`
      select b.chat_id as "chatId", b.title, coalesce(b.kind, 'channel') as kind from bot_chats b
      where b.administrator_ids @> array[${userId}::bigint] and b.status = 'administrator'
        and ${kind === 'private' ? sql`not ${isSold(sql)}` : sql`b.kind is distinct from 'supergroup' and not exists (select from channels c where c.closed_channel_id = b.chat_id)`}
      order by (b.username is null) = ${kind === 'private'} desc, b.changed_at desc, b.chat_id limit ${MOST_CHATS}`,
  );

/** True if a chat that the user administers is already part of an offer, of this user or another. */
export async function isUsedByOffer(
  database: Database,
  { chatId, userId }: { readonly chatId: number; readonly userId: number },
): Promise<boolean> {
  const found = await database.query(
    (sql) => sql`
      select from bot_chats b
      where b.chat_id = ${chatId} and b.administrator_ids @> array[${userId}::bigint] and ${isSold(sql)}`,
  );
  return found.length > 0;
}

/** Finds one of them. `undefined` if it isn't the user's to choose, or is taken. */
export async function findBotChat(
  database: Database,
  { chatId, ...wanted }: ChatsWanted & { readonly chatId: number },
): Promise<ChosenChat | undefined> {
  const chats = await listBotChats(database, wanted);
  return chats.find((chat) => chat.chatId === chatId);
}
