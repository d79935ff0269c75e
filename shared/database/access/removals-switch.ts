import type { OpenChannelId } from '../../domain/common/ids';
import type { RemovalsSetting } from '../../domain/common/channel';
import { audited } from '../common/audit-log';
import { allMadeDueNow, madeDueNow } from '../common/outbox';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';

/** The operator's switch for all channels. */
export const removalsOfAll = (sql: Sql): Fragment =>
  sql`coalesce((select w.removals from removals_switch w), 'on')`;

/**
 * What applies to the members of a channel `c`: its own setting or the operator's for all, whichever removes less. Off while it
 * is held because a list was taken over.
 */
export const appliedRemovals = (sql: Sql): Fragment => sql`
  case when c.removals_held_until > app_now() or 'off' in (c.removals, ${removalsOfAll(sql)}) then 'off'
    when 'dry_run' in (c.removals, ${removalsOfAll(sql)}) then 'dry_run' else 'on' end`;

/** The operator's switch, and the channels in which fewer members are removed than their access allows. */
export interface RemovalsState {
  readonly removals: RemovalsSetting;
  /** When it was switched last. */
  readonly setAt: Date | null;
  /** The titles of up to ten channels whose brake holds removals. */
  readonly braked: readonly string[];
}

/** No removal books a time as far ahead: a day, and the step to the next one. A time past it is from a clock that was ahead. */
export const BOOKED_FOR = '25 hours';

/**
 * True for a brake `b` that holds: members are removed from its channel, removals have booked a later time, and the owner has
 * not released it. Times are booked for one day ahead, so a later one is from a clock that was ahead.
 */
export const isHolding = (sql: Sql): Fragment => sql`
  (b.booked_until > app_now() and b.booked_until < app_now() + ${BOOKED_FOR}::interval
    and coalesce(b.released_until <= app_now(), true)
    and (select ${appliedRemovals(sql)} from channels c where c.open_channel_id = b.open_channel_id) = 'on')`;

export async function readRemovalsState(database: Database): Promise<RemovalsState> {
  const [row] = await database.query(
    (sql) => sql<RemovalsState[]>`
      select ${removalsOfAll(sql)} as removals, (select w.set_at from removals_switch w) as "setAt",
        (select coalesce(jsonb_agg(h.title order by h.title), '[]') from (
          select c.title from removal_brakes b join channels c using (open_channel_id)
          where ${isHolding(sql)} order by c.title limit 10) h) as braked`,
  );
  if (row === undefined) throw new Error('a select without a where clause returned nothing');
  return row;
}

/**
 * Sets the operator's switch for all channels. It stays until it is set again and changes no channel's own setting. Switching
 * it on makes waiting removals due now and forgets the times that they had booked. Returns what was set before.
 */
export async function switchAllRemovals(
  database: Database,
  removals: RemovalsSetting,
): Promise<RemovalsSetting> {
  const [row] = await database.query(
    (sql) => sql<{ before: RemovalsSetting }[]>`
      with before as materialized (select ${removalsOfAll(sql)} as removals),
      switched as (
        insert into removals_switch as w (removals) values (${removals})
        on conflict (only_row) do update set removals = excluded.removals, set_at = app_now()
          where w.removals <> excluded.removals
        returning 1)
      ${
        removals === 'on'
          ? sql`, made_due_now as (${allMadeDueNow(sql, 'switched')}),
            unbooked as (update removal_brakes set booked_until = null where exists (select from switched))`
          : sql``
      }
      select removals as before from before`,
  );
  return row?.before ?? 'on';
}

/** Sets a channel's own switch, as its owner may. Returns `false` if there is no such channel. */
export async function switchRemovals(
  database: Database,
  { openChannelId, removals }: { openChannelId: OpenChannelId; removals: RemovalsSetting },
): Promise<boolean> {
  const found = await database.query(
    (sql) => sql`
      with switched as (
        update channels set removals = ${removals}, updated_at = app_now()
        where open_channel_id = ${openChannelId} and removals <> ${removals} returning 1),
      audited as (${audited(sql, { act: 'removals_set', openChannelId, details: { removals } }, 'switched')})
      ${removals === 'on' ? sql`, made_due_now as (${madeDueNow(sql, openChannelId, 'switched')})` : sql``}
      select from channels where open_channel_id = ${openChannelId}`,
  );
  return found.length > 0;
}
