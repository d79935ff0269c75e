import { epochMs } from '../common/epoch';
import type { Fragment, Sql } from '../connection/options';

/**
 * All days of a subscription `s` as `Extension`s in JSON, bought or given. The end of access is folded from both
 * kinds, because folding only one would lose the days of the other.
 */
export const extensionsOf = (sql: Sql) => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('reference', e.reference, 'paymentId', e.payment_id, 'days', e.days, 'lessMs', e.less_ms,
      'grantedAt', ${epochMs(sql, sql`e.granted_at`)}, 'isRevoked', e.revoked_at is not null)), '[]')
    from (
      select order_reference as reference, payment_id, days, 0 as less_ms, granted_at, revoked_at from extensions
        where (open_channel_id, user_id) = (s.open_channel_id, s.user_id)
      union all
      select 'grant:' || grant_id, null, days, coalesce(less_ms, 0), granted_at, revoked_at from manual_extensions
        where (open_channel_id, user_id) = (s.open_channel_id, s.user_id)) as e)`;

/** How long days of `manual_extensions` last, which may be a part of a day less than they say. */
export const givenLength = (sql: Sql, of: Fragment): Fragment =>
  sql`(${of}.days * interval '24 hours' - coalesce(${of}.less_ms, 0) * interval '1 millisecond')`;

/**
 * The end of the grants that `rows` selects as `granted_at` and `length`, none of them revoked: each begins when the one before
 * ends, or when it was granted if that is later. The same as `paidUntil` of the domain. Null if there are none.
 */
export const foldedEnd = (sql: Sql, rows: Fragment): Fragment => sql`
  (select max(granted_at + lasting) from (
    select granted_at, sum(length) over (order by granted_at desc rows unbounded preceding) as lasting
    from (${rows}) granted) folded)`;
