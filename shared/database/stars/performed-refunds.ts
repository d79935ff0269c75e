import { MONEY_EXPIRES_SECONDS, type Promised } from '../../domain/effects';
import type { RecordedCharge } from '../../domain/stars/report';
import { correlationId } from '../../logger';
import { auditedEach } from '../common/audit-log';
import { epochMs } from '../common/epoch';
import { promise, promisedRow, promisedRows } from '../common/outbox';
import type { Database } from '../connection/pool';
import { isOfRenewal, isReturned } from './find-refund';

/** Records that Telegram refused a refund for good, and tells who asked. It may be asked for again. */
export const refuseRefund = (
  database: Database,
  {
    paymentId,
    reason,
    promised,
  }: { readonly paymentId: number; readonly reason: string; readonly promised: readonly Promised[] },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with refused as (
        update payments p set refund_asked_at = null, refund_asked_by = null, refund_refused = ${reason}
        where p.payment_id = ${paymentId} and p.refund_asked_at is not null and not ${isReturned(sql)}
        returning p.payment_id, p.order_reference),
      audited as (${auditedEach(
        sql,
        { act: 'refund_refused' },
        sql`select o.open_channel_id, o.user_id, o.reference, jsonb_build_object('payment', r.payment_id::text)
          from refused r join orders o on o.reference = r.order_reference`,
      )}),
      promised as (${promise(sql, promised, 'refused')})
      select from refused`,
  );

/**
 * Reads a payment in Stars by its charge, with the price of its invoice. `undefined`: it was never reported. `now` is the
 * database's clock, in epoch milliseconds.
 */
export async function readCharge(
  database: Database,
  chargeId: string,
): Promise<{ readonly charge: RecordedCharge | undefined; readonly now: number }> {
  const [row] = await database.query(
    (sql) => sql<(RecordedCharge & { readonly isKnown: boolean; readonly now: number })[]>`
      select c.charge_id is not null as "isKnown", ${epochMs(sql, sql`app_now()`)} as now, c.payment_id as "paymentId",
        c.order_reference as reference, c.user_id as "userId", c.stars, c.payload, i.price_cents as "priceCents",
        i.price_stars as "priceStars", c.refunded_at is not null as "isRefunded", null as "periodBeganAt"
      from (select) as always left join star_charges c on c.charge_id = ${chargeId} left join star_invoices i using (payload)`,
  );
  if (row === undefined) throw new Error('a select without a where clause returned nothing');
  const { isKnown, now, ...charge } = row;
  return { charge: isKnown ? charge : undefined, now };
}

/**
 * Records that a charge was sent back, after its payment was judged so. Nothing is asked for any longer, and a subscription that
 * it belongs to must not renew: that of its buyer, or another one that it began. `promised` follows if it was asked for.
 */
export const concludeRefund = (
  database: Database,
  chargeId: string,
  promised: readonly Promised[],
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with charge as (
        update star_charges set refunded_at = coalesce(refunded_at, app_now())
        where charge_id = ${chargeId}
        returning charge_id, payment_id, payload, user_id, is_first_recurring),
      found as (
        select c.charge_id, c.payload, c.is_first_recurring, s.payload is not null as is_known, s.ended_at is not null as is_ended,
          case when p.refund_asked_by is null then 'bot' else 'owner' end as by
        from charge c left join payments p using (payment_id) left join star_subscriptions s on ${isOfRenewal(sql)}),
      changed as (
        update payments p set refund_asked_at = null, refund_asked_by = null, refund_refused = null
        from charge where p.payment_id = charge.payment_id and (p.refund_asked_at is not null or p.refund_refused is not null)
        returning 1),
      told as (${promise(sql, promised, 'changed')}),
      promised as (${promisedRows(
        sql,
        sql`select ${promisedRow(sql, 'end_renewal', {
          payload: { payload: sql`f.payload`, by: sql`f.by` },
          key: sql`'end_renewal:refunded:' || f.charge_id`,
          expiresInSeconds: MONEY_EXPIRES_SECONDS,
        })} from found f where f.is_known and not f.is_ended
        union all select ${promisedRow(sql, 'end_renewal', {
          payload: { payload: sql`f.payload`, by: sql`f.by`, chargeId: sql`f.charge_id` },
          // Like that of the look at a first payment, which ends it as well.
          key: sql`'end_renewal:' || f.charge_id`,
          expiresInSeconds: MONEY_EXPIRES_SECONDS,
        })} from found f where f.is_first_recurring and not f.is_known`,
        correlationId() ?? null,
      )})
      select from charge`,
  );
