import { noteAdministrator, saveBotChat } from '../../database/places/bot-chats';
import type { Database } from '../../database/connection/pool';
import { MONEY_EXPIRES_SECONDS } from '../../domain/effects';
import type { BotChat } from '../../domain/places/bot-chat';
import { storableText } from '../../domain/common/storable-text';

/** Remembers what the bot is in a channel; who has just made it an administrator there is asked whether to sell it. */
export const noteBotChat = (database: Database, updateId: number, chat: BotChat): Promise<unknown> =>
  saveBotChat(
    database,
    {
      ...chat,
      title: storableText(chat.title),
      username: chat.username === null ? null : storableText(chat.username),
    },
    [
      {
        effect: { kind: 'offer_set_up', chatId: chat.chatId, userId: chat.actorId },
        key: `update:${updateId}:offer_set_up`,
        expiresInSeconds: MONEY_EXPIRES_SECONDS,
      },
    ],
  );

const ADMINISTRATORS: readonly string[] = ['administrator', 'creator'];

/** Somebody was made an administrator of a channel, or is one no more: they see it among theirs, or not. */
export async function noteChatAdministrator(
  database: Database,
  seen: {
    readonly closedChannelId: number;
    readonly userId: number;
    readonly status: string;
    readonly oldStatus: string;
  },
): Promise<void> {
  const isOne = ADMINISTRATORS.includes(seen.status);
  if (!isOne && !ADMINISTRATORS.includes(seen.oldStatus)) return;
  await noteAdministrator(database, { chatId: seen.closedChannelId, userId: seen.userId, isOne });
}
