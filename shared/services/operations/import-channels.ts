import { randomUUID } from 'node:crypto';
import { promiseAlone } from '../../database/common/outbox';
import { isUniqueViolation, type Database } from '../../database/connection/pool';
import { listMoved, saveChannels } from '../../database/owner/channels';
import { listTakenChats } from '../../database/owner/taken-chats';
import type { ChannelToSave } from '../../domain/common/channel';
import { postsRefreshed } from '../posts/refresh-posts';
import { ChannelFileError } from './channel-file';

/** Names the chat that keeps channels from being imported. */
async function takenChatError(database: Database, channels: readonly ChannelToSave[]): Promise<Error> {
  const [taken] = await listTakenChats(database, channels);
  if (taken === undefined)
    return new ChannelFileError('Another channel just got one of these chats. Import again to see which.');
  const { openChannelId, chatId, takenBy } = taken;
  return new ChannelFileError(
    `${openChannelId} can't have the chat ${chatId}, because ${takenBy} has it. A chat is sold by one channel, and nobody posts ` +
      'in a chat that is sold. Nothing was imported.',
  );
}

/**
 * Imports the channels of a file, all or none, and promises to update their posts. Throws a `ChannelFileError` that says
 * what keeps them from being imported.
 */
export async function importChannels(database: Database, channels: readonly ChannelToSave[]): Promise<void> {
  const [moved] = await listMoved(database, channels);
  if (moved !== undefined)
    throw new ChannelFileError(
      `${moved.openChannelId} has ${moved.subscribers} subscribers in its private channel ${moved.closedChannelId}: ` +
        'its closed_channel_id cannot change while they are there. Nothing was imported.',
    );
  await saveChannels(database, channels).catch(async (error: unknown) => {
    throw isUniqueViolation(error) ? await takenChatError(database, channels) : error;
  });
  const saved = randomUUID();
  await promiseAlone(
    database,
    channels.map(({ openChannelId }) => postsRefreshed(openChannelId, saved)),
  );
}
