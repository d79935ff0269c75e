import { DIGEST_EXPIRES_SECONDS } from '../../domain/reports/digest';
import type { Sql } from '../connection/options';
import { actOn } from '../common/act-on';
import type { Actor } from '../common/channel-roles';
import { epochMs } from '../common/epoch';
import type { Delivery } from '../common/inbox';
import { promisedRow, promisedRows } from '../common/outbox';
import type { Database } from '../connection/pool';

/** The hour of the daily digest if none was chosen. */
const FIRST_HOUR = 9;

/** How sales are reported. `hour` is the hour of the digest; `undefined` keeps it, or starts with the default. */
export interface DigestChange extends Actor {
  readonly action: 'notify-set' | 'notify-hour';
  readonly isEachTold: boolean;
  readonly isDaily: boolean;
  readonly hour?: number;
}

/** What a change of the digest writes for a channel: common table expressions that follow `delivery`. */
const digestChanged = (
  sql: Sql,
  delivery: Delivery,
  { isEachTold, isDaily, hour, openChannelId }: DigestChange,
) => ({
  before: sql`
    select c.notify_each_sale as each, c.digested_until, app_now() + interval '1 minute' as ends,
      (select s.hour from schedules s where s.open_channel_id = c.open_channel_id and s.kind = 'digest') as hour
    from channels c where c.open_channel_id = ${openChannelId} and exists (select from delivery)
    for no key update of c`,
  last: sql`select * from before where hour is not null and not each and ${!isDaily}`,
  changed: sql`
    update channels set updated_at = app_now(), notify_each_sale = ${isEachTold},
      digested_until = case
        when exists (select from last) then (select ends from last)
        when (select hour from before) is null then greatest(digested_until, date_trunc('milliseconds', app_now()))
        else digested_until end
    where open_channel_id = ${openChannelId} and exists (select from before)`,
  planned: sql`
    insert into schedules (open_channel_id, kind, hour, next_at)
    select c.open_channel_id, 'digest', h.hour, next_local_hour(h.hour, c.time_zone, app_now())
    from before, channels c,
      lateral (select coalesce(${hour ?? null}::int, before.hour, ${FIRST_HOUR}::int) as hour) as h
    where c.open_channel_id = ${openChannelId} and ${isDaily}
    on conflict (open_channel_id, kind) do update set hour = excluded.hour, next_at = excluded.next_at`,
  ended: sql`
    delete from schedules where open_channel_id = ${openChannelId} and kind = 'digest' and ${!isDaily}
      and exists (select from before)`,
  last_promised: promisedRows(
    sql,
    sql`select ${promisedRow(sql, 'send_digest', {
      payload: {
        openChannelId: sql`${openChannelId}::bigint`,
        from: epochMs(sql, sql`coalesce(digested_until, ends - interval '1 day')`),
        until: epochMs(sql, sql`ends`),
      },
      key: sql`'digest:' || ${openChannelId}::bigint || ':last:' || ${delivery.deliveryId}`,
      expiresInSeconds: DIGEST_EXPIRES_SECONDS,
    })} from last`,
  ),
});

/**
 * Sets how sales are reported. Digests begin where the last one ended, or now. If a digest that was the only report
 * is switched off, a last one follows. It covers one more minute, because a sale that is being settled right now was
 * left to the digest.
 */
export const changeDigest = (
  database: Database,
  delivery: Delivery,
  change: DigestChange,
): Promise<boolean> =>
  actOn(database, delivery, {
    actor: change,
    action: change.action,
    act: {
      act: 'notifications_changed',
      details: { to: change.isDaily ? (change.isEachTold ? 'both' : 'digest') : 'each' },
    },
    change: (sql) => digestChanged(sql, delivery, change),
  });
