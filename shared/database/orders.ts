import type { Cents, OpenChannelId, OrderReference } from '../domain/ids';
import type { OrderState } from '../domain/judge-payments';
import type { Promised } from '../domain/effects';
import type { Delivery } from './inbox';
import { promise } from './outbox';
import type { Database } from './pool';

/** An order as making its invoice needs it. */
export interface OrderToInvoice {
  readonly reference: OrderReference;
  readonly state: OrderState;
  readonly userId: number;
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  readonly amountCents: Cents;
  /** The invoice for exactly this amount, if it was made already. */
  readonly invoiceUrl: string | null;
}

export async function findOrderToInvoice(
  database: Database,
  reference: OrderReference,
): Promise<OrderToInvoice | undefined> {
  const [row] = await database.query(
    (sql) => sql<OrderToInvoice[]>`
      select o.reference, o.state, o.user_id as "userId", o.open_channel_id as "openChannelId", c.title,
        o.amount_cents as "amountCents",
        (select i.invoice_url from invoices i
          where i.order_reference = o.reference and i.price_cents = o.amount_cents
          order by i.created_at desc limit 1) as "invoiceUrl"
      from orders o join channels c using (open_channel_id)
      where o.reference = ${reference}`,
  );
  return row;
}

export interface NewInvoice {
  readonly invoiceId: string;
  readonly invoiceUrl: string;
  readonly reference: OrderReference;
  readonly priceCents: Cents;
}

/**
 * Stores an invoice, and promises what follows from having it if the order still wants it: it may have been cancelled or
 * amended while NOWPayments was asked. Storing comes before sending, so a retry sends the same.
 */
export const saveInvoice = (
  database: Database,
  { invoiceId, invoiceUrl, reference, priceCents }: NewInvoice,
  promised: readonly Promised[],
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with invoice as (
        insert into invoices (invoice_id, order_reference, price_cents, invoice_url)
        values (${invoiceId}, ${reference}, ${priceCents}, ${invoiceUrl})
        on conflict (invoice_id) do nothing returning 1),
      still_wanted as (
        select from orders where reference = ${reference} and state = 'open' and amount_cents = ${priceCents}
          and exists (select from invoice)),
      promised as (${promise(sql, promised, 'still_wanted')})
      select from invoice`,
  );

/** Gives an order up because no invoice can be had for it at this amount, and promises to say so. */
export const refuseOrder = (
  database: Database,
  { reference, amountCents }: Pick<OrderToInvoice, 'reference' | 'amountCents'>,
  promised: readonly Promised[],
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with refused as (
        update orders set state = 'refused', version = version + 1
        where reference = ${reference} and state = 'open' and amount_cents = ${amountCents} returning 1),
      promised as (${promise(sql, promised, 'refused')})
      select from refused`,
  );

/** An order as asking NOWPayments about it needs it. */
export interface OrderToReconcile {
  readonly state: OrderState;
  readonly ageSeconds: number;
  readonly paymentIds: readonly number[];
  readonly invoiceIds: readonly string[];
}

export async function findOrderToReconcile(
  database: Database,
  reference: OrderReference,
): Promise<OrderToReconcile | undefined> {
  const [row] = await database.query(
    (sql) => sql<OrderToReconcile[]>`
      select o.state, extract(epoch from app_now() - o.created_at)::float8 as "ageSeconds",
        coalesce((select jsonb_agg(p.payment_id) from payments p where p.order_reference = o.reference), '[]')
          as "paymentIds",
        coalesce((select jsonb_agg(i.invoice_id) from invoices i where i.order_reference = o.reference), '[]')
          as "invoiceIds"
      from orders o where o.reference = ${reference}`,
  );
  return row;
}

/** The payer's own order, as its payer may see it. */
export interface OrderStatus {
  readonly reference: OrderReference;
  readonly state: OrderState;
  readonly title: string;
  readonly amountCents: Cents;
}

/**
 * Cancels an open order for its own payer, unless money is on its way. Returns the order as it then stands; `undefined` if
 * this user has no such order. Money that comes after all still settles it.
 */
export async function cancelOrder(
  database: Database,
  delivery: Delivery,
  { reference, userId }: { reference: OrderReference; userId: number },
): Promise<OrderStatus | undefined> {
  const [row] = await database.query(
    (sql) => sql<OrderStatus[]>`
      with cancelled as (
        update orders set state = 'cancelled', version = version + 1
        where reference = ${reference} and user_id = ${userId} and state = 'open'
          and not exists (select from payments p where p.order_reference = orders.reference
            and (p.payment_status not in ('waiting', 'expired', 'failed') or p.actually_paid > 0))
        returning reference, state),
      delivery as (
        insert into inbox (source, delivery_id, outcome, order_reference, correlation_id)
        select ${delivery.source}, ${delivery.deliveryId}, 'order_cancelled', reference, ${delivery.correlationId}
        from cancelled on conflict do nothing)
      select o.reference, coalesce(x.state, o.state) as state, c.title, o.amount_cents as "amountCents"
      from orders o join channels c using (open_channel_id) left join cancelled x using (reference)
      where o.reference = ${reference} and o.user_id = ${userId}`,
  );
  return row;
}

export async function findOrderStatus(
  database: Database,
  { reference, userId }: { reference: OrderReference; userId: number },
): Promise<OrderStatus | undefined> {
  const [row] = await database.query(
    (sql) => sql<OrderStatus[]>`
      select o.reference, o.state, c.title, o.amount_cents as "amountCents"
      from orders o join channels c using (open_channel_id)
      where o.reference = ${reference} and o.user_id = ${userId}`,
  );
  return row;
}
