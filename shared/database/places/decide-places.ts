import { MAX_PLACES, PLACE_YES_SECONDS, type PlaceOfOffer } from '../../domain/places/place';
import { actOn, type ManagerChange } from '../common/act-on';
import { epochMs, fromEpochMs } from '../common/epoch';
import type { Delivery } from '../common/inbox';
import { isUniqueViolation, type Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import { appliedPlace, auditedPlace, closedPlace, openedPlace, type PlaceToOpen } from './offer-places';

/** A yes to a question that named how many people it touches. */
interface PlaceYes extends Pick<ManagerChange, 'actor'> {
  /** When the question was asked, by the clock of the database. Epoch milliseconds. */
  readonly askedAt: number;
}

/** True if the question is young enough, and the place was neither opened nor closed since. */
const isFresh = (sql: Sql, askedAt: number, { openChannelId, chatId }: PlaceOfOffer): Fragment => sql`
  ${fromEpochMs(sql, askedAt)} between app_now() - ${PLACE_YES_SECONDS} * interval '1 second' and app_now()
    and not exists (select from places p where p.open_channel_id = ${openChannelId} and p.chat_id = ${chatId}
      and ${epochMs(sql, sql`greatest(p.opened_at, p.closed_at)`)} > ${askedAt}::bigint)`;

const isOpenPlace = (sql: Sql, { openChannelId, chatId }: PlaceOfOffer): Fragment => sql`
  exists (select from places p where p.open_channel_id = ${openChannelId} and p.chat_id = ${chatId} and p.closed_at is null)`;

/** How many places an offer has. */
export const placesOf = (sql: Sql, openChannelId: number): Fragment => sql`
  (select count(*)::int from places p where p.open_channel_id = ${openChannelId} and p.closed_at is null)`;

/**
 * Opens a place as its owner has decided. `refused`: their role doesn't allow it now, the question is too old or was answered, or
 * there are too many places. `taken`: somebody posts there, or it is a place of another owner.
 */
export async function openPlaceAsked(
  database: Database,
  delivery: Delivery,
  { actor, askedAt, ...place }: PlaceToOpen & PlaceYes,
): Promise<'done' | 'refused' | 'taken'> {
  const { openChannelId, chatId } = place;
  const act = { act: 'place_opened', openChannelId, actorUserId: actor.userId };
  try {
    const isDone = await actOn(database, delivery, {
      actor,
      action: 'open-place',
      condition: (sql) => sql`
        ${isFresh(sql, askedAt, place)} and not ${isOpenPlace(sql, place)}
          and ${placesOf(sql, openChannelId)} < ${MAX_PLACES} and demand_free_place(c.open_channel_id, ${chatId}::bigint)`,
      change: (sql) => ({
        opened: openedPlace(sql, place, sql`exists (select from delivery)`),
        recorded: auditedPlace(sql, act, 'opened'),
        applied: appliedPlace(sql, 'opened', 'opened_at'),
      }),
    });
    return isDone ? 'done' : 'refused';
  } catch (error) {
    if (isUniqueViolation(error)) return 'taken';
    throw error;
  }
}

/** Takes a place away as its owner has decided. `false`: as `refused` above, or it is the main place. */
export function closePlaceAsked(
  database: Database,
  delivery: Delivery,
  { actor, askedAt, ...place }: PlaceOfOffer & PlaceYes,
): Promise<boolean> {
  const { openChannelId } = place;
  const act = { act: 'place_closed', openChannelId, actorUserId: actor.userId };
  return actOn(database, delivery, {
    actor,
    action: 'close-place',
    condition: (sql) => sql`${isFresh(sql, askedAt, place)} and ${isOpenPlace(sql, place)}`,
    change: (sql) => ({
      ended: closedPlace(sql, place, sql`exists (select from delivery)`),
      recorded: auditedPlace(sql, act, 'ended'),
      applied: appliedPlace(sql, 'ended', 'closed_at'),
    }),
  });
}
