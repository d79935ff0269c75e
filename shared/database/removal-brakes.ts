import type { OpenChannelId } from '../domain/ids';
import { epochMs } from './epoch';
import type { Database, Sql } from './pool';
import type { OfSubscription } from './subscriptions';

const HOUR_MS = 3_600_000;

/** Whether somebody may be removed now, and otherwise how many were in the last hour and when the next may be. */
export interface Slot {
  readonly isGranted: boolean;
  readonly removed: number;
  readonly freeInSeconds: number;
}

/** The removals that are less than an hour old, of the row as it is when it is written. */
const recent = (sql: Sql) => sql`
  (select coalesce(jsonb_object_agg(r.key, r.value), '{}') from jsonb_each(b.recent) r
    where r.value::bigint > ${epochMs(sql, sql`app_now()`)} - ${HOUR_MS})`;

/**
 * Claims one of `most` removals in any hour. Exact, however many workers claim at once: the row is locked first, and all
 * is computed from what it then holds. Who has a slot keeps it, so that trying again costs none.
 */
export async function claimSlot(
  database: Database,
  { openChannelId, userId }: OfSubscription,
  most: number,
): Promise<Slot> {
  const user = String(userId);
  const [row] = await database.query(
    (sql) => sql<Slot[]>`
      with claimed as (
        insert into removal_brakes as b (open_channel_id, recent)
        values (${openChannelId}, jsonb_build_object(${user}::text, ${epochMs(sql, sql`app_now()`)}))
        on conflict (open_channel_id) do update set recent = case
          when ${recent(sql)} ? ${user} then ${recent(sql)}
          when b.released_until > app_now() or (select count(*) from jsonb_object_keys(${recent(sql)})) < ${most}
            then ${recent(sql)} || excluded.recent
          else ${recent(sql)} end
        returning recent)
      select recent ? ${user} as "isGranted", (select count(*)::int from jsonb_object_keys(recent)) as removed,
        (select coalesce(min(r.value::bigint), 0) + ${HOUR_MS} - ${epochMs(sql, sql`app_now()`)}
          from jsonb_each(recent) r)::float8 / 1000 as "freeInSeconds"
      from claimed`,
  );
  if (row === undefined) throw new Error('an upsert returned nothing');
  return row;
}

/** The part of a statement that lets removals of a channel go on for an hour, whatever their number. */
export const released = (sql: Sql, openChannelId: OpenChannelId, gate: string) => sql`
  insert into removal_brakes (open_channel_id, released_until)
  select ${openChannelId}::bigint, app_now() + interval '1 hour' where exists (select from ${sql(gate)})
  on conflict (open_channel_id) do update set released_until = excluded.released_until`;
