import type { Sql } from '../connection/options';

/** True for a payment `p` that was seen and has not ended. */
export const isUnderWay = (sql: Sql) => sql`p.payment_status in ('confirming', 'confirmed', 'sending')`;

/** True if what an order `o` is for can still be had in its channel `c` for as little. */
export const isStillOffered = (sql: Sql) => sql`
  (o.kind = 'donation' or (c.closed_channel_id is not null and exists (
    select from tiers t where t.open_channel_id = o.open_channel_id
      and t.days >= o.tier_days and t.price_cents <= o.amount_cents)))`;

/** True if an order `o` may be paid: it is open, or it was closed and a part of its price came anyway. */
export const mayBePaid = (sql: Sql) => sql`
  (o.state = 'open' or (o.state in ('cancelled', 'refused') and o.received_cents > 0))`;
