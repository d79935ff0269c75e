import type { Fragment, Sql } from '../connection/options';

/**
 * The value in cents of a payment `p` that its owner credited separately. Must agree with `worthOf`: its own price in
 * dollars, in full if it finished, otherwise in proportion to what was paid, rounded down.
 */
export const worthCents = (sql: Sql): Fragment => sql`
  case when p.price_currency is distinct from 'usd' or p.price_amount is null then 0
    when p.seen ? 'finished' then floor(p.price_amount * 100)
    when p.pay_amount > 0 and p.actually_paid > 0
      then div(floor(p.price_amount * 100) * least(p.actually_paid, p.pay_amount), p.pay_amount)
    else 0 end::bigint`;

/** True if a payment `p` was credited beside its order `o`: as days of its own, or as one more donation. */
const isCreditedSeparately = (sql: Sql): Fragment => sql`
  (p.decision = 'credit' and not p.settles and p.standing in ('credited', 'refunded') and o.settled_at is not null)`;

/** When it was credited, but not before its order was paid, because until then it only counts toward the order. */
const creditedAt = (sql: Sql): Fragment => sql`greatest(coalesce(p.credited_at, p.updated_at), o.settled_at)`;

/** When a payment `p` was refunded. */
const refundedAt = (sql: Sql): Fragment => sql`coalesce(p.refunded_at, p.updated_at)`;

/**
 * Selects the payments of a channel that were credited separately or refunded: `credited_cents` at `credited_at`, and
 * `refunded_cents` at `refunded_at`, each `null` if it does not apply. A refund is never more than what was counted:
 * if several payments paid for an order, their refunds add up to its amount. With `since`, selects at least those
 * that were credited or refunded since then.
 */
export const revisedPayments = (sql: Sql, openChannelId: number, since?: Fragment): Fragment => sql`
  select p.payment_id, p.pay_currency, o.reference, o.kind, o.tier_name, o.tier_days,
    case when ${isCreditedSeparately(sql)} then ${worthCents(sql)} end as credited_cents,
    case when ${isCreditedSeparately(sql)} then ${creditedAt(sql)} end as credited_at,
    case when p.standing <> 'refunded' or o.settled_at is null then null
      when ${isCreditedSeparately(sql)} then ${worthCents(sql)}
      when p.settles then s.refunded_cents end as refunded_cents,
    case when p.standing = 'refunded' and o.settled_at is not null and (${isCreditedSeparately(sql)} or p.settles)
      then ${refundedAt(sql)} end as refunded_at
  from payments p join orders o on o.reference = p.order_reference
    left join lateral (
      select case when nth = of then o.amount_cents else least(o.amount_cents, so_far) end
        - least(o.amount_cents, so_far - proven_cents) as refunded_cents
      from (
        select q.payment_id, q.proven_cents, count(*) over () as of,
          row_number() over refunds as nth, sum(q.proven_cents) over refunds as so_far
        from payments q where q.order_reference = o.reference and q.settles
        window refunds as (order by q.standing <> 'refunded', coalesce(q.refunded_at, q.updated_at), q.payment_id)) q
      where q.payment_id = p.payment_id) s on p.settles and p.standing = 'refunded'
  where (p.decision = 'credit' or p.standing = 'refunded') and o.open_channel_id = ${openChannelId}
    ${since === undefined ? sql`` : sql`and p.updated_at >= ${since}`}`;
