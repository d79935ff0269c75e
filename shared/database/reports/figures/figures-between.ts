import type { Fragment, Sql } from '../../connection/options';
import { computedFacts, factColumns } from './quarter-facts';

/** True if every change of a channel's rows has left its marks. */
const isMarked = (sql: Sql, openChannelId: number): Fragment => sql`
  exists (select from figure_progress where marked_through >= ${openChannelId})`;

/** A day less than marks and sums are kept for, so that none of a later quarter is missing. */
const keptSince = (sql: Sql): Fragment => sql`app_now() - interval '39 days'`;

/**
 * Common table expressions for what a channel's figures count between two moments: `facts`. They come from the stored sums,
 * apart from quarters that have changed since these were written, that are counted in part or that are long past, which are
 * counted from their rows. So the figures are right at every moment, whatever the worker has done. `period` selects `begun` (inclusive) and
 * `ended` (exclusive).
 */
export const figuresBetween = (sql: Sql, openChannelId: number, period: Fragment): Fragment => {
  const columns = factColumns(sql);
  return sql`
  period as materialized (${period}),
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
    where s.open_channel_id = ${openChannelId} and s.quarter between quarter_of(begun) and ended
      and s.quarter not in (select quarter from chosen)
    union all select ${columns} from computed)`;
};
