import type { OrderReference } from '../../domain/common/ids';
import type { StarCharge } from '../../domain/stars/charge';
import type { RecordedCharge } from '../../domain/stars/report';
import { Unavailable } from '../../errors';
import { correlationId } from '../../logger';
import { epochMs, fromEpochMs } from '../common/epoch';
import { hasUnjudged } from '../payments/order-conditions';
import { toldCancelled } from '../payments/orders';
import { isUniqueViolation, type Database } from '../connection/pool';
import type { Sql } from '../connection/options';
import { checked, subscribed } from './subscriptions';

/** How a payment was learned about, and what a new order would be called. */
interface Recording {
  /** It was in Telegram's list, and no update had come. */
  readonly isRecovered: boolean;
  readonly newReference: OrderReference;
}

/** Telegram takes the next payment when a period ends. One that comes later than this begins a period when it comes. */
const NEAR_THE_END = "interval '1 day'";

/**
 * What a payment pays for: the order of its invoice, or, if that is paid by another payment of the same subscription, an
 * order of its own. Whichever payment comes first pays the first order, so their sequence doesn't matter. A second first
 * payment isn't a renewal: the buyer paid the same order twice. What only a refund named may be one. Telegram's list has no
 * flags, so there a payment is a renewal if it was made long after the earliest, and pays from the end of those before it if
 * it was made near that end.
 */
const paidFor = (sql: Sql, { chargeId, userId, payload, paidAt, isFirstRecurring }: StarCharge) => {
  const at = fromEpochMs(sql, paidAt);
  return sql`
  invoice as materialized (
    select i.payload, i.period_seconds, i.price_cents, i.price_stars, o.reference, o.kind,
      o.user_id, o.open_channel_id, o.tier_name, o.tier_days, o.amount_cents, o.price_stars as order_stars,
      i.period_seconds is not null and o.user_id = ${userId} as is_own_subscription, p.others_until, p.concluded_until,
      coalesce(${isFirstRecurring ?? null}::boolean, p.first_at is null or ${at} < p.first_at + half_period) as is_first,
      case when ${at} between p.ended_before - ${sql.unsafe(NEAR_THE_END)} and p.ended_before + ${sql.unsafe(NEAR_THE_END)}
        then p.ended_before else ${at} end as begins_at,
      coalesce(t.is_taken, false) as is_taken, coalesce(t.is_by_first, false) as is_by_first
    from star_invoices i join orders o on o.reference = i.order_reference
      cross join lateral (select i.period_seconds * interval '0.5 seconds' as half_period) h
      cross join lateral (
        select min(c.paid_at) filter (where is_other) as first_at, max(c.subscription_until) filter (where is_other) as others_until,
          max(c.subscription_until) filter (where is_other and c.paid_at < ${at}) as ended_before,
          max(c.subscription_until) filter (where not is_other) as concluded_until
        from star_charges c, lateral (select c.charge_id <> ${chargeId} as is_other) x
        where c.payload = i.payload and c.user_id = ${userId}) p
      left join lateral (
        select true as is_taken, bool_or(c.is_first_recurring and (c.provider_charge_id is not null
          or c.refunded_at is null and ${at} between c.paid_at - half_period and c.paid_at + half_period)) as is_by_first
        from star_charges c
        where c.order_reference = o.reference and c.user_id = ${userId} and c.charge_id <> ${chargeId} having count(*) > 0) t on true
    where i.payload = ${payload}),
  paid_for as materialized (
    select *, is_own_subscription and is_taken and not (is_first and is_by_first) as is_apart from invoice),`;
};

/**
 * The payment itself, once. Telegram's own words replace what was concluded without them. A renewal's order stays the one
 * that it was given first.
 */
const recorded = (sql: Sql, charge: StarCharge, { isRecovered, newReference }: Recording) => {
  const { chargeId, userId, stars, payload, providerChargeId, paidAt, isRecurring, subscriptionUntil } =
    charge;
  const isTold = isRecurring !== undefined;
  const told = (column: string) =>
    sql`${sql(column)} = ${isTold ? sql`excluded.${sql(column)}` : sql`c.${sql(column)}`}`;
  return sql`
    charge as (
      insert into star_charges as c (charge_id, user_id, stars, payload, provider_charge_id, order_reference, is_recurring,
        is_first_recurring, subscription_until, paid_at, is_recovered)
      select ${chargeId}, ${userId}, ${stars}, ${payload}, ${providerChargeId ?? null},
        case when f.is_apart then ${newReference} else f.reference end,
        coalesce(${isRecurring ?? null}::boolean, f.period_seconds is not null),
        coalesce(${charge.isFirstRecurring ?? null}::boolean, f.period_seconds is not null and f.is_first, false),
        coalesce(${fromEpochMs(sql, subscriptionUntil ?? null)},
          case when f.is_first then ${fromEpochMs(sql, paidAt)} else f.begins_at end + f.period_seconds * interval '1 second'),
        ${fromEpochMs(sql, paidAt)}, ${isRecovered}
      from (select) as always left join paid_for f on true
      on conflict (charge_id) do update set provider_charge_id = coalesce(c.provider_charge_id, excluded.provider_charge_id),
        order_reference = coalesce(c.order_reference, excluded.order_reference), ${told('is_recurring')}, ${told('is_first_recurring')}, ${told('paid_at')},
        ${subscriptionUntil == null ? sql`subscription_until = c.subscription_until` : told('subscription_until')}
      returning *),`;
};

/** When the period began that a renewal `c` pays for, by the period of its invoice `f`, in epoch milliseconds. */
const periodBegan = (sql: Sql) => sql`
  case when c.is_recurring and not c.is_first_recurring
    then ${epochMs(sql, sql`c.subscription_until - f.period_seconds * interval '1 second'`)} end`;

/**
 * Keeps the order of a new payment open: what would close it at this moment compares its version, and looks again.
 */
const kept = (sql: Sql) => sql`
  kept as (
    update orders o set version = o.version + 1 from charge c
    where o.reference = c.order_reference and not exists (select from payments p where p.payment_id = c.payment_id)),`;

/**
 * The order of a renewal: what the first order was for, at its price. An unpaid order for the same makes way for it, but not one
 * with a payment that isn't judged yet: there is one open order for the same, so the renewal waits for that.
 */
const renewed = (sql: Sql, { userId }: StarCharge, { newReference }: Recording) => sql`
  renewing as materialized (
    select f.* from charge c, paid_for f where c.order_reference = ${newReference}),
  cancelled as (
    update orders set state = 'cancelled', version = version + 1
    where state = 'open' and (reference, version) in (
      select o.reference, o.version from orders o, renewing f
      where o.kind = f.kind and (o.user_id, o.open_channel_id, o.tier_name, o.tier_days, o.amount_cents)
        = (f.user_id, f.open_channel_id, f.tier_name, f.tier_days, f.amount_cents) and not ${hasUnjudged(sql)})
    returning reference),
  told as (${toldCancelled(sql, userId, correlationId() ?? null)}),
  ordered as (
    insert into orders (reference, kind, user_id, open_channel_id, tier_name, tier_days, amount_cents, price_stars, correlation_id)
    select ${newReference}, f.kind, f.user_id, f.open_channel_id, f.tier_name, f.tier_days, f.amount_cents, f.order_stars,
      ${correlationId() ?? null}
    from renewing f, (select count(*) from cancelled) as closed),`;

/**
 * Records a payment in Stars in one statement, with the order that a renewal makes, and until when its subscription is paid.
 * A repeat returns what was recorded. Throws `Unavailable` if a renewal has to wait until another payment is judged.
 */
export async function recordCharge(
  database: Database,
  charge: StarCharge,
  recording: Recording,
): Promise<RecordedCharge> {
  const written = database.query(
    (sql) => sql<RecordedCharge[]>`
      with ${paidFor(sql, charge)}
      ${recorded(sql, charge, recording)}
      ${kept(sql)}
      ${renewed(sql, charge, recording)}
      subscribed as (${subscribed(sql)}),
      looked as (${checked(sql)})
      select c.payment_id as "paymentId", c.order_reference as reference, c.user_id as "userId", c.stars, c.payload,
        f.price_cents as "priceCents", f.price_stars as "priceStars", c.refunded_at is not null as "isRefunded",
        ${periodBegan(sql)} as "periodBeganAt"
      from charge c left join paid_for f on true`,
  );
  const [row] = await written.catch((error: unknown) => {
    if (isUniqueViolation(error)) throw new Unavailable('another payment of this buyer is not judged yet');
    throw error;
  });
  if (row === undefined) throw new Error('an upsert returned nothing');
  return row;
}
