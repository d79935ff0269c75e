import { MONEY } from '../../domain/payments/payment';
import type { Sql } from '../connection/options';
import { EVERY_OWNER } from '../../domain/owner/allowed-owners';
import { isOwnerOfStars } from '../common/channel-roles';
import { broughtStars } from './income';

const statuses = Object.entries(MONEY);

/** A list, because the planner knows how many payments have each status. */
const says = (sql: Sql, what: 'isSeen' | 'hasEnded') =>
  sql`(p.payment_status in ${sql(statuses.filter(([, money]) => money[what]).map(([status]) => status))})`;

/** True for a payment `p` whose money was seen, whatever became of it. */
export const isMoneySeen = (sql: Sql) => sql`(${says(sql, 'isSeen')} or coalesce(p.actually_paid, 0) > 0)`;

/** True if a payment of an order `o` is recorded and not judged yet. It settles the order within seconds, unless a process died. */
export const hasUnjudged = (sql: Sql) => sql`
  exists (select from star_charges x where x.order_reference = o.reference and x.refunded_at is null
    and not exists (select from payments y where y.payment_id = x.payment_id))`;

/** True for a payment `p` that has been under way for a week, so that it no longer holds up its buyer. */
export const isHanging = (sql: Sql) => sql`(p.hanging_since is not null and not ${says(sql, 'hasEnded')})`;

/** True if an order `o` has a payment that has been under way for a week, and may still arrive. */
export const hasHanging = (sql: Sql) => sql`
  exists (select from payments p where p.order_reference = o.reference and p.standing <> 'refunded' and ${isHanging(sql)})`;

/** True for a payment `p` whose money was seen, that has not ended and does not hang. */
export const isUnderWay = (sql: Sql) => sql`
  (${isMoneySeen(sql)} and not ${says(sql, 'hasEnded')} and p.hanging_since is null)`;

/** True if what an order `o` is for can still be had in its channel `c` for as little. */
export const isStillOffered = (sql: Sql) => sql`
  (o.kind = 'donation' or (c.closed_channel_id is not null and exists (
    select from tiers t where t.open_channel_id = o.open_channel_id
      and t.days >= o.tier_days and t.price_cents <= o.amount_cents)))`;

/** True for a donation `o` in Stars. What it is in dollars is only a column that earlier releases need. */
export const isGiftOfStars = (sql: Sql) => sql`(o.kind = 'donation' and o.price_stars is not null)`;

/** True if an order `o` may be invoiced in dollars: it is open, or it was closed and a part of its price came anyway. */
export const mayBePaid = (sql: Sql) => sql`
  ((o.state = 'open' or (o.state in ('cancelled', 'refused') and o.received_cents > 0)) and not ${isGiftOfStars(sql)})`;

/**
 * True if a payment of an invoice `i` expired and none of it is alive. The invoice itself has no end. A
 * payment that does not name its invoice is known by its price.
 */
const isInvoiceExpired = (sql: Sql) => sql`
  exists (select from payments p where p.order_reference = i.order_reference
    and coalesce(p.invoice_id = i.invoice_id, p.price_amount * 100 = i.price_cents) having bool_or(p.payment_status = 'expired')
    and bool_and(p.payment_status in ('expired', 'failed')))`;

/** Selects the invoice for what remains of an order `o` now. */
export const currentInvoice = (sql: Sql) => sql`
  select i.invoice_url from invoices i where i.order_reference = o.reference
    and i.price_cents = o.amount_cents - o.received_cents and i.is_rest = (o.received_cents > 0) and not ${isInvoiceExpired(sql)}
  order by i.created_at desc limit 1`;

/** True if a part of an unpaid order `o` came in Stars. */
const isPartInStars = (sql: Sql) => sql`
  (o.state not in ('settled', 'refunded') and o.received_cents > 0 and exists (
    select from payments p where p.order_reference = o.reference and ${broughtStars(sql, sql`p`)}
      and p.standing in ('parked', 'credited')))`;

/** What an unpaid order `o` with a price in Stars has to be paid in, or what a paid one was; null if its buyer chooses. */
const paidIn = (sql: Sql) => sql`
  case when o.income_stars is not null or ${isPartInStars(sql)} then 'xtr'
    when o.income_cents is not null or o.received_cents > 0 then 'usd'
    when o.kind = 'donation' then 'xtr' end`;

/**
 * The price of an order `o` in Stars, as a JSON object of the type `StarPrice`. Empty if Stars can't pay it, or if its buyer could
 * choose them and the owner of its channel `c` isn't among those that take Stars.
 */
export const starPrice = (sql: Sql, starsFor = EVERY_OWNER) => sql`
  (select case when o.price_stars is null or paid.currency is null and not ${isOwnerOfStars(sql, starsFor)} then '{}'::jsonb
    else jsonb_build_object('priceStars', o.price_stars, 'paidIn', paid.currency) end
  from (select ${paidIn(sql)} as currency) paid)`;
