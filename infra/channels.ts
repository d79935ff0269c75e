import { randomUUID } from 'node:crypto';
import { listChannels, type ListedChannel } from '../shared/database/owner/channels';
import { triggerPosts, type Triggered } from '../shared/database/posts/post-triggers';
import type { Database } from '../shared/database/connection/pool';
import type { BrokenPlace } from '../shared/domain/messages/places';
import { parseOpenChannelId, type OpenChannelId } from '../shared/domain/common/ids';
import { areForEver } from '../shared/domain/common/for-ever';
import { formatUsd } from '../shared/domain/common/money';
import {
  ChannelFileError,
  formatChannelFile,
  parseChannelFile,
} from '../shared/services/operations/channel-file';
import { importChannels } from '../shared/services/operations/import-channels';
import { readNamedFile, UsageError } from './arguments';
import { COMMAND_VARIABLES } from './command-variables';
import { onDatabase } from './run-command';
import { channelIn, prepareRemovalsSwitch } from './removals/switch-removals';
import { runSubcommands, type Work } from './subcommands';

const HELP = `Channels in the database at DATABASE_URL. Every command is safe to repeat.

  npm run channels -- import FILE.json   add the channels in the file, or update those that exist
  npm run channels -- export             print all channels as an import file
  npm run channels -- list               show all channels, which owners cannot be reached, what the bot lacks, and which private
                                         channels are public
  npm run channels -- post CHANNEL_ID    let the bot post the offer and the donate button in the public channel, within a minute
  npm run channels -- removals WORD --all
                                         switch removals in every channel: "off", "dry_run" or "on". It counts at once and stays until
                                         you switch it again. A channel's own setting counts beside it: whichever removes less
  npm run channels -- removals WORD CHANNEL_ID
                                         switch removals in one channel, as its owner may

These three settings stay unchanged if the file leaves them out:
  tolerance_percent   how much of a price may be missing
  grace_hours         how long a member who did not renew may stay
  removals            "on", "dry_run" (only records which members would be removed) or "off" (the kill switch)

A channel in the file is in the list of /start unless it says "listed": false. In an export, "listed": null means that the owner
set the channel up in Telegram: it is listed if they want it and OWNERS names them.

A channel in the file:
  {"open_channel_id": -1001234567890, "closed_channel_id": -1009876543210, "title": "Alpha", "description": "",
   "owner_user_id": 7001, "donation_message": "Thank you!", "notifications": {"enabled": true, "chat_id": null},
   "tolerance_percent": 1, "grace_hours": 24, "removals": "on",
   "tiers": [{"name": "Gold", "price_usd": "9.99", "days": 30}, {"name": "Gold", "price_usd": "299", "days": "for ever"}]}
`;

/** The chat that can't be reached: the owner's, or another one that is told about sales. */
const unreachableName = ({ notificationsChatId, ownerUserId }: ListedChannel): string =>
  notificationsChatId === null || notificationsChatId === ownerUserId
    ? 'OWNER'
    : `CHAT ${notificationsChatId}`;

/** What the bot lacks in a channel's chats. */
function placeWords({ use, state, chatTitle }: BrokenPlace): string {
  const place = chatTitle ?? `the ${use} channel`;
  switch (state.is) {
    case 'gone':
      return `${chatTitle ?? `${use} channel`} GONE`;
    case 'absent':
      return `bot NOT ADMINISTRATOR in ${place}`;
    case 'lacking':
      return `bot LACKS ${state.rights.join(', ')} in ${place}`;
    case 'fine':
      return '';
  }
}

function describe(channel: ListedChannel): string {
  const tiers = channel.tiers.map(
    ({ name, priceCents, days }) =>
      `${name} ${formatUsd(priceCents)}/${areForEver(days) ? 'for ever' : `${days} d`}`,
  );
  const notified = !channel.notificationsEnabled
    ? 'notifications off'
    : channel.unreachableAt === null
      ? 'notifications on'
      : `${unreachableName(channel)} UNREACHABLE since ${channel.unreachableAt.toISOString()}: ${channel.unreachableReason ?? 'unknown'}`;
  const parts = [
    `owner ${channel.ownerUserId}`,
    notified,
    ...(channel.publicName === null ? [] : [`PRIVATE CHANNEL IS PUBLIC as @${channel.publicName}`]),
    ...channel.places.map(placeWords),
    ...(channel.removals === 'on' ? [] : [`removals ${channel.removals}`]),
    tiers.join(', ') || 'no tiers',
  ];
  return `${channel.openChannelId}  ${channel.title}\n    ${parts.join(' · ')}`;
}

const NOT_POSTED: Readonly<Record<Exclude<Triggered['type'], 'triggered' | 'done_before'>, string>> = {
  unknown: 'There is no such channel. Run npm run channels -- list.',
  too_soon: 'Posts were published in this channel less than five minutes ago. Try again later.',
  paused: 'This channel is paused, so nothing is posted.',
  no_public_channel: 'This channel has no public channel to post in.',
  not_on_sale:
    'The bot cannot let anybody into the private channel, so nothing is sold or posted. The doctor says what is missing.',
  nothing_to_post: 'Posts are switched off in this channel, or it has nothing to offer.',
};

async function post(database: Database, openChannelId: OpenChannelId): Promise<string> {
  const id = randomUUID();
  const triggered = await triggerPosts(
    database,
    { source: 'notification', deliveryId: `command ${id}`, correlationId: id },
    { openChannelId, occasion: `manual:${id}` },
  );
  if (triggered.type !== 'triggered' && triggered.type !== 'done_before')
    throw new UsageError(NOT_POSTED[triggered.type]);
  return 'The worker posts within a minute.';
}

function preparePost(argument: string): Work {
  const openChannelId = channelIn(argument);
  return onDatabase((database) => post(database, openChannelId));
}

async function prepareImport(file: string): Promise<Work> {
  const channels = parseChannelFile(await readNamedFile(file));
  return onDatabase(async (database) => {
    await importChannels(database, channels);
    return `Imported ${channels.length} channel${channels.length === 1 ? '' : 's'}.`;
  });
}

const list = async (database: Database): Promise<string> =>
  (await listChannels(database)).map(describe).join('\n') || 'There are no channels yet.';

runSubcommands({
  help: HELP,
  variables: COMMAND_VARIABLES.channels,
  flags: { all: 'boolean' },
  isWord: (argument) => parseOpenChannelId(argument) !== undefined,
  subcommands: {
    import: { takes: 'FILE.json', prepare: prepareImport },
    export: {
      prepare: () => onDatabase(async (database) => formatChannelFile(await listChannels(database))),
    },
    list: { prepare: () => onDatabase(list) },
    post: { takes: 'CHANNEL_ID', prepare: preparePost },
    removals: {
      takes: 'off|dry_run|on',
      mayTake: 'CHANNEL_ID',
      flags: ['all'],
      prepare: prepareRemovalsSwitch,
    },
  },
  expected: [ChannelFileError],
});
