import { DAY_SECONDS } from '../../domain/common/time';
import type { OfferPlace, PlaceOfOffer } from '../../domain/places/place';
import { isBanned, isLetIn } from '../access/holders';
import { audited } from '../common/audit-log';
import { epochMs } from '../common/epoch';
import type { Gate } from '../common/inbox';
import { promisedRow, promisedRows } from '../common/outbox';
import { isUniqueViolation, type Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';

/** Lists the places that an offer opens, in the order in which buyers see them. */
export const listPlaces = (
  database: Database,
  { openChannelId }: Pick<PlaceOfOffer, 'openChannelId'>,
): Promise<OfferPlace[]> =>
  database.query(
    (sql) => sql<OfferPlace[]>`
      select p.open_channel_id as "openChannelId", p.chat_id as "chatId", p.kind, p.role,
        coalesce(p.title, b.title, c.title) as title
      from places p join channels c using (open_channel_id) left join bot_chats b using (chat_id)
      where p.open_channel_id = ${openChannelId} and p.closed_at is null order by p.position, p.chat_id`,
  );

/** Users with days left in an offer who aren't in the chat yet: those that opening it lets in. */
export const outsiders = (sql: Sql, { openChannelId, chatId }: PlaceOfOffer): Fragment => sql`
  select s.user_id, s.paid_until from subscriptions s
    left join place_access a on (a.chat_id, a.user_id) = (${chatId}, s.user_id)
  where s.open_channel_id = ${openChannelId} and s.paid_until > app_now()
    and coalesce(a.status in ('left', 'kicked'), true)
    and not ${isBanned(sql, sql`s.open_channel_id`, sql`s.user_id`)}`;

/** Users that an offer brought into a chat, or who have a link to it, if no open offer lets them in: those that closing it removes. */
export const leftInside = (sql: Sql, { openChannelId, chatId }: PlaceOfOffer, but?: OfOffer): Fragment => sql`
  select k.user_id, k.paid_until from subscriptions k
  where k.open_channel_id = ${openChannelId} and (
      exists (select from place_access a where (a.chat_id, a.user_id) = (${chatId}, k.user_id)
        and a.status not in ('left', 'kicked') and not a.is_protected)
      or exists (select from place_links l where (l.chat_id, l.user_id) = (${chatId}, k.user_id) and l.revoked_at is null))
    and not ${isLetIn(sql, { chatId, userId: sql`k.user_id` }, but?.openChannelId)}`;

type OfOffer = Pick<PlaceOfOffer, 'openChannelId'>;

/** Counts the people that opening a place, or closing it, touches: what the owner reads before they say yes. */
export async function countTouched(
  database: Database,
  place: PlaceOfOffer,
  change: 'open' | 'close',
): Promise<number> {
  const [row] = await database.query(
    (sql) => sql<{ people: number }[]>`
      select count(*)::int as people
      from (${change === 'open' ? outsiders(sql, place) : leftInside(sql, place, place)}) as touched`,
  );
  return row?.people ?? 0;
}

/** The part of a statement that promises the first page of what opening or closing a place takes. `moment`: its column. */
const applied = (sql: Sql, gate: Gate, moment: 'opened_at' | 'closed_at'): Fragment =>
  promisedRows(
    sql,
    sql`select ${promisedRow(sql, 'apply_place', {
      payload: {
        openChannelId: sql`g.open_channel_id`,
        chatId: sql`g.chat_id`,
        since: epochMs(sql, sql`g.${sql(moment)}`),
        after: sql`0`,
        isAgain: sql`false`,
      },
      key: sql`'place:' || g.open_channel_id || ':' || g.chat_id || ':' || ${epochMs(sql, sql`g.${sql(moment)}`)}`,
      expiresInSeconds: 30 * DAY_SECONDS,
    })} from ${sql(gate)} g`,
  );

interface ByOwner {
  /** The manager who decided it. Absent: the operator, by the import file. */
  readonly actorUserId?: number;
}
/** A place to open. `title` is `null` if it has none of its own. */
type NewPlace = Omit<OfferPlace, 'title'> & { readonly title: string | null } & ByOwner;

/**
 * Opens a chat to all who have access to an offer, now and later: paced, in pages. A place that was closed is opened again.
 * `taken`: somebody posts there, or it is a place of another owner. `unchanged`: it is open already.
 */
export async function openPlace(
  database: Database,
  { openChannelId, chatId, kind, role, title, actorUserId }: NewPlace,
): Promise<'opened' | 'unchanged' | 'taken'> {
  const by = actorUserId !== undefined && { actorUserId };
  const act = { act: 'place_opened', openChannelId, ...by, details: { chatId } };
  try {
    const opened = await database.query(
      (sql) => sql`
        with opened as (
          insert into places as p (open_channel_id, chat_id, kind, role, position, title)
          select ${openChannelId}, ${chatId}, ${kind}, ${role}, coalesce(max(o.position), 0) + 1, ${title}
          from places o where o.open_channel_id = ${openChannelId}
          having demand_free_place(${openChannelId}, ${chatId})
          on conflict (open_channel_id, chat_id) do update set kind = excluded.kind, role = excluded.role,
            position = excluded.position, title = excluded.title, opened_at = app_now(), closed_at = null
            where p.closed_at is not null
          returning *),
        audited as (${audited(sql, act, 'opened')}),
        applied as (${applied(sql, 'opened', 'opened_at')})
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
  { openChannelId, chatId, actorUserId }: PlaceOfOffer & ByOwner,
): Promise<boolean> {
  const by = actorUserId !== undefined && { actorUserId };
  const act = { act: 'place_closed', openChannelId, ...by, details: { chatId } };
  const closed = await database.query(
    (sql) => sql`
      with closed as (
        update places set closed_at = app_now()
        where open_channel_id = ${openChannelId} and chat_id = ${chatId} and role <> 'main' and closed_at is null
        returning *),
      audited as (${audited(sql, act, 'closed')}),
      applied as (${applied(sql, 'closed', 'closed_at')})
      select from closed`,
  );
  return closed.length > 0;
}
