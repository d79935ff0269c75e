import { saveLinkedGroup } from '../../../database/places/linked-groups';
import type { Answer } from '../../../domain/messages/answers';
import type { ChosenChat } from '../../../domain/owner/set-up';
import { RIGHTS, type ChatKind } from '../../../telegram/bot-rights';
import { judgeChat, type ChatVerdict, type PersonVerdict } from '../../../telegram/judge-chat';
import type { UpdateContext } from '../../common/update-context';

/** The answer while Telegram does not respond. Nothing has changed. */
export const TELEGRAM_IS_SILENT = { answer: 'telegram_silent' } as const;

/** Says what is wrong in a chat. */
function complaintOf(
  verdict: Exclude<ChatVerdict, { type: 'fine' | 'silent' }>,
  { title, kind }: ChosenChat,
): Answer {
  switch (verdict.type) {
    case 'absent':
      return { answer: 'bot_not_administrator', title, kind };
    case 'not_theirs':
      return { answer: 'user_not_administrator', title };
    case 'own_rights_missing':
      return { answer: 'own_rights_missing', title, rights: verdict.rights };
    case 'rights_missing':
      return { answer: 'rights_missing', title, kind, rights: verdict.rights };
    case 'public_name':
      return { answer: 'chat_is_public', title, kind, username: verdict.username };
  }
}

/**
 * Asks Telegram whether somebody who is about to own a channel can post in its public one. `absent`: the bot can't, so
 * Telegram doesn't say what they can do.
 */
export async function checkPoster(
  { asking, botId }: Pick<UpdateContext, 'asking' | 'botId'>,
  { chatId, userId }: { readonly chatId: number | null; readonly userId: number },
): Promise<PersonVerdict['type'] | 'absent'> {
  if (chatId === null) return 'fine';
  const { type } = await judgeChat(asking, {
    chatId,
    userId,
    botId,
    rights: RIGHTS.public,
    isPrivate: false,
  });
  return type === 'rights_missing' || type === 'public_name' ? 'fine' : type;
}

/** Asks Telegram whether the user may use a chat as `kind`, and what has to change there. */
export async function checkChat(
  context: UpdateContext,
  { chat, kind, userId }: { readonly chat: ChosenChat; readonly kind: ChatKind; readonly userId: number },
): Promise<'fine' | 'silent' | { readonly complaint: Answer }> {
  const { asking, botId, database } = context;
  const verdict = await judgeChat(asking, {
    chatId: chat.chatId,
    userId,
    botId,
    rights: RIGHTS[kind],
    isPrivate: kind === 'private',
  });
  if (verdict.type === 'fine' && kind === 'private')
    await saveLinkedGroup(database, { chatId: chat.chatId, linkedChatId: verdict.linkedChatId ?? null });
  if (verdict.type === 'fine' || verdict.type === 'silent') return verdict.type;
  return { complaint: complaintOf(verdict, chat) };
}
