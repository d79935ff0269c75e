import { randomUUID } from 'node:crypto';
import { listChannels } from '../shared/database/owner/channels';
import { listOpenPlaces } from '../shared/database/places/known-chats';
import { triggerPosts, type Triggered } from '../shared/database/posts/post-triggers';
import type { Database } from '../shared/database/connection/pool';
import { parseOpenChannelId, type OpenChannelId } from '../shared/domain/common/ids';
import {
  ChannelFileError,
  formatChannelFile,
  parseChannelFile,
} from '../shared/services/operations/channel-file';
import { readNamedFile, UsageError } from './arguments';
import { describeChannel } from './channels/describe-channel';
import { importFile } from './channels/import-file';
import { prepareStars } from './channels/report-stars';
import { COMMAND_VARIABLES } from './command-variables';
import { onDatabase } from './run-command';
import { channelIn, prepareRemovalsSwitch } from './removals/switch-removals';
import { runSubcommands, type Work } from './subcommands';

const HELP = `Channels in the database at DATABASE_URL. Every command is safe to repeat.

  npm run channels -- import FILE.json   add the channels in the file, or update those that exist
                                         It says first which places it opens, and to how many people. --close also closes the
                                         places that the file no longer lists: their members are removed. --yes does not ask
  npm run channels -- export             print all channels as an import file
  npm run channels -- list               show all channels with their places, which owners cannot be reached, what the bot lacks, and
                                         which private channels are public
  npm run channels -- stars              show what each channel took in Telegram Stars this month, less what was sent back, by owner: the
                                         Stars are the bot's owner's, who settles with them. --month 2026-11 chooses another
                                         month, each by its channel's time zone. --json prints it for programs
  npm run channels -- post CHANNEL_ID    let the bot post the offer and the donate button in the public channel, within a minute
  npm run channels -- removals WORD --all
                                         switch removals in every channel: "off", "dry_run" or "on". It counts at once and stays until
                                         you switch it again. A channel's own setting counts beside it: whichever removes less
  npm run channels -- removals WORD CHANNEL_ID
                                         switch removals in one channel, as its owner may

These settings stay unchanged if the file leaves them out:
  tolerance_percent   how much of a price may be missing
  grace_hours         how long a member who did not renew may stay
  removals            "on", "dry_run" (only records which members would be removed) or "off" (the kill switch)
  donation_stars      what donors choose from in Telegram Stars, such as [50, 100, 500]. null: none
  price_stars         of a tier: its price in whole Stars. null: none. A tier is the same one if its name and days are
Stars are taken only for the owners that STARS_FOR names.

A channel in the file is in the list of /start unless it says "listed": false. In an export, "listed": null means that the owner
set the channel up in Telegram: it is listed if they want it and OWNERS names them.

closed_channel_id may be a supergroup. "places" are more channels and supergroups that the price opens: "role" is "extra" or, for the
discussion group of the private channel, "discussion". "kind" is "channel" or "supergroup". With the bot's token, Telegram is asked
what it is. A file without "places" changes none. A basic group has to become a supergroup first.

A channel in the file:
  {"open_channel_id": -1001234567890, "closed_channel_id": -1009876543210, "title": "Alpha", "description": "",
   "owner_user_id": 7001, "donation_message": "Thank you!", "notifications": {"enabled": true, "chat_id": null},
   "tolerance_percent": 1, "grace_hours": 24, "removals": "on",
   "tiers": [{"name": "Gold", "price_usd": "9.99", "days": 30}, {"name": "Gold", "price_usd": "299", "days": "for ever"}],
   "places": [{"chat_id": -1001111111111, "role": "discussion"}, {"chat_id": -1002222222222, "kind": "supergroup", "title": "Talk"}]}
`;

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

async function prepareImport(file: string, flags: ReadonlySet<string>): Promise<Work> {
  const channels = parseChannelFile(await readNamedFile(file));
  return onDatabase((database) =>
    importFile(database, channels, { isClosing: flags.has('close'), isAgreed: flags.has('yes') }),
  );
}

const exportFile = async (database: Database): Promise<string> =>
  formatChannelFile(await listChannels(database), await listOpenPlaces(database));

async function list(database: Database): Promise<string> {
  const channels = await listChannels(database);
  if (channels.length === 0) return 'There are no channels yet.';
  const places = await listOpenPlaces(database);
  return channels.map((channel) => describeChannel(channel, places)).join('\n');
}

runSubcommands({
  help: HELP,
  variables: COMMAND_VARIABLES.channels,
  flags: { all: 'boolean', close: 'boolean', yes: 'boolean', month: 'string', json: 'boolean' },
  isWord: (argument) => parseOpenChannelId(argument) !== undefined,
  subcommands: {
    import: { takes: 'FILE.json', flags: ['close', 'yes'], prepare: prepareImport },
    export: { prepare: () => onDatabase(exportFile) },
    stars: { flags: ['month', 'json'], prepare: prepareStars },
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
