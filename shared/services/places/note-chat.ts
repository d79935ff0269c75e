import { markReachable, markUnreachable } from '../../database/common/chats';
import { retryFailedNow } from '../../database/common/outbox';
import { noteAdministrator, saveBotChat } from '../../database/places/bot-chats';
import type { Database } from '../../database/connection/pool';
import { MONEY_EXPIRES_SECONDS } from '../../domain/effects';
import type { BotChat } from '../../domain/places/bot-chat';
import { storableText } from '../../domain/common/storable-text';
import { NO_REACTION, promised, type Reaction } from '../../domain/prompt-effects';
import type { IntentOf } from '../../telegram/route-update';
import type { UpdateContext } from '../common/update-context';

/** Records what the bot is in a channel. Asks a user who made it an administrator there whether to sell the channel. */
const noteBotChat = (database: Database, updateId: number, chat: BotChat): Promise<unknown> =>
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

/**
 * Records that a user became an administrator of a channel or stopped being one, so that they see it among their
 * channels or not.
 */
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

/** Records whether the bot can write to a chat. If the bot has new rights there, retries what failed. */
export async function answerReachability(
  { database, updateId }: UpdateContext,
  { channel, chatId, isReachable, isAdministrator }: IntentOf<'reachability'>,
): Promise<Reaction> {
  if (channel) await noteBotChat(database, updateId, channel);
  await (isReachable
    ? markReachable(database, chatId)
    : markUnreachable(database, chatId, 'the bot was blocked or removed'));
  if (isAdministrator) await retryFailedNow(database, chatId);
  return isReachable ? promised() : NO_REACTION;
}
