import type { OpenChannelId } from '../../domain/common/ids';
import type { SharedChat } from '../../domain/places/tell-shared';
import type { Database } from '../connection/pool';
import { placeTitle } from './kinds';

/** Lists the places of a channel that offers of others than this owner open, too. */
export const listSharedChats = (
  database: Database,
  { openChannelId, ownerUserId }: { readonly openChannelId: OpenChannelId; readonly ownerUserId: number },
): Promise<SharedChat[]> =>
  database.query(
    (sql) => sql<SharedChat[]>`
      select ${placeTitle(sql)} as "chatTitle", o.title as "otherTitle", o.owner_user_id as "otherOwnerId"
      from places p join channels c using (open_channel_id)
        join places q on q.chat_id = p.chat_id and q.open_channel_id <> p.open_channel_id and q.closed_at is null
        join channels o on o.open_channel_id = q.open_channel_id
        left join bot_chats b on b.chat_id = p.chat_id
      where p.open_channel_id = ${openChannelId} and p.closed_at is null and o.owner_user_id <> ${ownerUserId}
      order by p.position, p.chat_id, o.title, o.open_channel_id`,
  );
