import { isChannelId } from '../../domain/common/ids';
import type { Database } from '../connection/pool';

/**
 * Says whether a group is told about sales. `maybe`: it is a supergroup, and some group is told. If that group was upgraded,
 * Telegram says that the bot was added to the supergroup, and in another update, before or after, which group it was
 * (tdlib/telegram-bot-api#266).
 */
export async function isToldGroup(database: Database, chatId: number): Promise<'yes' | 'maybe' | 'no'> {
  const told = await database.query(
    (sql) => sql<{ isThis: boolean }[]>`
      select notifications_chat_id = ${chatId} as "isThis" from channels
      where notifications_chat_id = ${chatId}
        or ${isChannelId(chatId)} and notifications_chat_id < 0 and notifications_chat_id::text not like '-100%'
      order by 1 desc limit 1`,
  );
  return told[0] === undefined ? 'no' : told[0].isThis ? 'yes' : 'maybe';
}

/** A group that became a supergroup. */
export interface MovedChat {
  readonly from: number;
  readonly to: number;
}

/** The key of what the user who added the bot to a group is told. */
export const addedToGroupKey = (chatId: number, userId: number | ''): string =>
  `added_to_group:${chatId}:${userId}`;

/** Takes back what the user who added the bot to a group would be told. */
export const takeBackAdded = (database: Database, chatId: number): Promise<unknown> =>
  database.query(
    (sql) => sql`
      update outbox set failed_at = app_now(), expires_at = app_now(), last_error = 'the group was upgraded'
      where kind = 'send_message' and delivered_at is null and failed_at is null
        and starts_with(idempotency_key, ${addedToGroupKey(chatId, '')})`,
  );

/**
 * Writes a group's new id wherever its old one is stored: as the chat that is told about sales, with what is known about it,
 * and in messages that were not delivered, missed ones included. Channels never move:
 * https://core.telegram.org/bots/api#responseparameters. The bot is wanted in a group that is told about sales, so nobody is
 * asked to sell the new one. Returns `true` if the group was known.
 */
export async function moveChat(database: Database, { from, to }: MovedChat): Promise<boolean> {
  if (from === to) return false;
  const moved = await database.query(
    (sql) => sql<{ isTold: boolean }[]>`
      with stored as (
        select where exists (select from channels where notifications_chat_id = ${from})
          or exists (select from chats where chat_id = ${from})),
      told as (
        update channels set notifications_chat_id = ${to}, updated_at = app_now()
        where notifications_chat_id = ${from} returning 1),
      old as (delete from chats where chat_id = ${from} 
        returning username, first_name, title, unreachable_at, unreachable_reason),
      known as (
        -- If it was unreachable, what it missed is sent after the first message that arrives there.
        insert into chats (chat_id, username, first_name, title, unreachable_at, unreachable_reason)
        select ${to}::bigint, old.* from old
        on conflict (chat_id) do update set title = coalesce(chats.title, excluded.title),
          unreachable_at = excluded.unreachable_at, unreachable_reason = excluded.unreachable_reason,
          updated_at = app_now()),
      sent as (
        update outbox set payload = jsonb_set(payload, '{chatId}', to_jsonb(${to}::bigint))
        where exists (select from stored) and kind = 'send_message' and (payload ->> 'chatId')::bigint = ${from}
          and (delivered_at is null and failed_at is null or failed_at > app_now() - interval '30 days'))
      select exists (select from told) as "isTold" from stored`,
  );
  // A statement of its own, so that it sees what was promised while the first one ran.
  if (moved[0]?.isTold) await takeBackAdded(database, to);
  return moved.length > 0;
}
