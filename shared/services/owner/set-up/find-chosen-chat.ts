import { findBotChat, isUsedByOffer } from '../../../database/places/bot-chats';
import type { Answer } from '../../../domain/messages/answers';
import type { ChosenChat } from '../../../domain/owner/set-up';
import { isBasicGroupId } from '../../../domain/places/place';
import type { ChatKind } from '../../../telegram/bot-rights';
import type { UpdateContext } from '../../common/update-context';
import { learnChat, type Learned } from './learn-chat';

type ChosenOrNot =
  { readonly chat: ChosenChat } | Extract<Learned, 'silent' | { readonly complaint: Answer }>;

interface Choice {
  readonly userId: number;
  readonly kind: ChatKind;
  /** What the button says: the id of a chat. */
  readonly choice: string | undefined;
}

/** Finds the chat behind a button, or says why it can't be chosen. A basic group is looked at again: it may have been upgraded. */
export async function findChosenChat(
  context: UpdateContext,
  { userId, kind, choice }: Choice,
): Promise<ChosenOrNot> {
  const given = Number(choice);
  // A forged button may hold any word or a number of any length, which no column of ids takes.
  if (!Number.isSafeInteger(given)) return { complaint: { answer: 'chat_not_among_yours' } };
  const learned = isBasicGroupId(given)
    ? await learnChat(context, { userId, kind, chatId: given, date: null })
    : { chatId: given };
  if (learned === 'silent' || 'complaint' in learned) return learned;
  const wanted = { userId, chatId: learned.chatId };
  const chat = await findBotChat(context.database, { ...wanted, kind });
  if (chat !== undefined) return { chat };
  const isUsed = await isUsedByOffer(context.database, wanted);
  return { complaint: { answer: isUsed ? 'chat_sold_already' : 'chat_not_among_yours' } };
}
