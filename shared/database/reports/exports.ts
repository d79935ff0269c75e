import type { ExportedRows, ExportName } from '../../domain/reports/exports';
import { grantedDays } from '../access/access-history';
import { isPayerShown } from '../common/shown-payer';
import { orderIncomeCents, revisedPayments } from '../payments/income';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';

const orders = (sql: Sql, openChannelId: number): Fragment => sql`
  select o.reference, o.kind, o.state, case when ${isPayerShown(sql)} then o.user_id end as "userId",
    case when ${isPayerShown(sql)} then h.username end as username, o.tier_name as "tierName",
    o.tier_days as "tierDays", o.amount_cents as "amountCents", p.pay_currency as coin, o.payment_id as "paymentId",
    o.created_at as "createdAt", o.settled_at as "settledAt",
    case when o.settled_at is null then nullif(o.received_cents, 0) else ${orderIncomeCents(sql)} end as "receivedCents"
  from orders o left join payments p on p.payment_id = o.payment_id left join chats h on h.chat_id = o.user_id
  where o.open_channel_id = ${openChannelId}
  order by o.created_at desc, o.reference`;

const payments = (sql: Sql, openChannelId: number): Fragment => sql`
  with revised as materialized (${revisedPayments(sql, openChannelId)})
  select p.payment_id as "paymentId", p.order_reference as reference, p.payment_status as "paymentStatus", p.exception,
    p.standing, p.pay_currency as coin, trim_scale(p.pay_amount)::text as "payAmount",
    trim_scale(p.actually_paid)::text as "actuallyPaid", trim_scale(p.price_amount)::text as "priceAmount",
    p.price_currency as "priceCurrency", trim_scale(p.outcome_amount)::text as "outcomeAmount",
    p.outcome_currency as "outcomeCurrency", least(p.proven_cents, p.received_cents) as "provenCents", p.decision,
    r.credited_cents as "creditedCents", r.credited_at as "creditedAt", r.refunded_cents as "refundedCents",
    r.refunded_at as "refundedAt", p.first_seen_at as "firstSeenAt"
  from orders o join payments p on p.order_reference = o.reference left join revised r on r.payment_id = p.payment_id
  where o.open_channel_id = ${openChannelId}
  order by p.first_seen_at desc, p.payment_id`;

/** Leaves out users who only opened an order. They have a subscription as well, but no days and no membership. */
const members = (sql: Sql, openChannelId: number): Fragment => sql`
  with known as (
    select user_id, m.status, m.origin, coalesce(g.days, 0)::int as days, g.first_at
    from (
        select user_id, sum(days) filter (where revoked_at is null) as days, min(granted_at) as first_at
        from (${grantedDays(sql, openChannelId)}) d group by user_id) g
      full join (select * from members where open_channel_id = ${openChannelId}) m using (user_id))
  select k.user_id as "userId", h.username, k.status, k.origin, s.paid_until as "paidUntil", k.days as "daysGranted",
    k.first_at as "firstGrantedAt", s.removed_at as "removedAt", c.grace_hours as "graceHours", app_now() as now
  from known k join channels c on c.open_channel_id = ${openChannelId}
    left join subscriptions s on s.open_channel_id = c.open_channel_id and s.user_id = k.user_id
    left join chats h on h.chat_id = k.user_id
  order by s.paid_until desc nulls last, k.user_id`;

const STATEMENTS = { orders, payments, members };

/** Rows that are read at once. */
const BATCH = 2_000;

/**
 * Reads the rows of one of a channel's tables, newest first, in batches, so that only one batch is in memory. `take`
 * returns whether to continue. Each batch may take as long as a statement may.
 */
export async function readExport<Name extends ExportName>(
  database: Database,
  { name, openChannelId }: { readonly name: Name; readonly openChannelId: number },
  take: (rows: readonly ExportedRows[Name][]) => boolean,
): Promise<void> {
  await database.query((sql) =>
    sql<ExportedRows[Name][]>`${STATEMENTS[name](sql, openChannelId)} /* once */`.cursor(BATCH, (rows) =>
      take(rows) ? undefined : sql.CLOSE,
    ),
  );
}
