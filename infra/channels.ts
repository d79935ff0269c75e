import { readFile } from 'node:fs/promises';
import { listChannels, listMoved, saveChannels, type ListedChannel } from '../shared/database/channels';
import { promiseAlone } from '../shared/database/outbox';
import type { Database } from '../shared/database/pool';
import { formatUsd } from '../shared/domain/money';
import { ChannelFileError, formatChannelFile, parseChannelFile } from '../shared/services/channel-file';
import { donatePost } from '../shared/services/donate-post';
import { onDatabase, runCommand, UsageError } from './run-command';

const HELP = `Channels in the database at DATABASE_URL. Every command is safe to repeat.

  npm run channels -- import FILE.json   add channels, or bring those that exist to what the file says
  npm run channels -- export             print all channels as an import file
  npm run channels -- list               show all channels, and whose owner cannot be reached
  npm run channels -- post CHANNEL_ID    have the bot post the donate button in a public channel, within a minute

Left out, the next three stay as they are. tolerance_percent: how much of a price may be missing. grace_hours: how long somebody who did not renew may stay.
removals: "on", "dry_run" (only says who would be removed) or "off" (the kill switch).

A channel in the file:
  {"open_channel_id": -1001234567890, "closed_channel_id": -1009876543210, "title": "Alpha", "description": "",
   "owner_user_id": 7001, "donation_message": "Thank you!", "notifications": {"enabled": true, "chat_id": null},
   "tolerance_percent": 1, "grace_hours": 24, "removals": "on",
   "tiers": [{"name": "Gold", "price_usd": "9.99", "days": 30}]}
`;

function describe(channel: ListedChannel): string {
  const tiers = channel.tiers.map(
    ({ name, priceCents, days }) => `${name} ${formatUsd(priceCents)}/${days} d`,
  );
  const notified = !channel.notificationsEnabled
    ? 'notifications off'
    : channel.unreachableAt === null
      ? 'notifications on'
      : `OWNER UNREACHABLE since ${channel.unreachableAt.toISOString()}: ${channel.unreachableReason ?? 'unknown'}`;
  const parts = [`owner ${channel.ownerUserId}`, notified, tiers.join(', ') || 'no tiers'];
  return `${channel.openChannelId}  ${channel.title}\n    ${parts.join(' · ')}`;
}

async function run(database: Database, command: string, argument: string | undefined): Promise<string> {
  switch (command) {
    case 'import': {
      if (argument === undefined) throw new UsageError('Which file? npm run channels -- import FILE.json');
      const channels = parseChannelFile(await readFile(argument, 'utf8'));
      const [moved] = await listMoved(database, channels);
      if (moved !== undefined)
        throw new UsageError(
          `${moved.openChannelId} has ${moved.subscribers} subscribers in its private channel ${moved.closedChannelId}: ` +
            'its closed_channel_id cannot change before they have left. Nothing was imported.',
        );
      await saveChannels(database, channels);
      return `Imported ${channels.length} channel${channels.length === 1 ? '' : 's'}.`;
    }
    case 'export':
      return formatChannelFile(await listChannels(database));
    case 'list': {
      const channels = await listChannels(database);
      return channels.length === 0 ? 'There are no channels yet.' : channels.map(describe).join('\n');
    }
    case 'post': {
      const channel = (await listChannels(database)).find(
        ({ openChannelId }) => String(openChannelId) === argument,
      );
      if (channel === undefined) throw new UsageError(`There is no channel ${argument ?? ''}. See list.`);
      await promiseAlone(database, [donatePost(channel)]);
      return 'The worker posts it within a minute.';
    }
    default:
      throw new UsageError(`There is no command ${command}.\n\n${HELP}`);
  }
}

runCommand({
  help: HELP,
  run: onDatabase((database, { words: [command = '', argument] }) => run(database, command, argument)),
  expected: [ChannelFileError],
});
