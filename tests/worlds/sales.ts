import type { OpenChannelId } from '../../shared/domain/common/ids';
import type { Database } from '../../shared/database/connection/pool';
import type { Sql } from '../../shared/database/connection/options';
import { quartersOf } from '../../shared/database/reports/figures/mark-history';

export interface GeneratedSales {
  readonly openChannelId: OpenChannelId;
  readonly orders: number;
  /** The same seed makes the same sales, in relation to the database's clock. */
  readonly seed: number;
  /** How many days the sales go back. Recent days have more of them. */
  readonly days: number;
  /** Orders and users are numbered from here, so that several channels can be filled. */
  readonly after?: number;
}

/** Names that must do no harm in a spreadsheet and must stay in one cell. */
export const TIER_NAMES = ['Gold', '=HYPERLINK("https://x.example";"Pay")', '+1, "and"\nmore', '@SUM(A1:A9)'];
const COINS = ['btc', 'eth', 'usdttrc20', 'usdcsol', 'ltc', 'ton'];

/** Fills the table `made` with random facts about each order. */
async function draw(sql: Sql, { orders, seed, days, after = 0 }: GeneratedSales): Promise<void> {
  const users = Math.ceil(orders / 6);
  // A random number from 0 to 1 for each row and each fact.
  await sql.unsafe(`
    create or replace function chance(n bigint, what text) returns float8 language sql immutable parallel safe as
      $$ select (hashtextextended(what || n, ${seed}) & 1048575) / 1048576.0 $$;
    create or replace function prolonged(until timestamptz, at timestamptz, days int) returns timestamptz
      language sql immutable as $$ select greatest(coalesce(until, at), at) + days * interval '24 hours' $$;
    create or replace aggregate fold_days(timestamptz, int) (sfunc = prolonged, stype = timestamptz)`);
  await sql`
    create temp table made as
    select n, case n % 64 when 0 then '-' else '0' end || lpad(n::text, 21, '0') as reference,
      500000 + ${after} + (chance(n, 'user') * ${users})::bigint as user_id,
      case when chance(n, 'kind') < 0.3 then 'donation' else 'subscription' end as kind,
      1 + floor(chance(n, 'tier') * ${TIER_NAMES.length})::int as tier,
      case when chance(n, 'state') < 0.1 then 'open' when chance(n, 'state') < 0.2 then 'cancelled'
        when chance(n, 'state') < 0.94 then 'settled' else 'refunded' end as state,
      app_now() - power(chance(n, 'age'), 2) * ${days} * interval '1 day' as settled_at,
      ${sql.json(COINS)}::jsonb ->> floor(chance(n, 'coin') * ${COINS.length})::int as coin
    from generate_series(${after + 1}::bigint, ${after + orders}::bigint) n`;
}

/** A gift is what came, more or less than typed; a subscription at most its price. The previous release kept neither. */
async function makeOrders(sql: Sql, { openChannelId }: GeneratedSales): Promise<void> {
  await sql`
    insert into orders (reference, kind, state, user_id, open_channel_id, tier_name, tier_days, amount_cents,
      received_cents, income_cents, payment_id, created_at, settled_at)
    select reference, kind, state, user_id, ${openChannelId},
      case kind when 'subscription' then (${sql.json(TIER_NAMES)}::jsonb ->> tier - 1) || case state when 'open' then n::text else '' end end,
      case kind when 'subscription' then tier * 10 end, asked.cents, 0,
      case when state in ('settled', 'refunded') and chance(n, 'release') < 0.8 then floor(asked.cents *
        case kind when 'donation' then 0.2 + 1.5 * chance(n, 'came') else least(1, 0.6 + chance(n, 'came')) end) end,
      case when state in ('settled', 'refunded') then n end, settled_at - chance(n, 'wait') * interval '1 hour',
      case when state in ('settled', 'refunded') then settled_at end
    from made, lateral (
      select case kind when 'subscription' then tier * 999 else 500 + (chance(n, 'gift') * 20000)::int end as cents) asked`;
}

/**
 * Adds one payment for each paid order, and sometimes a second one that the owner credited, or one more donation. What
 * some of those were worth is unknown, was typed by the owner, or was kept by the previous release only as proven.
 */
async function makePayments(sql: Sql): Promise<void> {
  await sql`
    insert into payments (payment_id, order_reference, payment_status, seen, price_amount, price_currency, pay_amount,
      actually_paid, pay_currency, proven_cents, received_cents, settles, standing, first_seen_at, refunded_at, updated_at)
    select n, m.reference, case m.state when 'refunded' then 'refunded' else 'finished' end, '["finished"]',
      amount_cents / 100.0, 'usd', 0.5, 0.5, m.coin, amount_cents, income_cents, true, m.state, m.settled_at,
      case m.state when 'refunded' then least(app_now(), m.settled_at + chance(n, 'back') * interval '20 days') end,
      case m.state when 'refunded' then least(app_now(), m.settled_at + chance(n, 'back') * interval '20 days')
        else m.settled_at end
    from made m join orders using (reference) where m.state in ('settled', 'refunded')`;
  await sql`
    insert into payments (payment_id, order_reference, payment_status, seen, price_amount, price_currency, pay_amount,
      actually_paid, pay_currency, proven_cents, received_cents, typed_cents, exception, standing, decision, decided_on,
      first_seen_at, credited_at, refunded_at, updated_at)
    select 10000000 + n, m.reference, 'partially_paid', '["partially_paid"]', amount_cents / 100.0, 'usd',
      0.7, 0.1 + chance(n, 'part'), m.coin, case when kept = 'proven' then worth else 0 end, case when kept = 'received' then worth end,
      case when kept = 'typed' then worth end, 'repeated', case when is_back then 'refunded' else 'credited' end, decision,
      case when decision is not null then '' end, m.settled_at, e.at, case when is_back then e.back end, case when is_back then e.back else e.at end
    from made m join orders o using (reference), lateral (
      select least(app_now(), m.settled_at + interval '5 hours') as at, least(app_now(), m.settled_at + interval '29 hours') as back, chance(n, 'back') < 0.2 as is_back,
        1 + floor(amount_cents * chance(n, 'part'))::int as worth,
        case when o.kind = 'subscription' or chance(n, 'asked') < 0.3 then 'credit' end as decision,
        (array['received', 'received', 'typed', 'proven', 'unknown'])[1 + floor(chance(n, 'kept') * 5)::int] as kept) e
    where m.state = 'settled' and chance(n, 'extra') < 0.02`;
}

async function makeAccess(sql: Sql, { openChannelId }: GeneratedSales): Promise<void> {
  await sql`
    insert into subscriptions (open_channel_id, user_id) select distinct ${openChannelId}::bigint, user_id from made
    where kind = 'subscription'`;
  await sql`
    insert into extensions (order_reference, payment_id, open_channel_id, user_id, days, granted_at, revoked_at)
    select m.reference, null, ${openChannelId}::bigint, m.user_id, m.tier * 10, m.settled_at, p.refunded_at
    from made m join payments p on p.payment_id = m.n where kind = 'subscription'
    union all
    select m.reference, p.payment_id, ${openChannelId}::bigint, m.user_id, 1 + m.tier, p.credited_at, null
    from made m join payments p on p.payment_id = 10000000 + m.n where kind = 'subscription'`;
  await sql`
    update subscriptions s set paid_until = e.until
    from (select user_id, fold_days(granted_at, days order by granted_at) as until
      from extensions where open_channel_id = ${openChannelId} and revoked_at is null group by 1) e
    where s.open_channel_id = ${openChannelId} and s.user_id = e.user_id`;
}

async function makePeople(sql: Sql, { openChannelId, after = 0 }: GeneratedSales): Promise<void> {
  await sql`
    insert into members (open_channel_id, user_id, status, origin)
    select ${openChannelId}::bigint, user_id, case when paid_until > app_now() then 'member' else 'left' end, 'admitted'
    from subscriptions where open_channel_id = ${openChannelId} and paid_until is not null and chance(user_id, 'in') < 0.9
    union all select ${openChannelId}::bigint, 400000 + ${after} + n, 'member', 'before' from generate_series(1, 50) n`;
  await sql`
    insert into chats (chat_id, username) select distinct user_id, 'user_' || user_id from made
    where chance(user_id, 'name') < 0.7`;
}

/**
 * Fills a channel with all kinds of sales in a few statements: open, cancelled, settled and refunded orders, credited
 * payments, buyers who renew early, late or never, and members with and without a subscription.
 */
export async function generateSales(database: Database, sales: GeneratedSales): Promise<void> {
  await database.query((pool) =>
    pool.begin(async (transaction) => {
      const sql = transaction as unknown as Sql;
      // Foreign keys aren't checked, because that takes longer than everything else and the rows fit together.
      await sql`set local session_replication_role = replica`;
      await sql`set local statement_timeout = 0`;
      await sql`
        insert into channels (open_channel_id, title, owner_user_id) values (${sales.openChannelId}, 'Signals', 7001)
        on conflict do nothing`;
      await draw(sql, sales);
      await makeOrders(sql, sales);
      await makePayments(sql);
      await makeAccess(sql, sales);
      await makePeople(sql, sales);
      // The triggers that mark what figures count don't run either.
      await sql`insert into figure_marks ${quartersOf(sql, sql`select ${sales.openChannelId}::bigint as open_channel_id`)}`;
      await sql`drop table made`;
    }),
  );
  // Nor do those that list members.
  await database.query((sql) => sql`call list_earlier_members()`);
}
