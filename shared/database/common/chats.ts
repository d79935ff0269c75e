import { MONEY_EXPIRES_SECONDS } from '../../domain/effects';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import { promisedRow, promisedRows } from './outbox';
import { firstName } from './shown-payer';

/** A Telegram user, as an update describes them. */
export interface TelegramPerson {
  readonly userId: number;
  readonly username: string | null;
  readonly firstName: string | null;
  /** The IETF tag of the language of their app. Absent if Telegram didn't say. */
  readonly languageCode?: string | undefined;
}

const described = (
  sql: Sql,
  { userId, username, firstName, languageCode }: TelegramPerson,
  language: Fragment,
) => sql`
  insert into chats (chat_id, username, first_name, language_code, language)
  values (${userId}, ${username}, ${firstName}, ${languageCode ?? null}, ${language})
  on conflict (chat_id) do update set username = excluded.username, first_name = excluded.first_name,
    language_code = coalesce(excluded.language_code, chats.language_code),
    language = coalesce(excluded.language, chats.language), updated_at = app_now()`;

const isChanged = (sql: Sql) => sql`
  (chats.username, chats.first_name, chats.language_code, chats.language) is distinct from
    (excluded.username, excluded.first_name, coalesce(excluded.language_code, chats.language_code),
      coalesce(excluded.language, chats.language))`;

/**
 * The part of a statement that stores a user who messaged the bot, which proves that the bot can message them. `language` is
 * what they have just chosen, or null.
 */
export const metPerson = (sql: Sql, person: TelegramPerson, language: Fragment = sql`null`) => sql`
  ${described(sql, person, language)}, unreachable_at = null, unreachable_reason = null
    where ${isChanged(sql)} or chats.unreachable_at is not null`;

/** Like `metPerson`, for a user who never messaged the bot, so it may be unable to message them. */
export const seenPerson = (sql: Sql, person: TelegramPerson) => sql`
  ${described(sql, person, sql`null`)} where ${isChanged(sql)}`;

/**
 * Records that Telegram refused a chat for good, so that the user can be shown as unreachable. If the chat gets a channel's
 * news of sales, promises to tell the channel's owner in private: once, and again only if it was reachable in between.
 */
export const markUnreachable = (database: Database, chatId: number, reason: string): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with before as (select from chats where chat_id = ${chatId} and unreachable_at is not null),
      marked as (
        insert into chats (chat_id, unreachable_at, unreachable_reason) values (${chatId}, app_now(), ${reason})
        on conflict (chat_id) do update set unreachable_at = coalesce(chats.unreachable_at, app_now()),
          unreachable_reason = excluded.unreachable_reason
        returning chat_id, username, first_name, title, unreachable_at)
      ${promisedRows(
        sql,
        sql`select ${promisedRow(sql, 'send_message', {
          payload: {
            chatId: sql`c.owner_user_id`,
            message: sql`jsonb_build_object('type', 'notices_unreachable', 'openChannelId', c.open_channel_id,
              'title', c.title, 'chatId', m.chat_id, 'username', m.username, 'firstName', ${firstName(sql, sql`m`)},
              'chatTitle', m.title,
              'reason', ${reason}::text)`,
          },
          key: sql`'channel:' || c.open_channel_id || ':notices_unreachable:' || m.chat_id || ':'
            || extract(epoch from m.unreachable_at)`,
          expiresInSeconds: MONEY_EXPIRES_SECONDS,
        })} from marked m join channels c on c.notifications_chat_id = m.chat_id and c.owner_user_id <> m.chat_id
          and c.notifications_enabled
        where not exists (select from before)`,
      )}`,
  );

/** The part of a statement that records that a chat can be reached. Returns a row if it could not. */
const reached = (sql: Sql, chatId: number) => sql`
  update chats set unreachable_at = null, unreachable_reason = null, updated_at = app_now()
  where chat_id = ${chatId} and unreachable_at is not null returning 1`;

/**
 * Makes the failed messages to a chat of the last three days due that are still worth sending. A message about access that
 * has ended, or about a link that is no longer live, isn't.
 */
const sentAgain = (sql: Sql, chatId: number) => sql`
  update outbox o set failed_at = null, due_at = app_now(), attempts = attempts + 1
  where o.failed_at > app_now() - interval '3 days' and o.expires_at > app_now() and o.kind = 'send_message'
    and (o.payload ->> 'chatId')::bigint = ${chatId}
    and coalesce((o.payload #>> '{message,paidUntil}')::float8 > extract(epoch from app_now()) * 1000, true)
    and not exists (select from place_links l
      where l.invite_link = o.payload #>> '{message,inviteLink}' and l.revoked_at is not null)`;

/** Records that a chat can be reached again, and sends what it missed in the last three days. */
export const markReachable = (database: Database, chatId: number): Promise<unknown> =>
  database.query((sql) => sql`with reached as (${reached(sql, chatId)}) ${sentAgain(sql, chatId)}`);

/**
 * The part of a statement with `metPerson` that sends a user what they missed while they could not be reached:
 * `… missed as (${missedSentAgain(sql, userId)})`.
 */
export const missedSentAgain = (sql: Sql, userId: number) => sql`
  ${sentAgain(sql, userId)}
    and exists (select from chats where chat_id = ${userId} and unreachable_at is not null)`;

/** Records that a message was delivered. Does nothing unless the chat was unreachable before. */
export const noteDelivered = (database: Database, chatId: number): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with reached as (${reached(sql, chatId)})
      ${sentAgain(sql, chatId)} and exists (select from reached)`,
  );

/** Stores the title of a group that is told about sales. */
export const saveChatTitle = (database: Database, chatId: number, title: string): Promise<unknown> =>
  database.query(
    (sql) => sql`
      insert into chats (chat_id, title) select ${chatId}::bigint, ${title}::text
      where exists (select from channels where notifications_chat_id = ${chatId})
      on conflict (chat_id) do update set title = excluded.title where chats.title is distinct from excluded.title`,
  );
