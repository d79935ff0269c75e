import type { AboutOrder } from '../../domain/messages/parts';
import type { MyOrder } from '../../domain/messages/offer';
import type { OrderReference } from '../../domain/common/ids';
import type { AllowedOwners } from '../../domain/owner/allowed-owners';
import type { Offer, TierOrderProgress } from '../../domain/payments/invoices/offer';
import type { PayableNow } from '../../domain/payments/invoices/ways-to-pay';
import type { ToldProgress } from '../../domain/payments/invoices/order-progress';
import type { OrderState } from '../../domain/payments/payment';
import { isOwnerOfStars } from '../common/channel-roles';
import { concluding, type Delivery } from '../common/inbox';
import type { Database } from '../connection/pool';
import type { Sql } from '../connection/options';
import { isRenewing } from '../access/subscriptions';
import { hasHanging } from './order-conditions';
import { isStopped } from '../places/sold-places';
import { isNoCoinOn, provenLeastCents } from './minimums/minimums';
import { around, orderProgress, type WithProgress } from './order-progress';
import { item, hasMoney, isHeld, toldCancelled } from './orders';

/** An order that its payer wants to cancel, as it is afterwards. */
export interface CancelResult extends AboutOrder {
  readonly state: OrderState;
  /** It was cancelled, and a payment of it that was seen may still arrive. */
  readonly isUnconfirmed: boolean;
}

const aboutOrder = (sql: Sql) =>
  sql`o.reference, c.title, ${item(sql)} as item, o.amount_cents as "amountCents"`;

const inOne = (row: Omit<MyOrder, keyof ToldProgress> & WithProgress): MyOrder => {
  const { progress, ...about } = row;
  return { ...about, ...progress };
};

/**
 * Cancels an open order for its payer, unless money is on its way; without a reference, the newest that can be
 * cancelled. Returns the order as it is afterwards; `undefined` if this user has no such order. Money that arrives
 * later still settles it. Promises to take Pay now from the order's message, because the tap may have been on another one.
 */
export async function cancelOrder(
  database: Database,
  delivery: Delivery,
  { reference, userId }: { reference: OrderReference | null; userId: number },
): Promise<CancelResult | undefined> {
  const [row] = await database.query(
    (sql) => sql<CancelResult[]>`
      with before as (
        select order_reference as reference from inbox
        where source = ${delivery.source} and delivery_id = ${delivery.deliveryId} and outcome is not null),
      chosen as (
        select o.reference, o.version from orders o
        where o.user_id = ${userId} and case
          when ${reference}::text is not null then o.reference = ${reference}
          when exists (select from before) then o.reference in (select reference from before)
          else o.state = 'open' and not ${isHeld(sql)} end
        order by o.created_at desc limit 1),
      cancelled as (
        update orders o set state = 'cancelled', version = o.version + 1
        from chosen where o.reference = chosen.reference and o.version = chosen.version and o.state = 'open'
          and not ${isHeld(sql)}
        returning o.reference, o.state),
      told as (${toldCancelled(sql, userId, delivery.correlationId)}),
      delivery as (
        insert into inbox (source, delivery_id, outcome, order_reference, correlation_id)
        select ${delivery.source}, ${delivery.deliveryId}, 'order_cancelled', reference, ${delivery.correlationId}
        from cancelled ${concluding(sql)})
      select ${aboutOrder(sql)}, coalesce(x.state, o.state) as state,
        coalesce(x.state, o.state) = 'cancelled' and ${hasHanging(sql)} as "isUnconfirmed"
      from chosen join orders o using (reference) join channels c using (open_channel_id)
        left join cancelled x using (reference)`,
  );
  return row;
}

/** Finds an order for its payer. `undefined` for any other user. */
export async function findOrderStatus(
  database: Database,
  { reference, userId, starsFor }: { reference: OrderReference; userId: number; starsFor?: AllowedOwners },
): Promise<MyOrder | undefined> {
  const [row] = await database.query(
    (sql) => sql<(AboutOrder & WithProgress)[]>`
      select ${aboutOrder(sql)}, ${around(sql)}, ${orderProgress(sql, starsFor)} as progress
      from orders o join channels c using (open_channel_id) where o.reference = ${reference} and o.user_id = ${userId}`,
  );
  return row && inOne(row);
}

/** The price of an order `o` in Stars; if it has none, today's of its tier, unless money is in the order. */
const payableStars = (sql: Sql) => sql`
  coalesce(o.price_stars, (select t.price_stars from tiers t where o.received_cents = 0
    and (t.open_channel_id, t.name, t.days, t.price_cents) = (o.open_channel_id, o.tier_name, o.tier_days, o.amount_cents) limit 1))`;

/** An order that its payer wants to pay. */
export type OrderToPay = PayableNow &
  Pick<Offer, 'isPaused' | 'isStopped'> &
  Pick<TierOrderProgress, 'priceStars' | 'correlationId'> & { readonly order: MyOrder };

/** Finds an order for its payer, who wants to pay it. `undefined` for any other user. */
export async function findOrderToPay(
  database: Database,
  { reference, userId, starsFor }: { reference: OrderReference; userId: number; starsFor: AllowedOwners },
): Promise<OrderToPay | undefined> {
  const [row] = await database.query(
    (sql) => sql<(AboutOrder & WithProgress & { now: Omit<OrderToPay, 'order'> })[]>`
      select ${aboutOrder(sql)}, ${around(sql)}, ${orderProgress(sql, starsFor)} as progress, jsonb_build_object(
        'correlationId', o.correlation_id, 'priceStars', case when ${isOwnerOfStars(sql, starsFor)} then ${payableStars(sql)} end,
        'isPaused', c.paused_at is not null, 'isUnpayable', ${isNoCoinOn(sql)}, 'leastCents', ${provenLeastCents(sql)},
        'isRenewing', ${isRenewing(sql, sql`o.user_id`)}, 'isStopped', o.kind = 'subscription' and ${isStopped(sql)}) as now
      from orders o join channels c using (open_channel_id) where o.reference = ${reference} and o.user_id = ${userId}`,
  );
  if (row === undefined) return undefined;
  const { now, ...order } = row;
  return { order: inOne(order), ...now };
}

/** The latest orders of a list that is short enough to be read; beside them come more with money in them than a buyer has. */
const LATEST = 5;
const MOST_LISTED = 50;
/** Of a buyer with thousands of orders, only this many are looked through, newest first. */
const MOST_READ = 500;

/** Lists the orders that a buyer may ask about: unpaid ones with money first, then the latest. `more`: also those that were cancelled. */
export async function listMyOrders(
  database: Database,
  { userId, starsFor, more = false }: { userId: number; starsFor?: AllowedOwners; more?: boolean },
): Promise<MyOrder[]> {
  const rows = await database.query(
    (sql) => sql<(AboutOrder & WithProgress)[]>`
      with mine as (
        select o.reference, o.created_at,
          o.state not in ('settled', 'refunded') and ${hasMoney(sql)} or exists (
            select from payments p where p.order_reference = o.reference and p.standing = 'parked') as is_held
        from (select * from orders where user_id = ${userId} order by created_at desc limit ${MOST_READ}) o
        where o.state <> 'cancelled' or ${more} or ${hasMoney(sql)}),
      ranked as (
        select reference, created_at, is_held, row_number() over (partition by is_held order by created_at desc) as nth
        from mine)
      select ${aboutOrder(sql)}, ${around(sql)}, ${orderProgress(sql, starsFor)} as progress
      from ranked r join orders o using (reference) join channels c using (open_channel_id)
      where r.is_held or r.nth <= ${LATEST}
      order by r.is_held desc, r.created_at desc limit ${MOST_LISTED}`,
  );
  return rows.map(inOne);
}
