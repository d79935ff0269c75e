import type { OpenChannelId } from '../../domain/common/ids';
import { LINES_KEPT_DAYS, type Takeover, type TakeoverState } from '../../domain/takeovers/takeover-line';
import { RULING_ROLE } from '../../domain/common/roles';
import { mayIn, permittedAs } from '../common/channel-roles';
import { epochMs } from '../common/epoch';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';

/** A list, and who asks for something to be done with it. */
export interface TakeoverActor {
  readonly takeoverId: number;
  readonly actorUserId: number;
}

/** `changed`: its state is another one, so there is nothing to do. */
export type TakeoverChange = 'done' | 'changed' | 'not_allowed';

export interface StartedTakeover {
  readonly takeoverId: number;
  readonly state: TakeoverState;
  readonly isNew: boolean;
}

/**
 * Begins with a list. The same file, by its digest, is one list, whatever was done with it, until it is undone: then `isNew` is
 * false and nothing has changed. `undefined` if the role doesn't allow it.
 */
export async function startTakeover(
  database: Database,
  {
    openChannelId,
    actorUserId,
    digest,
  }: { readonly openChannelId: OpenChannelId; readonly actorUserId: number; readonly digest: string },
): Promise<StartedTakeover | undefined> {
  const [started] = await database.query(
    (sql) => sql<StartedTakeover[]>`
      with permitted as materialized (
        ${permittedAs(sql, { openChannelId, userId: actorUserId }, RULING_ROLE)} for no key update of c),
      started as (
        insert into takeovers (open_channel_id, digest, started_by)
        select open_channel_id, ${digest}, ${actorUserId} from permitted
        on conflict (open_channel_id, digest) where state <> 'undone' do nothing
        returning takeover_id, state)
      select takeover_id as "takeoverId", state, true as "isNew" from started
      union all
      select t.takeover_id, t.state, false from takeovers t join permitted using (open_channel_id)
      where t.digest = ${digest} and t.state <> 'undone'`,
  );
  return started;
}

/** True if the list `of` can be undone: it is given, and its lines are kept. */
export const isUndoable = (sql: Sql, of: Fragment): Fragment => sql`(${of}.state in ('applying', 'applied')
  and coalesce(${of}.finished_at > app_now() - ${LINES_KEPT_DAYS} * interval '1 day', true))`;

const takeover = (sql: Sql, counts: Fragment): Fragment => sql`
  select t.takeover_id as "takeoverId", t.open_channel_id as "openChannelId", c.title, c.time_zone as "timeZone", t.state,
    t.started_by as "startedBy", ${epochMs(sql, sql`t.started_at`)} as "startedAt", t.confirmed_by as "confirmedBy",
    ${epochMs(sql, sql`t.confirmed_at`)} as "confirmedAt", ${epochMs(sql, sql`t.finished_at`)} as "finishedAt", ${isUndoable(sql, sql`t`)} as "isUndoable",
    ${epochMs(sql, sql`c.removals_held_until`)} as "heldUntil", t.done, t.total, ${counts}
  from takeovers t join channels c using (open_channel_id)`;

/** Reads a list with what became of its lines. `undefined` if there is none, or it was dropped. */
export async function readTakeover(database: Database, takeoverId: number): Promise<Takeover | undefined> {
  const [row] = await database.query(
    (sql) => sql<Takeover[]>`
      ${takeover(
        sql,
        sql`(select count(*)::int from takeover_lines l
            where l.takeover_id = t.takeover_id and l.outcome is null and l.user_id is null) as waiting,
          (select coalesce(jsonb_object_agg(outcome, lines), '{}') from (
            select outcome, count(*) as lines from takeover_lines l
            where l.takeover_id = t.takeover_id and l.outcome is not null group by outcome) counted) as outcomes`,
      )}
      where t.takeover_id = ${takeoverId}`,
  );
  return row;
}

/** So many lists of an offer are shown. */
const LISTED_TAKEOVERS = 5;

/** Lists the last lists of an offer, the newest first, without what became of their lines. */
export const listTakeovers = (
  database: Database,
  openChannelId: OpenChannelId,
): Promise<Omit<Takeover, 'waiting' | 'outcomes'>[]> =>
  database.query(
    (sql) => sql<Omit<Takeover, 'waiting' | 'outcomes'>[]>`
      ${takeover(sql, sql`null as nothing`)}
      where t.open_channel_id = ${openChannelId} and t.state <> 'staging'
      order by t.takeover_id desc limit ${LISTED_TAKEOVERS}`,
  );

/** Forgets a list that nobody said yes to. */
export async function dropTakeover(
  database: Database,
  { takeoverId, actorUserId }: TakeoverActor,
): Promise<TakeoverChange> {
  const [row] = await database.query(
    (sql) => sql<{ isAllowed: boolean; isDone: boolean }[]>`
      with permitted as materialized (${permittedToTakeOver(sql, { takeoverId, actorUserId })}),
      dropped as (
        delete from takeovers where takeover_id = ${takeoverId} and state in ('staging', 'compared')
          and exists (select from permitted)
        returning 1)
      select exists (select from permitted) as "isAllowed", exists (select from dropped) as "isDone"`,
  );
  return takeoverChange(row);
}

/** Selects the channel of a list, locked, if the user may rule about its members. */
export const permittedToTakeOver = (sql: Sql, { takeoverId, actorUserId }: TakeoverActor): Fragment => sql`
  select c.open_channel_id from channels c
  where c.open_channel_id = (select open_channel_id from takeovers where takeover_id = ${takeoverId})
    and ${mayIn(sql, actorUserId, RULING_ROLE)}
  for no key update of c`;

export const takeoverChange = (
  row: { readonly isAllowed: boolean; readonly isDone: boolean } | undefined,
): TakeoverChange => (row?.isAllowed !== true ? 'not_allowed' : row.isDone ? 'done' : 'changed');
