import { findTakeoverChannel, type TakeoverChannel } from '../../shared/database/takeovers/takeover-channel';
import type { Database } from '../../shared/database/connection/pool';
import type { OpenChannelId } from '../../shared/domain/common/ids';
import { UsageError } from '../arguments';

/** The channel of a command. An operator acts for its owner. Throws `UsageError` if there is none. */
export async function memberChannel(
  database: Database,
  openChannelId: OpenChannelId,
): Promise<TakeoverChannel> {
  const channel = await findTakeoverChannel(database, openChannelId);
  if (channel === undefined) throw new UsageError('There is no such channel. Run npm run channels -- list.');
  return channel;
}
