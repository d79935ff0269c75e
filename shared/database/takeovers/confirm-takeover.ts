import { DAY_SECONDS } from '../../domain/common/time';
import { audited } from '../common/audit-log';
import { promisedRow, promisedRows } from '../common/outbox';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import { namesFound } from './compare-lines';
import {
  isUndoable,
  permittedToTakeOver,
  takeoverChange,
  type TakeoverActor,
  type TakeoverChange,
} from './takeovers';

/** The part of a statement that promises the first page of a list that `changed`. Its key differs for each page. */
export const pagePromised = (sql: Sql): Fragment =>
  promisedRows(
    sql,
    sql`select ${promisedRow(sql, 'apply_takeover', {
      payload: { takeoverId: sql`p.takeover_id` },
      key: sql`'takeover:' || p.takeover_id || ':' || p.pages`,
      expiresInSeconds: 30 * DAY_SECONDS,
    })} from changed p`,
  );

/** The one yes to a list. */
interface Confirmation extends TakeoverActor {
  /** Nobody is removed for so many days; 0: removals go on. */
  readonly holdDays: number;
  /** Also gives less to those who were given more by hand. What was paid for stays. */
  readonly shorten: boolean;
}

/**
 * Has a list applied that was compared: by the worker, in pages. Each line is judged again when it is ruled, and only a line that
 * was shown as shorter makes anything shorter.
 */
export async function confirmTakeover(
  database: Database,
  { takeoverId, actorUserId, holdDays, shorten }: Confirmation,
): Promise<TakeoverChange> {
  await database.query((sql) => namesFound(sql, takeoverId));
  const [row] = await database.query((sql) => {
    const act = { act: 'takeover_confirmed', actorUserId, details: { takeoverId, days: holdDays } };
    return sql<{ isAllowed: boolean; isDone: boolean }[]>`
      with permitted as materialized (${permittedToTakeOver(sql, { takeoverId, actorUserId })}),
      changed as (
        update takeovers t set state = 'applying', confirmed_by = ${actorUserId}, confirmed_at = app_now(), shorten = ${shorten},
          held_until = case when ${holdDays}::int > 0 then app_now() + ${holdDays}::int * interval '1 day' end
        from permitted c where t.takeover_id = ${takeoverId} and t.state = 'compared'
        returning t.*),
      held as (
        update channels c set removals_held_until = greatest(c.removals_held_until, t.held_until) from changed t
        where c.open_channel_id = t.open_channel_id and t.held_until is not null),
      audited as (${audited(sql, { ...act, openChannelId: sql`(select open_channel_id from changed)` }, 'changed')}),
      promised as (${pagePromised(sql)})
      select exists (select from permitted) as "isAllowed", exists (select from changed) as "isDone"`;
  });
  return takeoverChange(row);
}

/**
 * Has taken back what a list gave: by the worker, in pages, also while it is still being applied. Ends its hold; those of other
 * lists go on. A person whose access was paid on since, or ended since, keeps what they have.
 */
export async function undoTakeover(
  database: Database,
  { takeoverId, actorUserId }: TakeoverActor,
): Promise<TakeoverChange> {
  const [row] = await database.query((sql) => {
    const act = { act: 'takeover_undone', actorUserId, details: { takeoverId } };
    return sql<{ isAllowed: boolean; isDone: boolean }[]>`
      with permitted as materialized (${permittedToTakeOver(sql, { takeoverId, actorUserId })}),
      -- All lists of the channel, locked, so that one that is confirmed or undone at this moment is seen as it will be.
      lists as materialized (
        select t.* from takeovers t join permitted using (open_channel_id) for no key update of t),
      changed as (
        update takeovers t set state = 'undoing', undone_by = ${actorUserId}, finished_at = null, held_until = null, done = 0,
          pages = t.pages + 1, total = (
            select count(*)::int from takeover_lines l where l.takeover_id = ${takeoverId} and l.version_after is not null)
        from lists b where t.takeover_id = ${takeoverId} and b.takeover_id = t.takeover_id and ${isUndoable(sql, sql`b`)}
        returning t.*),
      released as (
        update channels c set removals_held_until = (
          select max(o.held_until) from lists o where o.takeover_id <> t.takeover_id and o.state in ('applying', 'applied'))
        from changed t join lists b using (takeover_id)
        where c.open_channel_id = t.open_channel_id and b.held_until is not null),
      audited as (${audited(sql, { ...act, openChannelId: sql`(select open_channel_id from changed)` }, 'changed')}),
      promised as (${pagePromised(sql)})
      select exists (select from permitted) as "isAllowed", exists (select from changed) as "isDone"`;
  });
  return takeoverChange(row);
}
