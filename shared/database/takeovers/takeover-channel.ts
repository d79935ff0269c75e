import type { OpenChannelId } from '../../domain/common/ids';
import type { Database } from '../connection/pool';

/** What an operator's command needs of a channel. */
export interface TakeoverChannel {
  readonly openChannelId: OpenChannelId;
  readonly ownerUserId: number;
  readonly timeZone: string;
}

/** Finds a channel; `undefined` if there is no such channel. */
export async function findTakeoverChannel(
  database: Database,
  openChannelId: OpenChannelId,
): Promise<TakeoverChannel | undefined> {
  const [row] = await database.query(
    (sql) => sql<TakeoverChannel[]>`
      select open_channel_id as "openChannelId", owner_user_id as "ownerUserId", time_zone as "timeZone"
      from channels where open_channel_id = ${openChannelId}`,
  );
  return row;
}
