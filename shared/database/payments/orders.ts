import type { Promised } from '../../domain/effects';
import type { Cents, OpenChannelId, OrderReference } from '../../domain/common/ids';
import type { OrderState } from '../../domain/payments/payment';
import type { Item, MyOrder } from '../../domain/messages/messages';
import { correlationId } from '../../logger';
import { metPerson, type TelegramPerson } from '../common/chats';
import { concluding, type Delivery } from '../common/inbox';
import { promise } from '../common/outbox';
import type { Database, Sql } from '../connection/pool';

/** What an order `o` is for, as `Item`. */
export const item = (sql: Sql) => sql`
  case o.kind when 'donation' then jsonb_build_object('kind', o.kind)
    else jsonb_build_object('kind', o.kind, 'tierName', o.tier_name, 'days', o.tier_days) end`;

/** Money that is on its way or has come for an order `o`: it is neither cancelled nor paid a second time. */
const hasMoney = (sql: Sql) => sql`
  exists (select from payments p where p.order_reference = o.reference
    and (p.payment_status not in ('waiting', 'expired', 'failed') or p.actually_paid > 0))`;

/** An order for a tier, that may be opened or is open already. */
export interface TierOrder {
  readonly reference: OrderReference;
  readonly userId: number;
  readonly openChannelId: OpenChannelId;
  readonly tierName: string;
  readonly days: number;
  readonly amountCents: Cents;
}

/** Unpaid orders of one buyer; of more, the oldest is cancelled. Money that comes for it settles it all the same. */
const MOST_UNPAID = 15;

/**
 * The part of a statement that opens an order which makes room for it: `… too_many as (${cancelOldest(sql, …, 'gate')})`.
 * By version, so that money which comes at the same moment keeps its order.
 */
export const cancelOldest = (sql: Sql, userId: number, gate: string) => sql`
  update orders set state = 'cancelled', version = version + 1
  where exists (select from ${sql(gate)}) and state = 'open' and (reference, version) in (
    select o.reference, o.version from orders o where o.user_id = ${userId} and o.state = 'open' and not ${hasMoney(sql)}
    order by o.created_at desc offset ${MOST_UNPAID - 1})`;

/**
 * Opens an order for a tier at the price it was read at, and promises its invoice. `false`, and nothing written, when the
 * buyer has such an order open, the tier is sold otherwise or not at all by now: read again, decide again.
 */
export async function openOrder(
  database: Database,
  order: TierOrder,
  { promised, by }: { promised: readonly Promised[]; by?: { delivery: Delivery; person: TelegramPerson } },
): Promise<boolean> {
  const { reference, userId, openChannelId, tierName, days, amountCents } = order;
  const opened = await database.query(
    (sql) => sql`
      with tier as (
        select t.open_channel_id from tiers t join channels c using (open_channel_id)
        where t.open_channel_id = ${openChannelId} and t.name = ${tierName} and t.days = ${days}
          and t.price_cents = ${amountCents} and c.closed_channel_id is not null and c.paused_at is null limit 1),
      subscription as (
        insert into subscriptions (open_channel_id, user_id) select open_channel_id, ${userId}::bigint from tier
        on conflict do nothing),
      ordered as (
        insert into orders (reference, kind, user_id, open_channel_id, tier_name, tier_days, amount_cents, correlation_id)
        select ${reference}, 'subscription', ${userId}, open_channel_id, ${tierName}, ${days}, ${amountCents},
          ${correlationId() ?? by?.delivery.correlationId ?? null}
        from tier on conflict do nothing returning reference),
      too_many as (${cancelOldest(sql, userId, 'ordered')}),
      ${
        by === undefined
          ? sql``
          : sql`delivery as (
        insert into inbox (source, delivery_id, outcome, order_reference, correlation_id)
        select ${by.delivery.source}, ${by.delivery.deliveryId}, 'order_opened', reference, ${by.delivery.correlationId}
        from ordered ${concluding(sql)}),
      person as (${metPerson(sql, by.person)}),`
      }
      promised as (${promise(sql, promised, 'ordered')})
      select from ordered`,
  );
  return opened.length > 0;
}

/** Gives an order up because no invoice can be had for it at this amount, and promises to say so. */
export const refuseOrder = (
  database: Database,
  { reference, amountCents }: Pick<TierOrder, 'reference' | 'amountCents'>,
  promised: readonly Promised[],
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with refused as (
        update orders set state = 'refused', version = version + 1
        where reference = ${reference} and state = 'open' and amount_cents = ${amountCents} and received_cents = 0
        returning 1),
      promised as (${promise(sql, promised, 'refused')})
      select from refused`,
  );

/** An order as asking NOWPayments about it needs it. */
export interface OrderToReconcile {
  readonly state: OrderState;
  /** Since it was made, or its invoice was sent again. */
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
      select o.state, extract(epoch from app_now() - greatest(o.created_at, (
          select max(b.created_at) from outbox b
          where b.order_reference = o.reference and b.payload #>> '{message,type}' = 'pay_now')))::float8 as "ageSeconds",
        coalesce((select jsonb_agg(p.payment_id) from payments p where p.order_reference = o.reference), '[]')
          as "paymentIds",
        coalesce((select jsonb_agg(i.invoice_id) from invoices i where i.order_reference = o.reference), '[]')
          as "invoiceIds"
      from orders o where o.reference = ${reference}`,
  );
  return row;
}

/** An order as its payer, or the owner of its channel, may see it. */
export interface OrderStatus {
  readonly reference: OrderReference;
  readonly state: OrderState;
  readonly title: string;
  readonly item: Item;
  readonly amountCents: Cents;
}

/**
 * Cancels an open order for its own payer, unless money is on its way; without a reference, the newest that can be.
 * Returns the order as it then stands; `undefined` if this user has no such order. Money that comes after all still
 * settles it.
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
      meant as (
        select o.reference, o.version from orders o
        where o.user_id = ${userId} and case
          when ${reference}::text is not null then o.reference = ${reference}
          when exists (select from before) then o.reference in (select reference from before)
          else o.state = 'open' and not ${hasMoney(sql)} end
        order by o.created_at desc limit 1),
      cancelled as (
        update orders o set state = 'cancelled', version = o.version + 1
        from meant where o.reference = meant.reference and o.version = meant.version and o.state = 'open'
          and not ${hasMoney(sql)}
        returning o.reference, o.state),
      delivery as (
        insert into inbox (source, delivery_id, outcome, order_reference, correlation_id)
        select ${delivery.source}, ${delivery.deliveryId}, 'order_cancelled', reference, ${delivery.correlationId}
        from cancelled ${concluding(sql)})
      select o.reference, coalesce(x.state, o.state) as state, c.title, ${item(sql)} as item,
        o.amount_cents as "amountCents"
      from meant join orders o using (reference) join channels c using (open_channel_id)
        left join cancelled x using (reference)`,
  );
  return row;
}

/** For its payer. */
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

/** The latest orders of a buyer of which something may still be asked, newest first. */
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
