import { saveLinkedGroup } from '../../database/places/linked-groups';
import { telegramFailure } from '../../telegram/failure';
import type { UpdateContext } from '../common/update-context';

/** Asks Telegram whether a channel has a discussion group, and stores the answer. Without one, what was known stays. */
export async function noteLinkedGroup(
  { database, asking }: Pick<UpdateContext, 'database' | 'asking'>,
  chatId: number,
): Promise<void> {
  let linkedChatId: number | undefined;
  try {
    ({ linked_chat_id: linkedChatId } = await asking.getChat(chatId));
  } catch (error) {
    telegramFailure(error); // throws our own bugs
    return;
  }
  await saveLinkedGroup(database, { chatId, linkedChatId: linkedChatId ?? null });
}
