import type { PaymentCase } from '../../domain/payments/payment-case';
import type { PaymentDecision } from '../../domain/decide-payment';
import { RULING_ROLE } from '../../domain/common/roles';
import type { Decision } from '../../domain/payments/payment';
import { receivedCentsOf } from '../../domain/payments/received';
import type { Sql } from '../connection/options';
import { fromEpochMs } from '../common/epoch';
import { concluding, storable, type Delivery } from '../common/inbox';
import { promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import { mayIn } from '../common/channel-roles';
import type { IpnIds } from './payments';

/** A decision about an order, and what led to it. An IPN whose delivery was stored before comes without it. */
export interface DecidedPayment {
  readonly known: PaymentCase;
  readonly version: number;
  readonly decision: PaymentDecision;
  /** From the IPN; absent if known payments were judged again. */
  readonly ids?: IpnIds;
  /** The manager who decided about a payment. Their decision counts only while their role allows it. */
  readonly decidedBy?: { readonly userId: number; readonly paymentId: number; readonly decision: Decision };
}

/** True if the manager who decided may still do so in the statement that writes, whatever was read before. */
const isStillPermitted = (sql: Sql, { known, decidedBy }: DecidedPayment) =>
  decidedBy === undefined
    ? sql``
    : sql`and exists (select from channels c where c.open_channel_id = ${known.channel.openChannelId}
        and ${mayIn(sql, decidedBy.userId, RULING_ROLE)})`;

/** True if a payment belongs to its order from this IPN on, so that what came before it may have found no order. */
const isNewHere = ({ known, ids }: DecidedPayment): boolean =>
  ids !== undefined &&
  !known.payments.some(({ paymentId, standing }) => paymentId === ids.paymentId && standing !== 'orphan');

/** Locks what becomes of the children of a payment, until the end of the statement's transaction. */
const familyLocked = (sql: Sql, paymentId: number) => sql`
  family as materialized (select 1 from pg_advisory_xact_lock(-${paymentId}::bigint)),`;

const orphansIn = ({ known }: DecidedPayment) =>
  known.payments.filter(({ standing }) => standing === 'orphan');

/** Locks the orphans that the decision is about, if no IPN has changed them since they were read. */
const orphansLocked = (sql: Sql, decided: DecidedPayment) => sql`
  orphans as materialized (
    select 1 from payments p, jsonb_to_recordset(${sql.json(
      orphansIn(decided).map(({ paymentId, orphanedAt = null }) => ({ paymentId, orphanedAt })),
    )}) as o ("paymentId" bigint, "orphanedAt" timestamptz)
    where p.payment_id = o."paymentId" and p.standing = 'orphan' and p.updated_at = o."orphanedAt"
    for update of p),`;

/** Locks what this statement must not decide about at the same time as another one. */
const othersLocked = (sql: Sql, decided: DecidedPayment) => sql`
  ${decided.ids !== undefined && isNewHere(decided) ? familyLocked(sql, decided.ids.paymentId) : sql``}
  ${orphansIn(decided).length > 0 ? orphansLocked(sql, decided) : sql``}`;

/** True unless an orphan of this order has come, or has changed, since the order was read. */
const hasSameOrphans = (sql: Sql, decided: DecidedPayment) => {
  const { known, ids } = decided;
  const orphans = orphansIn(decided).length;
  const sameOrphans = orphans === 0 ? sql`` : sql`and (select count(*) from orphans) = ${orphans}`;
  if (ids === undefined || !isNewHere(decided)) return sameOrphans;
  return sql`and exists (select from family) ${sameOrphans} and not exists (
    select from payments c where c.standing = 'orphan' and c.parent_payment_id = ${ids.paymentId}
      and not ${sql.json(known.payments.map(({ paymentId }) => paymentId))}::jsonb @> to_jsonb(c.payment_id))`;
};

/**
 * Waits until a statement that is making the payment known has ended, and returns whether it is known now. Only for a child
 * that was stored as an orphan: of the two, the later one finds the other.
 */
export async function becameKnown(database: Database, paymentId: number): Promise<boolean> {
  await database.query((sql) => sql`select 1 from pg_advisory_xact_lock(-${paymentId}::bigint)`);
  const [row] = await database.query(
    (sql) => sql<{ isKnown: boolean }[]>`
      select exists (select from payments where payment_id = ${paymentId} and order_reference is not null) as "isKnown"`,
  );
  return row?.isKnown === true;
}

/**
 * Locks the order and the access together if neither has changed since they were read, so that both are written or
 * neither.
 */
const accessChanged = (sql: Sql, decided: DecidedPayment) => {
  const { known, version, decision } = decided;
  const { access: change } = decision;
  const { access } = known;
  if (change === undefined || access === null) return sql``;
  const { reference } = known.order;
  return sql`
    locked as materialized (
      select o.reference from orders o join subscriptions s using (open_channel_id, user_id)
      where o.reference = ${reference} and o.version = ${version} and s.version = ${access.version}
        ${isStillPermitted(sql, decided)} ${hasSameOrphans(sql, decided)}
      for no key update of o, s),
    subscribed as (
      update subscriptions set paid_until = ${fromEpochMs(sql, change.paidUntil)}, version = version + 1,
        removed_at = case when ${change.paidUntil !== null} then null else removed_at end
      where open_channel_id = ${access.openChannelId} and user_id = ${access.userId} and exists (select from locked)),
    extended as (
      insert into extensions (order_reference, payment_id, open_channel_id, user_id, days, granted_at, revoked_at)
      select ${reference}, e."paymentId", ${access.openChannelId}, ${access.userId}, e.days,
        ${fromEpochMs(sql, sql`e."grantedAt"`)}, case when e."isRevoked" then app_now() end
      from locked, jsonb_to_recordset(${sql.json(change.extensions as never)})
        as e ("paymentId" bigint, days int, "grantedAt" float8, "isRevoked" boolean)
      on conflict (order_reference, payment_id) do update set days = excluded.days, revoked_at = excluded.revoked_at),`;
};

/** The delivery that led to a decision: an IPN, or the owner's tap. */
const delivered = (sql: Sql, delivery: Delivery, { ids, decision }: DecidedPayment) => sql`
  delivery as (
    insert into inbox (source, delivery_id, outcome, order_reference, payload, correlation_id, is_recovered)
    select ${delivery.source}, ${delivery.deliveryId},
      ${ids === undefined ? 'case_decided' : outcomeOf(decision, ids.paymentId)}, reference,
      ${delivery.payload === undefined ? null : sql.json(storable(delivery.payload) as never)}::jsonb, ${delivery.correlationId},
      ${delivery.isRecovered === true}
    from saved ${concluding(sql)}),`;

/**
 * The rows to write: the payment of the IPN, and those that differ from what is stored. Figures find a payment that was
 * credited separately by its last change, and count it from when its order settles.
 */
function changedRows({ known, decision, ids }: DecidedPayment) {
  const { judgement, payments } = decision;
  const stored = new Map(known.payments.map((payment) => [payment.paymentId, payment]));
  const hasMoved = judgement.state !== known.order.state;
  return payments.flatMap((payment) => {
    const row = {
      ...payment,
      ...judgement.verdicts.get(payment.paymentId),
      receivedCents: receivedCentsOf(payment, known.order),
    };
    if (payment.paymentId === ids?.paymentId)
      return [{ ...row, invoiceId: ids.invoiceId, orderId: ids.orderId }];
    const isSame = isSameRow(row, { ...stored.get(payment.paymentId) });
    return isSame && !(hasMoved && payment.decision === 'credit') ? [] : [row];
  });
}

const isSameRow = (row: object, stored: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(row).every(
    ([name, value]) => value === stored[name] || JSON.stringify(value) === JSON.stringify(stored[name]),
  );

/** Gives the order the deliveries of its payments that were stored when it was not known: they are part of its story. */
const adoptedDeliveries = (sql: Sql, decided: DecidedPayment, delivery: Delivery | undefined) => {
  const { decision, ids } = decided;
  const orphans = orphansIn(decided).map(({ paymentId }) => paymentId);
  const paymentIds = new Set(
    ids !== undefined && delivery === undefined ? [...orphans, ids.paymentId] : orphans,
  );
  if (paymentIds.size === 0) return sql``;
  const rows = [...paymentIds].map((id) => ({ paymentId: String(id), outcome: outcomeOf(decision, id) }));
  return sql`
    adopted as (
      update inbox i set order_reference = saved.reference, outcome = a.outcome
      from saved, jsonb_to_recordset(${sql.json(rows)}) as a ("paymentId" text, outcome text)
      where i.source = 'nowpayments' and i.outcome = 'orphan' and i.payload ->> 'payment_id' = a."paymentId"),`;
};

/**
 * Writes a decision about an order in one statement: the delivery, the payments, the order, the access that it pays
 * for and all promises. Returns `false` if the order or the access has changed since they were read, or the manager
 * may no longer decide: the caller reads and decides again.
 */
export async function savePaymentDecision(
  database: Database,
  decided: DecidedPayment,
  delivery?: Delivery,
): Promise<boolean> {
  const { known, version, decision, decidedBy } = decided;
  const { judgement, payments, promised, access } = decision;
  const rows = changedRows(decided);
  const saved = await database.query(
    (sql) => sql`
      with ${othersLocked(sql, decided)}
      ${accessChanged(sql, decided)}
      saved as (
        update orders set version = version + 1, state = ${judgement.state}, payment_id = ${judgement.paymentId},
          received_cents = ${judgement.receivedCents}, income_cents = ${judgement.incomeCents}, payment_count = ${payments.length},
          settled_at = case when ${judgement.state} = 'settled' then coalesce(settled_at, app_now()) else settled_at end
        where reference = ${known.order.reference} and version = ${version} ${isStillPermitted(sql, decided)}
          ${hasSameOrphans(sql, decided)}
          ${access === undefined ? sql`` : sql`and exists (select from locked)`}
        returning reference, open_channel_id, user_id),
      ${delivery === undefined ? sql`` : delivered(sql, delivery, decided)}
      paid as (
        insert into payments (payment_id, order_reference, parent_payment_id, invoice_id, order_id, payment_status, seen,
          proven_cents, settles, decision, decided_on, price_amount, price_currency, pay_amount, actually_paid,
          actually_paid_at_fiat, received_cents, typed_cents, pay_currency, outcome_amount, outcome_currency, exception, standing, credited_at, refunded_at)
        select p."paymentId", reference, p."parentPaymentId", p."invoiceId", p."orderId", p."paymentStatus", p.seen,
          p."provenCents", p.settles, p.decision, p."decidedOn", p."priceAmount", p."priceCurrency", p."payAmount", p."actuallyPaid",
          p."actuallyPaidAtFiat", p."receivedCents", p."typedCents", p."payCurrency", p."outcomeAmount", p."outcomeCurrency", p.exception, p.standing,
          case when p.decision = 'credit' then app_now() end, case when p.standing = 'refunded' then app_now() end
        from saved, jsonb_to_recordset(${sql.json(rows as never)}) as p ("paymentId" bigint, "parentPaymentId" bigint,
          "invoiceId" text, "orderId" text, "paymentStatus" text, seen jsonb, "provenCents" int, settles boolean,
          decision text, "decidedOn" text, "priceAmount" numeric, "priceCurrency" text, "payAmount" numeric, "actuallyPaid" numeric,
          "actuallyPaidAtFiat" numeric, "receivedCents" bigint, "typedCents" bigint,
          "payCurrency" text, "outcomeAmount" numeric, "outcomeCurrency" text, exception text, standing text)
        on conflict (payment_id) do update set order_reference = excluded.order_reference,
          parent_payment_id = excluded.parent_payment_id,
          invoice_id = coalesce(excluded.invoice_id, payments.invoice_id),
          order_id = coalesce(excluded.order_id, payments.order_id),
          payment_status = excluded.payment_status, seen = excluded.seen, proven_cents = excluded.proven_cents,
          settles = excluded.settles, decision = excluded.decision, decided_on = excluded.decided_on,
          price_amount = excluded.price_amount,
          price_currency = excluded.price_currency, pay_amount = excluded.pay_amount,
          actually_paid = excluded.actually_paid, actually_paid_at_fiat = excluded.actually_paid_at_fiat,
          received_cents = excluded.received_cents, typed_cents = excluded.typed_cents, pay_currency = excluded.pay_currency,
          outcome_amount = excluded.outcome_amount, outcome_currency = excluded.outcome_currency,
          exception = excluded.exception, standing = excluded.standing, updated_at = app_now(),
          credited_at = case when excluded.credited_at is not null then coalesce(payments.credited_at, app_now()) end,
          refunded_at = case when excluded.refunded_at is not null then coalesce(payments.refunded_at, app_now()) end),
      ${adoptedDeliveries(sql, decided, delivery)}
      audited as (
        insert into audit_log (act, actor_user_id, open_channel_id, user_id, order_reference, payment_id, correlation_id)
        select 'case_' || ${decidedBy?.decision ?? null}, ${decidedBy?.userId ?? null}, open_channel_id, user_id, reference,
          ${decidedBy?.paymentId ?? null}, ${delivery?.correlationId ?? null}
        from saved where ${decidedBy !== undefined}),
      promised as (${promise(sql, promised, 'saved')})
      select from saved`,
  );
  return saved.length > 0;
}

/** Describes the result of an IPN in a few words, for the inbox row and the logs. */
export function outcomeOf({ judgement }: PaymentDecision, paymentId: number): string {
  const { standing = 'unknown', exception = 'none' } = judgement.verdicts.get(paymentId) ?? {};
  return exception === 'none' ? standing : `${standing}:${exception}`;
}
