import { retryFailedNow } from '../../database/places/retry-failed';
import type { Database } from '../../database/connection/pool';
import { readKnownPlace, saveAskedPlace } from '../../database/places/sold-places';
import { isThere, type SeenPlace } from '../../domain/places/place-state';
import { decidePlaceChange } from '../../domain/places/tell-place';
import { CONFLICT, retryOnConflict } from '../common/retry-on-conflict';
import { postsSwitched } from './switch-posts';

/** Telegram's answer about the bot in a chat. */
export interface PlaceAnswer {
  readonly chatId: number;
  readonly now: SeenPlace;
  /** Identifies the answer in the keys of what follows from it. */
  readonly occasion: string;
}

/**
 * Stores what Telegram answered about the bot in a chat, and tells the owners concerned if that is news. `ask` is called
 * again if an update changed the row meanwhile. Returns whether a channel uses the chat.
 */
export const savePlace = (
  database: Database,
  chatId: number,
  ask: () => Promise<PlaceAnswer>,
): Promise<boolean> =>
  retryOnConflict({ what: 'place' }, async () => {
    const { places, ...read } = await readKnownPlace(database, chatId);
    if (places.length === 0) return false;
    const { now, occasion } = await ask();
    const change = decidePlaceChange(places, { before: read.lastTold, after: now, occasion });
    const isSaved = await saveAskedPlace(database, {
      chatId,
      read,
      now,
      lastTold: change.lastTold,
      told: [...change.told, ...postsSwitched(change, occasion)],
      ...(change.isBack && { approving: occasion }),
    });
    if (!isSaved) return CONFLICT;
    if (change.told.length > 0 && isThere(now)) await retryFailedNow(database, chatId);
    return true;
  });

/** The bot as it is in a chat that does not exist. */
const GONE: SeenPlace = { status: 'left', rights: {}, isGone: true };

/**
 * Records that a chat was deleted. Its owner is told once, however many promises find out. Returns `false` if no channel uses
 * the chat, because its owner has chosen another one.
 */
export const noteGone = (database: Database, chatId: number, occasion: string): Promise<boolean> =>
  savePlace(database, chatId, async () => ({ chatId, now: GONE, occasion }));
