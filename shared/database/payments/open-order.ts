import type { Promised } from '../../domain/effects';
import type { Cents, OpenChannelId, OrderReference } from '../../domain/common/ids';
import { MOST_ORDERS_PER_DAY, MOST_ORDERS_PER_HOUR } from '../../domain/payments/invoices/order-limits';
import { correlationId } from '../../logger';
import { metPerson, type TelegramPerson } from '../common/chats';
import { concluding, type Delivery } from '../common/inbox';
import { promise } from '../common/outbox';
import type { Sql } from '../connection/options';
import { isUniqueViolation, type Database } from '../connection/pool';
import { isStopped } from '../places/sold-places';
import { cancelledOldest, hadMoney, toldCancelled } from './orders';
import { setAside } from './set-aside';

/** An order for a tier that is open or about to be opened. */
export interface TierOrder {
  readonly reference: OrderReference;
  readonly userId: number;
  readonly openChannelId: OpenChannelId;
  readonly tierName: string;
  readonly days: number;
  readonly amountCents: Cents;
  /** `null`: it can't be paid in Stars. */
  readonly priceStars: number | null;
  /** The bot opens it for a renewal reminder, so it does not count toward the buyer's limits. */
  readonly isForReminder: boolean;
  /** The order is there, cancelled and unpaid, and is opened again. `version` as it was read. */
  readonly cancelled?: { readonly version: number };
}

/** The order is open; something changed since it was read; or its buyer has to wait this long. */
export type OpenedOrder = 'opened' | 'changed' | { readonly waitSeconds: number };

/**
 * The seconds until a user may open another order; 0 if they may now. Holds back other orders of the user until the
 * statement ends, so that the limit holds however many are opened at once.
 */
export const orderWait = (sql: Sql, userId: number) => sql`
  order_wait_seconds(${userId}::bigint, ${MOST_ORDERS_PER_HOUR}::int, ${MOST_ORDERS_PER_DAY}::int)`;

/** How an order is opened. */
interface OrderOpening {
  readonly promised: readonly Promised[];
  readonly by?: { readonly delivery: Delivery; readonly person: TelegramPerson };
  /** The buyer's open orders with a part of their price in them. They are closed, so the owner decides about that. */
  readonly instead?: readonly OrderReference[];
}

/**
 * Writes the order, if it is permitted and nothing changed since it was read. Counting the orders that were set aside makes
 * them closed before that, because a tier has one open order of a buyer.
 */
const ordered = (sql: Sql, order: TierOrder, by: OrderOpening['by']) => {
  const { reference, userId, tierName, days, amountCents, priceStars, isForReminder, cancelled } = order;
  return cancelled === undefined
    ? sql`
        insert into orders (reference, kind, user_id, open_channel_id, tier_name, tier_days, amount_cents, price_stars,
          for_reminder, correlation_id)
        select ${reference}, 'subscription', ${userId}, open_channel_id, ${tierName}, ${days}, ${amountCents},
          ${priceStars}::int, ${isForReminder}, ${correlationId() ?? by?.delivery.correlationId ?? null}
        from permitted, (select count(*) from set_aside) as closed on conflict do nothing returning reference`
    : sql`
        update orders o set state = 'open', version = o.version + 1, price_stars = ${priceStars}::int
        from permitted, (select count(*) from set_aside) as closed
        where o.reference = ${reference} and o.version = ${cancelled.version} and o.state = 'cancelled'
          and not ${hadMoney(sql)}
        returning o.reference`;
};

/**
 * Opens an order for a tier at the price that was read, and promises its invoice; or opens a cancelled one again, which
 * counts toward no limit. Writes nothing if the buyer has to wait, and nothing (`changed`) if the buyer has such an order
 * open or the tier is no longer sold like this: the caller reads and decides again.
 */
export async function openOrder(
  database: Database,
  order: TierOrder,
  { promised, by, instead = [] }: OrderOpening,
): Promise<OpenedOrder> {
  const { userId, openChannelId, tierName, days, amountCents, priceStars } = order;
  const isCounted = !order.isForReminder && order.cancelled === undefined;
  const written = database.query(
    (sql) => sql<{ waitSeconds: number | null; isOpened: boolean }[]>`
      with tier as (
        select t.open_channel_id from tiers t join channels c using (open_channel_id)
        where t.open_channel_id = ${openChannelId} and t.name = ${tierName} and t.days = ${days}
          and t.price_cents = ${amountCents} and (${priceStars}::int is null or t.price_stars = ${priceStars})
          and c.closed_channel_id is not null and c.paused_at is null and not ${isStopped(sql)} limit 1),
      wait as (select ${isCounted ? orderWait(sql, userId) : sql`0::float8`} as seconds from tier),
      permitted as (select open_channel_id from tier, wait where wait.seconds <= 0),
      subscription as (
        insert into subscriptions (open_channel_id, user_id) select open_channel_id, ${userId}::bigint from permitted
        on conflict do nothing),
      ${setAside(sql, order, instead)}
      ordered as (${ordered(sql, order, by)}),
      cancelled as (${cancelledOldest(sql, userId, 'ordered')}),
      told as (${toldCancelled(sql, userId, by?.delivery.correlationId ?? null)}),
      ${
        by === undefined
          ? sql``
          : sql`delivery as (
        insert into inbox (source, delivery_id, outcome, order_reference, correlation_id)
        select ${by.delivery.source}, ${by.delivery.deliveryId}, ${order.cancelled ? 'order_reopened' : 'order_opened'}::text,
          reference, ${by.delivery.correlationId}
        from ordered ${concluding(sql)}),
      person as (${metPerson(sql, by.person)}),`
      }
      promised as (${promise(sql, promised, 'ordered')})
      select (select seconds from wait) as "waitSeconds", exists (select from ordered) as "isOpened"`,
  );
  // Another order for the tier was opened at the same moment.
  const [row] = await written.catch((error: unknown) => {
    if (isUniqueViolation(error)) return [];
    throw error;
  });
  if (row?.isOpened) return 'opened';
  return row?.waitSeconds ? { waitSeconds: row.waitSeconds } : 'changed';
}

/** Gives an open order without money another price in Stars. Returns `false` if it was paid or closed in the meantime. */
export async function repriceInStars(
  database: Database,
  { reference, priceStars }: Pick<TierOrder, 'reference' | 'priceStars'>,
): Promise<boolean> {
  const repriced = await database.query(
    (sql) => sql`
      update orders o set price_stars = ${priceStars}::int, version = o.version + 1
      where o.reference = ${reference} and o.state = 'open' and o.received_cents = 0
      returning 1`,
  );
  return repriced.length > 0;
}
