import type postgres from 'postgres';
import { CHANNEL_ID } from '../requests';

/** Orders that one statement adds. */
const AT_ONCE = 250_000;
/** How far the sales go back. Recent days have more of them. */
const AGE_DAYS = 1_000;

/** A number from 0 to 1 for each order and each fact, the same in every run. */
const CHANCE = `
  create or replace function chance(n bigint, what text) returns float8 language sql immutable parallel safe as
    $$ select (hashtextextended(what || n, 14) & 1048575) / 1048576.0 $$;
  create or replace function prolonged(until timestamptz, at timestamptz, days int) returns timestamptz
    language sql immutable as $$ select greatest(coalesce(until, at), at) + days * interval '24 hours' $$;
  create or replace aggregate fold_days(timestamptz, int) (sfunc = prolonged, stype = timestamptz)`;

/** Adds the orders with the numbers `from` to `to`, what paid for them, and what is kept of how they were handled. */
const addOrders = (sql: postgres.TransactionSql, from: number, to: number, buyers: number) => sql`
  with made as materialized (
    select n, 'S' || lpad(n::text, 21, '0') as reference, 2000000 + (chance(n, 'user') * ${buyers})::bigint as user_id,
      case when n % 10 < 3 then 'donation' else 'subscription' end as kind, 1 + n % 4 as tier,
      case when n % 5 = 0 then 'cancelled' when n % 50 = 1 then 'refunded' else 'settled' end as state,
      now() - age * (0.3 + 0.7 * age) * ${AGE_DAYS}::int * interval '1 day' as at
    from generate_series(${from}::bigint, ${to}::bigint) n, lateral (select chance(n, 'age') as age) a),
  ordered as (
    insert into orders (reference, kind, state, user_id, open_channel_id, tier_name, tier_days, amount_cents, received_cents,
      income_cents, payment_id, created_at, settled_at)
    select reference, kind, state, user_id, ${CHANNEL_ID}::bigint, case kind when 'subscription' then 'Tier ' || tier end,
      case kind when 'subscription' then tier * 10 end, tier * 999, 0, case when state <> 'cancelled' then tier * 990 end,
      case when state <> 'cancelled' then 10000000000 + n end, at - interval '1 hour', case when state <> 'cancelled' then at end
    from made),
  paid as (
    insert into payments (payment_id, order_reference, payment_status, seen, price_amount, price_currency, pay_amount,
      actually_paid, pay_currency, proven_cents, received_cents, settles, standing, first_seen_at, updated_at, refunded_at)
    select 10000000000 + n, reference, 'finished', '["finished"]', tier * 9.99, 'usd', 0.5, 0.5,
      (array['btc', 'eth', 'usdttrc20', 'usdcsol', 'ltc', 'ton'])[1 + n % 6], tier * 999, tier * 990, true, state, at, at,
      case state when 'refunded' then at end
    from made where state <> 'cancelled'),
  granted as (
    insert into extensions (order_reference, open_channel_id, user_id, days, granted_at, revoked_at)
    select reference, ${CHANNEL_ID}::bigint, user_id, tier * 10, at, case state when 'refunded' then at end
    from made where state <> 'cancelled' and kind = 'subscription'),
  handled as (
    insert into inbox (source, delivery_id, received_at, outcome, order_reference, payload)
    select 'nowpayments', 's' || n, at, 'settled', reference, '{}' from made where state <> 'cancelled')
  insert into outbox (kind, payload, idempotency_key, due_at, expires_at, delivered_at, created_at, order_reference)
  select 'send_message', '{"chatId": 1}', 's' || n, at, at + interval '3 days', at, at, reference from made`;

/** Adds the access that the orders paid for, and the users who have or had it. */
async function addPeople(sql: postgres.TransactionSql): Promise<void> {
  await sql`
    insert into subscriptions (open_channel_id, user_id, paid_until)
    select open_channel_id, user_id, fold_days(granted_at, days order by granted_at) filter (where revoked_at is null)
    from extensions group by 1, 2`;
  await sql`
    insert into members (open_channel_id, user_id, status, origin)
    select open_channel_id, user_id, case when paid_until > now() then 'member' else 'left' end, 'admitted' from subscriptions`;
  await sql`
    insert into chats (chat_id, username, language_code)
    select user_id, 'user_' || user_id, 'en' from subscriptions on conflict do nothing`;
}

/** Fills the channel of the bench with sales of three years. Triggers and foreign keys are not run, because that takes hours. */
export async function fillSales(
  sql: postgres.Sql,
  { orders, say }: { readonly orders: number; readonly say: (line: string) => void },
): Promise<void> {
  await sql.unsafe(CHANCE);
  for (let from = 1; from <= orders; from += AT_ONCE) {
    const to = Math.min(orders, from + AT_ONCE - 1);
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await addOrders(tx, from, to, Math.ceil(orders / 6));
    });
    say(`${to} of ${orders} orders`);
  }
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await addPeople(tx);
  });
  await sql`call list_earlier_members()`;
  await sql`update figure_progress set marked_through = -9223372036854775808`;
  await sql`vacuum (analyze)`;
}
