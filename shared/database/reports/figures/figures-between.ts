import type { Fragment, Sql } from '../../connection/options';
import { computedFacts, factColumns } from './quarter-facts';

/** True if every change of a channel's rows has left its marks. */
const isMarked = (sql: Sql, openChannelId: number): Fragment => sql`
  exists (select from figure_progress where marked_through >= ${openChannelId})`;

/** From then on, no sum is missing: a day less than changes leave marks for, and after what was deleted. */
const keptSince = (sql: Sql): Fragment => sql`
  greatest(app_now() - interval '39 days', (select dropped_before from figure_progress))`;

/**
 * Common table expressions for what a channel's figures count between two moments: `facts`. They come from the stored sums,
 * apart from quarters that have changed since these were written, that are counted in part or that are long past, which are
 * counted from their rows. So the figures are right at every moment, whatever the worker has done. `period` selects `begun` (inclusive) and
 * `ended` (exclusive).
 *
 * If `areDays` holds, the stored sums are those of days, of which some begin at `begun`, less those of the quarters that are counted from
 * their rows.
 */
export const figuresBetween = (
  sql: Sql,
  openChannelId: number,
  period: Fragment,
  areDays: Fragment = sql`false`,
): Fragment => {
  const columns = factColumns(sql);
  const isMarkedSince = sql`(${isMarked(sql, openChannelId)} and begun >= ${keptSince(sql)})`;
  return sql`
  period as materialized (${period}),
  stored as materialized (select ${isMarkedSince} and coalesce(${areDays}, false) as "areDays" from period),
  chosen as materialized (
    select quarter, greatest(quarter, begun) as begins, least(quarter + interval '15 minutes', ended) as ends
    from period, lateral (
      select quarter from figure_marks m
      where m.open_channel_id = ${openChannelId} and m.quarter between quarter_of(begun) and ended
      union select quarter_of(begun)
      union select quarter_of(ended)
      union select generate_series(quarter_of(begun),
        case when ${isMarked(sql, openChannelId)} then least(ended, ${keptSince(sql)}) else ended end, interval '15 minutes')) q),
  ${computedFacts(sql, openChannelId)},
  facts as materialized (
    select ${columns} from figure_sums s, period
    where not (select "areDays" from stored) and s.open_channel_id = ${openChannelId}
      and s.quarter between quarter_of(begun) and ended and s.quarter not in (select quarter from chosen)
    union all
    select day, fact, tier_name, tier_days, coin, count::int, cents from period, figure_days
    where (select "areDays" from stored) and open_channel_id = ${openChannelId} and day between begun and ended
    union all
    select at, fact, tier_name, tier_days, coin, -count, -cents from figure_sums
    where (select "areDays" from stored) and open_channel_id = ${openChannelId} and quarter = any(array(select quarter from chosen))
    union all select ${columns} from computed)`;
};
