import { readFile } from 'node:fs/promises';
import type { Database } from '../../shared/database/connection/pool';
import { confirmTakeover } from '../../shared/database/takeovers/confirm-takeover';
import { dropTakeover } from '../../shared/database/takeovers/takeovers';
import type { OpenChannelId } from '../../shared/domain/common/ids';
import { readUntil } from '../../shared/domain/takeovers/read-until';
import { HELD_DAYS, MOST_HELD_DAYS } from '../../shared/domain/takeovers/takeover-line';
import { takeInList, type EndOfOthers } from '../../shared/services/takeovers/take-in-list';
import { UsageError } from '../arguments';
import { isConfirmed } from '../confirm';
import { onDatabase, type Given, type Told } from '../run-command';
import type { Work } from '../subcommands';
import { describeBadLines, describeDifference, REFUSALS } from './describe-list';
import { finishPages } from './finish-pages';
import { memberChannel } from './member-channel';

interface ImportOptions {
  readonly bytes: Uint8Array;
  /** As it was typed; `undefined` if it wasn't. */
  readonly until: string | undefined;
  readonly holdDays: number;
  readonly shorten: boolean;
  readonly confirm: (question: string) => Promise<boolean>;
}

function endOfOthers(typed: string | undefined, timeZone: string): EndOfOthers {
  if (typed === undefined) return null;
  const read = readUntil(typed, timeZone);
  if ('problem' in read || read.end === null)
    throw new UsageError('--until must be a date such as 2027-01-31, or "for ever".');
  return read.end === 'for_ever' ? read.end : read.end.getTime();
}

const NOT_CONFIRMED = {
  changed:
    'Somebody imported or dropped this list in the bot meanwhile. See npm run members -- list CHANNEL_ID.',
  not_allowed: 'The owner of this channel has changed meanwhile. Nothing was imported. Try again.',
} as const;

const failed = (lines: readonly string[]): Told => ({ text: lines.join('\n'), exitCode: 1 });

/** Shows what a list would change, asks, and imports it. */
export async function importMembers(
  database: Database,
  openChannelId: OpenChannelId,
  { bytes, until, holdDays, shorten, confirm }: ImportOptions,
): Promise<Told> {
  const { ownerUserId: actorUserId, timeZone } = await memberChannel(database, openChannelId);
  const list = { openChannelId, actorUserId, timeZone, chunks: [bytes], until: endOfOthers(until, timeZone) };
  const taken = await takeInList(database, list);
  if (taken.is === 'not_allowed') throw new UsageError('The owner of this channel has changed. Try again.');
  const bad = taken.bad.length === 0 ? [] : ["These lines can't be read:", ...describeBadLines(taken.bad)];
  if (taken.is === 'refused') return failed([REFUSALS[taken.refusal], ...bad]);
  if (taken.is === 'without_end') return failed(['Nothing was imported.', ...bad]);
  const { takeoverId, difference } = taken;
  if (difference === null)
    return `This is list ${takeoverId}, which is ${taken.state} already. Nothing has changed.`;
  process.stderr.write(`${[...bad, `List ${takeoverId}:`, ...describeDifference(difference)].join('\n')}\n`);
  if (!(await confirm('Import it?'))) {
    await dropTakeover(database, { takeoverId, actorUserId });
    return failed(['Nothing was imported.']);
  }
  const confirmed = await confirmTakeover(database, { takeoverId, actorUserId, holdDays, shorten });
  if (confirmed !== 'done') return failed([NOT_CONFIRMED[confirmed], ...bad]);
  await finishPages(database, takeoverId);
  const text = `Imported. To take it back: npm run members -- undo ${takeoverId}`;
  return bad.length === 0 ? text : failed([text, ...bad]);
}

function holdDaysIn(typed: string | undefined): number {
  const days = Number(typed ?? HELD_DAYS);
  if (Number.isInteger(days) && days >= 0 && days <= MOST_HELD_DAYS) return days;
  throw new UsageError(`--hold must be a whole number of days from 0 to ${MOST_HELD_DAYS}.`);
}

/** Reads the file before the database is asked anything. */
export async function prepareImport(
  openChannelId: OpenChannelId,
  flags: ReadonlySet<string>,
  { second: file, values }: Pick<Given, 'values'> & { readonly second: string },
): Promise<Work> {
  if (file === '') throw new UsageError('Add FILE after the channel. See --help.');
  const holdDays = holdDaysIn(values['hold']);
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new UsageError(`${file} can't be read.`, { cause });
  });
  const confirm = flags.has('yes') ? () => Promise.resolve(true) : isConfirmed;
  const options = { bytes, until: values['until'], holdDays, shorten: flags.has('shorten'), confirm };
  return onDatabase((database) => importMembers(database, openChannelId, options));
}
