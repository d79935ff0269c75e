import type { Sql } from '../connection/options';

/** True for a payment `p` that has been under way for a week, so it no longer holds up its buyer. */
export const isHanging = (sql: Sql) => sql`
  (p.hanging_since is not null and p.payment_status in ('unknown', 'waiting', 'confirming', 'confirmed', 'sending'))`;

/** True for a payment `p` that was seen, has not ended and does not hang. */
export const isUnderWay = (sql: Sql) => sql`
  (p.payment_status in ('confirming', 'confirmed', 'sending') and not ${isHanging(sql)})`;

/** True if what an order `o` is for can still be had in its channel `c` for as little. */
export const isStillOffered = (sql: Sql) => sql`
  (o.kind = 'donation' or (c.closed_channel_id is not null and exists (
    select from tiers t where t.open_channel_id = o.open_channel_id
      and t.days >= o.tier_days and t.price_cents <= o.amount_cents)))`;

/** True if an order `o` may be paid: it is open, or it was closed and a part of its price came anyway. */
export const mayBePaid = (sql: Sql) => sql`
  (o.state = 'open' or (o.state in ('cancelled', 'refused') and o.received_cents > 0))`;
