import type { OrderReference } from '../../domain/common/ids';
import { RAIL_NAMES, type RailName } from '../../domain/common/rails';
import type { Database } from '../connection/pool';

/** A delivery about a payment, as it was sent. */
export interface PaymentDelivery {
  readonly source: RailName;
  readonly payload: unknown;
}

/**
 * Returns every delivery about a payment as it was sent, oldest first, including those that could not be read or matched
 * to an order when they arrived.
 */
export const listPaymentDeliveries = (database: Database, paymentId: number): Promise<PaymentDelivery[]> =>
  database.query(
    (sql) => sql<PaymentDelivery[]>`
      select source, payload from inbox
      where source in ${sql([...RAIL_NAMES])} and payload ->> 'payment_id' = ${String(paymentId)}
        and (outcome in ('unreadable', 'orphan') or order_reference in (
          select order_reference from payments where payment_id = ${paymentId}))
      order by received_at`,
  );

/** Finds the order that a payment belongs to. */
export async function findOrderOfPayment(
  database: Database,
  paymentId: number,
): Promise<OrderReference | undefined> {
  const [row] = await database.query(
    (sql) => sql<{ reference: OrderReference | null }[]>`
      select order_reference as reference from payments where payment_id = ${paymentId}`,
  );
  return row?.reference ?? undefined;
}
