import type { Database } from '../connection/pool';

/** A group that became a supergroup. */
export interface MovedChat {
  readonly from: number;
  readonly to: number;
}

/**
 * Writes a group's new id wherever its old one is stored: as the chat that is told about sales, with what is known about it,
 * and in messages that were not delivered, missed ones included. Channels never move:
 * https://core.telegram.org/bots/api#responseparameters. Returns `true` if the group was known.
 */
export async function moveChat(database: Database, { from, to }: MovedChat): Promise<boolean> {
  if (from === to) return false;
  const moved = await database.query(
    (sql) => sql`
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
      select from stored`,
  );
  return moved.length > 0;
}
