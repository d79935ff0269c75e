import type { OpenChannelId } from '../../domain/common/ids';
import { fromEpochMs } from '../common/epoch';
import type { Database } from '../connection/pool';
import type { Sql } from '../connection/options';

/** A reminder of the end of somebody's access, in epoch milliseconds. */
interface Reminding {
  readonly openChannelId: OpenChannelId;
  readonly paidUntil: number;
  readonly daysLeft: number;
}

/**
 * How many seconds from now a clock in the channel's zone shows the hour of the end, so many calendar days before it; not
 * positive once it has.
 */
export async function secondsUntilReminder(
  database: Database,
  { openChannelId, paidUntil, daysLeft }: Reminding,
): Promise<number> {
  const until = (sql: Sql) => sql`(${fromEpochMs(sql, paidUntil)} at time zone c.time_zone)`;
  const [row] = await database.query(
    (sql) => sql<{ seconds: number }[]>`
      select extract(epoch from (${until(sql)} - ${daysLeft} * interval '1 day') at time zone c.time_zone - app_now())::float8
        as seconds
      from channels c where c.open_channel_id = ${openChannelId}`,
  );
  return row?.seconds ?? 0;
}
