import { DIGEST_EXPIRES_SECONDS } from '../../domain/reports/digest';
import { POST_EXPIRES_SECONDS } from '../../domain/posts/posts';
import { untilDigest } from './digests';
import { epochMs } from '../common/epoch';
import { promisedRow, promisedRows } from '../common/outbox';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';

/**
 * What each kind of schedule promises when it is due: rows of `promisedRow` for rows of `due`, which are channels with their
 * `slot`, the local date and hour that has come. A kind that is not here is left alone: a newer version knows it.
 */
const SCHEDULED_PROMISES: Readonly<Record<string, (sql: Sql) => Fragment>> = {
  // Nothing is offered of a channel that is paused, and nowhere without a public channel; tomorrow it is asked anew.
  posts: (sql) => sql`
    select ${promisedRow(sql, 'publish_post', {
      payload: {
        openChannelId: sql`open_channel_id`,
        post: sql`post`,
        occasion: sql`'daily:' || slot`,
      },
      key: sql`'posts:' || open_channel_id || ':' || post || ':' || slot`,
      expiresInSeconds: POST_EXPIRES_SECONDS,
    })}
    from due, unnest(post_kinds) as post
    where schedule = 'posts' and paused_at is null and public_channel_id is not null`,
  // By where it ends, and not by its hour: that may come twice on a day on which the zone is changed, and its sales are told
  // too. Not before it may be told: those of all channels that are told at one hour would stand before what people wait for.
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

/** Schedules that one statement moves on at most. */
const AT_ONCE = 500;

export interface ScheduledCounts {
  /** How many schedules were due and have been moved on. */
  readonly schedules: number;
  readonly promises: number;
}

/**
 * Finds what is due by its schedule, of every channel or of one, moves it on to its next day and promises what it is for,
 * in one statement: however many workers look at the same time, each day is promised once, whatever became of the day
 * before. The hour that has come names it, so an owner who chooses a later hour gets that one, too, on the same day.
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

/** Sows until nothing is due any more. */
export async function promiseDueSchedules(database: Database): Promise<ScheduledCounts> {
  const total = { schedules: 0, promises: 0 };
  for (;;) {
    const { schedules, promises } = await promiseOneRound(database);
    total.schedules += schedules;
    total.promises += promises;
    if (schedules < AT_ONCE) return total;
  }
}
