import type { Database } from '../connection/pool';
import type { Sql } from '../connection/options';

/** Somebody who wrote to the bot. */
export interface TelegramPerson {
  readonly userId: number;
  readonly username: string | null;
  readonly firstName: string | null;
}

/** The part of a statement that remembers a person, who by writing has shown to be reachable. */
export const metPerson = (sql: Sql, { userId, username, firstName }: TelegramPerson) => sql`
  insert into chats (chat_id, username, first_name) values (${userId}, ${username}, ${firstName})
  on conflict (chat_id) do update set username = excluded.username, first_name = excluded.first_name,
    unreachable_at = null, unreachable_reason = null, updated_at = app_now()
    where (chats.username, chats.first_name) is distinct from (excluded.username, excluded.first_name)
      or chats.unreachable_at is not null`;

/** The same of who acted without writing to the bot, whom it may not reach at all. */
export const seenPerson = (sql: Sql, { userId, username, firstName }: TelegramPerson) => sql`
  insert into chats (chat_id, username, first_name) values (${userId}, ${username}, ${firstName})
  on conflict (chat_id) do update set username = excluded.username, first_name = excluded.first_name,
    updated_at = app_now()
    where (chats.username, chats.first_name) is distinct from (excluded.username, excluded.first_name)`;

/** Records that Telegram refused a chat for good, so that its owner can be shown as unreachable. */
export const markUnreachable = (database: Database, chatId: number, reason: string): Promise<unknown> =>
  database.query(
    (sql) => sql`
      insert into chats (chat_id, unreachable_at, unreachable_reason) values (${chatId}, app_now(), ${reason})
      on conflict (chat_id) do update set unreachable_at = coalesce(chats.unreachable_at, app_now()),
        unreachable_reason = excluded.unreachable_reason`,
  );

/**
 * Records that a chat can be reached again, and says what could not be said meanwhile and is worth saying still. News of
 * access that has ended, or of a link that is not live any more, is not.
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
