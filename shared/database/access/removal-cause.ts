import type { Fragment, Sql } from '../connection/options';
import { isBanned } from './holders';
import type { Database } from '../connection/pool';
import type { OfSubscription } from './subscriptions';

/**
 * Why a subscriber's access ended, as JSON for the audit log: `banned`, `ended_by_owner`, `refunded` or `expired`. Days that
 * were taken back count only if they ended the access: a refund that a later purchase made up for is not the cause.
 */
export const removalCause = (sql: Sql, { openChannelId, userId }: OfSubscription): Fragment => sql`
  (select jsonb_build_object('cause', case
      when ${isBanned(sql, sql`s.open_channel_id`, sql`s.user_id`)} then 'banned'
      when taken_back.at is null or taken_back.at < s.paid_until then 'expired'
      when exists (select from audit_log a where (a.open_channel_id, a.user_id) = (s.open_channel_id, s.user_id)
        and a.act = 'access_revoked' and a.at = taken_back.at) then 'ended_by_owner'
      else 'refunded' end)
    from subscriptions s, lateral (
      select max(revoked_at) as at from (
        select revoked_at from extensions e where (e.open_channel_id, e.user_id) = (s.open_channel_id, s.user_id)
        union all
        select revoked_at from manual_extensions e where (e.open_channel_id, e.user_id) = (s.open_channel_id, s.user_id)
      ) as days) as taken_back
    where s.open_channel_id = ${openChannelId} and s.user_id = ${userId})`;

/** True if the owner ended the access of a subscriber, not by a ban. */
export async function isEndedByOwner(database: Database, access: OfSubscription): Promise<boolean> {
  const [row] = await database.query(
    (sql) => sql<{ cause: string | null }[]>`select ${removalCause(sql, access)} ->> 'cause' as cause`,
  );
  return row?.cause === 'ended_by_owner';
}
