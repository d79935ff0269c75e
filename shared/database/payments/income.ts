import { RAIL_NAMES, railFacts } from '../../domain/common/rails';
import type { Fragment, Sql } from '../connection/options';

/** The rails that bring Stars. */
const IN_STARS = RAIL_NAMES.filter((rail) => railFacts(rail).currency === 'xtr');

/** True if a payment of the table `p` brought Stars, which are never counted in dollars. */
export const broughtStars = (sql: Sql, p: Fragment): Fragment => sql`${p}.rail in ${sql(IN_STARS)}`;

/** What came with a payment of the table `p`, in Stars. */
const cameStars = (sql: Sql, p: Fragment): Fragment => sql`coalesce(trunc(${p}.actually_paid), 0)::bigint`;

/** The name of what is counted in Stars: that of the same in dollars, and this. */
export const STARS_SUFFIX = '_xtr';

/** What a settled order `o` counts, in cents. An order that the previous release settled has only its price. */
export const orderIncomeCents = (sql: Sql): Fragment => sql`coalesce(o.income_cents, o.amount_cents)`;

/**
 * What came with a payment of the table `p`, in cents; 0 if its worth is unknown. What came is known better than what its
 * owner typed before it ended.
 *
 * A payment that only the previous release judged has no `received_cents`. It counts what it proved at a price of its
 * own order, so that no figure of an owner drops to 0 with a new release. That is never more than what came: a part
 * proved its share, and what came in a child or at another price proved nothing. Only a finished payment proved the
 * whole price even if less came, so it counts its share.
 */
const cameCents = (sql: Sql, p: Fragment): Fragment => sql`
  coalesce(${p}.received_cents, ${p}.typed_cents,
    case when ${p}.seen ? 'finished' and ${p}.actually_paid > 0 and ${p}.actually_paid < ${p}.pay_amount
      then div(${p}.proven_cents * ${p}.actually_paid, ${p}.pay_amount) else ${p}.proven_cents end)::bigint`;

/**
 * The income of a settled order `o` in each of its currencies: `amount`, in cents or in whole Stars, and the suffix of its line. An
 * order that Stars settled brought no dollars.
 */
const incomesOf = (sql: Sql): Fragment => sql`
  select '' as suffix, ${orderIncomeCents(sql)}::bigint as amount where coalesce(o.income_stars, 0) = 0 or o.income_cents > 0
  union all select ${STARS_SUFFIX}::text, o.income_stars where o.income_stars > 0`;

/** When a payment `p` was refunded. */
const refundedAt = (sql: Sql): Fragment => sql`coalesce(p.refunded_at, p.updated_at)`;

/**
 * True if a payment `p` counts beside its order `o`: as days of its own, or as one more donation. A donation's needs no
 * decision of the owner. What was refunded still counts on its day, unless it was refunded before it counted.
 */
const isCountedSeparately = (sql: Sql): Fragment => sql`
  (not p.settles and (o.kind = 'donation' or o.settled_at is not null) and (p.standing = 'credited'
    or (p.standing = 'refunded' and (p.decision is not distinct from 'credit' or p.credited_at is not null)
      and (o.kind = 'donation' or ${refundedAt(sql)} >= o.settled_at))))`;

/** When it was counted. Beside a subscription not before that was paid, because until then it counts toward the price. */
const creditedAt = (sql: Sql): Fragment => sql`
  greatest(coalesce(p.credited_at, p.updated_at), case o.kind when 'subscription' then o.settled_at end)`;

/**
 * The refunded part of the income of an order `o`, for each of its settling payments. The parts are refunded one after
 * the other, each at what came with it while that is left of the income, and the last one at all that is left. So they
 * never add up to more than the income, and to exactly the income once all are refunded.
 */
const refundedParts = (sql: Sql): Fragment => sql`
  select payment_id, case when nth = of then ${orderIncomeCents(sql)} else least(${orderIncomeCents(sql)}, so_far) end
    - least(${orderIncomeCents(sql)}, so_far - came_cents) as refunded_cents
  from (
    select payment_id, came_cents, count(*) over () as of, row_number() over refunds as nth,
      sum(came_cents) over refunds as so_far
    from (select *, ${cameCents(sql, sql`q`)} as came_cents from payments q
      where q.order_reference = o.reference and q.settles and not ${broughtStars(sql, sql`q`)}) q
    window refunds as (order by standing <> 'refunded', coalesce(refunded_at, updated_at), payment_id)) q`;

/** What a refund of the payment `p`, which settled its order `o` by Stars, took from its income. */
const refundedStars = (sql: Sql): Fragment => sql`
  select p.payment_id, null::bigint as refunded_cents, least(${cameStars(sql, sql`p`)}, o.income_stars) as refunded_stars
  where ${broughtStars(sql, sql`p`)}`;

/** True if a moment is in a period of the common table expression `c`. */
const isIn = (sql: Sql, moment: Fragment): Fragment => sql`(${moment} >= c.begins and ${moment} < c.ends)`;

/**
 * Selects at least the payments of a channel that were counted or refunded in the periods `stretches`, each kind by its index.
 * An `offset` keeps Postgres, which does not know the periods while it plans, from reading all payments.
 */
const revisedIn = (sql: Sql, openChannelId: number): Fragment => sql`
  select p.payment_id from stretches c cross join lateral (
    select payment_id from payments
    where standing = 'refunded' and ${isIn(sql, sql`coalesce(refunded_at, updated_at)`)} offset 0) p
  union
  select p.payment_id from stretches c cross join lateral (
    select payment_id from payments
    where standing in ('credited', 'refunded') and not settles and ${isIn(sql, sql`coalesce(credited_at, updated_at)`)} offset 0) p
  union
  select p.payment_id from stretches c cross join lateral (
    select reference from orders
    where open_channel_id = ${openChannelId} and ${isIn(sql, sql`settled_at`)} offset 0) o cross join lateral (
    select payment_id, standing from payments where order_reference = o.reference offset 0) p
  where p.standing in ('credited', 'refunded')`;

/**
 * Selects the payments of a channel that count beside their order or were refunded: `credited_cents` or `credited_stars` at
 * `credited_at`, and `refunded_cents` or `refunded_stars` at `refunded_at`, each `null` if it does not apply. A refund is never more
 * than what was counted. With `among`, which selects ids, only those of them.
 */
export const revisedPayments = (sql: Sql, openChannelId: number, among?: Fragment): Fragment => sql`
  select p.payment_id, p.pay_currency, o.kind, o.tier_name, o.tier_days,
    case when s.is_separate and not s.are_stars then ${cameCents(sql, sql`p`)} end as credited_cents,
    case when s.is_separate and s.are_stars then ${cameStars(sql, sql`p`)} end as credited_stars,
    case when s.is_separate then ${creditedAt(sql)} end as credited_at,
    case when p.standing <> 'refunded' or s.are_stars then null when s.is_separate then ${cameCents(sql, sql`p`)}
      else r.refunded_cents end::bigint as refunded_cents,
    case when p.standing <> 'refunded' or not s.are_stars then null when s.is_separate then ${cameStars(sql, sql`p`)}
      else r.refunded_stars end as refunded_stars,
    case when p.standing = 'refunded' and (s.is_separate or r.payment_id is not null)
      then ${refundedAt(sql)} end as refunded_at
  from orders o join payments p on p.order_reference = o.reference
    cross join lateral (select ${isCountedSeparately(sql)} as is_separate, ${broughtStars(sql, sql`p`)} as are_stars) s
    left join lateral (
      select * from (select *, null::bigint as refunded_stars from (${refundedParts(sql)}) r union all ${refundedStars(sql)}) r
      where r.payment_id = p.payment_id) r
      on p.settles and p.standing = 'refunded' and o.settled_at is not null
  where p.standing in ('credited', 'refunded') and o.open_channel_id = ${openChannelId}
    ${among === undefined ? sql`` : sql`and p.payment_id = any(array(${among}))`}`;

/** The suffix of a line whose amount in Stars is not null. */
const inStars = (sql: Sql, stars: Fragment): Fragment =>
  sql`case when ${stars} is null then '' else ${STARS_SUFFIX}::text end`;

/**
 * Common table expressions for the money of a channel in the periods `chosen`, and `stretches` of them. `money` has each income with its line: paid
 * orders, and payments that count beside an order, of which a donation's is one more donation. Its line `refunded` is
 * what was sent back. A line in Stars has a suffix, and whole Stars as its `cents`.
 */
export const moneyIn = (sql: Sql, openChannelId: number): Fragment => sql`
  revised as materialized (${revisedPayments(sql, openChannelId, revisedIn(sql, openChannelId))}),
  money as (
    select o.settled_at as at, o.kind || i.suffix as line, o.tier_name, o.tier_days,
      case when i.suffix = '' and not coalesce(${broughtStars(sql, sql`p`)}, false) then p.pay_currency end as coin, i.amount as cents
    from stretches c cross join lateral (
        select * from orders where open_channel_id = ${openChannelId} and ${isIn(sql, sql`settled_at`)} offset 0) o
      left join payments p on p.payment_id = o.payment_id
      cross join lateral (${incomesOf(sql)}) i
    union all
    select credited_at, case kind when 'donation' then kind else 'credited' end || ${inStars(sql, sql`credited_stars`)}, tier_name,
      tier_days, case when credited_stars is null then pay_currency end, coalesce(credited_cents, credited_stars)
    from revised join chosen c on c.quarter = quarter_of(credited_at) and ${isIn(sql, sql`credited_at`)}
    union all
    select refunded_at, 'refunded' || ${inStars(sql, sql`refunded_stars`)}, null, null, null, coalesce(refunded_cents, refunded_stars)
    from revised join chosen c on c.quarter = quarter_of(refunded_at) and ${isIn(sql, sql`refunded_at`)})`;
