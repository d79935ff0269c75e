import type { CountedPayment } from '../../domain/operations/audit-payment';
import type { RailName } from '../../domain/common/rails';
import type { Database } from '../connection/pool';

const PAGE = 500;

/** Reads the payments of a rail that count here and changed since `since`, by their ids, from the one after `after`. */
export const readCountedPayments = (
  database: Database,
  { rail, since, after }: { rail: RailName; since: Date; after: number },
): Promise<CountedPayment[]> =>
  database.query(
    (sql) => sql<CountedPayment[]>`
      select p.rail, p.payer_user_id as "payerUserId", p.payment_id::float8 as "paymentId", p.order_reference as reference, p.order_id as "orderId",
        p.invoice_id as "invoiceId", p.parent_payment_id::float8 as "parentPaymentId", p.payment_status as "paymentStatus",
        trim_scale(p.price_amount)::text as "priceAmount", p.price_currency as "priceCurrency",
        trim_scale(p.pay_amount)::text as "payAmount", trim_scale(p.actually_paid)::text as "actuallyPaid",
        trim_scale(p.actually_paid_at_fiat)::text as "actuallyPaidAtFiat", p.pay_currency as "payCurrency",
        trim_scale(p.outcome_amount)::text as "outcomeAmount", p.outcome_currency as "outcomeCurrency"
      from payments p
      where p.standing in ('settled', 'credited') and p.rail = ${rail} and p.updated_at >= ${since} and p.payment_id > ${after}
      order by p.payment_id limit ${PAGE}`,
  );
