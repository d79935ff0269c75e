import { RANK, type NewPayment } from '../../domain/payments/payment';
import { storable, type Delivery } from '../common/inbox';
import type { Database } from '../connection/pool';
import type { IpnIds } from './payments';

/** Stores an IPN for an unknown order: a user paid, and an operator must find out what for. A status never moves back. */
export const saveOrphan = (
  database: Database,
  delivery: Delivery,
  { ids, payment }: { ids: IpnIds; payment: NewPayment },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with delivery as (
        insert into inbox (source, delivery_id, outcome, payload, correlation_id, is_recovered)
        values (${delivery.source}, ${delivery.deliveryId}, 'orphan',
          ${sql.json(storable(delivery.payload) as never)}, ${delivery.correlationId}, ${delivery.isRecovered === true})
        on conflict do nothing returning 1)
      insert into payments (payment_id, parent_payment_id, invoice_id, order_id, payment_status, seen, price_amount,
        price_currency, pay_amount, actually_paid, actually_paid_at_fiat, pay_currency, outcome_amount, outcome_currency,
        standing)
      select ${payment.paymentId}, ${payment.parentPaymentId}, ${ids.invoiceId}, ${ids.orderId},
        ${payment.paymentStatus}, ${sql.json([payment.paymentStatus])}, ${payment.priceAmount}::numeric, ${payment.priceCurrency},
        ${payment.payAmount}::numeric, ${payment.actuallyPaid}::numeric, ${payment.actuallyPaidAtFiat}::numeric, ${payment.payCurrency},
        ${payment.outcomeAmount}::numeric, ${payment.outcomeCurrency}, 'orphan'
      from delivery
      on conflict (payment_id) do update set payment_status = excluded.payment_status,
        seen = payments.seen || excluded.seen, price_amount = excluded.price_amount,
        price_currency = excluded.price_currency, pay_amount = excluded.pay_amount,
        actually_paid = excluded.actually_paid, actually_paid_at_fiat = excluded.actually_paid_at_fiat,
        pay_currency = excluded.pay_currency,
        outcome_amount = excluded.outcome_amount, outcome_currency = excluded.outcome_currency, updated_at = app_now()
      where payments.standing = 'orphan'
        and (${sql.json(RANK)}::jsonb ->> excluded.payment_status)::int
          > (${sql.json(RANK)}::jsonb ->> payments.payment_status)::int`,
  );

/** Returns those of the payments that belong to no known order. */
export async function findOrphans(database: Database, paymentIds: readonly number[]): Promise<number[]> {
  const rows = await database.query(
    (sql) => sql<{ paymentId: number }[]>`
      select payment_id as "paymentId" from payments
      where standing = 'orphan' and payment_id in (
        select id::bigint from jsonb_array_elements_text(${sql.json(paymentIds as never)}) as id)`,
  );
  return rows.map(({ paymentId }) => paymentId);
}
