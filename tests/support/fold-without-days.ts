import type { Database } from '../../shared/database/connection/pool';
import { computedFacts, factColumns } from '../../shared/database/reports/figures/quarter-facts';

/** Sums a channel's marked quarters as a worker of schema 27 or 28 does, which knows no days. */
export const foldWithoutDays = (database: Database, openChannelId: number): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with taken as (
        delete from figure_marks where open_channel_id = ${openChannelId} and quarter < quarter_of(app_now()) returning quarter),
      chosen as materialized (
        select distinct quarter, quarter as begins, quarter + interval '15 minutes' as ends from taken),
      ${computedFacts(sql, openChannelId)},
      replaced as (
        delete from figure_sums where open_channel_id = ${openChannelId} and quarter in (select quarter from chosen))
      insert into figure_sums (open_channel_id, quarter, ${factColumns(sql)})
      select ${openChannelId}::bigint, quarter, ${factColumns(sql)} from computed`,
  );
