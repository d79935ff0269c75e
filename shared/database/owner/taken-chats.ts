import type { Channel } from '../../domain/common/channel';
import type { OpenChannelId } from '../../domain/common/ids';
import type { Database } from '../connection/pool';

/** A chat that a channel can't get, because another channel has it or it is already used for something else. */
export interface TakenChat {
  readonly openChannelId: OpenChannelId;
  readonly chatId: number;
  /** The channel that has it. */
  readonly takenBy: OpenChannelId;
}

/** Lists the chats that keep `saveChannels` from saving these channels. */
export const listTakenChats = (
  database: Database,
  channels: readonly Pick<Channel, 'openChannelId' | 'closedChannelId'>[],
): Promise<TakenChat[]> =>
  database.query(
    (sql) => sql<TakenChat[]>`
      select g."openChannelId", t.chat_id as "chatId", c.open_channel_id as "takenBy"
      from jsonb_to_recordset(${sql.json(channels as never)}) as g ("openChannelId" bigint, "closedChannelId" bigint)
        join channels c on g."closedChannelId" = c.public_channel_id or c.open_channel_id <> g."openChannelId"
          and (g."closedChannelId" in (c.open_channel_id, c.closed_channel_id) or g."openChannelId" = c.closed_channel_id),
        lateral (values (case when g."openChannelId" = c.closed_channel_id then g."openChannelId" else g."closedChannelId" end))
          as t (chat_id)
      union
      select g."openChannelId", p.chat_id, p.open_channel_id
      from jsonb_to_recordset(${sql.json(channels as never)}) as g ("openChannelId" bigint, "closedChannelId" bigint)
        join places p on p.chat_id = g."openChannelId" and p.closed_at is null
      where g."openChannelId" is distinct from g."closedChannelId"
        and not exists (select from channels c where c.open_channel_id = g."openChannelId")
      order by 1, 3`,
  );
