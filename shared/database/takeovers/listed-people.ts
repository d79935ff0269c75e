import type { ClosedChannelId } from '../../domain/common/ids';
import type { Database } from '../connection/pool';
import { pagePromised } from './confirm-takeover';

/** Somebody who asks to join a place. */
interface Requester {
  readonly closedChannelId: ClosedChannelId;
  readonly userId: number;
  /** Without @. */
  readonly username: string | null;
}

/** Finds the lists with lines about a user, by id or by name, that are not ruled yet, of offers that open the place. */
export async function findListsOf(
  database: Database,
  { closedChannelId, userId, username }: Requester,
): Promise<readonly number[]> {
  const rows = await database.query(
    (sql) => sql<{ takeoverId: number }[]>`
      with named as (
        update takeover_lines set user_id = ${userId}
        where username = lower(${username}) and outcome is null and user_id is null
        returning takeover_id),
      theirs as (
        select takeover_id from named
        union select takeover_id from takeover_lines where user_id = ${userId} and outcome is null)
      select t.takeover_id as "takeoverId" from theirs join takeovers t using (takeover_id) join places p using (open_channel_id)
      where p.chat_id = ${closedChannelId} and p.closed_at is null and t.state in ('applying', 'applied')
      order by t.takeover_id`,
  );
  return rows.map(({ takeoverId }) => takeoverId);
}

/** Promises to rule the lines that waited for people who were met since, of lists that are applied. */
export const promiseMetPeople = (database: Database): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with changed as (
        select * from takeovers t where t.state = 'applied' and exists (
          select from takeover_lines l
          where l.takeover_id = t.takeover_id and l.outcome is null and l.user_id is not null))
      ${pagePromised(sql)}`,
  );
