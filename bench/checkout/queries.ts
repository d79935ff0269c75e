import type postgres from 'postgres';

/**
 * A busy shop is one whose buyers confirm 20 payments in each second, as in the first minute after an offer in a channel with a
 * million subscribers. Over a day, that would be 1.7 million sales.
 */
const BUSY_PER_SECOND = 20;
/** Five times that. */
export const QUERIES_PER_SECOND = 5 * BUSY_PER_SECOND;

export const SHOP_OWNER_ID = 7001;
const ORDERS = 2_000;
const STARS = 250;
const FIRST_BUYER_ID = 3_000_000;
const FIRST_UPDATE_ID = 800_000_000;
const SELLING = -1002000000001;
const PAUSED = -1002000000002;
const STOPPED = -1002000000003;
/** Added to the id of a public channel for that of its private one. */
const PRIVATE = -1_000_000_000;

/** One in ten orders is like this; the other half is good. */
const SETTLED = 5;
const CANCELLED = 6;
const IN_PAUSED = 7;
const BANNED = 8;
const IN_STOPPED = 9;

/** Fills a database with the orders that the queries are about, and their invoices in Stars. */
export async function fillShop(sql: postgres.Sql): Promise<void> {
  for (const id of [SELLING, PAUSED, STOPPED])
    await sql`
      insert into channels (open_channel_id, closed_channel_id, title, owner_user_id, paused_at)
      values (${id}, ${id + PRIVATE}, 'Alpha Signals', ${SHOP_OWNER_ID}, case when ${id === PAUSED} then now() end)`;
  await sql`
    insert into bot_chats (chat_id, title, status, rights, promoted_by, changed_at)
    values (${STOPPED + PRIVATE}, 'Alpha Signals VIP', 'left', '{}', ${SHOP_OWNER_ID}, now())`;
  await sql`
    insert into orders (reference, kind, state, user_id, open_channel_id, tier_name, tier_days, amount_cents, price_stars,
      payment_id, settled_at)
    select 'S' || lpad(i::text, 21, '0'), 'subscription',
      case i % 10 when ${SETTLED}::int then 'settled' when ${CANCELLED}::int then 'cancelled' else 'open' end,
      ${FIRST_BUYER_ID}::bigint + i,
      case i % 10 when ${IN_PAUSED}::int then ${PAUSED}::bigint when ${IN_STOPPED}::int then ${STOPPED}::bigint
        else ${SELLING}::bigint end,
      'Month', 30, 500, ${STARS}, case i % 10 when ${SETTLED}::int then i end,
      case i % 10 when ${SETTLED}::int then now() end
    from generate_series(0, ${ORDERS - 1}::int) as i`;
  await sql`
    insert into bans (open_channel_id, user_id, reason, banned_by)
    select open_channel_id, user_id, 'spam', ${SHOP_OWNER_ID} from orders
    where kind = 'subscription' and (user_id - ${FIRST_BUYER_ID}) % 10 = ${BANNED}`;
  await sql`
    insert into star_invoices (payload, order_reference, price_stars, price_cents)
    select 's1_' || lpad((user_id - ${FIRST_BUYER_ID})::text, 32, '0'), reference, price_stars, amount_cents
    from orders where price_stars is not null`;
  await sql`analyze`;
}

/** What a query asks for: mostly what it should. */
const VARIANTS = ['own', 'own', 'own', 'own', 'other user', 'other price', 'other payload'] as const;

export interface CheckoutQuery {
  readonly id: string;
  /** What Telegram posts. */
  readonly body: string;
  /** True if its order is this buyer's, this price, open and on sale. */
  readonly mayPay: boolean;
}

/** The query with this number. Each has an update of its own. */
export function queryAt(number: number): CheckoutQuery {
  const order = number % ORDERS;
  const variant = VARIANTS[Math.floor(number / 10) % VARIANTS.length];
  const id = String(4_382_000_000_000_000_000n + BigInt(number));
  const buyerId = FIRST_BUYER_ID + order + (variant === 'other user' ? 1 : 0);
  const named = variant === 'other payload' ? 'x' : String(order);
  const update = {
    update_id: FIRST_UPDATE_ID + number,
    pre_checkout_query: {
      id,
      from: { id: buyerId, is_bot: false, first_name: 'Dana', username: 'dana', language_code: 'en' },
      currency: 'XTR',
      total_amount: variant === 'other price' ? STARS - 1 : STARS,
      invoice_payload: `s1_${named.padStart(32, '0')}`,
    },
  };
  return { id, body: JSON.stringify(update), mayPay: variant === 'own' && order % 10 < SETTLED };
}
