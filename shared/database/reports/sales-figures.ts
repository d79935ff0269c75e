import { Unavailable } from '../../errors';
import type { OpenChannelId } from '../../domain/common/ids';
import type { SalesHistory } from '../../domain/reports/sales-report';
import type { Fragment, Sql } from '../connection/options';
import type { Database } from '../connection/pool';
import { readSalesHistory } from './sales-report';

const REMEMBERED_SECONDS = 60;
/** Longer than a statement may take, so a run that is older has died. */
const ABANDONED_AFTER_SECONDS = 15;
const LOOK_EVERY_MS = 200;

/** Figures, and when they were counted. */
export interface SalesFigures extends SalesHistory {
  readonly countedAt: Date;
}

interface Remembered {
  /** True if this caller is to count them now. */
  readonly isOurs: boolean;
  readonly isFresh: boolean;
  readonly countedAt: Date | null;
  readonly figures: SalesHistory | null;
}

/**
 * True if `time` is at most so many seconds ago. A caller that waited may be earlier than `time` by seconds. More than a minute to
 * come means that the clock was ahead.
 */
const isRecent = (sql: Sql, time: Fragment, seconds: number): Fragment => sql`
  coalesce(${time} > app_now() - ${seconds}::int * interval '1 second' and ${time} < app_now() + interval '1 minute', false)`;

/** Reads the last figures, and claims the next run if they are old and nobody counts. */
async function claimFigures(database: Database, openChannelId: OpenChannelId): Promise<Remembered> {
  const [row] = await database.query(
    (sql) => sql<Remembered[]>`
      with claimed as (
        insert into sales_figures as f (open_channel_id, begun_at) values (${openChannelId}, app_now())
        on conflict (open_channel_id) do update set begun_at = app_now()
          where not ${isRecent(sql, sql`f.counted_at`, REMEMBERED_SECONDS)}
            and (f.begun_at is not distinct from f.counted_at
              or not ${isRecent(sql, sql`f.begun_at`, ABANDONED_AFTER_SECONDS)})
        returning 1)
      select exists (select from claimed) as "isOurs",
        ${isRecent(sql, sql`counted_at`, REMEMBERED_SECONDS)} as "isFresh",
        counted_at as "countedAt", figures
      from (select) as one left join sales_figures on open_channel_id = ${openChannelId}`,
  );
  if (row === undefined) throw new Error('a left join of one row returned nothing');
  return row;
}

/** Stores the figures of this caller's run. If they are `undefined`, it failed, and the next caller may begin one. */
async function endRun(
  database: Database,
  openChannelId: OpenChannelId,
  figures: SalesHistory | undefined,
): Promise<Date> {
  const json = figures === undefined ? null : JSON.stringify(figures);
  const [row] = await database.query(
    (sql) => sql<{ countedAt: Date | null }[]>`
      update sales_figures set figures = coalesce(${json}::text::jsonb, figures),
        counted_at = case when ${json === null} then counted_at else begun_at end,
        begun_at = case when ${json === null} then counted_at else begun_at end
      where open_channel_id = ${openChannelId} returning counted_at as "countedAt"`,
  );
  return row?.countedAt ?? new Date(0);
}

async function runCount(
  database: Database,
  openChannelId: OpenChannelId,
  count: typeof readSalesHistory,
): Promise<SalesFigures> {
  try {
    const figures = await count(database, openChannelId);
    return { ...figures, countedAt: await endRun(database, openChannelId, figures) };
  } catch (error) {
    await endRun(database, openChannelId, undefined).catch(() => undefined);
    throw error;
  }
}

/**
 * The figures of a channel, at most a minute old. One run counts them for all instances. Anyone who asks meanwhile gets the
 * last figures with their time, or waits if there are none yet. Throws `Unavailable` if that run takes too long.
 */
export async function recentSalesFigures(
  database: Database,
  openChannelId: OpenChannelId,
  count: typeof readSalesHistory = readSalesHistory,
): Promise<SalesFigures> {
  const waitUntil = performance.now() + ABANDONED_AFTER_SECONDS * 1000;
  do {
    const { isOurs, isFresh, countedAt, figures } = await claimFigures(database, openChannelId);
    if (isOurs && !isFresh) return runCount(database, openChannelId, count);
    if (figures !== null && countedAt !== null) return { ...figures, countedAt };
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  } while (performance.now() < waitUntil);
  throw new Unavailable('the figures are still being counted');
}
