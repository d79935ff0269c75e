import { listStarChannels, readStarMonth } from '../../shared/database/reports/star-income';
import type { Database } from '../../shared/database/connection/pool';
import { UsageError } from '../arguments';
import { onDatabase } from '../run-command';
import type { Work } from '../subcommands';
import { describeStars, starsAsJson, type TakenStars } from './describe-stars';

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** Reads what each channel took in Stars in a month by its own calendar. Leaves out channels without any. */
export async function readTakenStars(database: Database, month: string | undefined): Promise<TakenStars[]> {
  const taken: TakenStars[] = [];
  for (const channel of await listStarChannels(database)) {
    const of = month ?? channel.month;
    const figures = await readStarMonth(database, { openChannelId: channel.openChannelId, month: of });
    if (figures !== null) taken.push({ ...channel, month: of, figures });
  }
  return taken;
}

export function prepareStars(
  _: string,
  flags: ReadonlySet<string>,
  { values: { month } }: { readonly values: Readonly<Record<string, string>> },
): Work {
  if (month !== undefined && !MONTH.test(month))
    throw new UsageError(`${month} isn't a month, which looks like 2026-11.`);
  return onDatabase(async (database) => {
    const taken = await readTakenStars(database, month);
    return flags.has('json') ? starsAsJson(taken) : describeStars(taken, month ?? 'this month');
  });
}
