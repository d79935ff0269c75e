import type { Database } from '../connection/pool';
import type { Sql } from '../connection/options';

/** A Telegram user, as an update describes them. */
export interface TelegramPerson {
  readonly userId: number;
  readonly username: string | null;
  readonly firstName: string | null;
}

/** The part of a statement that stores a user who messaged the bot, which proves that the bot can message them. */
export const metPerson = (sql: Sql, { userId, username, firstName }: TelegramPerson) => sql`
  insert into chats (chat_id, username, first_name) values (${userId}, ${username}, ${firstName})
  on conflict (chat_id) do update set username = excluded.username, first_name = excluded.first_name,
    unreachable_at = null, unreachable_reason = null, updated_at = app_now()
    where (chats.username, chats.first_name) is distinct from (excluded.username, excluded.first_name)
      or chats.unreachable_at is not null`;

/** Like `metPerson`, for a user who never messaged the bot, so it may be unable to message them. */
export const seenPerson = (sql: Sql, { userId, username, firstName }: TelegramPerson) => sql`
  insert into chats (chat_id, username, first_name) values (${userId}, ${username}, ${firstName})
  on conflict (chat_id) do update set username = excluded.username, first_name = excluded.first_name,
    updated_at = app_now()
    where (chats.username, chats.first_name) is distinct from (excluded.username, excluded.first_name)`;

/** Records that Telegram refused a chat for good, so that the user can be shown as unreachable. */
export const markUnreachable = (database: Database, chatId: number, reason: string): Promise<unknown> =>
  database.query(
    (sql) => sql`
      insert into chats (chat_id, unreachable_at, unreachable_reason) values (${chatId}, app_now(), ${reason})
      on conflict (chat_id) do update set unreachable_at = coalesce(chats.unreachable_at, app_now()),
        unreachable_reason = excluded.unreachable_reason`,
  );

/**
 * Records that a chat can be reached again, and makes the failed messages of the last three days due that are still
 * worth sending. A message about access that has ended, or about a link that is no longer live, isn't.
 */
export const markReachable = (database: Database, chatId: number): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with reached as (
        update chats set unreachable_at = null, unreachable_reason = null, updated_at = app_now()
        where chat_id = ${chatId} and unreachable_at is not null)
      update outbox o set failed_at = null, due_at = app_now(), attempts = attempts + 1
      where o.failed_at > app_now() - interval '3 days' and o.expires_at > app_now() and o.kind = 'send_message'
        and (o.payload ->> 'chatId')::bigint = ${chatId}
        and coalesce((o.payload #>> '{message,paidUntil}')::float8 > extract(epoch from app_now()) * 1000, true)
        and not exists (select from invite_links l
          where l.invite_link = o.payload #>> '{message,inviteLink}' and l.revoked_at is not null)`,
  );
