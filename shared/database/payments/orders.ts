import type { Promised } from '../../domain/effects';
import type { Cents, OpenChannelId, OrderReference } from '../../domain/common/ids';
import type { OrderState } from '../../domain/payments/payment';
import { correlationId } from '../../logger';
import { metPerson, type TelegramPerson } from '../common/chats';
import { concluding, isOpen, type Delivery, type Gate } from '../common/inbox';
import { promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import type { Sql } from '../connection/options';

/** What an order `o` is for, as `Item`. */
export const item = (sql: Sql) => sql`
  case o.kind when 'donation' then jsonb_build_object('kind', o.kind)
    else jsonb_build_object('kind', o.kind, 'tierName', o.tier_name, 'days', o.tier_days) end`;

/** Money that is on its way or has come for an order `o`: it is neither cancelled nor paid a second time. */
export const hasMoney = (sql: Sql) => sql`
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
 * The part of a statement that opens an order which makes room for it: `… too_many as (${cancelledOldest(sql, …, 'gate')})`.
 * By version, so that money which comes at the same moment keeps its order.
 */
export const cancelledOldest = (sql: Sql, userId: number, gate: Gate) => sql`
  update orders set state = 'cancelled', version = version + 1
  where ${isOpen(sql, gate)} and state = 'open' and (reference, version) in (
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
