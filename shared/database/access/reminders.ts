import type { OpenChannelId } from '../../domain/common/ids';
import { fromEpochMs } from '../common/epoch';
import type { Database } from '../connection/pool';
import type { Sql } from '../connection/options';

/** A reminder that a user's access ends soon. `paidUntil` is in epoch milliseconds. */
interface Reminder {
  readonly openChannelId: OpenChannelId;
  readonly paidUntil: number;
  readonly daysLeft: number;
}

/**
 * Returns the seconds until the channel's clock shows the hour at which access ends, `daysLeft` calendar days before
 * that. Zero or negative once the time has passed.
 */
export async function secondsUntilReminder(
  database: Database,
  { openChannelId, paidUntil, daysLeft }: Reminder,
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
