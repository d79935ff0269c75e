import { languageOf, type Language } from '../../domain/common/language';
import type { Fragment, Sql } from '../connection/options';
import type { Database } from '../connection/pool';
import { metPerson, type TelegramPerson } from './chats';
import { received, type Delivery } from './inbox';

/**
 * The code of the language in which a chat reads a message, for `languageOf`: what a user chose or Telegram said of them,
 * or the language of the channel that a group or channel reads about. Null if it is unknown.
 */
export const readerLanguage = (
  sql: Sql,
  { chatId, openChannelId }: { readonly chatId: Fragment; readonly openChannelId: Fragment },
): Fragment => sql`
  case when ${chatId} > 0
    then (select coalesce(reader.language, reader.language_code) from chats reader where reader.chat_id = ${chatId})
    else (select told.language from channels told where told.open_channel_id = ${openChannelId}) end`;

/** An id in a stored payload; null for any other text, because one odd row must not fail a statement about many. */
const idIn = (sql: Sql, text: Fragment) => sql`substring(${text} from '^-?[0-9]{1,16}$')::bigint`;

/** Like `readerLanguage`, for the chat and the channel of a row of the outbox. */
export const payloadLanguage = (sql: Sql): Fragment =>
  readerLanguage(sql, {
    chatId: idIn(sql, sql`coalesce(payload ->> 'userId', payload ->> 'chatId')`),
    openChannelId: idIn(
      sql,
      sql`coalesce(payload ->> 'openChannelId', payload #>> '{message,openChannelId}')`,
    ),
  });

/** The language that a user reads: what they chose, otherwise the given `language_code` of Telegram's. */
export async function readLanguage(
  database: Database,
  { userId, languageCode }: { readonly userId: number; readonly languageCode: string | undefined },
): Promise<Language> {
  const [row] = await database.query(
    (sql) => sql<{ language: string | null }[]>`select language from chats where chat_id = ${userId}`,
  );
  return languageOf(row?.language ?? languageCode);
}

/** The language in which a chat reads about a channel. */
export async function readLanguageOfChat(
  database: Database,
  { chatId, openChannelId }: { readonly chatId: number; readonly openChannelId: number | null },
): Promise<Language> {
  const [row] = await database.query(
    (sql) => sql<{ language: string | null }[]>`
      select ${readerLanguage(sql, {
        chatId: sql`${chatId}::bigint`,
        openChannelId: sql`${openChannelId}::bigint`,
      })} as language`,
  );
  return languageOf(row?.language);
}

/** Stores the language that a user has chosen. A repeat changes nothing that they chose since. */
export const saveLanguage = (
  database: Database,
  delivery: Delivery,
  { person, language }: { readonly person: TelegramPerson; readonly language: Language },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with delivery as (${received(sql, { delivery, outcome: 'language_chosen' })}),
        person as (${metPerson(sql, person, sql`(select ${language}::text from delivery)`)})
      select from delivery`,
  );
