import type { PaymentCase, PaymentDecision } from '../domain/decide-payment';
import type { OrderReference } from '../domain/ids';
import { RANK, type Payment } from '../domain/judge-payments';
import { storable, type Delivery } from './inbox';
import { promise } from './outbox';
import type { Database } from './pool';

/** What is known about an order when an IPN for it arrives; `isHandled` when this very IPN was handled before. */
export interface PaymentReading {
  readonly isHandled: boolean;
  readonly known: PaymentCase | undefined;
  readonly version: number;
}

interface ReadingRow {
  readonly isHandled: boolean;
  readonly order: PaymentCase['order'] | null;
  readonly version: number | null;
  readonly channel: PaymentCase['channel'];
  readonly payer: PaymentCase['payer'];
  readonly payments: readonly Payment[];
  readonly now: Date;
}

/** One read: whether the delivery is a repeat, and all that is known of its order. */
export async function readPaymentCase(
  database: Database,
  delivery: Delivery,
  reference: OrderReference | undefined,
): Promise<PaymentReading> {
  const [row] = await database.query(
    (sql) => sql<ReadingRow[]>`
      select
        exists (select from inbox where source = ${delivery.source} and delivery_id = ${delivery.deliveryId})
          as "isHandled",
        case when o.reference is not null then jsonb_build_object('reference', o.reference, 'state', o.state,
          'amountCents', o.amount_cents, 'paymentId', o.payment_id) end as "order",
        o.version,
        jsonb_build_object('openChannelId', c.open_channel_id, 'title', c.title, 'ownerUserId', c.owner_user_id,
          'notificationsEnabled', c.notifications_enabled, 'notificationsChatId', c.notifications_chat_id) as channel,
        jsonb_build_object('userId', o.user_id, 'username', h.username) as payer,
        coalesce((
          select jsonb_agg(jsonb_build_object('paymentId', p.payment_id, 'parentPaymentId', p.parent_payment_id,
            'paymentStatus', p.payment_status, 'seen', p.seen, 'isFinishedAtPrice', p.is_finished_at_price,
            'priceAmount', trim_scale(p.price_amount)::text, 'priceCurrency', p.price_currency,
            'payAmount', trim_scale(p.pay_amount)::text, 'actuallyPaid', trim_scale(p.actually_paid)::text, 'payCurrency', p.pay_currency,
            'outcomeAmount', trim_scale(p.outcome_amount)::text, 'outcomeCurrency', p.outcome_currency))
          from payments p where p.order_reference = o.reference), '[]') as payments,
        app_now() as now
      from (select) as always
        left join orders o on o.reference = ${reference ?? null}
        left join channels c using (open_channel_id)
        left join chats h on h.chat_id = o.user_id`,
  );
  if (row === undefined) throw new Error('a select without a where clause returned nothing');
  const { isHandled, order, version, channel, payer, payments, now } = row;
  const known = order === null ? undefined : { order, channel, payer, payments, now };
  return { isHandled, known, version: version ?? 0 };
}

/** What an IPN says beside its evidence, kept as it was sent. */
export interface IpnIds {
  readonly paymentId: number;
  readonly invoiceId: string | null;
  readonly orderId: string | null;
}

/**
 * Writes a decision about an order: the delivery, its payments, the order and all promises, in one statement.
 * `false` when the order changed since it was read: read again, decide again.
 */
export async function savePaymentDecision(
  database: Database,
  delivery: Delivery,
  {
    known,
    version,
    ids,
    decision,
  }: { known: PaymentCase; version: number; ids: IpnIds; decision: PaymentDecision },
): Promise<boolean> {
  const { judgement, payments, promised } = decision;
  const rows = payments.map((payment) => ({
    ...payment,
    ...judgement.verdicts.get(payment.paymentId),
    ...(payment.paymentId === ids.paymentId && { invoiceId: ids.invoiceId, orderId: ids.orderId }),
  }));
  const saved = await database.query(
    (sql) => sql`
      with saved as (
        update orders set version = version + 1, state = ${judgement.state}, payment_id = ${judgement.paymentId},
          settled_at = case when ${judgement.state} = 'settled' then coalesce(settled_at, app_now()) else settled_at end
        where reference = ${known.order.reference} and version = ${version}
        returning reference),
      delivery as (
        insert into inbox (source, delivery_id, outcome, order_reference, payload, correlation_id)
        select ${delivery.source}, ${delivery.deliveryId}, ${outcomeOf(decision, ids.paymentId)}, reference,
          ${sql.json(storable(delivery.payload) as never)}, ${delivery.correlationId}
        from saved on conflict do nothing),
      paid as (
        insert into payments (payment_id, order_reference, parent_payment_id, invoice_id, order_id, payment_status, seen,
          is_finished_at_price, price_amount, price_currency, pay_amount, actually_paid, pay_currency, outcome_amount,
          outcome_currency, exception, standing)
        select p."paymentId", reference, p."parentPaymentId", p."invoiceId", p."orderId", p."paymentStatus", p.seen,
          p."isFinishedAtPrice", p."priceAmount", p."priceCurrency", p."payAmount", p."actuallyPaid", p."payCurrency",
          p."outcomeAmount", p."outcomeCurrency", p.exception, p.standing
        from saved, jsonb_to_recordset(${sql.json(rows as never)}) as p ("paymentId" bigint, "parentPaymentId" bigint,
          "invoiceId" text, "orderId" text, "paymentStatus" text, seen jsonb, "isFinishedAtPrice" boolean,
          "priceAmount" numeric, "priceCurrency" text, "payAmount" numeric, "actuallyPaid" numeric, "payCurrency" text,
          "outcomeAmount" numeric, "outcomeCurrency" text, exception text, standing text)
        on conflict (payment_id) do update set order_reference = excluded.order_reference,
          parent_payment_id = excluded.parent_payment_id,
          invoice_id = coalesce(excluded.invoice_id, payments.invoice_id),
          order_id = coalesce(excluded.order_id, payments.order_id),
          payment_status = excluded.payment_status, seen = excluded.seen,
          is_finished_at_price = excluded.is_finished_at_price, price_amount = excluded.price_amount,
          price_currency = excluded.price_currency, pay_amount = excluded.pay_amount,
          actually_paid = excluded.actually_paid, pay_currency = excluded.pay_currency,
          outcome_amount = excluded.outcome_amount, outcome_currency = excluded.outcome_currency,
          exception = excluded.exception, standing = excluded.standing, updated_at = app_now()),
      promised as (${promise(sql, promised, 'saved')})
      select from saved`,
  );
  return saved.length > 0;
}

/** In a few words what came of an IPN, for the inbox row and the logs. */
export function outcomeOf({ judgement }: PaymentDecision, paymentId: number): string {
  const { standing = 'unknown', exception = 'none' } = judgement.verdicts.get(paymentId) ?? {};
  return exception === 'none' ? standing : `${standing}:${exception}`;
}

/**
 * Keeps an IPN for an order that nobody knows: somebody paid, and a person must find out for what. A status never moves
 * back.
 */
export const saveOrphan = (
  database: Database,
  delivery: Delivery,
  { ids, payment }: { ids: IpnIds; payment: Payment },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with delivery as (
        insert into inbox (source, delivery_id, outcome, payload, correlation_id)
        values (${delivery.source}, ${delivery.deliveryId}, 'orphan',
          ${sql.json(storable(delivery.payload) as never)}, ${delivery.correlationId})
        on conflict do nothing returning 1)
      insert into payments (payment_id, parent_payment_id, invoice_id, order_id, payment_status, seen, price_amount,
        price_currency, pay_amount, actually_paid, pay_currency, outcome_amount, outcome_currency, standing)
      select ${payment.paymentId}, ${payment.parentPaymentId}, ${ids.invoiceId}, ${ids.orderId},
        ${payment.paymentStatus}, ${sql.json(payment.seen)}, ${payment.priceAmount}::numeric, ${payment.priceCurrency},
        ${payment.payAmount}::numeric, ${payment.actuallyPaid}::numeric, ${payment.payCurrency},
        ${payment.outcomeAmount}::numeric, ${payment.outcomeCurrency}, 'orphan'
      from delivery
      on conflict (payment_id) do update set payment_status = excluded.payment_status,
        seen = payments.seen || excluded.seen, price_amount = excluded.price_amount,
        price_currency = excluded.price_currency, pay_amount = excluded.pay_amount,
        actually_paid = excluded.actually_paid, pay_currency = excluded.pay_currency,
        outcome_amount = excluded.outcome_amount, outcome_currency = excluded.outcome_currency, updated_at = app_now()
      where payments.standing = 'orphan'
        and (${sql.json(RANK)}::jsonb ->> excluded.payment_status)::int
          > (${sql.json(RANK)}::jsonb ->> payments.payment_status)::int`,
  );
