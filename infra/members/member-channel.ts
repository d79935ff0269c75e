import { findListChannel, type ListChannel } from '../../shared/database/takeovers/list-channel';
import type { Database } from '../../shared/database/connection/pool';
import type { OpenChannelId } from '../../shared/domain/common/ids';
import { UsageError } from '../arguments';

/** The channel of a command. An operator acts for its owner. Throws `UsageError` if there is none. */
export async function memberChannel(database: Database, openChannelId: OpenChannelId): Promise<ListChannel> {
  const channel = await findListChannel(database, openChannelId);
  if (channel === undefined) throw new UsageError('There is no such channel. Run npm run channels -- list.');
  return channel;
}
