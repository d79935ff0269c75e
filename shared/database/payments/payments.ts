import type { PaymentCase } from '../../domain/payments/payment-case';
import type { OrderReference } from '../../domain/common/ids';
import type { Sql } from '../connection/options';
import { epochMs } from '../common/epoch';
import { extensionsOf } from '../access/extensions';
import { wasHandled, wasRecovered, type Delivery } from '../common/inbox';
import { personJson } from '../common/shown-payer';
import type { Database } from '../connection/pool';
import { isStillOffered } from './order-conditions';
import type { NamedIds } from './ipn-ids';
import { item } from './orders';

/** What is known about an order when an IPN for it arrives. `isHandled` if the same IPN was handled before. */
export interface PaymentReading {
  readonly isHandled: boolean;
  /** Handled, but so far known only because its provider was asked. */
  readonly isRecovered: boolean;
  readonly known: PaymentCase | undefined;
  readonly version: number;
  /** True if the order has invoices, but not the one that the IPN names, or another order has that one. */
  readonly isOtherInvoice: boolean;
  /** The id that follows the order through the logs; `null` if none was stored. */
  readonly correlationId: string | null;
}

interface ReadingRow extends PaymentCase {
  readonly isHandled: boolean;
  readonly isRecovered: boolean;
  readonly version: number | null;
  readonly isOtherInvoice: boolean;
  readonly correlationId: string | null;
}

/**
 * Selects the reference of the order that a payment belongs to: the one that its `order_id` names; otherwise that of its
 * invoice; otherwise that of the payment itself or of its parent, as far as one of them is known.
 */
const orderOf = (sql: Sql, { reference, invoiceId, paymentId, parentPaymentId }: NamedIds) => sql`
  coalesce((select reference from orders where reference = ${reference ?? null}),
    (select order_reference from invoices where invoice_id = ${invoiceId}),
    (select order_reference from payments where payment_id = ${paymentId}),
    (select order_reference from payments where payment_id = ${parentPaymentId}))`;

/**
 * Selects the payments of an order `o`, and those that came before anything said that they belong to it: orphans until the
 * next decision about the order. `paymentId` is the payment that an IPN makes known now: it may be such an orphan itself,
 * or the parent of one.
 */
const paymentsOf = (sql: Sql, paymentId: number | null) => sql`(
  with recursive waiting as (
    select c.payment_id from payments c where c.standing = 'orphan' and (c.payment_id = ${paymentId}::bigint
      or c.parent_payment_id in (
        select payment_id from payments where order_reference = o.reference
        union all select ${paymentId}::bigint))
    union
    select c.payment_id from waiting w join payments c on c.parent_payment_id = w.payment_id
    where c.standing = 'orphan')
  select p.* from payments p where p.order_reference = o.reference
  union all
  select p.* from waiting join payments p using (payment_id))`;

/** Reads whether the delivery is a repeat, and everything that is known about the order. */
export const readPaymentCase = (
  database: Database,
  reference: OrderReference | undefined,
  delivery?: Delivery,
): Promise<PaymentReading> => readCaseNamed(database, { reference }, delivery);

const NAMES_NO_PAYMENT = { invoiceId: null, paymentId: null, parentPaymentId: null };

/** Reads in one statement whether an IPN is a repeat, and everything that is known about the order that its ids name. */
export async function readCaseNamed(
  database: Database,
  named: NamedIds | Pick<NamedIds, 'reference'>,
  delivery?: Delivery,
): Promise<PaymentReading> {
  const { reference, ...ids } = { ...NAMES_NO_PAYMENT, ...named };
  const { invoiceId, paymentId } = ids;
  const [row] = await database.query(
    (sql) => sql<ReadingRow[]>`
      select
        ${wasHandled(sql, delivery)} as "isHandled",
        ${wasRecovered(sql, delivery)} as "isRecovered",
        jsonb_build_object('reference', o.reference, 'state', o.state, 'userId', o.user_id,
          'amountCents', o.amount_cents, 'priceStars', o.price_stars,
          'paymentId', o.payment_id, 'tolerancePercent', c.tolerance_percent,
          'item', ${item(sql)},
          'restCents', (select coalesce(jsonb_agg(i.price_cents), '[]') from invoices i
            where i.order_reference = o.reference and i.is_rest),
          'invoicedCents', (select coalesce(jsonb_agg(i.price_cents), '[]') from (
            select price_cents from invoices where order_reference = o.reference
            union all select price_cents from star_invoices where order_reference = o.reference) i),
          'isStillOffered', ${isStillOffered(sql)},
          'isReplaced', o.kind = 'subscription' and exists (
            select from payments h join orders n on n.user_id = o.user_id
            where h.order_reference = o.reference and h.hanging_since is not null and n.settled_at >= h.hanging_since
              and n.open_channel_id = o.open_channel_id and n.kind = o.kind and n.state = 'settled'
              and n.reference <> o.reference)) as "order",
        o.version, o.correlation_id as "correlationId",
        coalesce((select i.order_reference <> o.reference from invoices i where i.invoice_id = ${invoiceId}),
          ${invoiceId}::text is not null and exists (select from invoices i where i.order_reference = o.reference))
          as "isOtherInvoice",
        jsonb_build_object('openChannelId', c.open_channel_id, 'title', c.title, 'ownerUserId', c.owner_user_id,
          'notificationsEnabled', c.notifications_enabled, 'notifyEachSale', c.notify_each_sale,
          'notificationsChatId', c.notifications_chat_id, 'timeZone', c.time_zone) as channel,
        ${personJson(sql, sql`o.user_id`)} as payer,
        case when o.kind = 'donation' then jsonb_build_object('note', o.donor_note,
          'isAnonymous', coalesce(o.is_anonymous, false)) end as donor,
        coalesce((
          select jsonb_agg(jsonb_build_object('rail', p.rail, 'payerUserId', p.payer_user_id,
            'paymentId', p.payment_id, 'parentPaymentId', p.parent_payment_id,
            'paymentStatus', p.payment_status, 'seen', p.seen, 'provenCents', p.proven_cents, 'settles', p.settles,
            'decision', p.decision, 'decidedOn', p.decided_on, 'typedCents', p.typed_cents,
            'receivedCents', p.received_cents, 'standing', p.standing, 'exception', p.exception,
            'orphanedAt', case when p.standing = 'orphan' then p.updated_at::text end,
            'isHanging', p.hanging_since is not null, 'isWaitedFor', p.waiting_since is not null,
            'priceAmount', trim_scale(p.price_amount)::text, 'priceCurrency', p.price_currency,
            'payAmount', trim_scale(p.pay_amount)::text, 'actuallyPaid', trim_scale(p.actually_paid)::text,
            'actuallyPaidAtFiat', trim_scale(p.actually_paid_at_fiat)::text, 'payCurrency', p.pay_currency,
            'outcomeAmount', trim_scale(p.outcome_amount)::text, 'outcomeCurrency', p.outcome_currency))
          from ${paymentsOf(sql, paymentId)} p), '[]') as payments,
        case when o.kind = 'subscription' then (
          select jsonb_build_object('openChannelId', s.open_channel_id, 'userId', s.user_id,
            'graceHours', c.grace_hours, 'paidUntil', ${epochMs(sql, sql`s.paid_until`)}, 'version', s.version,
            'extensions', ${extensionsOf(sql)})
          from subscriptions s where (s.open_channel_id, s.user_id) = (o.open_channel_id, o.user_id)) end as access,
        app_now() as now
      from (select) as always
        left join orders o on o.reference = ${paymentId === null ? (reference ?? null) : orderOf(sql, { ...ids, paymentId, reference })}
        left join channels c using (open_channel_id)
        left join chats h on h.chat_id = o.user_id`,
  );
  if (row === undefined) throw new Error('a select without a where clause returned nothing');
  const { isHandled, isRecovered, isOtherInvoice, correlationId, version, ...rest } = row;
  const { order, channel, payer, donor, payments, access, now } = rest;
  const read = { isHandled, isRecovered, isOtherInvoice, correlationId };
  if (version === null) return { ...read, known: undefined, version: 0 };
  return { ...read, known: { order, channel, payer, donor: donor ?? null, payments, access, now }, version };
}
