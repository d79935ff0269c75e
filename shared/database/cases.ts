import type { OrderReference } from '../domain/ids';
import type { Database } from './pool';

/** The order that a payment belongs to, for the owner of its channel and nobody else. */
export async function findCase(
  database: Database,
  { paymentId, ownerUserId }: { paymentId: number; ownerUserId: number },
): Promise<OrderReference | undefined> {
  const [row] = await database.query(
    (sql) => sql<{ reference: OrderReference }[]>`
      select o.reference from payments p
        join orders o on o.reference = p.order_reference join channels c using (open_channel_id)
      where p.payment_id = ${paymentId} and c.owner_user_id = ${ownerUserId}`,
  );
  return row?.reference;
}
