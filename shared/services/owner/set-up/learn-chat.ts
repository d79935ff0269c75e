import { noteAdministrator } from '../../../database/places/bot-chats';
import { isChannelId } from '../../../domain/common/ids';
import type { Answer } from '../../../domain/messages/answers';
import { isBasicGroupId } from '../../../domain/places/place';
import type { ChatKind } from '../../../telegram/bot-rights';
import { askIfUpgraded, readPickedChat } from '../../../telegram/read-picked-chat';
import type { UpdateContext } from '../../common/update-context';
import { notePickedChat } from '../../places/note-chat';

/** With the id of the chat now. `again` can be checked again. */
export type Learned =
  { readonly chatId: number } | 'silent' | { readonly complaint: Answer; readonly again?: number };

interface PickedChatId {
  readonly userId: number;
  readonly kind: ChatKind;
  readonly chatId: number;
  readonly title?: string | undefined;
  /** In seconds since the epoch. `null`: now. */
  readonly date: number | null;
}

/**
 * Stores a chat that a user picked, as if an update had told that the bot was added: that update may come later. Believes
 * nothing but the chat's id, so Telegram must say that both administer it. The title that came along is shown to the user
 * who sent it, and the stored one comes from Telegram. A basic group that became a supergroup is followed there. What is
 * learnt can be chosen, or refused, like any other.
 */
export async function learnChat(
  { asking, botId, database, updateId }: UpdateContext,
  { userId, kind, chatId: given, title, date }: PickedChatId,
): Promise<Learned> {
  const chatId = isBasicGroupId(given) ? await askIfUpgraded(asking, given) : given;
  if (chatId === 'silent') return chatId;
  const basic = { complaint: { answer: 'basic_group' }, again: chatId } as const;
  if (!isChannelId(chatId)) return basic;
  const picked = await readPickedChat(asking, { chatId, userId, botId });
  if (picked === 'silent') return picked;
  if (picked === 'basic_group') return basic;
  if (typeof picked === 'object' && 'status' in picked) {
    if (kind === 'public' && picked.kind !== 'channel') return { complaint: { answer: 'group_not_posted' } };
    await notePickedChat(database, updateId, { ...picked, chatId, actorId: userId, changedAt: date });
    await noteAdministrator(database, { chatId, userId, isOne: true });
    return { chatId };
  }
  // The usual refusal does without a title.
  if (title === undefined) return { chatId };
  const complaint: Answer =
    picked === 'not_theirs'
      ? { answer: 'user_not_administrator', title }
      : { answer: 'bot_not_administrator', title, kind: picked.absentFrom };
  return { complaint, again: chatId };
}
