import type { PlaceOfOffer } from '../../domain/places/place';
import { isBanned, isLetIn, isTakenOver } from '../access/holders';
import { epochMs } from '../common/epoch';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';

/** Users with days left in an offer who aren't in the chat yet: those that opening it lets in. */
export const outsiders = (sql: Sql, { openChannelId, chatId }: PlaceOfOffer): Fragment => sql`
  select s.user_id, s.paid_until from subscriptions s
    left join place_access a on (a.chat_id, a.user_id) = (${chatId}, s.user_id)
  where s.open_channel_id = ${openChannelId} and s.paid_until > app_now()
    and coalesce(a.status in ('left', 'kicked'), true)
    and not ${isBanned(sql, sql`s.open_channel_id`, sql`s.user_id`)}`;

/**
 * Users that an offer brought into a chat, or who have a link to it, if no open offer lets them in: those that closing it removes.
 * Members of a list may be in it without the bot having seen them.
 */
export const leftInside = (sql: Sql, { openChannelId, chatId }: PlaceOfOffer, but?: OfOffer): Fragment => sql`
  select k.user_id, k.paid_until from subscriptions k
    left join place_access a on (a.chat_id, a.user_id) = (${chatId}, k.user_id)
  where k.open_channel_id = ${openChannelId} and (
      a.status not in ('left', 'kicked') and not a.is_protected
      or coalesce(a.status not in ('left', 'kicked'), a.removed_at is null)
        and ${isTakenOver(sql, sql`${chatId}::bigint`, sql`k.user_id`)}
      or exists (select from place_links l where (l.chat_id, l.user_id) = (${chatId}, k.user_id) and l.revoked_at is null))
    and not ${isLetIn(sql, { chatId, userId: sql`k.user_id` }, but?.openChannelId)}`;

type OfOffer = Pick<PlaceOfOffer, 'openChannelId'>;

/** Counts the people that opening a place, or closing it, touches: what the owner reads before they say yes. And when that was. */
export async function readTouched(
  database: Database,
  place: PlaceOfOffer,
  change: 'open' | 'close',
): Promise<{ readonly people: number; readonly askedAt: number }> {
  const [row] = await database.query(
    (sql) => sql<{ people: number; askedAt: number }[]>`
      select count(*)::int as people, ${epochMs(sql, sql`app_now()`)} as "askedAt"
      from (${change === 'open' ? outsiders(sql, place) : leftInside(sql, place, place)}) as touched`,
  );
  if (row === undefined) throw new Error('a count returned nothing');
  return row;
}
