import type { Database } from '../../connection/pool';
import type { Fragment, Sql } from '../../connection/options';

/** The least `bigint`: before every channel. */
const BEFORE_ALL = '-9223372036854775808';
/** Channels whose history is marked by one statement. */
const AT_ONCE = 5;
/**
 * Selects the quarters of some channels (`open_channel_id`) in which anything counts, within the longest figure, from rows that
 * were there before the triggers or that were written past them.
 */
export const quartersOf = (sql: Sql, channels: Fragment): Fragment => sql`
  select open_channel_id, quarter_of(moment) as quarter from (
    select o.open_channel_id, o.settled_at as moment from orders o join (${channels}) c using (open_channel_id)
      where o.settled_at > app_now() - interval '40 days'
    union all
    select o.open_channel_id, unnest(array[p.credited_at, p.refunded_at, p.updated_at])
      from payments p join orders o on o.reference = p.order_reference join (${channels}) c using (open_channel_id)
      where p.standing in ('credited', 'refunded') and p.updated_at > app_now() - interval '40 days'
    union all
    select e.open_channel_id, unnest(array[e.granted_at, e.revoked_at]) from extensions e join (${channels}) c using (open_channel_id)
      where e.granted_at > app_now() - interval '40 days' or e.revoked_at > app_now() - interval '40 days'
    union all
    select e.open_channel_id, unnest(array[e.granted_at, e.revoked_at]) from manual_extensions e join (${channels}) c using (open_channel_id)
      where e.granted_at > app_now() - interval '40 days' or e.revoked_at > app_now() - interval '40 days'
    union all
    select s.open_channel_id, s.paid_until from subscriptions s join (${channels}) c using (open_channel_id)
      where s.paid_until > app_now() - interval '40 days') moments
  where moment > app_now() - interval '40 days'
  group by 1, 2`;

/** Marks the next few channels. The row that says how far it came is locked, so that several workers share the work. */
async function markNext(database: Database): Promise<boolean> {
  const [row] = await database.query(
    (sql) => sql<{ isLeft: boolean }[]>`
      with progress as materialized (
        select marked_through from figure_progress where marked_through < 0 for update),
      next as materialized (
        select open_channel_id from channels, progress where open_channel_id > marked_through
        order by open_channel_id limit ${AT_ONCE}),
      marked as (
        insert into figure_marks (open_channel_id, quarter) ${quartersOf(sql, sql`select open_channel_id from next`)}),
      moved as (
        update figure_progress f set marked_through = coalesce((select max(open_channel_id) from next), 0)
        from progress returning f.marked_through)
      select marked_through < 0 as "isLeft" from moved`,
  );
  return row?.isLeft ?? false;
}

/**
 * Marks everything again if sums were deleted that are still needed: the clock was ahead when they were. Until then, figures are
 * counted from the rows. Whole days were deleted with them, which then no longer are what the sums add up to.
 */
const markDropped = (database: Database): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with dropped as (
        update figure_progress set marked_through = ${BEFORE_ALL}::bigint, dropped_before = null
        where dropped_before > app_now() - interval '40 days' returning 1)
      update figure_channels set zone = null where exists (select from dropped)`,
  );

/**
 * Marks what was there before the triggers, channel by channel, until it is over. Safe to interrupt. Returns whether anything is
 * left.
 */
export async function markHistory(database: Database, isOver: () => boolean = () => false): Promise<boolean> {
  await markDropped(database);
  let isLeft: boolean;
  do isLeft = await markNext(database);
  while (isLeft && !isOver());
  return isLeft;
}

/** Marks the quarters that the next few channels have sums of. Returns the last of these channels; `undefined` at the end. */
async function markSumsAfter(
  database: Database,
  last: string,
): Promise<{ last: string; quarters: number } | undefined> {
  const [row] = await database.query(
    (sql) => sql<{ last: string | null; quarters: number }[]>`
      with next as materialized (
        select open_channel_id from channels where open_channel_id > ${last}::bigint order by open_channel_id limit ${AT_ONCE}),
      marked as (
        insert into figure_marks (open_channel_id, quarter)
        select distinct open_channel_id, quarter from figure_sums join next using (open_channel_id) returning 1),
      reset as (
        update figure_channels set zone = null, active = null from next
        where figure_channels.open_channel_id = next.open_channel_id)
      select (select max(open_channel_id) from next)::text as last, (select count(*)::int from marked) as quarters`,
  );
  return row?.last == null ? undefined : { last: row.last, quarters: row.quarters };
}

/**
 * Has all sums written again, in steps: a mark makes figures count from the rows until the worker has. They are right meanwhile, only
 * slower. Returns how many quarters have sums.
 */
export async function recountFigures(database: Database): Promise<number> {
  let quarters = 0;
  let next = await markSumsAfter(database, BEFORE_ALL);
  for (; next !== undefined; next = await markSumsAfter(database, next.last)) quarters += next.quarters;
  await database.query((sql) => sql`update figure_progress set marked_through = ${BEFORE_ALL}::bigint`);
  return quarters;
}
