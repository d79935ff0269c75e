import type { OpenChannelId } from '../../domain/common/ids';
import { isOpen, type Gate } from '../common/inbox';
import type { Database } from '../connection/pool';
import type { Sql } from '../connection/options';
import { BOOKED_FOR } from './removals-switch';
import type { OfSubscription } from './subscriptions';

/** Counts are kept per minute, so an hour has passed only when its last minute has. */
const WINDOW_SECONDS = 3660;
/** A member count is trusted for this long. */
const COUNTED_FOR_SECONDS = 3600;

/** The state of a channel's brake. */
export interface Brake {
  /** Removals in the last hour. */
  readonly removed: number;
  readonly isReleased: boolean;
  /** Changes with each release, so that the owner is notified again when the brake next takes effect. */
  readonly releases: number;
  /** The member count; `null` if Telegram was not asked for it within the last hour. */
  readonly members: number | null;
}

const minute = (sql: Sql) => sql`floor(extract(epoch from app_now()) / 60)::bigint`;
const isRecent = (sql: Sql) => sql`r.key::bigint > (extract(epoch from app_now()) - ${WINDOW_SECONDS}) / 60`;
/** Removals in the last hour, counted from the row `b`. */
const removed = (sql: Sql) =>
  sql`(select coalesce(sum(r.value::int), 0)::int from jsonb_each(b.recent) r where ${isRecent(sql)})`;
const isFromClockAhead = (sql: Sql) =>
  sql`coalesce(b.booked_until > app_now() + ${BOOKED_FOR}::interval, false)`;
const isReleased = (sql: Sql) => sql`coalesce(b.released_until > app_now(), false)`;

export async function readBrake(
  database: Database,
  { openChannelId }: { openChannelId: OpenChannelId },
): Promise<Brake> {
  const [row] = await database.query(
    (sql) => sql<Brake[]>`
      select ${removed(sql)} as removed, ${isReleased(sql)} as "isReleased",
        coalesce(extract(epoch from b.released_until), 0)::bigint as releases,
        case when b.members_at > app_now() - ${COUNTED_FOR_SECONDS} * interval '1 second' then b.members end as members
      from removal_brakes b where b.open_channel_id = ${openChannelId}`,
  );
  return row ?? { removed: 0, isReleased: false, releases: 0, members: null };
}

/** Stores the member count that Telegram gave, so that not every waiting removal has to ask for it. */
export const saveMemberCount = (
  database: Database,
  { openChannelId }: { openChannelId: OpenChannelId },
  members: number,
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      update removal_brakes set members = ${members}, members_at = app_now() where open_channel_id = ${openChannelId}`,
  );

/**
 * Claims one of `most` removals in any hour. Exact for any number of concurrent claims, because the row is locked
 * first and everything is computed from the locked row. A refusal returns `false` and writes nothing.
 */
export async function claimSlot(
  database: Database,
  { openChannelId, userId }: OfSubscription,
  most: number,
): Promise<boolean> {
  const claimed = await database.query(
    (sql) => sql`
      with claimed as (
        insert into removal_brakes as b (open_channel_id, recent)
        values (${openChannelId}, jsonb_build_object(${minute(sql)}::text, 1))
        on conflict (open_channel_id) do update set recent = (
            select coalesce(jsonb_object_agg(r.key, r.value), '{}') from jsonb_each(b.recent) r where ${isRecent(sql)})
          || jsonb_build_object(${minute(sql)}::text, coalesce((b.recent ->> ${minute(sql)}::text)::int, 0) + 1)
          where ${isReleased(sql)} or ${removed(sql)} < ${most}
        returning 1),
      noted as (
        update subscriptions set braked_at = app_now()
        where open_channel_id = ${openChannelId} and user_id = ${userId} and exists (select from claimed))
      select from claimed`,
  );
  return claimed.length > 0;
}

/**
 * Books a separate time for a removal that has to wait, when one of the `most` removals of an hour can be free.
 * Returns the seconds until then. If all of them came back at once, most would be refused. Times are booked for one
 * day ahead; a later removal comes back at a random time within that day.
 */
export async function bookSlot(
  database: Database,
  { openChannelId }: { openChannelId: OpenChannelId },
  most: number,
): Promise<number> {
  // A little slower than removals become free, because workers are late.
  const stepSeconds = (WINDOW_SECONDS * 1.03) / most;
  const [row] = await database.query(
    (sql) => sql<{ seconds: number }[]>`
      update removal_brakes b set booked_until = greatest(
        case when not ${isFromClockAhead(sql)} then b.booked_until + ${stepSeconds}::float8 * interval '1 second' end,
        (select to_timestamp(min(r.key::bigint) * 60 + ${WINDOW_SECONDS}) from jsonb_each(b.recent) r where ${isRecent(sql)}),
        app_now())
      where b.open_channel_id = ${openChannelId}
        and (b.booked_until is null or b.booked_until < app_now() + interval '1 day' or ${isFromClockAhead(sql)})
      returning extract(epoch from b.booked_until - app_now())::float8 as seconds`,
  );
  return Math.max(60, row?.seconds ?? (0.25 + 0.75 * Math.random()) * 86_400);
}

/** The part of a statement that releases a channel's brake for an hour: any number of members may be removed in it. */
export const released = (sql: Sql, openChannelId: OpenChannelId, gate: Gate) => sql`
  insert into removal_brakes (open_channel_id, released_until)
  select ${openChannelId}::bigint, app_now() + interval '1 hour' where ${isOpen(sql, gate)}
  on conflict (open_channel_id) do update set released_until = excluded.released_until, booked_until = null`;
