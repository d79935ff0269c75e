import type { RenewalOfAccess } from '../../domain/stars/kept-renewal';
import type { OfSubscription } from '../access/subscriptions';
import { isBanned } from '../access/holders';
import { epochMs } from '../common/epoch';
import type { Database } from '../connection/pool';
import type { Sql } from '../connection/options';

/** Every renewal of an access, with what decides whether one may go on. */
interface AccessRenewals {
  readonly isBanned: boolean;
  /** Epoch milliseconds. */
  readonly paidUntil: number | null;
  readonly renewals: readonly RenewalOfAccess[];
}

/**
 * True if the charge `c` began a subscription of its own, not the one that its invoice is known for by the charge `k`. Telegram's
 * list has no flags: what it alone tells is a renewal of that one, unless both were paid within half a period.
 */
const isAnotherOne = (sql: Sql) => sql`
  c.is_first_recurring and (c.provider_charge_id is not null
    or abs(extract(epoch from c.paid_at - k.paid_at)) < i.period_seconds * 0.5)`;

/** Reads everything that renews by itself, or may again, for an access. */
export async function readAccessRenewals(
  database: Database,
  { openChannelId, userId }: OfSubscription,
): Promise<AccessRenewals> {
  const [row] = await database.query(
    (sql) => sql<AccessRenewals[]>`
      select ${isBanned(sql, sql`${openChannelId}::bigint`, sql`${userId}::bigint`)} as "isBanned",
        (select ${epochMs(sql, sql`a.paid_until`)} from subscriptions a
          where a.open_channel_id = ${openChannelId} and a.user_id = ${userId}) as "paidUntil",
        coalesce((
          select jsonb_agg(jsonb_build_object('payload', s.payload, 'chargeId', c.charge_id,
            'isKnownOne', c.charge_id = k.charge_id, 'state', s.state, 'beganAt', ${epochMs(sql, sql`c.paid_at`)}))
          from star_subscriptions s join star_invoices i using (payload) join star_charges k on k.charge_id = s.first_charge_id
            join star_charges c on c.payload = s.payload and c.user_id = s.user_id join payments p on p.payment_id = c.payment_id
          where s.open_channel_id = ${openChannelId} and s.user_id = ${userId} and p.standing = 'settled'
            and case when c.charge_id = k.charge_id then s.ended_at is null else ${isAnotherOne(sql)} end), '[]') as renewals`,
  );
  return row ?? { isBanned: false, paidUntil: null, renewals: [] };
}
