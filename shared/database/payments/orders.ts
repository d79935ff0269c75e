import type { Promised } from '../../domain/effects';
import type { Cents, OpenChannelId, OrderReference } from '../../domain/common/ids';
import type { AskablePayment } from '../../domain/payments/look';
import type { OrderState } from '../../domain/payments/payment';
import { correlationId } from '../../logger';
import { metPerson, type TelegramPerson } from '../common/chats';
import { concluding, isOpen, type Delivery, type Gate } from '../common/inbox';
import { epochMs } from '../common/epoch';
import { promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import type { Sql } from '../connection/options';
import { isHanging } from './order-conditions';
import { setAside } from './set-aside';

/** What an order `o` is for, as `Item`. */
export const item = (sql: Sql) => sql`
  case o.kind when 'donation' then jsonb_build_object('kind', o.kind)
    else jsonb_build_object('kind', o.kind, 'tierName', o.tier_name, 'days', o.tier_days) end`;

/** True for a payment `p` whose money is on its way or has arrived, and was not sent back. */
const isMoney = (sql: Sql) => sql`
  (p.standing <> 'refunded' and (p.payment_status not in ('waiting', 'expired', 'failed') or p.actually_paid > 0))`;

/** True if money for an order `o` is on its way or has arrived. */
export const hasMoney = (sql: Sql) => sql`
  exists (select from payments p where p.order_reference = o.reference and ${isMoney(sql)})`;

/** True if money keeps an order `o` from being cancelled: it has arrived, or is on its way and does not hang. */
export const isHeld = (sql: Sql) => sql`
  exists (select from payments p where p.order_reference = o.reference and ${isMoney(sql)} and not ${isHanging(sql)})`;

/** An order for a tier that is open or about to be opened. */
export interface TierOrder {
  readonly reference: OrderReference;
  readonly userId: number;
  readonly openChannelId: OpenChannelId;
  readonly tierName: string;
  readonly days: number;
  readonly amountCents: Cents;
}

/** The most unpaid orders of one buyer. One more cancels the oldest, but money that arrives for it still settles it. */
const MOST_UNPAID = 15;

/**
 * The part of a statement that makes room for an order which the same statement opens:
 * `… too_many as (${cancelledOldest(sql, …, 'gate')})`. Compares versions, so that an order keeps money that arrives
 * at the same moment.
 */
export const cancelledOldest = (sql: Sql, userId: number, gate: Gate) => sql`
  update orders set state = 'cancelled', version = version + 1
  where ${isOpen(sql, gate)} and state = 'open' and (reference, version) in (
    select o.reference, o.version from orders o where o.user_id = ${userId} and o.state = 'open' and not ${isHeld(sql)}
    order by o.created_at desc offset ${MOST_UNPAID - 1})`;

/** How an order is opened. */
interface OpeningOrder {
  readonly promised: readonly Promised[];
  readonly by?: { readonly delivery: Delivery; readonly person: TelegramPerson };
  /** The buyer's open orders with a part of their price in them. They are closed, so the owner decides about that. */
  readonly instead?: readonly OrderReference[];
}

/**
 * Opens an order for a tier at the price that was read, and promises its invoice. Returns `false`, and writes
 * nothing, if the buyer has such an order open or the tier is no longer sold like this: the caller reads and decides
 * again.
 */
export async function openOrder(
  database: Database,
  order: TierOrder,
  { promised, by, instead = [] }: OpeningOrder,
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
      ${setAside(sql, order, instead)}
      ordered as (
        insert into orders (reference, kind, user_id, open_channel_id, tier_name, tier_days, amount_cents, correlation_id)
        select ${reference}, 'subscription', ${userId}, open_channel_id, ${tierName}, ${days}, ${amountCents},
          ${correlationId() ?? by?.delivery.correlationId ?? null}
        -- Counting makes them closed before this one is inserted, because a tier has one open order of a buyer.
        from tier, (select count(*) from set_aside) as closed on conflict do nothing returning reference),
      too_many as (${cancelledOldest(sql, userId, 'ordered')}),
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

/** Gives up an order because NOWPayments creates no invoice for its amount, and promises to say so. */
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

/** An order with what is needed to ask NOWPayments about it. */
export interface OrderToReconcile {
  readonly reference: OrderReference;
  readonly state: OrderState;
  /** Since it was opened, or its invoice was sent again. */
  readonly ageSeconds: number;
  readonly payments: readonly AskablePayment[];
  /** Newest first. */
  readonly invoiceIds: readonly string[];
}

export async function findOrderToReconcile(
  database: Database,
  reference: OrderReference,
): Promise<OrderToReconcile | undefined> {
  const [row] = await database.query(
    (sql) => sql<OrderToReconcile[]>`
      select o.reference, o.state, extract(epoch from app_now() - greatest(o.created_at, (
          select max(b.created_at) from outbox b
          where b.order_reference = o.reference and b.payload #>> '{message,type}' = 'pay_now')))::float8 as "ageSeconds",
        coalesce((select jsonb_agg(jsonb_build_object('paymentId', p.payment_id, 'paymentStatus', p.payment_status,
            'askedAt', ${epochMs(sql, sql`p.asked_at`)}))
          from payments p where p.order_reference = o.reference), '[]') as payments,
        coalesce((select jsonb_agg(i.invoice_id order by i.created_at desc) from invoices i where i.order_reference = o.reference), '[]')
          as "invoiceIds"
      from orders o where o.reference = ${reference}`,
  );
  return row;
}

/** Remembers which payments a look asked about, so that the next one begins with the others. */
export const markAsked = (database: Database, paymentIds: readonly number[]): Promise<unknown> =>
  database.query(
    (sql) => sql`
      update payments set asked_at = app_now() where payment_id in (
        select id::bigint from jsonb_array_elements_text(${sql.json(paymentIds as never)}) as id)`,
  );
