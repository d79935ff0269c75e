import { noteAdministrator } from '../../../database/places/bot-chats';
import { isChannelId } from '../../../domain/common/ids';
import type { Answer } from '../../../domain/messages/answers';
import { readPickedChat } from '../../../telegram/judge-chat';
import type { IntentOf } from '../../../telegram/route-update';
import type { UpdateContext } from '../../common/update-context';
import { notePickedChat } from '../../places/note-chat';

export type Learned = 'known' | 'silent' | 'group' | { readonly complaint: Answer; readonly again: number };

/**
 * Stores a channel that a user picked, as if an update had told that the bot was added: that update may come later. Believes
 * nothing but the channel's id, so Telegram must say that both administer it. The title that came along is shown to the user
 * who sent it, and the stored one comes from Telegram. `known`: it can be chosen, or refused, like any other.
 */
export async function learnChat(
  { asking, botId, database, updateId }: UpdateContext,
  { user, chatId, title, date }: IntentOf<'chat_shared'>,
): Promise<Learned> {
  if (!isChannelId(chatId)) return 'group';
  const userId = user.id;
  const picked = await readPickedChat(asking, { chatId, userId, botId });
  if (picked === 'silent' || picked === 'group') return picked;
  if (typeof picked === 'object') {
    await notePickedChat(database, updateId, { ...picked, chatId, actorId: userId, changedAt: date });
    await noteAdministrator(database, { chatId, userId, isOne: true });
    return 'known';
  }
  // The usual refusal does without a title.
  if (title === undefined) return 'known';
  const answer = picked === 'absent' ? 'bot_not_administrator' : 'user_not_administrator';
  return { complaint: { answer, title }, again: chatId };
}
