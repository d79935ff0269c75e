import { GrammyError } from 'grammy/web';
import type { UpdateContext } from '../../shared/services/common/update-context';

const telegramError = (error_code: number, description: string) =>
  new GrammyError('call failed', { ok: false, error_code, description, parameters: {} }, 'getChatMember', {});

/** A channel in the fake Telegram. */
export interface FakeChat {
  /** Creator and administrators, without the bot. */
  readonly administrators: readonly number[];
  /** The names of the bot's rights, or `null` if it isn't in the channel. */
  readonly botRights: readonly string[] | null;
  /** The id of its discussion group. */
  readonly linkedChatId?: number;
}

/** A fake Telegram with these channels. While `isSilent` it fails. */
export function fakeTelegram(
  chats: ReadonlyMap<number, FakeChat>,
  { botId = 8, isSilent = () => false }: { botId?: number; isSilent?: () => boolean } = {},
) {
  const asking: UpdateContext['asking'] = {
    getChatMember: async (chatId, userId) => {
      if (isSilent()) throw telegramError(502, 'Bad Gateway');
      const chat = chats.get(Number(chatId));
      if (chat?.botRights == null)
        throw telegramError(403, 'Forbidden: bot is not a member of the channel chat');
      const rights = Object.fromEntries(chat.botRights.map((right) => [right, true]));
      const isOne = userId === botId || chat.administrators.includes(userId);
      return { status: isOne ? 'administrator' : 'left', ...(userId === botId && rights) } as never;
    },
    getChat: async (chatId) => {
      if (isSilent()) throw telegramError(502, 'Bad Gateway');
      return {
        id: chatId,
        type: 'channel',
        linked_chat_id: chats.get(Number(chatId))?.linkedChatId,
      } as never;
    },
  };
  return asking;
}

/** A context for updates that need no answer from Telegram or NOWPayments. */
export const ASKING_NOBODY = {
  botUsername: 'TestBot',
  asking: fakeTelegram(new Map()),
} as const satisfies Partial<UpdateContext>;
