import type { BotChat } from '../domain/places/bot-chat';
import { isPlaceKind, type PlaceKind } from '../domain/places/place';
import { adminRights } from './bot-rights';
import { movedTo, telegramFailure } from './failure';
import { ask, isAdministrator, type ChatToJudge, type JudgingApi, type PersonInChat } from './judge-chat';

/** The bot in a chat that a user picked. `absentFrom`: the bot isn't an administrator there. `not_theirs`: the user isn't one. */
export type PickedChat =
  | 'silent'
  | 'basic_group'
  | { readonly absentFrom: PlaceKind | undefined }
  | 'not_theirs'
  | Pick<BotChat, 'kind' | 'title' | 'username' | 'status' | 'rights'>;

/** Asks Telegram what a user picked. */
export async function readPickedChat(
  api: JudgingApi,
  { chatId, userId, botId }: PersonInChat & Pick<ChatToJudge, 'botId'>,
): Promise<PickedChat> {
  const [chat, bot, person] = await Promise.all([
    ask(api.getChat(chatId)),
    ask(api.getChatMember(chatId, botId)),
    ask(api.getChatMember(chatId, userId)),
  ]);
  if (chat === 'silent' || bot === 'silent' || person === 'silent') return 'silent';
  if (chat === 'unknown') return { absentFrom: undefined };
  const { type: kind, title = '', username = null } = chat;
  if (!isPlaceKind(kind)) return 'basic_group';
  if (bot === 'unknown' || !isAdministrator(bot)) return { absentFrom: kind };
  if (person === 'unknown' || !isAdministrator(person)) return 'not_theirs';
  return { kind, title, username, status: bot.status, rights: adminRights(bot) };
}

/** The id of a chat now: another one if it was a basic group and became a supergroup. */
export async function askIfUpgraded(
  api: Pick<JudgingApi, 'getChat'>,
  chatId: number,
): Promise<number | 'silent'> {
  try {
    await api.getChat(chatId);
    return chatId;
  } catch (error) {
    return movedTo(error) ?? (telegramFailure(error).type === 'retryable' ? 'silent' : chatId);
  }
}
