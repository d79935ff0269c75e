import { FOR_EVER_DAYS } from '../../domain/common/for-ever';
import type { ExportedRows, ExportName } from '../../domain/reports/exports';
import { grantedDays } from '../access/access-history';
import { isPayerShown } from '../common/shown-payer';
import { placeTitle } from '../places/kinds';
import { keptByOthers } from '../places/known-places';
import { isGiftOfStars } from '../payments/order-conditions';
import { broughtStars, orderIncomeCents, revisedPayments } from '../payments/income';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';

/** Rows that are read at once. */
const BATCH = 2_000;

/** What the next batch begins after: the last row of the one before. */
type Last = Readonly<Record<string, unknown>> | undefined;

/** Common table expression with the next orders of a channel, newest first. Neither of the columns ever changes. */
const nextOrders = (sql: Sql, openChannelId: number, last: Last): Fragment => sql`
  next as materialized (
    select *, created_at::text as created from orders
    where open_channel_id = ${openChannelId} ${
      last === undefined
        ? sql``
        : sql`and created_at <= ${last['created'] as string}::text::timestamptz
            and (created_at < ${last['created'] as string}::text::timestamptz or reference > ${last['reference'] as string})`
    }
    order by created_at desc, reference limit ${BATCH})`;

/** Joins a row that is found by its key. An `offset` keeps Postgres from reading the whole table. */
const leftJoined = (sql: Sql, table: string, name: Fragment, found: Fragment): Fragment =>
  sql`left join lateral (select * from ${sql(table)} where ${found} offset 0) ${name} on true`;

const orders = (sql: Sql, openChannelId: number, last: Last): Fragment => sql`
  with ${nextOrders(sql, openChannelId, last)}
  select o.reference, o.kind, o.state, case when ${isPayerShown(sql)} then o.user_id end as "userId",
    case when ${isPayerShown(sql)} then h.username end as username, o.tier_name as "tierName",
    o.tier_days as "tierDays", case when not ${isGiftOfStars(sql)} then o.amount_cents end as "amountCents",
    o.price_stars as "priceStars", o.income_stars as "receivedStars", p.pay_currency as coin, o.payment_id as "paymentId",
    o.created_at as "createdAt", o.settled_at as "settledAt",
    case when o.settled_at is null then nullif(o.received_cents, 0)
      when o.income_stars is null or o.income_cents > 0 then ${orderIncomeCents(sql)} end as "receivedCents",
    o.created, true as "isRow"
  from next o ${leftJoined(sql, 'payments', sql`p`, sql`payment_id = o.payment_id`)}
    ${leftJoined(sql, 'chats', sql`h`, sql`chat_id = o.user_id`)}
  order by o.created_at desc, o.reference`;

/** The payments of the next orders. An order without any has one row that is not of the table, so that the next batch goes on after it. */
const payments = (sql: Sql, openChannelId: number, last: Last): Fragment => sql`
  with ${nextOrders(sql, openChannelId, last)},
  of_next as materialized (
    select p.* from next o cross join lateral (select * from payments where order_reference = o.reference offset 0) p),
  revised as materialized (${revisedPayments(sql, openChannelId, sql`select payment_id from of_next`)})
  select p.payment_id as "paymentId", o.reference, p.payment_status as "paymentStatus", p.exception,
    p.standing, p.pay_currency as coin, trim_scale(p.pay_amount)::text as "payAmount",
    trim_scale(p.actually_paid)::text as "actuallyPaid", case when not s.are_stars then trim_scale(p.price_amount)::text end as "priceAmount",
    case when not s.are_stars then p.price_currency end as "priceCurrency", trim_scale(p.outcome_amount)::text as "outcomeAmount",
    p.outcome_currency as "outcomeCurrency",
    case when not s.are_stars then least(p.proven_cents, p.received_cents) end as "provenCents", p.decision, p.rail,
    r.credited_cents as "creditedCents", r.credited_stars as "creditedStars", r.credited_at as "creditedAt",
    r.refunded_cents as "refundedCents", r.refunded_stars as "refundedStars",
    r.refunded_at as "refundedAt", p.first_seen_at as "firstSeenAt",
    o.created, p.payment_id is not null as "isRow"
  from next o left join of_next p on p.order_reference = o.reference cross join lateral (select ${broughtStars(sql, sql`p`)} as are_stars) s
    left join revised r on r.payment_id = p.payment_id
  order by o.created_at desc, o.reference, p.first_seen_at desc, p.payment_id`;

/** Where the user `u` is, in the places of the channel `c`. */
const placesOfUser = (sql: Sql): Fragment => sql`
  select count(*)::int as places, (count(*) filter (where a.status not in ('left', 'kicked')))::int as inside,
    string_agg(${placeTitle(sql)} || ': ' || coalesce(a.status, '?'), '; ' order by p.position, p.chat_id) as statuses
  from places p left join bot_chats b using (chat_id) left join place_access a on (a.chat_id, a.user_id) = (p.chat_id, u.user_id)
  where p.open_channel_id = c.open_channel_id and p.closed_at is null`;

/** Leaves out users who only opened an order. They have a subscription as well, but no days and no membership. */
const members = (sql: Sql, openChannelId: number, last: Last): Fragment => sql`
  with next as materialized (
    select user_id from listed_members where open_channel_id = ${openChannelId}
      ${last === undefined ? sql`` : sql`and user_id < ${last['userId'] as number}`}
    order by user_id desc limit ${BATCH}),
  shared as materialized (
    select exists (select from channels f join places p on p.chat_id = f.closed_channel_id and p.closed_at is null
      where f.open_channel_id = ${openChannelId} and p.open_channel_id <> f.open_channel_id) as is_shared)
  select k.user_id as "userId", h.username, m.status, m.origin, s.paid_until as "paidUntil", coalesce(g.days, 0)::int as "daysGranted",
    g.first_at as "firstGrantedAt", s.removed_at as "removedAt", c.grace_hours as "graceHours", app_now() as now,
    m.user_id is not null or g.first_at is not null as "isRow", w.places, w.inside as "insidePlaces", w.statuses,
    case when is_shared then (select max(k.stays_until) from (${keptByOthers(sql, {
      openChannelId,
      chatId: sql`t.chat_id`,
      userId: sql`u.user_id`,
    })}) k) end as "otherOffersUntil"
  from next k join channels c on c.open_channel_id = ${openChannelId}
    cross join lateral (select c.closed_channel_id as chat_id) t
    cross join lateral (select k.user_id) u
    cross join shared
    cross join lateral (${placesOfUser(sql)} offset 0) w
    cross join lateral (
      select sum(days) filter (where revoked_at is null and days < ${FOR_EVER_DAYS}::int) as days, min(granted_at) as first_at
      from (${grantedDays(sql, openChannelId)}) d where d.user_id = k.user_id offset 0) g
    ${leftJoined(sql, 'members', sql`m`, sql`open_channel_id = c.open_channel_id and user_id = k.user_id`)}
    ${leftJoined(sql, 'subscriptions', sql`s`, sql`open_channel_id = c.open_channel_id and user_id = k.user_id`)}
    ${leftJoined(sql, 'chats', sql`h`, sql`chat_id = k.user_id`)}
  order by k.user_id desc`;

const STATEMENTS = { orders, payments, members };

/** Reads the next rows of one of a channel's tables, and what the ones after them begin after; `undefined` if there are none. */
export async function readExportBatch<Name extends ExportName>(
  database: Database,
  { name, openChannelId }: { readonly name: Name; readonly openChannelId: number },
  after?: Last,
): Promise<{ readonly rows: readonly ExportedRows[Name][]; readonly last: Last }> {
  const found = await database.query(
    (sql) => sql<(ExportedRows[Name] & { isRow: boolean })[]>`${STATEMENTS[name](sql, openChannelId, after)}`,
  );
  return { rows: found.filter(({ isRow }) => isRow), last: found.at(-1) as Last };
}

/**
 * Reads the rows of one of a channel's tables in batches: orders and payments by the newest order, members by the highest id.
 * Only one batch is in memory, and each one costs the same however many rows there are. `take` returns whether to continue.
 */
export async function readExport<Name extends ExportName>(
  database: Database,
  table: { readonly name: Name; readonly openChannelId: number },
  take: (rows: readonly ExportedRows[Name][]) => boolean,
): Promise<void> {
  let last: Last;
  do {
    const batch = await readExportBatch(database, table, last);
    if (batch.rows.length > 0 && !take(batch.rows)) return;
    last = batch.last;
  } while (last !== undefined);
}
