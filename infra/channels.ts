import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ConfigError, DATABASE_NAMES, readConfig } from '../shared/config';
import { listChannels, saveChannels, type ListedChannel } from '../shared/database/channels';
import { promiseAlone } from '../shared/database/outbox';
import { openDatabase, type Database } from '../shared/database/pool';
import { assertSchema, SchemaTooOld } from '../shared/database/schema-version';
import { formatUsd } from '../shared/domain/money';
import { silentLogger } from '../shared/logger';
import { ChannelFileError, formatChannelFile, parseChannelFile } from '../shared/services/channel-file';
import { donatePost } from '../shared/services/donate-post';

const HELP = `Channels in the database at DATABASE_URL. Every command is safe to repeat.

  npm run channels -- import FILE.json   add channels, or bring those that exist to what the file says
  npm run channels -- export             print all channels as an import file
  npm run channels -- list               show all channels, and whose owner cannot be reached
  npm run channels -- post CHANNEL_ID    have the bot post the donate button in a public channel, within a minute

A channel in the file:
  {"open_channel_id": -1001234567890, "closed_channel_id": -1009876543210, "title": "Alpha", "description": "",
   "owner_user_id": 7001, "donation_message": "Thank you!", "notifications": {"enabled": true, "chat_id": null},
   "tiers": [{"name": "Gold", "price_usd": "9.99", "days": 30}]}
`;

class UsageError extends Error {}

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

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  });
  const [command, argument] = positionals;
  if (values.help || command === undefined) return void process.stdout.write(HELP);
  const database = openDatabase(await readConfig(DATABASE_NAMES), silentLogger);
  try {
    await assertSchema(database);
    console.log(await run(database, command, argument));
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  const isExpected = [UsageError, ChannelFileError, ConfigError, SchemaTooOld].some(
    (type) => error instanceof type,
  );
  console.error(isExpected && error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
