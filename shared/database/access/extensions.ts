import { epochMs } from '../common/epoch';
import type { Sql } from '../connection/options';

/**
 * All days of a subscription `s` as `Extension`s in JSON, bought or given. The end of access is folded from both
 * kinds, because folding only one would lose the days of the other.
 */
export const extensionsOf = (sql: Sql) => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('reference', e.reference, 'paymentId', e.payment_id, 'days', e.days,
      'grantedAt', ${epochMs(sql, sql`e.granted_at`)}, 'isRevoked', e.revoked_at is not null)), '[]')
    from (
      select order_reference as reference, payment_id, days, granted_at, revoked_at from extensions
        where (open_channel_id, user_id) = (s.open_channel_id, s.user_id)
      union all
      select 'grant:' || grant_id, null, days, granted_at, revoked_at from manual_extensions
        where (open_channel_id, user_id) = (s.open_channel_id, s.user_id)) as e)`;
