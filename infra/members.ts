import { COMMAND_VARIABLES } from './command-variables';
import { prepareExport } from './members/export-members';
import { prepareImport } from './members/import-members';
import { prepareList, prepareUndo } from './members/undo-import';
import { channelIn } from './removals/switch-removals';
import { runSubcommands } from './subcommands';
import { parseOpenChannelId } from '../shared/domain/common/ids';

const HELP = `Takes over the members of a channel or group from a list, in the database at DATABASE_URL. Every command is safe to repeat.

  npm run members -- import CHANNEL_ID FILE   show what the list in FILE would change, ask, and import it
  npm run members -- export CHANNEL_ID        print everyone who has access, in the form that import reads
  npm run members -- list CHANNEL_ID          show the last lists, and where they stand
  npm run members -- undo LIST_ID             ask, and take back what a list gave

import takes these options:
  --until WHEN   the end of access for lines without one: a date such as 2027-01-31, or "for ever"
  --hold DAYS    nobody is removed for so many days after the import; 7 if you leave it out
  --shorten      also shorten access that is longer than the list says. What a member paid for always stays
  --yes          don't ask. Goes with undo, too

A list is CSV or JSON with these columns, in any order: id, username, until, note. A person needs an id or a username. A date
without a time means the end of that day in the channel's time zone. One list has at most 100,000 lines.

Exit code 1 means that nothing was imported or undone, or that lines of the list can't be read. Those are printed.
`;

runSubcommands({
  help: HELP,
  variables: COMMAND_VARIABLES.members,
  flags: { until: 'string', hold: 'string', shorten: 'boolean', yes: 'boolean' },
  isWord: (argument) => parseOpenChannelId(argument) !== undefined,
  subcommands: {
    import: {
      takes: 'CHANNEL_ID',
      mayTake: 'FILE',
      flags: ['until', 'hold', 'shorten', 'yes'],
      prepare: (channel, flags, more) => prepareImport(channelIn(channel), flags, more),
    },
    export: { takes: 'CHANNEL_ID', prepare: (channel) => prepareExport(channelIn(channel)) },
    list: { takes: 'CHANNEL_ID', prepare: (channel) => prepareList(channelIn(channel)) },
    undo: { takes: 'LIST_ID', flags: ['yes'], prepare: prepareUndo },
  },
});
