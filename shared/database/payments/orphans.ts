import { MONEY, RANK, type NewPayment } from '../../domain/payments/payment';
import { concluding, storable, type Delivery } from '../common/inbox';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import type { IpnIds } from './ipn-ids';

const rank = (sql: Sql, status: Fragment) => sql`(${sql.json(RANK)}::jsonb ->> ${status})::int`;

/** Evidence of the same payment replaces another if its status is further, or if more has arrived. */
const isFurther = (sql: Sql) => sql`
  (${rank(sql, sql`excluded.payment_status`)}, coalesce(excluded.actually_paid, 0))
    > (${rank(sql, sql`payments.payment_status`)}, coalesce(payments.actually_paid, 0))`;

/** Every status that was seen, in the order of their ranks. */
const allSeen = (sql: Sql) => sql`(
  select jsonb_agg(s.status order by ${rank(sql, sql`s.status`)})
  from (select distinct jsonb_array_elements_text(payments.seen || excluded.seen) as status) s)`;

const EVIDENCE = [
  'payment_status',
  'price_amount',
  'price_currency',
  'pay_amount',
  'pay_currency',
  'outcome_amount',
  'outcome_currency',
];

const endedWithMoney = (sql: Sql, status: Fragment) =>
  sql`(${sql.json(MONEY)}::jsonb -> ${status}) @> '{"isSeen": true, "hasEnded": true}'`;

/**
 * Takes over the evidence of a repeated orphan if it is further, but for what it leaves out. The most that was ever reported
 * counts once it ended with money, as when the order is known.
 */
const furthest = (sql: Sql) => [
  ...EVIDENCE.map(
    (column) =>
      sql`${sql(column)} = coalesce(case when ${isFurther(sql)} then excluded.${sql(column)} end,
        payments.${sql(column)}, excluded.${sql(column)}),`,
  ),
  sql`actually_paid = case
      when ${endedWithMoney(sql, sql`payments.payment_status`)} and ${endedWithMoney(sql, sql`excluded.payment_status`)}
        then greatest(payments.actually_paid, excluded.actually_paid)
      when ${isFurther(sql)} then excluded.actually_paid else payments.actually_paid end,`,
  sql`actually_paid_at_fiat = greatest(payments.actually_paid_at_fiat, excluded.actually_paid_at_fiat),`,
];

/**
 * Stores a report for an unknown order: a user paid, and an operator must find out what for. A status never moves back.
 * Returns `false` if the payment has found its order since that was read: the caller reads and decides again.
 */
export async function saveOrphan(
  database: Database,
  delivery: Delivery,
  { ids, payment }: { ids: IpnIds; payment: NewPayment },
): Promise<boolean> {
  const kept = await database.query(
    (sql) => sql`
      with kept as (
        insert into payments (payment_id, rail, payer_user_id, parent_payment_id, invoice_id, order_id, payment_status, seen, price_amount,
          price_currency, pay_amount, actually_paid, actually_paid_at_fiat, pay_currency, outcome_amount, outcome_currency, standing)
        values (${payment.paymentId}, ${payment.rail}, ${payment.payerUserId}, ${payment.parentPaymentId}, ${ids.invoiceId}, ${ids.orderId},
          ${payment.paymentStatus}, ${sql.json([payment.paymentStatus])}, ${payment.priceAmount}::numeric, ${payment.priceCurrency},
          ${payment.payAmount}::numeric, ${payment.actuallyPaid}::numeric, ${payment.actuallyPaidAtFiat}::numeric, ${payment.payCurrency},
          ${payment.outcomeAmount}::numeric, ${payment.outcomeCurrency}, 'orphan')
        on conflict (payment_id) do update set ${furthest(sql)}
          payer_user_id = coalesce(payments.payer_user_id, excluded.payer_user_id),
          parent_payment_id = coalesce(payments.parent_payment_id, excluded.parent_payment_id),
          invoice_id = coalesce(excluded.invoice_id, payments.invoice_id),
          order_id = coalesce(excluded.order_id, payments.order_id),
          seen = ${allSeen(sql)},
          updated_at = app_now()
        where payments.standing = 'orphan' returning 1),
      delivery as (
        insert into inbox (source, delivery_id, outcome, payload, correlation_id, is_recovered)
        select ${delivery.source}, ${delivery.deliveryId}, 'orphan',
          ${sql.json(storable(delivery.payload) as never)}, ${delivery.correlationId}, ${delivery.isRecovered === true}
        from kept ${concluding(sql)})
      select from kept`,
  );
  return kept.length > 0;
}

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
