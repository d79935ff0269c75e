import type { ClosedChannelId, OpenChannelId } from '../../domain/common/ids';
import { epochMs, fromEpochMs } from '../common/epoch';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';

/** One buyer and the channel they bought access to. */
export interface OfSubscription {
  readonly openChannelId: OpenChannelId;
  readonly userId: number;
}

/** One place of what they bought. Without `chatId`, the main place. */
export interface OfPlace extends OfSubscription {
  readonly chatId?: ClosedChannelId | undefined;
}

/** Whether a user may enter a channel. */
export interface EntryRights {
  readonly isActive: boolean;
  readonly isBanned: boolean;
  /** The offer opens the place. */
  readonly isOpen: boolean;
}

/** Reads whether a user may enter a place now, and whether the owner of the offer banned them. */
export async function readEntryRights(
  database: Database,
  { openChannelId, userId, chatId }: OfPlace,
): Promise<EntryRights> {
  const [row] = await database.query(
    (sql) => sql<EntryRights[]>`
      select exists (select from subscriptions where open_channel_id = ${openChannelId} and user_id = ${userId}
          and paid_until > app_now()) as "isActive",
        exists (select from bans where open_channel_id = ${openChannelId} and user_id = ${userId}) as "isBanned",
        ${chatId === undefined}::boolean or exists (select from places where open_channel_id = ${openChannelId}
          and chat_id = ${chatId ?? null}::bigint and closed_at is null) as "isOpen"`,
  );
  return row ?? { isActive: false, isBanned: false, isOpen: false };
}

/** True for a subscription `s` whose `paidUntil` has not changed since it was read. */
export const unchanged = (
  sql: Sql,
  { openChannelId, userId, paidUntil }: OfSubscription & { paidUntil: number | null },
) =>
  sql`s.open_channel_id = ${openChannelId} and s.user_id = ${userId}
    and ${epochMs(sql, sql`s.paid_until`)} is not distinct from ${paidUntil}::bigint`;

/** A reminder that a user's access ends soon. `paidUntil` is in epoch milliseconds. */
interface Reminder extends OfSubscription {
  readonly paidUntil: number;
  readonly daysLeft: number;
}

/** Whether it is time to remind. */
interface ReminderTime {
  /**
   * Until the channel's clock shows the hour at which access ends, `daysLeft` calendar days before that. Zero or negative once the
   * time has passed.
   */
  readonly seconds: number;
  /** The buyer was told within a day that a renewal could not be paid, and how to renew. */
  readonly isRenewalFailing: boolean;
}

export async function readReminderTime(
  database: Database,
  { openChannelId, userId, paidUntil, daysLeft }: Reminder,
): Promise<ReminderTime> {
  const until = (sql: Sql) => sql`(${fromEpochMs(sql, paidUntil)} at time zone c.time_zone)`;
  const [row] = await database.query(
    (sql) => sql<ReminderTime[]>`
      select extract(epoch from (${until(sql)} - ${daysLeft} * interval '1 day') at time zone c.time_zone - app_now())::float8
          as seconds,
        exists (select from star_subscriptions f where f.user_id = ${userId} and f.open_channel_id = c.open_channel_id
          and f.state = 'failed' and f.state_at > app_now() - interval '1 day') as "isRenewalFailing"
      from channels c where c.open_channel_id = ${openChannelId}`,
  );
  return row ?? { seconds: 0, isRenewalFailing: false };
}

/** True if a subscription `r` in Stars goes on: its next payment is to come, or may be on its way. */
export const goesOn = (sql: Sql) => sql`
  (r.state = 'active' and r.ended_at is null and r.paid_until > app_now() - interval '1 day')`;

/** True if a user's access to a channel `c` renews by itself. */
export const isRenewing = (sql: Sql, userId: Fragment) => sql`
  exists (select from star_subscriptions r where r.user_id = ${userId} and r.open_channel_id = c.open_channel_id
    and ${goesOn(sql)})`;

/** Whether a subscription `s` renews by itself, as `ShownRenewal`. Null if it never did, or that has ended long ago. */
export const shownRenewal = (sql: Sql) => sql`
  (select jsonb_build_object('state', r.state, 'priceStars', i.price_stars, 'chargedUntil', ${epochMs(sql, sql`r.paid_until`)})
    from star_subscriptions r join star_invoices i using (payload)
    where (r.user_id, r.open_channel_id) = (s.user_id, s.open_channel_id) and r.paid_until > app_now() - interval '30 days'
    order by r.state = 'active' desc, r.paid_until desc limit 1)`;
