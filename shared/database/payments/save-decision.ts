import { RULING_ROLE } from '../../domain/common/roles';
import { correlationId } from '../../logger';
import type { Sql } from '../connection/options';
import { fromEpochMs } from '../common/epoch';
import { concluding, storable, type Delivery } from '../common/inbox';
import { promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import { mayIn } from '../common/channel-roles';
import { matchedDeliveries, hasSameOrphans, othersLocked } from './match-orphans';
import { changedRows, outcomeOf, type DecidedPayment } from './decided-payment';

/** True if the manager who decided may still do so in the statement that writes, whatever was read before. */
const isStillPermitted = (sql: Sql, { known, decidedBy }: DecidedPayment) =>
  decidedBy === undefined || decidedBy.userId === null
    ? sql``
    : sql`and exists (select from channels c where c.open_channel_id = ${known.channel.openChannelId}
        and ${mayIn(sql, decidedBy.userId, RULING_ROLE)})`;

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
      on conflict (order_reference, payment_id) do update set days = excluded.days, revoked_at = excluded.revoked_at,
        granted_at = excluded.granted_at),`;
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

/** What is known of a payment and concluded about it. Every decision writes all of it. */
const COLUMNS = [
  'rail',
  'payer_user_id',
  'parent_payment_id',
  'payment_status',
  'seen',
  'proven_cents',
  'settles',
  'decision',
  'decided_on',
  'price_amount',
  'price_currency',
  'pay_amount',
  'actually_paid',
  'actually_paid_at_fiat',
  'received_cents',
  'typed_cents',
  'pay_currency',
  'outcome_amount',
  'outcome_currency',
  'exception',
  'standing',
];

const NAMES = COLUMNS.map((column) => `${column},`).join(' ');
const NAMES_OF_ROW = COLUMNS.map((column) => `p.${column},`).join(' ');
const NEWEST = COLUMNS.map((column) => `${column} = excluded.${column},`).join(' ');

/** A row with its fields named as the columns. */
const inColumns = (row: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value as unknown,
    ]),
  );

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
  const rows = changedRows(decided).map(inColumns);
  const saved = await database.query(
    (sql) => sql`
      with ${othersLocked(sql, decided)}
      ${accessChanged(sql, decided)}
      saved as (
        update orders set version = version + 1, state = ${judgement.state}, payment_id = ${judgement.paymentId},
          received_cents = ${judgement.receivedCents}, income_cents = ${judgement.incomeCents}, income_stars = ${judgement.incomeStars},
          payment_count = ${payments.length},
          settled_at = case when ${judgement.state} = 'settled' then coalesce(settled_at, app_now()) else settled_at end
        where reference = ${known.order.reference} and version = ${version} ${isStillPermitted(sql, decided)}
          ${hasSameOrphans(sql, decided)}
          ${access === undefined ? sql`` : sql`and exists (select from locked)`}
        returning reference, open_channel_id, user_id),
      ${delivery === undefined ? sql`` : delivered(sql, delivery, decided)}
      paid as (
        insert into payments (${sql.unsafe(NAMES)} payment_id, order_reference, invoice_id, order_id, credited_at, refunded_at,
          hanging_since, waiting_since)
        select ${sql.unsafe(NAMES_OF_ROW)} p.payment_id, reference, p.invoice_id, p.order_id,
          case when p.decision = 'credit' then app_now() end, case when p.standing = 'refunded' then app_now() end,
          case when (given ->> 'is_hanging')::boolean then app_now() end,
          case when (given ->> 'is_waited_for')::boolean then app_now() end
        from saved, jsonb_array_elements(${sql.json(rows as never)}) as given,
          jsonb_populate_record(null::payments, given) as p
        on conflict (payment_id) do update set ${sql.unsafe(NEWEST)}
          order_reference = excluded.order_reference,
          invoice_id = coalesce(excluded.invoice_id, payments.invoice_id), order_id = coalesce(excluded.order_id, payments.order_id),
          updated_at = app_now(),
          credited_at = case when excluded.credited_at is not null then coalesce(payments.credited_at, app_now()) end,
          refunded_at = case when excluded.refunded_at is not null then coalesce(payments.refunded_at, app_now()) end,
          hanging_since = coalesce(payments.hanging_since, excluded.hanging_since), waiting_since = coalesce(payments.waiting_since, excluded.waiting_since)),
      ${matchedDeliveries(sql, decided, delivery)}
      audited as (
        insert into audit_log (act, actor_user_id, open_channel_id, user_id, order_reference, payment_id, correlation_id)
        select 'case_' || ${decidedBy?.decision ?? null}, ${decidedBy?.userId ?? null}, open_channel_id, user_id, reference,
          ${decidedBy?.paymentId ?? null}, ${delivery?.correlationId ?? correlationId() ?? null}
        from saved where ${decidedBy !== undefined}),
      promised as (${promise(sql, promised, 'saved')})
      select from saved`,
  );
  return saved.length > 0;
}
