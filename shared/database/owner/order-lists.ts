import type { OpenChannelId, OrderReference } from '../../domain/common/ids';
import { ORDER_FILTERS, type ListPlace, type OrderFilter } from '../../domain/owner/lists';
import { leastRoleFor } from '../../domain/owner/owner-actions';
import type { ListedOrder } from '../../domain/messages/owner-lists';
import { epochMs } from '../common/epoch';
import { LISTED_PER_PAGE, askedPage, countUpTo, firstRows, pagesOf } from '../common/paging';
import { item } from '../payments/orders';
import { starPrice } from '../payments/order-conditions';
import { isPayerShown, shownPayer } from '../common/shown-payer';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import { mayIn } from '../common/channel-roles';
import type { OfSubscription } from '../access/subscriptions';

/** The orders of each list. Each part is one range of an index by time. */
const rangesOf = (sql: Sql, filter: OrderFilter): readonly Fragment[] =>
  ({
    all: [sql`true`],
    open: [sql`state = 'open'`],
    settled: [sql`state = 'settled'`],
    unpaid: [sql`state = 'cancelled'`, sql`state = 'refused'`],
    refunded: [sql`state = 'refunded'`],
    donations: [sql`kind = 'donation'`],
  })[filter];

/** Selects the newest orders of a list. */
const newestOf = (sql: Sql, openChannelId: number, filter: OrderFilter): Fragment =>
  firstRows(sql, sql`select reference, created_at from orders where open_channel_id = ${openChannelId}`, {
    ranges: rangesOf(sql, filter),
    sequence: sql`created_at desc, reference`,
  });

/** What a list says about an order `o`, with its payer's chat `h`. */
const listed = (sql: Sql) => sql`
  jsonb_build_object('reference', o.reference, 'state', o.state, 'item', ${item(sql)}, 'amountCents', o.amount_cents,
    'incomeCents', o.income_cents, 'payer', ${shownPayer(sql)},
    'createdAt', ${epochMs(sql, sql`o.created_at`)}) || ${starPrice(sql)}`;

/** A page of a channel's orders, newest first. */
export interface OrderListing {
  readonly orders: readonly ListedOrder[];
  /** `LISTED_AT_MOST + 1` if there are more. */
  readonly counts: Readonly<Record<OrderFilter, number>>;
  /** The last page if the request was past the end. */
  readonly page: number;
  readonly pages: number;
}

export async function listOrders(
  database: Database,
  { openChannelId, filter, page }: ListPlace<OrderFilter> & Pick<OfSubscription, 'openChannelId'>,
): Promise<OrderListing> {
  const [row] = await database.query((sql) => {
    const counted = ORDER_FILTERS.flatMap((each, index) => [
      index === 0 ? sql`` : sql`,`,
      sql`${countUpTo(sql, newestOf(sql, openChannelId, each))} as ${sql(each)}`,
    ]);
    return sql<OrderListing[]>`
      with counts as materialized (select ${counted}),
      requested as (
        select pages, ${askedPage(sql, page)} from (select ${pagesOf(sql, sql`${sql(filter)}`)} from counts) as all_of_them),
      chosen as materialized (
        select reference from (${newestOf(sql, openChannelId, filter)}) n order by created_at desc, reference
        limit ${LISTED_PER_PAGE} offset (select (page - 1) * ${LISTED_PER_PAGE} from requested))
      select page, pages, to_jsonb(counts) as counts,
        coalesce((select jsonb_agg(${listed(sql)} order by o.created_at desc, o.reference)
          from chosen join orders o using (reference) left join chats h on h.chat_id = o.user_id), '[]') as orders
      from requested, counts`;
  });
  if (row === undefined) throw new Error('a count returned nothing');
  return row;
}

/** Lists the latest orders of one user in a channel, newest first, and counts them all. Leaves out anonymous donations. */
export async function listOrdersOf(
  database: Database,
  { openChannelId, userId }: OfSubscription,
): Promise<{ readonly orders: readonly ListedOrder[]; readonly ordersInAll: number }> {
  const [row] = await database.query(
    (sql) => sql<{ orders: ListedOrder[]; ordersInAll: number }[]>`
      with of_user as materialized (
        select * from orders o
        where user_id = ${userId} and open_channel_id = ${openChannelId} and ${isPayerShown(sql)})
      select (select count(*)::int from of_user) as "ordersInAll",
        coalesce((select jsonb_agg(${listed(sql)} order by o.created_at desc, o.reference)
          from (select * from of_user order by created_at desc, reference limit ${LISTED_PER_PAGE}) as o
            left join chats h on h.chat_id = o.user_id), '[]') as orders`,
  );
  return row ?? { orders: [], ordersInAll: 0 };
}

/** An order with what its donor wrote to the owner. */
export type NotedOrder = ListedOrder & { readonly note: string | null };

/** Finds an order of this channel. `undefined` if it belongs to another one. */
export async function findOrderIn(
  database: Database,
  { openChannelId, reference }: { readonly openChannelId: OpenChannelId; readonly reference: OrderReference },
): Promise<NotedOrder | undefined> {
  const [row] = await database.query(
    (sql) => sql<{ order: NotedOrder }[]>`
      select ${listed(sql)} || jsonb_build_object('note', o.donor_note) as "order" from orders o left join chats h on h.chat_id = o.user_id
      where o.reference = ${reference} and o.open_channel_id = ${openChannelId}`,
  );
  return row?.order;
}

/** Finds the channel of an order. `undefined` if the user doesn't run it. */
export async function findChannelOf(
  database: Database,
  { reference, userId }: { readonly reference: OrderReference; readonly userId: number },
): Promise<OpenChannelId | undefined> {
  const [row] = await database.query(
    (sql) => sql<{ openChannelId: OpenChannelId }[]>`
      select o.open_channel_id as "openChannelId" from orders o join channels c using (open_channel_id)
      where o.reference = ${reference} and ${mayIn(sql, userId, leastRoleFor('order'))}`,
  );
  return row?.openChannelId;
}
