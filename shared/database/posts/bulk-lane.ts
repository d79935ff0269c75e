import {
  claiming,
  due,
  readEntry,
  type ClaimedRow,
  type Entry,
  type UnreadableEntry,
} from '../common/claim-outbox';
import { isInLane } from '../common/effect-codec';
import type { Sql } from '../connection/options';
import type { Database } from '../connection/pool';

/** Part of the 30 messages a second that Telegram accepts from a bot. The rest is for people who wait. */
const PER_SECOND = 20;
/** The most that may be sent at once after a pause, and that one worker holds at a time. */
const AT_ONCE = 10;
/** Claims wait until this many can be taken together, if this many are due, because each claim costs a commit. */
const TOGETHER = 4;
/** A worker that claims comes back at least this often while anything is due. */
const PRESENT_SECONDS = 3;
/**
 * Telegram may mean one chat only, and for hours. That entry waits as long as Telegram says, all others at most this
 * long.
 */
const LONGEST_REST_SECONDS = 60;

export interface BulkClaim {
  readonly entries: readonly (Entry | UnreadableEntry)[];
  /** The time until more may be claimed; `null` if nothing more is due. */
  readonly waitMs: number | null;
}

const filled = (sql: Sql) => sql`
  least(${AT_ONCE}::float8, tokens + greatest(0, extract(epoch from app_now() - filled_at)) * ${PER_SECOND}::float8)`;

/**
 * Claims bulk entries that are due, oldest first, at most as many as the bucket holds. All workers share the bucket
 * and queue for the lock of its row, so together they are never faster than it fills.
 */
export async function claimBulk(database: Database): Promise<BulkClaim> {
  const rows = await database.query(
    (sql) => sql<(Partial<ClaimedRow> & { tokens: number; waiting: number })[]>`
      with waiting as materialized (
        select outbox_id from outbox where ${due(sql)} and ${isInLane(sql, 'bulk')}
        order by due_at limit ${AT_ONCE + 1}),
      lane as materialized (
        select ${filled(sql)} as tokens from bulk_lane where exists (select from waiting) for update),
      taken as materialized (
        select outbox_id from outbox where ${due(sql)} and ${isInLane(sql, 'bulk')} order by due_at
        limit coalesce((select floor(tokens)::int from lane
          where tokens >= least(${TOGETHER}, (select count(*) from waiting))), 0) for update skip locked),
      spent as (
        update bulk_lane set tokens = lane.tokens - (select count(*) from taken), filled_at = greatest(filled_at, app_now()),
          attended_at = case when (select count(*) from waiting) > (select count(*) from taken) then app_now() end
        from lane),
      claimed as (${claiming(sql, sql`select outbox_id from taken`)})
      select claimed.*, tokens - (select count(*) from taken) as tokens,
        (select count(*)::int from waiting) as waiting
      from lane left join claimed on true`,
  );
  const [first] = rows;
  const entries = rows.flatMap((row) => (row.outboxId == null ? [] : [readEntry(row as ClaimedRow)]));
  if (first === undefined || first.waiting <= entries.length) return { entries, waitMs: null };
  const wanted = Math.min(TOGETHER, first.waiting - entries.length);
  return { entries, waitMs: Math.max(0, ((wanted - first.tokens) / PER_SECOND) * 1000) };
}

/** Pauses bulk sending, because Telegram told one worker to wait and would tell the next one, too. */
export function restLane(database: Database, seconds: number): Promise<unknown> {
  const tokens = -Math.min(seconds, LONGEST_REST_SECONDS) * PER_SECOND;
  return database.query(
    (sql) => sql`
      update bulk_lane set tokens = ${tokens}::float8, filled_at = greatest(filled_at, app_now())
      where ${filled(sql)} > ${tokens}::float8`,
  );
}

/**
 * Records that a worker does not come back for the rest. If another one is claiming, its next claim records that
 * again.
 */
export const leaveLane = (database: Database): Promise<unknown> =>
  database.query((sql) => sql`update bulk_lane set attended_at = null`);

/** Returns `true` if bulk entries are due and no worker is claiming them. */
export async function isBulkLeft(database: Database): Promise<boolean> {
  const [row] = await database.query(
    (sql) => sql<{ is: boolean }[]>`
      select exists (select from outbox where ${due(sql)} and ${isInLane(sql, 'bulk')})
        and not exists (
          select from bulk_lane where attended_at > app_now() - ${PRESENT_SECONDS} * interval '1 second') as is`,
  );
  return row?.is === true;
}
