import type { ClosedChannelId, OpenChannelId } from '../../domain/common/ids';
import { languageOf, type Language } from '../../domain/common/language';
import type { Channel, ChannelToSave } from '../../domain/common/channel';
import type { BrokenPlace } from '../../domain/messages/places';
import { readerLanguage } from '../common/languages';
import { seenPlaces, withBrokenPlaces, type SeenPlaces } from '../places/broken-places';
import type { Fragment, Sql } from '../connection/options';
import type { Database } from '../connection/pool';
import { newsRedirected } from '../reports/news';

/** Where a channel's owner wants to be notified. */
export interface NotificationTarget {
  readonly title: string;
  readonly isEnabled: boolean;
  readonly chatId: number;
  /** When this was read. */
  readonly now: Date;
  /** What that chat reads. */
  readonly language: Language;
}

export async function findNotificationTarget(
  database: Database,
  openChannelId: OpenChannelId,
): Promise<NotificationTarget | undefined> {
  const [row] = await database.query(
    (sql) => sql<(Omit<NotificationTarget, 'language'> & { language: string | null })[]>`
      select title, notifications_enabled as "isEnabled", coalesce(notifications_chat_id, owner_user_id) as "chatId",
        app_now() as now, ${readerLanguage(sql, {
          chatId: sql`coalesce(notifications_chat_id, owner_user_id)`,
          openChannelId: sql`channels.open_channel_id`,
        })} as language
      from channels where open_channel_id = ${openChannelId}`,
  );
  return row && { ...row, language: languageOf(row.language) };
}

/**
 * The price in Stars that a tier `t` keeps if the file doesn't say: that of the tier with its name and days. The one at its position
 * may be another tier.
 */
const priceStarsKept = (sql: Sql): Fragment => sql`
  select o.price_stars from tiers o
  where o.open_channel_id = g."openChannelId" and (o.name, o.days) = (t.name, t.days)
  order by o.position = t.position desc, o.position limit 1`;

/**
 * Writes channels with their tiers, all or none. Existing channels are changed to what is given. Throws a unique violation if
 * one would sell a chat that another channel has, or post in a chat that is sold; `listTakenChats` names it.
 */
export const saveChannels = (database: Database, channels: readonly ChannelToSave[]): Promise<unknown> =>
  database.query((sql) => {
    const rows = channels.map(({ tiers, fileListed = true, ...channel }) => ({
      ...channel,
      fileListed,
      keepsStars: channel.donationStars === undefined,
      tiers: tiers.map((tier, index) => ({
        ...tier,
        position: index + 1,
        keepsStars: tier.priceStars === undefined,
      })),
    }));
    return sql`
      with given as (
        select * from jsonb_to_recordset(${sql.json(rows)}) as g ("openChannelId" bigint,
          "closedChannelId" bigint, title text, description text, "ownerUserId" bigint, "donationMessage" text,
          "notificationsEnabled" boolean, "notificationsChatId" bigint, "tolerancePercent" smallint,
          "graceHours" smallint, removals text, "fileListed" boolean, "donationStars" jsonb,
          "keepsStars" boolean, tiers jsonb)),
      free as materialized (
        select demand_free_places(g."openChannelId",
          case when g."closedChannelId" is distinct from c.closed_channel_id then g."closedChannelId" end,
          case when c.open_channel_id is null then nullif(g."openChannelId", g."closedChannelId") end) as is_free
        from given g left join channels c on c.open_channel_id = g."openChannelId"),
      saved as (
        insert into channels (open_channel_id, closed_channel_id, title, description, owner_user_id, donation_message,
          notifications_enabled, notifications_chat_id, tolerance_percent, grace_hours, removals, file_listed, listed,
          public_channel_id, donation_stars)
        select g."openChannelId", g."closedChannelId", g.title, g.description, g."ownerUserId", g."donationMessage",
          g."notificationsEnabled", g."notificationsChatId", coalesce(g."tolerancePercent", c.tolerance_percent, 1),
          coalesce(g."graceHours", c.grace_hours, 24), coalesce(g.removals, c.removals, 'on'),
          g."fileListed", g."fileListed" is not null,
          nullif(g."openChannelId", g."closedChannelId"),
          case when g."keepsStars" then c.donation_stars
            else (select array_agg(stars::int) from jsonb_array_elements_text(g."donationStars") as stars) end
        from given g left join channels c on c.open_channel_id = g."openChannelId"
        where (select bool_and(is_free) from free)
        on conflict (open_channel_id) do update set closed_channel_id = excluded.closed_channel_id,
          title = excluded.title, description = excluded.description, owner_user_id = excluded.owner_user_id,
          donation_message = excluded.donation_message, notifications_enabled = excluded.notifications_enabled,
          notifications_chat_id = excluded.notifications_chat_id,
          tolerance_percent = excluded.tolerance_percent, grace_hours = excluded.grace_hours,
          public_name = case when channels.closed_channel_id = excluded.closed_channel_id then channels.public_name end,
          removals = excluded.removals, file_listed = excluded.file_listed, donation_stars = excluded.donation_stars,
          updated_at = app_now()),
      redirected as (${newsRedirected(
        sql,
        sql`select c.open_channel_id, c.owner_user_id, g."ownerUserId"
          from given g join channels c on c.open_channel_id = g."openChannelId" and c.owner_user_id <> g."ownerUserId"`,
      )}),
      dropped as (
        delete from tiers t using given g
        where t.open_channel_id = g."openChannelId" and t.position > jsonb_array_length(g.tiers))
      insert into tiers (open_channel_id, position, name, price_cents, days, price_stars)
      select g."openChannelId", t.position, t.name, t."priceCents", t.days,
        case when t."keepsStars" then (${priceStarsKept(sql)}) else t."priceStars" end
      from given g, jsonb_to_recordset(g.tiers) as t (position smallint, name text, "priceCents" int, days int, "priceStars" int,
        "keepsStars" boolean)
      on conflict (open_channel_id, position) do update set name = excluded.name, price_cents = excluded.price_cents,
        days = excluded.days, price_stars = excluded.price_stars`;
  });

/** A channel that is about to get another private channel while subscribers have paid for its current one. */
export interface MovedChannel {
  readonly openChannelId: OpenChannelId;
  readonly closedChannelId: ClosedChannelId;
  readonly subscribers: number;
}

/**
 * Returns those of the channels that would leave subscribers behind in their private channel, where the bot could no
 * longer remove them.
 */
export const listMoved = (
  database: Database,
  channels: readonly Pick<Channel, 'openChannelId' | 'closedChannelId'>[],
): Promise<MovedChannel[]> =>
  database.query(
    (sql) => sql<MovedChannel[]>`
      select c.open_channel_id as "openChannelId", c.closed_channel_id as "closedChannelId",
        count(*)::int as subscribers
      from jsonb_to_recordset(${sql.json(channels as never)}) as g ("openChannelId" bigint, "closedChannelId" bigint)
        join channels c on c.open_channel_id = g."openChannelId"
          and c.closed_channel_id is distinct from g."closedChannelId"
        join subscriptions s on s.open_channel_id = c.open_channel_id and s.paid_until is not null
          and s.removed_at is null
      group by c.open_channel_id`,
  );

/** A channel, with what keeps it from working. */
export interface ListedChannel extends Channel {
  /** Since when the chat that is told about sales can't be reached. */
  readonly unreachableAt: Date | null;
  readonly unreachableReason: string | null;
  /** The channel's chats in which the bot lacks something. */
  readonly places: readonly BrokenPlace[];
  /** The @name by which anyone can join the private channel; `null` if there is none. */
  readonly publicName: string | null;
}

/** Reads all channels, by title, or only the named ones. */
export async function listChannels(
  database: Database,
  only?: readonly OpenChannelId[],
): Promise<ListedChannel[]> {
  const rows = await database.query(
    (sql) => sql<
      (Omit<ListedChannel, 'places'> &
        SeenPlaces & { openChannelId: OpenChannelId; closedChannelId: ClosedChannelId | null })[]
    >`
      select c.open_channel_id as "openChannelId", c.closed_channel_id as "closedChannelId", c.title, c.description,
        c.owner_user_id as "ownerUserId", c.donation_message as "donationMessage",
        c.notifications_enabled as "notificationsEnabled", c.notifications_chat_id as "notificationsChatId",
        c.tolerance_percent as "tolerancePercent", c.grace_hours as "graceHours", c.removals,
        c.file_listed as "fileListed", c.public_name as "publicName", to_jsonb(c.donation_stars) as "donationStars",
        coalesce((select jsonb_agg(jsonb_build_object('name', t.name, 'priceCents', t.price_cents, 'days', t.days, 'priceStars', t.price_stars)
          order by t.position) from tiers t where t.open_channel_id = c.open_channel_id), '[]') as tiers,
        h.unreachable_at as "unreachableAt", h.unreachable_reason as "unreachableReason", ${seenPlaces(sql)}
      from channels c left join chats h on h.chat_id = coalesce(c.notifications_chat_id, c.owner_user_id)
      where ${only === undefined}
        or c.open_channel_id in (select id::bigint from jsonb_array_elements_text(${sql.json(only ?? [])}) as id)
      order by c.title, c.open_channel_id`,
  );
  return rows.map(withBrokenPlaces);
}
