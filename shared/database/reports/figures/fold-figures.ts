import type { OpenChannelId } from '../../../domain/common/ids';
import type { Database } from '../../connection/pool';
import type { Sql } from '../../connection/options';
import { computedFacts, factColumns } from './quarter-facts';

/** The most quarters of a channel that one statement sums. */
const QUARTERS_AT_ONCE = 48;
/** The most channels that are looked up at once. */
const CHANNELS_AT_ONCE = 500;
/** After this long, the rest is left for the next run. */
const BUDGET_MS = 5_000;

/** The marked quarters that are over. One that is not is counted from its rows anyway. */
const isDue = (sql: Sql) => sql`quarter < quarter_of(app_now())`;

/**
 * Sums a channel's marked quarters again and takes away their marks. A change that is made meanwhile leaves a mark that this
 * does not see, so its quarter is summed again. Takes a lock before it reads: of two runs at once, the later one would
 * not see the sums that it has to replace. Returns how many quarters it summed; 0 if another run has the lock.
 */
const foldChannel = (database: Database, openChannelId: number): Promise<number> =>
  database.query((pool) =>
    pool.begin(async (transaction) => {
      const sql = transaction as unknown as Sql;
      const [lock] = await sql<{ taken: boolean }[]>`
        select pg_try_advisory_xact_lock(hashtext('figures of a channel'), hashint8(${openChannelId})) as taken`;
      if (lock?.taken !== true) return 0;
      const columns = factColumns(sql);
      const [row] = await sql<{ folded: number }[]>`
        with taken as (
          delete from figure_marks where open_channel_id = ${openChannelId} and quarter in (
            select distinct quarter from figure_marks where open_channel_id = ${openChannelId} and ${isDue(sql)}
            order by quarter limit ${QUARTERS_AT_ONCE})
          returning quarter),
        chosen as materialized (
          select distinct quarter, quarter as begins, quarter + interval '15 minutes' as ends from taken),
        ${computedFacts(sql, openChannelId)},
        replaced as (
          delete from figure_sums where open_channel_id = ${openChannelId}
            and (quarter in (select quarter from chosen) or quarter < app_now() - interval '40 days')),
        summed as (
          insert into figure_sums (open_channel_id, quarter, ${columns})
          select ${openChannelId}::bigint, quarter, ${columns} from computed)
        select count(*)::int as folded from chosen`;
      return row?.folded ?? 0;
    }),
  );

/** Channels with marked quarters that are over, those that wait longest first. */
const channelsToFold = (database: Database): Promise<{ openChannelId: OpenChannelId }[]> =>
  database.query(
    (sql) => sql<{ openChannelId: OpenChannelId }[]>`
      select open_channel_id as "openChannelId" from figure_marks where ${isDue(sql)}
      group by open_channel_id order by min(quarter) limit ${CHANNELS_AT_ONCE}`,
  );

/**
 * Writes the sums of all quarters that have changed, as long as its time lasts. Safe to repeat and to interrupt. Returns how
 * many quarters it summed.
 */
export async function foldFigures(database: Database, budgetMs = BUDGET_MS): Promise<number> {
  const until = performance.now() + budgetMs;
  let total = 0;
  for (const { openChannelId } of await channelsToFold(database)) {
    let folded: number;
    do {
      if (performance.now() >= until) return total;
      folded = await foldChannel(database, openChannelId);
      total += folded;
    } while (folded === QUARTERS_AT_ONCE);
  }
  return total;
}
