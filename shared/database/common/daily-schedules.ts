import type { Fragment, Sql } from '../connection/options';
import { isOpen, type Gate } from './inbox';

interface DailySchedule {
  readonly openChannelId: number;
  readonly schedule: 'posts' | 'digest';
  readonly hour: number;
}

/** The part of a statement that sets the hour of a channel's daily schedule: `… planned as (${planned(sql, …)})`. */
export const planned = (
  sql: Sql,
  { openChannelId, schedule, hour }: DailySchedule,
  gate: Gate,
): Fragment => sql`
  insert into schedules (open_channel_id, kind, hour, next_at)
  select open_channel_id, ${schedule}::text, ${hour}::smallint, next_local_hour(${hour}::int, time_zone, app_now())
  from channels where open_channel_id = ${openChannelId} and ${isOpen(sql, gate)}
  on conflict (open_channel_id, kind) do update set hour = excluded.hour, next_at = excluded.next_at`;

/** The part of a statement that moves a channel's daily schedules to the same hour of another time zone. */
export const rescheduled = (
  sql: Sql,
  { openChannelId, zone }: { readonly openChannelId: number; readonly zone: string },
  gate: Gate,
): Fragment => sql`
  update schedules set next_at = next_local_hour(hour, ${zone}, app_now())
  where open_channel_id = ${openChannelId} and ${isOpen(sql, gate)}`;
