import { DAY_SECONDS } from '../../domain/common/time';
import { approvalsOfWaiting } from '../access/approvals';
import { promisedRow, promisedRows } from '../common/outbox';
import type { Database } from '../connection/pool';
import { isStopped } from './sold-places';

/**
 * Once a day, promises to ask Telegram about each place and each public channel, and to let into each place everybody who has
 * paid and may have asked while the bot could not hear it. A chat about which Telegram never reported anything isn't asked about,
 * because the bot may not have been added yet. The claim and the promises are one statement, so any number of workers do
 * this once. Returns how many promises there are.
 */
export async function promiseDailyChecks(database: Database): Promise<number> {
  const [row] = await database.query(
    (sql) => sql<{ promises: number }[]>`
      with claimed as (
        update observations set claimed_at = app_now()
        where name = 'places' and claimed_at <= app_now() - interval '1 day' returning claimed_at),
      due as (select to_char(claimed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI') as day from claimed),
      checked as (
        ${promisedRows(
          sql,
          sql`select ${promisedRow(sql, 'check_place', {
            payload: { chatId: sql`b.chat_id` },
            key: sql`'check_place:' || b.chat_id || ':' || due.day`,
            expiresInSeconds: DAY_SECONDS,
          })} from due, bot_chats b where exists (
            select from channels c where b.chat_id = c.public_channel_id)
            or exists (select from places p where p.chat_id = b.chat_id and p.closed_at is null)`,
        )} returning 1),
      approving as (
        ${approvalsOfWaiting(
          sql,
          { where: sql`not ${isStopped(sql, sql`p.chat_id`)}`, occasion: sql`(select day from due)` },
          'claimed',
        )} returning 1)
      select (select count(*)::int from checked) + (select count(*)::int from approving) as promises`,
  );
  return row?.promises ?? 0;
}
