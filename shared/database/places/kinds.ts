import type { BotChat } from '../../domain/places/bot-chat';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';

type ChatKind = Pick<BotChat, 'chatId' | 'kind'>;

/** The part of a statement that corrects what a chat's places are. A chat whose kind wasn't known counts as a channel. */
export const kindCorrected = (sql: Sql, { chatId, kind }: ChatKind): Fragment => sql`
  update places set kind = ${kind} where chat_id = ${chatId} and kind <> ${kind}`;

/** What the main place of the channel `c` is. Null: it has none. */
export const mainKind = (sql: Sql): Fragment => sql`
  (select p.kind from places p where p.open_channel_id = c.open_channel_id and p.role = 'main')`;

/** The title of the place `p` of the channel `c`: the one that was given to it here, or else that of its chat `b`. */
export const placeTitle = (sql: Sql): Fragment => sql`coalesce(p.title, b.title, c.title)`;

/** Stores what a chat is, as Telegram just said. */
export const noteKind = (database: Database, chat: ChatKind): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with known as (
        update bot_chats set kind = ${chat.kind} where chat_id = ${chat.chatId} and kind is distinct from ${chat.kind})
      ${kindCorrected(sql, chat)}`,
  );
