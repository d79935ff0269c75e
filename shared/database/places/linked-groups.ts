import type { Database } from '../connection/pool';

/** Stores the discussion group of a channel, as Telegram just named it. `null`: it has none. */
export const saveLinkedGroup = (
  database: Database,
  { chatId, linkedChatId }: { readonly chatId: number; readonly linkedChatId: number | null },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      update bot_chats set linked_chat_id = ${linkedChatId}, updated_at = app_now()
      where chat_id = ${chatId} and linked_chat_id is distinct from ${linkedChatId}::bigint`,
  );

/** True if the channel had a discussion group when Telegram was last asked. False if there is no such channel. */
export async function hasLinkedGroup(database: Database, chatId: number | null): Promise<boolean> {
  const [row] = await database.query(
    (sql) => sql<{ chatId: number }[]>`
      select chat_id as "chatId" from bot_chats where chat_id = ${chatId} and linked_chat_id is not null`,
  );
  return row !== undefined;
}
