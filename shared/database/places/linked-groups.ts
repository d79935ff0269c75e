import type { LinkedGroup } from '../../domain/places/offer-place-message';
import { PLACE_QUESTION } from '../../domain/places/place';
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

/**
 * Reads the discussion group that a channel had when Telegram was last asked. `isPlace`: the offer that sells the channel opens it.
 * `null` if it had none, or there is no such channel.
 */
export async function readLinkedGroup(
  database: Database,
  chatId: number | null,
): Promise<(LinkedGroup & { readonly isPlace: boolean }) | null> {
  const [row] = await database.query(
    (sql) => sql<(LinkedGroup & { isPlace: boolean })[]>`
      select b.linked_chat_id as "chatId", g.title, b.kind is not distinct from 'supergroup' as "isOfGroup", exists (
        select from places main join places p using (open_channel_id)
        where main.chat_id = b.chat_id and main.role = 'main' and p.chat_id = b.linked_chat_id and p.closed_at is null) as "isPlace"
      from bot_chats b left join bot_chats g on g.chat_id = b.linked_chat_id
      where b.chat_id = ${chatId} and b.linked_chat_id is not null`,
  );
  return row ?? null;
}

/** The discussion group of a channel, unless the offer that sells the channel opens it, too. */
export async function readOpenGroup(database: Database, chatId: number | null): Promise<LinkedGroup | null> {
  const group = await readLinkedGroup(database, chatId);
  if (group === null || group.isPlace) return null;
  const { chatId: linkedId, title, isOfGroup = false } = group;
  return { chatId: linkedId, title, ...(isOfGroup && { isOfGroup }) };
}

/**
 * True if a user adds the bot to a chat because an offer of theirs gets it as another place: they are just picking one in Telegram's
 * own list, or it is the discussion group of what they sell.
 */
export async function isChosenAsPlace(
  database: Database,
  { chatId, userId }: { readonly chatId: number; readonly userId: number },
): Promise<boolean> {
  const chosen = await database.query(
    (sql) => sql`
      select from dialogs
      where user_id = ${userId} and question = ${PLACE_QUESTION} and asked_at > app_now() - interval '1 hour'
      union all
      select from channels c join bot_chats b on b.chat_id = c.closed_channel_id
      where c.owner_user_id = ${userId} and b.linked_chat_id = ${chatId} and b.kind is distinct from 'supergroup'`,
  );
  return chosen.length > 0;
}
