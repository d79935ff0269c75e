import type { PlaceKind } from '../../domain/places/place';
import { languageOf } from '../../domain/common/language';
import type { ChannelSettings } from '../../domain/messages/owner-settings';
import type { BrokenPlace, UnreachableChat } from '../../domain/messages/places';
import { casesWaiting } from '../payments/cases';
import { mainKind } from '../places/kinds';
import { seenPlaces, withBrokenPlaces, type SeenPlaces } from '../places/broken-places';
import { activeMembers } from '../reports/figures/active-members';
import type { Database } from '../connection/pool';
import type { Actor } from '../common/channel-roles';
import { firstName } from '../common/shown-payer';

/** A channel as its first page shows it. */
export interface ChannelSummary {
  readonly isPaused: boolean;
  readonly tiers: number;
  /** Users who have access now. */
  readonly active: number;
  /** Payments that need a decision. */
  readonly cases: number;
  /** The channel's chats in which the bot lacks something. */
  readonly places: readonly BrokenPlace[];
  /** The chat that is told about sales, if nothing can be delivered there. */
  readonly unreachable: UnreachableChat | null;
  /** The @name by which anyone can join the private channel; `null` if there is none. */
  readonly publicName: string | null;
  /** What the main place is; `null` if there is none. */
  readonly kind: PlaceKind | null;
}

const NOTHING: ChannelSummary = {
  isPaused: false,
  tiers: 0,
  active: 0,
  cases: 0,
  places: [],
  unreachable: null,
  publicName: null,
  kind: null,
};

export async function readSummary(
  database: Database,
  { openChannelId }: Pick<Actor, 'openChannelId'>,
): Promise<ChannelSummary> {
  const [row] = await database.query(
    (sql) => sql<(Omit<ChannelSummary, 'places'> & SeenPlaces)[]>`
      select paused_at is not null as "isPaused",
        (select count(*)::int from tiers t where t.open_channel_id = c.open_channel_id) as tiers,
        ${activeMembers(sql, openChannelId)} as active,
        ${casesWaiting(sql, openChannelId)} as cases, public_name as "publicName", ${mainKind(sql)} as kind,
        ${seenPlaces(sql)},
        (select jsonb_build_object('chatId', h.chat_id, 'username', h.username, 'firstName', ${firstName(sql)}, 'chatTitle', h.title)
          from chats h where h.chat_id = coalesce(c.notifications_chat_id, c.owner_user_id)
            and h.unreachable_at is not null and c.notifications_enabled) as unreachable
      from channels c where open_channel_id = ${openChannelId}`,
  );
  return row === undefined ? NOTHING : withBrokenPlaces(row);
}

export async function readSettings(
  database: Database,
  { openChannelId }: Pick<Actor, 'openChannelId'>,
): Promise<ChannelSettings> {
  const [row] = await database.query(
    (sql) => sql<(Omit<ChannelSettings, 'language'> & { language: string | null })[]>`
      select c.title, c.description, c.donation_message as "donationMessage", c.grace_hours as "graceHours",
        c.tolerance_percent as "tolerancePercent", c.time_zone as "timeZone", c.removals, c.listed, c.language,
        c.file_listed as "fileListed",
        case when c.closed_channel_id is not null then coalesce(i.title, c.closed_channel_id::text) end as "privateTitle",
        ${mainKind(sql)} as "privateKind",
        case when c.public_channel_id is not null then coalesce(o.title, c.public_channel_id::text) end as "publicTitle",
        coalesce((select jsonb_agg(jsonb_build_object('position', t.position, 'name', t.name,
            'priceCents', t.price_cents, 'days', t.days, 'priceStars', t.price_stars) order by t.position)
          from tiers t where t.open_channel_id = c.open_channel_id), '[]') as tiers
      from channels c left join bot_chats i on i.chat_id = c.closed_channel_id
        left join bot_chats o on o.chat_id = c.public_channel_id
      where c.open_channel_id = ${openChannelId}`,
  );
  if (row === undefined) throw new Error(`there is no channel ${openChannelId}`);
  return { ...row, language: languageOf(row.language) };
}

/** Lists the names of all time zones that the database knows, apart from abbreviations. */
export async function listTimeZones(database: Database): Promise<string[]> {
  const rows = await database.query(
    (sql) => sql<{ name: string }[]>`
      select name from pg_timezone_names
      where (name ~ '^[A-Z][A-Za-z_]+/' or name = 'UTC') and name !~ '^(posix|right)/'`,
  );
  return rows.map(({ name }) => name);
}
