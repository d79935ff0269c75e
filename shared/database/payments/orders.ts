import { MONEY_EXPIRES_SECONDS, type Promised } from '../../domain/effects';
import type { Cents, OrderReference } from '../../domain/common/ids';
import type { RailName } from '../../domain/common/rails';
import type { AskablePayment } from '../../domain/payments/look';
import type { OrderState } from '../../domain/payments/payment';
import { epochMs } from '../common/epoch';
import { isOpen, type Gate } from '../common/inbox';
import { orderTopicOf } from '../common/living-messages';
import { promise, promisedRow, promisedRows } from '../common/outbox';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import { hasHanging, hasUnjudged, isHanging, isMoneySeen } from './order-conditions';

/** What an order `o` is for, as `Item`. */
export const item = (sql: Sql) => sql`
  case o.kind when 'donation' then jsonb_build_object('kind', o.kind)
    else jsonb_build_object('kind', o.kind, 'tierName', o.tier_name, 'days', o.tier_days) end`;

/** True if an order `o` has a payment `p` whose money was seen, or one that is not judged yet. */
const hasSeen = (sql: Sql, which: Fragment = sql`true`) => sql`
  (exists (select from payments p where p.order_reference = o.reference and ${isMoneySeen(sql)} and ${which}) or ${hasUnjudged(sql)})`;

/** True if money for an order `o` is on its way or has arrived, so that it is not paid again. */
export const hasMoney = (sql: Sql) => hasSeen(sql, sql`p.standing <> 'refunded'`);

/** True if money keeps an order `o` from being cancelled: it has arrived, or is on its way and does not hang. */
export const isHeld = (sql: Sql) => hasSeen(sql, sql`p.standing <> 'refunded' and not ${isHanging(sql)}`);

/** True if money for an order `o` is on its way, has arrived, or had arrived before it was refunded. */
export const hadMoney = (sql: Sql) => hasSeen(sql);

/** The most unpaid orders of one buyer. One more cancels the oldest, but money that arrives for it still settles it. */
const MOST_UNPAID = 15;

/**
 * The part of a statement that makes room for an order which the same statement opens:
 * `… cancelled as (${cancelledOldest(sql, …, 'gate')}), told as (${toldCancelled(sql, …)})`. Compares versions, so that an order keeps money that arrives
 * at the same moment.
 */
export const cancelledOldest = (sql: Sql, userId: number, gate: Gate) => sql`
  update orders set state = 'cancelled', version = version + 1
  where ${isOpen(sql, gate)} and state = 'open' and (reference, version) in (
    select o.reference, o.version from orders o where o.user_id = ${userId} and o.state = 'open' and not ${isHeld(sql)}
    order by o.created_at desc offset ${MOST_UNPAID - 1})
  returning reference`;

/**
 * The part of a statement that takes Pay now from the message of an order that the statement's `cancelled` names:
 * `… told as (${toldCancelled(sql, …)})`. The tap may have been on another message, or for another order.
 */
export const toldCancelled = (sql: Sql, userId: number, correlationId: string | null) =>
  promisedRows(
    sql,
    sql`select ${promisedRow(sql, 'send_message', {
      payload: {
        chatId: sql`${userId}::bigint`,
        message: sql`jsonb_build_object('type', 'order_cancelled', 'isUnconfirmed', ${hasHanging(sql)}, 'reference', o.reference)`,
        living: sql`jsonb_build_object('topic', ${orderTopicOf(sql)}, 'as', 'edit_only')`,
      },
      key: sql`o.reference || ':cancelled:' || (o.version + 1)`,
      expiresInSeconds: MONEY_EXPIRES_SECONDS,
      reference: sql`o.reference`,
    })} from cancelled join orders o using (reference)`,
    correlationId,
  );

/** Gives up an order because no invoice is made for its amount, and promises to say so. */
export const refuseOrder = (
  database: Database,
  { reference, amountCents }: { reference: OrderReference; amountCents: Cents },
  promised: readonly Promised[],
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with refused as (
        update orders set state = 'refused', version = version + 1
        where state = 'open' and (reference, version) in (
          select o.reference, o.version from orders o where o.reference = ${reference} and o.amount_cents = ${amountCents}
            and o.received_cents = 0 and not ${hasUnjudged(sql)})
        returning 1),
      promised as (${promise(sql, promised, 'refused')})
      select from refused`,
  );

/** An order with what is needed to ask its providers about it. */
export interface OrderToReconcile {
  readonly reference: OrderReference;
  readonly state: OrderState;
  /** Since it was opened, its invoice was sent again, or it was cancelled. */
  readonly ageSeconds: number;
  /** It was cancelled and no money was seen. */
  readonly isGivenUp: boolean;
  readonly payments: readonly (AskablePayment & { readonly rail: RailName })[];
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
          where b.order_reference = o.reference and b.payload #>> '{message,type}' = 'pay_now'), (
          select max(i.received_at) from inbox i where i.order_reference = o.reference and o.state = 'cancelled'
            and i.outcome in ('order_cancelled', 'keypad_decided'))))::float8 as "ageSeconds",
        o.state = 'cancelled' and not ${hadMoney(sql)} as "isGivenUp",
        coalesce((select jsonb_agg(jsonb_build_object('rail', p.rail, 'paymentId', p.payment_id, 'paymentStatus', p.payment_status,
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
