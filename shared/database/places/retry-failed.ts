import { channelOf, ofChannel, resumed } from '../common/outbox';
import type { Database } from '../connection/pool';

/**
 * Makes due now what failed in a place and waits for another attempt, because the bot's rights have
 * changed.
 */
export const retryFailedNow = (database: Database, closedChannelId: number): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with channel as (${channelOf(sql, closedChannelId)}), ended as (${resumed(sql, closedChannelId)})
      update outbox set due_at = app_now(), attempts = attempts + 1, failures = 0
      from channel where ${ofChannel(sql, sql`channel.id`)} and last_error is not null and due_at > app_now()`,
  );
