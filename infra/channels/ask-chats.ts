import { readConfig } from '../../shared/config';
import type { AskedChat, AskedChats } from '../../shared/domain/places/file-places';
import { telegramApi, type Api } from '../../shared/telegram/api';
import { movedTo, telegramFailure } from '../../shared/telegram/failure';
import { publicNameOf } from '../../shared/telegram/judge-chat';
import { ASKING_NAMES } from '../command-variables';
import { keepPace, Pace } from '../doctor/pace';

/** A long look tells this often how far it is. */
const EVERY = 100;

async function askChat(api: Pick<Api, 'getChat'>, chatId: number): Promise<AskedChat> {
  try {
    const chat = await api.getChat(chatId);
    if (chat.type === 'group') return { is: 'group' };
    if (chat.type === 'private') return { is: 'unknown' };
    const { type, title, linked_chat_id: linked } = chat;
    return { is: type, title, username: publicNameOf(chat), linkedChatId: linked ?? null };
  } catch (error) {
    const to = movedTo(error);
    if (to !== undefined) return { is: 'moved', to };
    return { is: telegramFailure(error).type === 'retryable' ? 'silent' : 'unknown' };
  }
}

/** Asks Telegram about chats, as slowly as the doctor. */
export async function askChats(
  api: Pick<Api, 'getChat'>,
  chats: readonly number[],
  onProgress: (text: string) => void,
): Promise<AskedChats> {
  const asked = new Map<number, AskedChat>();
  for (const chatId of chats) {
    asked.set(chatId, asked.get(chatId) ?? (await askChat(api, chatId)));
    if (asked.size % EVERY === 0) onProgress(`Asked Telegram about ${asked.size} of ${chats.length} chats`);
  }
  return asked;
}

/** The bot of the named installation; `undefined` if no token is given. */
export async function givenBot(): Promise<Api | undefined> {
  if ((process.env['TELEGRAM_BOT_TOKEN'] ?? '').trim() === '') return undefined;
  return keepPace(telegramApi(await readConfig(ASKING_NAMES)), new Pace());
}
