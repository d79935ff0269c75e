import { DIGEST_EXPIRES_SECONDS } from '../../domain/reports/digest';
import { DAILY, POST_EXPIRES_SECONDS } from '../../domain/posts/posts';
import { epochMs } from '../common/epoch';
import { promisedRow, promisedRows } from '../common/outbox';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import { untilDigest } from './digests';

/**
 * What each kind of schedule promises when it is due: rows of `promisedRow` for rows of `due`. Those are channels
 * with their `slot`, the local date and hour that is due. A kind that is missing here is left alone, because only a
 * newer version knows it.
 */
const SCHEDULED_PROMISES: Readonly<Record<string, (sql: Sql) => Fragment>> = {
  // A channel that is paused or has no public channel posts nothing today. Its schedule comes back tomorrow.
  posts: (sql) => sql`
    select ${promisedRow(sql, 'publish_post', {
      payload: {
        openChannelId: sql`open_channel_id`,
        post: sql`post`,
        occasion: sql`${DAILY}::text || slot`,
      },
      key: sql`'posts:' || open_channel_id || ':' || post || ':' || slot`,
      expiresInSeconds: POST_EXPIRES_SECONDS,
    })}
    from due, unnest(post_kinds) as post
    where schedule = 'posts' and paused_at is null and public_channel_id is not null`,
  // The key has the end of the digest, not its hour, because an hour may come twice on the day when the zone changes, and
  // both digests have sales. Due only when it may be sent, because otherwise the digests of all channels with the same hour
  // would be ahead of what people wait for.
  digest: (sql) => sql`
    select ${promisedRow(sql, 'send_digest', {
      payload: {
        openChannelId: sql`open_channel_id`,
        from: epochMs(sql, sql`digested_until`),
        until: epochMs(sql, sql`next_at`),
      },
      key: sql`'digest:' || open_channel_id || ':' || ${epochMs(sql, sql`next_at`)}`,
      expiresInSeconds: DIGEST_EXPIRES_SECONDS,
      dueInSeconds: sql`greatest(0, ${untilDigest(sql, sql`next_at`, sql`open_channel_id`)})`,
    })}
    from due where schedule = 'digest' and digested_until < next_at`,
};

/** The most schedules that one statement moves on. */
const AT_ONCE = 500;

export interface ScheduledCounts {
  /** Schedules that were due and moved on. */
  readonly schedules: number;
  readonly promises: number;
}

/**
 * Finds the schedules that are due, moves each on to its next day and writes its promises, in one statement. However
 * many workers run it at the same time, each day is promised once, whatever happened to the day before. The key has
 * the hour that is due, so an owner who then chooses a later hour gets that one on the same day as well.
 */
async function promiseOneRound(database: Database): Promise<ScheduledCounts> {
  const [row] = await database.query((sql) => {
    const kinds = Object.keys(SCHEDULED_PROMISES);
    const promised = Object.values(SCHEDULED_PROMISES).map((rows) => rows(sql));
    return sql<ScheduledCounts[]>`
      with due as materialized (
        select s.open_channel_id, s.kind as schedule, s.hour, s.next_at, c.time_zone, c.paused_at, c.public_channel_id,
          c.post_kinds, coalesce(c.digested_until, s.next_at - interval '1 day') as digested_until,
          to_char(s.next_at at time zone c.time_zone, 'YYYY-MM-DD"T"HH24') as slot
        from schedules s join channels c using (open_channel_id)
        where s.next_at <= app_now() and s.kind in ${sql(kinds)}
        order by s.next_at limit ${AT_ONCE}
        for update of s skip locked for no key update of c skip locked),
      moved as (
        update schedules s set next_at = next_local_hour(due.hour, due.time_zone, app_now())
        from due where s.open_channel_id = due.open_channel_id and s.kind = due.schedule returning 1),
      digested as (
        update channels c set digested_until = greatest(due.digested_until, due.next_at)
        from due where due.schedule = 'digest' and c.open_channel_id = due.open_channel_id),
      promised as (
        ${promisedRows(
          sql,
          promised.reduce((all, one) => sql`${all} union all ${one}`),
        )} returning 1)
      select (select count(*)::int from moved) as schedules, (select count(*)::int from promised) as promises`;
  });
  return row ?? { schedules: 0, promises: 0 };
}

/** Promises round by round until no schedule is due. */
export async function promiseDueSchedules(database: Database): Promise<ScheduledCounts> {
  const total = { schedules: 0, promises: 0 };
  for (;;) {
    const { schedules, promises } = await promiseOneRound(database);
    total.schedules += schedules;
    total.promises += promises;
    if (schedules < AT_ONCE) return total;
  }
}
