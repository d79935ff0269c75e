import { switchAllRemovals, switchRemovals } from '../../shared/database/access/removals-switch';
import type { Database } from '../../shared/database/connection/pool';
import { REMOVALS, type RemovalsSetting } from '../../shared/domain/common/channel';
import { parseOpenChannelId, type OpenChannelId } from '../../shared/domain/common/ids';
import { UsageError } from '../arguments';
import { onDatabase } from '../run-command';
import type { Work } from '../subcommands';

/** Reads a channel's id. Throws `UsageError` for any other text. */
export function channelIn(text: string): OpenChannelId {
  const openChannelId = parseOpenChannelId(text);
  if (openChannelId !== undefined) return openChannelId;
  throw new UsageError(
    `${text} isn't a channel id, which looks like -1001234567890. Run npm run channels -- list.`,
  );
}

const EFFECT: Readonly<Record<RemovalsSetting, string>> = {
  on: 'Removals are on. Those that waited follow now, as many an hour as the brake allows',
  dry_run: 'Nobody is removed. The audit log records who would be',
  off: 'Nobody is removed',
};

async function switchAll(database: Database, removals: RemovalsSetting): Promise<string> {
  const before = await switchAllRemovals(database, removals);
  const was = before === removals ? 'It was so before.' : `Before: ${before}.`;
  const own =
    removals === 'on' ? ', except in channels whose own setting removes less' : ', in every channel';
  return `${EFFECT[removals]}${own}. ${was}`;
}

async function switchOne(
  database: Database,
  change: { openChannelId: OpenChannelId; removals: RemovalsSetting },
): Promise<string> {
  if (!(await switchRemovals(database, change)))
    throw new UsageError(`There is no channel ${change.openChannelId}. Run npm run channels -- list.`);
  return `${EFFECT[change.removals]}, in channel ${change.openChannelId}.`;
}

/** `npm run channels -- removals off|dry_run|on`, with `--all` or the id of a channel. */
export function prepareRemovalsSwitch(
  argument: string,
  flags: ReadonlySet<string>,
  { second: channel }: { readonly second: string },
): Work {
  const removals = REMOVALS.find((word) => word === argument);
  if (removals === undefined) throw new UsageError(`${argument} isn't one of ${REMOVALS.join(', ')}.`);
  if (flags.has('all') === (channel !== ''))
    throw new UsageError('Say where: --all for every channel, or the id of one.');
  if (channel === '') return onDatabase((database) => switchAll(database, removals));
  const openChannelId = channelIn(channel);
  return onDatabase((database) => switchOne(database, { openChannelId, removals }));
}
