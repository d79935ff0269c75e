import { GrammyError } from 'grammy/web';
import { silentLogger } from '../../shared/logger';
import type { UpdateContext } from '../../shared/services/common/update-context';

const telegramError = (error_code: number, description: string, parameters = {}) =>
  new GrammyError('call failed', { ok: false, error_code, description, parameters }, 'getChatMember', {});

/** Telegram's status of a user in a chat, with the names of their rights. */
export interface FakeMember {
  readonly status: string;
  readonly rights?: readonly string[];
}

/** A channel in the fake Telegram. */
export interface FakeChat {
  /** Administrators with every right, without the bot. */
  readonly administrators: readonly number[];
  /** The names of the bot's rights, or `null` if it isn't in the channel. */
  readonly botRights: readonly string[] | null;
  /** The id of its discussion group. */
  readonly linkedChatId?: number;
  /** Users with another status or with other rights, by their ids. */
  readonly members?: Readonly<Record<number, FakeMember>>;
  /** The public @name. */
  readonly username?: string;
  readonly title?: string;
  /** Absent: a channel. */
  readonly type?: 'supergroup' | 'group';
  /** The supergroup that it became. */
  readonly movedTo?: number;
}

/** The rights that matter here. */
export const ALL_RIGHTS = ['can_invite_users', 'can_restrict_members', 'can_post_messages'];

/** A fake Telegram with these channels. While `isSilent` it fails. */
export function fakeTelegram(
  chats: ReadonlyMap<number, FakeChat>,
  { botId = 8, isSilent = () => false }: { botId?: number; isSilent?: () => boolean } = {},
) {
  const findChat = (chatId: number | string) => {
    const chat = chats.get(Number(chatId));
    if (chat?.botRights == null)
      throw telegramError(403, 'Forbidden: bot is not a member of the channel chat');
    if (chat.movedTo !== undefined)
      throw telegramError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: chat.movedTo,
      });
    return { ...chat, botRights: chat.botRights };
  };
  const asking: UpdateContext['asking'] = {
    getChatMember: async (chatId, userId) => {
      if (isSilent()) throw telegramError(502, 'Bad Gateway');
      const { botRights, members, administrators } = findChat(chatId);
      const plain: FakeMember = administrators.includes(userId)
        ? { status: 'administrator', rights: ALL_RIGHTS }
        : { status: 'left' };
      const bot: FakeMember = { status: 'administrator', rights: botRights };
      const { status, rights = [] } = userId === botId ? bot : (members?.[userId] ?? plain);
      return { status, ...Object.fromEntries(rights.map((right) => [right, true])) } as never;
    },
    getChat: async (chatId) => {
      if (isSilent()) throw telegramError(502, 'Bad Gateway');
      const { username, linkedChatId, title = 'Untitled', type = 'channel' } = findChat(chatId);
      return {
        id: chatId,
        type,
        title,
        ...(username && { username }),
        linked_chat_id: linkedChatId,
      } as never;
    },
  };
  return asking;
}

/** A context for updates that need no answer from Telegram or NOWPayments. */
export const ASKING_NOBODY = {
  botUsername: 'TestBot',
  asking: fakeTelegram(new Map()),
  owners: { isEveryone: true, named: [] },
  starsFor: { isEveryone: true, named: [] },
  log: silentLogger,
} as const satisfies Partial<UpdateContext>;
