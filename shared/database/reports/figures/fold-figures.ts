import type { OpenChannelId } from '../../../domain/common/ids';
import type { Database } from '../../connection/pool';
import type { Sql } from '../../connection/options';
import { countActive } from './active-members';
import { addedToDays, channelsToRecount, rebuildDays } from './kept-days';
import { keepingFigures } from './keeping-figures';
import { computedFacts, factColumns } from './quarter-facts';

/** The most quarters of a channel that one statement sums. */
const QUARTERS_AT_ONCE = 48;
/** The most channels that are looked up at once. */
const CHANNELS_AT_ONCE = 500;

/** The marked quarters that are over. One that is not is counted from its rows anyway. */
const isDue = (sql: Sql) => sql`quarter < quarter_of(app_now())`;

/**
 * Sums a channel's marked quarters again, the newest first, and takes away their marks. A change that is made meanwhile leaves a mark
 * that this does not see, so its quarter is summed again. Returns how many quarters it summed; 0 if another run has the lock.
 */
async function foldChannel(database: Database, openChannelId: number, most: number): Promise<number> {
  const folded = await keepingFigures(database, openChannelId, async (sql) => {
    const columns = factColumns(sql);
    const [row] = await sql<{ folded: number }[]>`
        with taken as (
          delete from figure_marks where open_channel_id = ${openChannelId} and quarter in (
            select distinct quarter from figure_marks where open_channel_id = ${openChannelId} and ${isDue(sql)}
            order by quarter desc limit ${most})
          returning quarter),
        chosen as materialized (
          select distinct quarter, quarter as begins, quarter + interval '15 minutes' as ends from taken),
        ${computedFacts(sql, openChannelId)},
        replaced as (
          delete from figure_sums where open_channel_id = ${openChannelId} and quarter = any(array(select quarter from chosen))
          returning quarter, ${columns}),
        summed as (
          insert into figure_sums (open_channel_id, quarter, ${columns})
          select ${openChannelId}::bigint, quarter, ${columns} from computed),
        changes as (
          select quarter, ${columns} from computed
          union all select quarter, at, fact, tier_name, tier_days, coin, -count, -cents from replaced),
        ${addedToDays(sql, openChannelId)}
        select count(*)::int as folded from chosen`;
    return row?.folded;
  });
  return folded ?? 0;
}

/** Channels with marked quarters that are over, those that wait longest first. */
const channelsToFold = (database: Database): Promise<{ openChannelId: OpenChannelId }[]> =>
  database.query(
    (sql) => sql<{ openChannelId: OpenChannelId }[]>`
      select open_channel_id as "openChannelId" from figure_marks where ${isDue(sql)}
      group by open_channel_id order by min(quarter) limit ${CHANNELS_AT_ONCE}`,
  );

export interface FoldOptions {
  /** Returns `true` when the rest is left to the next run. */
  readonly isOver?: () => boolean;
  /** Is told about a channel that failed. The others are summed. By default, its error is thrown. */
  readonly onFailure?: (error: unknown, openChannelId: number) => void;
  /** How many quarters of a channel one statement sums, where that is fewer, from run to run. */
  readonly fewer?: Map<number, number>;
}

/** Sums the marked quarters of one channel. After a failure, the next statement sums half as many of them. */
async function foldAll(
  database: Database,
  openChannelId: number,
  { isOver = () => false, fewer = new Map() }: FoldOptions,
): Promise<number> {
  const most = () => fewer.get(openChannelId) ?? QUARTERS_AT_ONCE;
  let total = 0;
  let folded: number;
  do {
    if (isOver()) return total;
    try {
      folded = await foldChannel(database, openChannelId, most());
    } catch (error) {
      fewer.set(openChannelId, Math.max(1, Math.floor(most() / 2)));
      throw error;
    }
    total += folded;
  } while (folded === most());
  fewer.delete(openChannelId);
  return total;
}

const rethrow = (error: unknown): never => {
  throw error;
};

/**
 * Writes the sums of all quarters that have changed, and what is kept with them: the days, and how many have access. Safe to
 * repeat and to interrupt. Returns how many quarters it summed.
 */
export async function foldFigures(database: Database, options: FoldOptions = {}): Promise<number> {
  const { isOver = () => false, onFailure = rethrow } = options;
  let total = 0;
  const attempt = async (openChannelId: number, work: () => Promise<unknown>) => {
    try {
      if (!isOver()) await work();
    } catch (error) {
      onFailure(error, openChannelId);
    }
  };
  for (const { openChannelId } of await channelsToFold(database))
    await attempt(openChannelId, async () => {
      total += await foldAll(database, openChannelId, options);
    });
  for (const { openChannelId, isOfDays, isOfMembers } of await channelsToRecount(
    database,
    CHANNELS_AT_ONCE,
  )) {
    if (isOfDays) await attempt(openChannelId, () => rebuildDays(database, openChannelId));
    if (isOfMembers) await attempt(openChannelId, () => countActive(database, openChannelId));
  }
  return total;
}
