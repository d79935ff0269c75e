import type { Item } from '../../domain/messages/parts';
import type { MyOrder } from '../../domain/messages/offer';
import type { Cents, OrderReference } from '../../domain/common/ids';
import type { OrderState } from '../../domain/payments/payment';
import { concluding, type Delivery } from '../common/inbox';
import type { Database } from '../connection/pool';
import { item, hasMoney } from './orders';

/** An order as its payer or the owner of its channel may see it. */
export interface OrderStatus {
  readonly reference: OrderReference;
  readonly state: OrderState;
  readonly title: string;
  readonly item: Item;
  readonly amountCents: Cents;
}

/**
 * Cancels an open order for its payer, unless money is on its way; without a reference, the newest that can be
 * cancelled. Returns the order as it is afterwards; `undefined` if this user has no such order. Money that arrives
 * later still settles it.
 */
export async function cancelOrder(
  database: Database,
  delivery: Delivery,
  { reference, userId }: { reference: OrderReference | null; userId: number },
): Promise<OrderStatus | undefined> {
  const [row] = await database.query(
    (sql) => sql<OrderStatus[]>`
      with before as (
        select order_reference as reference from inbox
        where source = ${delivery.source} and delivery_id = ${delivery.deliveryId} and outcome is not null),
      chosen as (
        select o.reference, o.version from orders o
        where o.user_id = ${userId} and case
          when ${reference}::text is not null then o.reference = ${reference}
          when exists (select from before) then o.reference in (select reference from before)
          else o.state = 'open' and not ${hasMoney(sql)} end
        order by o.created_at desc limit 1),
      cancelled as (
        update orders o set state = 'cancelled', version = o.version + 1
        from chosen where o.reference = chosen.reference and o.version = chosen.version and o.state = 'open'
          and not ${hasMoney(sql)}
        returning o.reference, o.state),
      delivery as (
        insert into inbox (source, delivery_id, outcome, order_reference, correlation_id)
        select ${delivery.source}, ${delivery.deliveryId}, 'order_cancelled', reference, ${delivery.correlationId}
        from cancelled ${concluding(sql)})
      select o.reference, coalesce(x.state, o.state) as state, c.title, ${item(sql)} as item,
        o.amount_cents as "amountCents"
      from chosen join orders o using (reference) join channels c using (open_channel_id)
        left join cancelled x using (reference)`,
  );
  return row;
}

/** Finds an order for its payer. `undefined` for any other user. */
export async function findOrderStatus(
  database: Database,
  { reference, userId }: { reference: OrderReference; userId: number },
): Promise<OrderStatus | undefined> {
  const [row] = await database.query(
    (sql) => sql<OrderStatus[]>`
      select o.reference, o.state, c.title, ${item(sql)} as item, o.amount_cents as "amountCents"
      from orders o join channels c using (open_channel_id)
      where o.reference = ${reference} and o.user_id = ${userId}`,
  );
  return row;
}

/** Lists the latest orders that a buyer may still ask about, newest first. */
export const listMyOrders = (database: Database, userId: number): Promise<MyOrder[]> =>
  database.query(
    (sql) => sql<MyOrder[]>`
      select o.reference, o.state, c.title, ${item(sql)} as item, o.amount_cents as "amountCents",
        exists (select from payments p where p.order_reference = o.reference and p.standing = 'parked') as "isParked",
        exists (select from payments p where p.order_reference = o.reference and p.standing = 'pending'
          and p.payment_status <> 'waiting') as "isPending"
      from orders o join channels c using (open_channel_id)
      where o.user_id = ${userId} and (o.state <> 'cancelled' or ${hasMoney(sql)})
      order by o.created_at desc limit 5`,
  );
