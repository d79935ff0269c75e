import { DAY_SECONDS } from '../../domain/common/time';
import type { OfferPlace, PlaceOfOffer } from '../../domain/places/place';
import { audited } from '../common/audit-log';
import { epochMs } from '../common/epoch';
import type { Gate } from '../common/inbox';
import { promisedRow, promisedRows } from '../common/outbox';
import { isUniqueViolation, type Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import { readTouched } from './touched-people';

/** Counts the people that opening a place, or closing it, touches. */
export const countTouched = async (
  database: Database,
  place: PlaceOfOffer,
  change: 'open' | 'close',
): Promise<number> => (await readTouched(database, place, change)).people;

/** The part of a statement that promises the first page of what opening or closing a place takes. `moment`: its column. */
export const appliedPlace = (sql: Sql, gate: Gate, moment: 'opened_at' | 'closed_at'): Fragment =>
  promisedRows(
    sql,
    sql`select ${promisedRow(sql, 'apply_place', {
      payload: {
        openChannelId: sql`g.open_channel_id`,
        chatId: sql`g.chat_id`,
        since: epochMs(sql, sql`g.${sql(moment)}`),
        after: sql`0`,
        isAgain: sql`false`,
        total: sql`null::integer`,
        begun: sql`0`,
        countAgainSeconds: sql`0`,
      },
      key: sql`'place:' || g.open_channel_id || ':' || g.chat_id || ':' || ${epochMs(sql, sql`g.${sql(moment)}`)}`,
      expiresInSeconds: 30 * DAY_SECONDS,
    })} from ${sql(gate)} g`,
  );

/** `title` is `null` if the place has none of its own. */
export type PlaceToOpen = Omit<OfferPlace, 'title'> & { readonly title: string | null };

/**
 * The part of a statement that opens a chat to an offer, unless it is open. A place that was closed is opened again, if it is
 * `only`. Raises a unique violation if somebody posts there, or it is a place of another owner.
 */
export const openedPlace = (
  sql: Sql,
  { openChannelId, chatId, kind, role, title }: PlaceToOpen,
  only: Fragment = sql`true`,
): Fragment => sql`
  insert into places as p (open_channel_id, chat_id, kind, role, position, title)
  select ${openChannelId}, ${chatId}, ${kind}, ${role}, coalesce(max(o.position), 0) + 1, ${title}
  from places o where o.open_channel_id = ${openChannelId}
  having ${only} and demand_free_place(${openChannelId}, ${chatId})
  on conflict (open_channel_id, chat_id) do update set kind = excluded.kind, role = excluded.role,
    position = excluded.position, title = excluded.title, opened_at = app_now(), closed_at = null
    where p.closed_at is not null
  returning *`;

/** The part of a statement that takes a place away from an offer, unless it is the main one. */
export const closedPlace = (
  sql: Sql,
  { openChannelId, chatId }: PlaceOfOffer,
  only: Fragment = sql`true`,
): Fragment => sql`
  update places set closed_at = app_now()
  where open_channel_id = ${openChannelId} and chat_id = ${chatId} and role <> 'main' and closed_at is null and ${only}
  returning *`;

interface ByOwner {
  /** The manager who decided it. Absent: the operator, by the import file. */
  readonly actorUserId?: number | undefined;
}

/** The part of a statement that records that a place was opened, or closed, under the title that it has then. */
export const auditedPlace = (
  sql: Sql,
  {
    openChannelId,
    actorUserId,
    act,
  }: Pick<PlaceOfOffer, 'openChannelId'> & ByOwner & { readonly act: string },
  gate: Gate,
): Fragment =>
  audited(
    sql,
    {
      act,
      openChannelId,
      actorUserId,
      found: sql`(select jsonb_build_object('chat', coalesce(g.title, b.title, g.chat_id::text)) from ${sql(gate)} g left join bot_chats b using (chat_id))`,
    },
    gate,
  );

/**
 * Opens a chat to all who have access to an offer, now and later: paced, in pages. A place that was closed is opened again.
 * `taken`: somebody posts there, or it is a place of another owner. `unchanged`: it is open already.
 */
export async function openPlace(
  database: Database,
  { actorUserId, ...place }: PlaceToOpen & ByOwner,
): Promise<'opened' | 'unchanged' | 'taken'> {
  const { openChannelId } = place;
  try {
    const opened = await database.query(
      (sql) => sql`
        with opened as (${openedPlace(sql, place)}),
        audited as (${auditedPlace(sql, { act: 'place_opened', openChannelId, actorUserId }, 'opened')}),
        applied as (${appliedPlace(sql, 'opened', 'opened_at')})
        select from opened`,
    );
    return opened.length > 0 ? 'opened' : 'unchanged';
  } catch (error) {
    if (isUniqueViolation(error)) return 'taken';
    throw error;
  }
}

/**
 * Takes a place away from an offer: all leave it who have no other right to it, paced, in pages. Not the main place. Returns
 * `false` if it isn't open.
 */
export async function closePlace(
  database: Database,
  { actorUserId, ...place }: PlaceOfOffer & ByOwner,
): Promise<boolean> {
  const { openChannelId } = place;
  const closed = await database.query(
    (sql) => sql`
      with closed as (${closedPlace(sql, place)}),
      audited as (${auditedPlace(sql, { act: 'place_closed', openChannelId, actorUserId }, 'closed')}),
      applied as (${appliedPlace(sql, 'closed', 'closed_at')})
      select from closed`,
  );
  return closed.length > 0;
}
