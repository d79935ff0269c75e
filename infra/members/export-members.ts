import { readMembersWithAccess } from '../../shared/database/takeovers/listed-lines';
import type { Database } from '../../shared/database/connection/pool';
import type { OpenChannelId } from '../../shared/domain/common/ids';
import { csvWriter } from '../../shared/services/common/csv-table';
import { endInTable } from '../../shared/services/takeovers/list-table';
import { onDatabase } from '../run-command';
import type { Work } from '../subcommands';
import { memberChannel } from './member-channel';

/** All who have access to a channel, as a list that `import` reads. Importing it into the same channel changes nothing. */
export async function exportMembers(database: Database, openChannelId: OpenChannelId): Promise<string> {
  await memberChannel(database, openChannelId);
  const write = await csvWriter();
  const parts = [write([['id', 'username', 'until', 'note']])];
  for await (const members of readMembersWithAccess(database, openChannelId))
    parts.push(
      write(members.map(({ userId, username, until }) => [userId, username, endInTable(until), null])),
    );
  return Buffer.concat(parts).toString().trimEnd();
}

export const prepareExport = (openChannelId: OpenChannelId): Work =>
  onDatabase((database) => exportMembers(database, openChannelId));
