import type { Database } from '../../shared/database/connection/pool';
import { undoTakeover } from '../../shared/database/takeovers/confirm-takeover';
import { listTakeovers, readTakeover } from '../../shared/database/takeovers/takeovers';
import type { OpenChannelId } from '../../shared/domain/common/ids';
import { LINES_KEPT_DAYS } from '../../shared/domain/takeovers/takeover-line';
import { UsageError } from '../arguments';
import { isConfirmed } from '../confirm';
import { onDatabase, type Told } from '../run-command';
import type { Work } from '../subcommands';
import { finishPages } from './finish-pages';
import { memberChannel } from './member-channel';

export const prepareList = (openChannelId: OpenChannelId): Work =>
  onDatabase(async (database) => {
    await memberChannel(database, openChannelId);
    const lists = await listTakeovers(database, openChannelId);
    if (lists.length === 0) return 'No list was taken over yet.';
    return lists
      .map(
        ({ takeoverId, startedAt, state, done, total }) =>
          `${takeoverId}  ${new Date(startedAt).toISOString()}  ${state}, ${done} of ${total} lines`,
      )
      .join('\n');
  });

/** Says why a list can't be undone. */
async function notUndone(database: Database, takeoverId: number): Promise<string> {
  const state = (await readTakeover(database, takeoverId))?.state ?? 'gone';
  return state === 'applied'
    ? `It was applied more than ${LINES_KEPT_DAYS} days ago, so it can't be undone.`
    : `The list is ${state}, so there is nothing to undo.`;
}

/** Takes back what a list gave. */
export async function undoImport(
  database: Database,
  takeoverId: number,
  confirm: (question: string) => Promise<boolean>,
): Promise<Told> {
  const list = await readTakeover(database, takeoverId);
  if (list === undefined)
    throw new UsageError('There is no such list. Run npm run members -- list CHANNEL_ID.');
  if (!(await confirm(`Undo list ${takeoverId} of ${list.title}, with ${list.total} lines?`)))
    return { text: 'Nothing was undone.', exitCode: 1 };
  const { ownerUserId: actorUserId } = await memberChannel(database, list.openChannelId);
  const changed = await undoTakeover(database, { takeoverId, actorUserId });
  if (changed === 'not_allowed')
    return { text: 'The owner of this channel has changed meanwhile. Try again.', exitCode: 1 };
  if (changed === 'changed') return { text: await notUndone(database, takeoverId), exitCode: 1 };
  await finishPages(database, takeoverId);
  const { stays = 0 } = (await readTakeover(database, takeoverId))?.outcomes ?? {};
  return stays === 0
    ? 'Undone.'
    : `Undone. ${stays} kept their access, because it changed again after the import.`;
}

export function prepareUndo(argument: string, flags: ReadonlySet<string>): Work {
  if (!/^[1-9]\d{0,14}$/.test(argument))
    throw new UsageError(`${argument} isn't the id of a list, which is digits only.`);
  const confirm = flags.has('yes') ? () => Promise.resolve(true) : isConfirmed;
  return onDatabase((database) => undoImport(database, Number(argument), confirm));
}
