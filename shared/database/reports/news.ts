import type { Fragment, Sql } from '../connection/options';

/** News that goes to the chat that is set for sales. All other news goes to the owner. */
export const SALES = ['subscription_sold', 'donation_received', 'sales_digest'];
/** Messages that only a channel's managers get, and that are listed as missed. */
const NEWS = [
  ...SALES,
  'odd_payment',
  'invoices_refused',
  'access_trouble',
  'removal_trouble',
  'ban_trouble',
  'member_kept',
  'removals_braked',
  'place_broken',
  'place_works',
  'place_gone',
  'chat_became_public',
  'notices_unreachable',
];
/** Messages that only a channel's managers get. */
const FOR_MANAGERS = [...NEWS, 'case_reminder', 'post_failed', 'post_doubted'];

/** What the message of an outbox row `b` is about. */
export const newsType = (sql: Sql) => sql`b.payload #>> '{message,type}'`;

/** The channel that the message of an outbox row `b` is about. */
const channelOf = (sql: Sql) => sql`
  coalesce((b.payload #>> '{message,openChannelId}')::bigint,
    (b.payload #>> '{message,odd,openChannelId}')::bigint, (
    select o.open_channel_id from orders o where o.reference = b.order_reference))`;

/**
 * True for an outbox row `b` that should have notified a channel's owner within the last thirty days, but was given
 * up.
 */
export const isMissed = (sql: Sql, openChannelId: number) => sql`
  b.failed_at > app_now() - interval '30 days' and b.kind = 'send_message' and ${newsType(sql)} in ${sql(NEWS)}
    and ${channelOf(sql)} = ${openChannelId}::bigint`;

/**
 * The part of a statement that sends news of a channel, waiting or missed, to another chat, because nobody may read about a
 * channel that they no longer run. `readers` selects the channel, the former chat and the new one.
 */
export const newsRedirected = (sql: Sql, readers: Fragment) => sql`
  update outbox b set payload = jsonb_set(b.payload, '{chatId}', to_jsonb(moved.to_id))
  from (${readers}) as moved (open_channel_id, from_id, to_id)
  where (b.delivered_at is null and b.failed_at is null or b.failed_at > app_now() - interval '30 days')
    and b.kind = 'send_message' and ${newsType(sql)} in ${sql(FOR_MANAGERS)}
    and (b.payload ->> 'chatId')::bigint = moved.from_id and ${channelOf(sql)} = moved.open_channel_id`;
