import { retryFailedNow } from '../../database/common/outbox';
import type { Database } from '../../database/connection/pool';
import { readKnownPlace, saveAskedPlace } from '../../database/places/sold-places';
import type { SeenPlace } from '../../domain/places/place-state';
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
 * again if an update changed the row meanwhile. `undefined` from it ends the attempt.
 */
export const savePlace = (
  database: Database,
  chatId: number,
  ask: () => Promise<PlaceAnswer | undefined>,
): Promise<void> =>
  retryOnConflict({ what: 'place' }, async () => {
    const { places, ...read } = await readKnownPlace(database, chatId);
    const answer = places.length === 0 ? undefined : await ask();
    if (answer === undefined) return undefined;
    const { now, occasion } = answer;
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
    if (change.isBack) await retryFailedNow(database, chatId);
    return undefined;
  });

/** The bot as it is in a chat that does not exist. */
const GONE: SeenPlace = { status: 'left', rights: {}, isGone: true };

/** Records that a chat was deleted. Its owner is told once, however many promises find out. */
export const noteGone = (database: Database, chatId: number, occasion: string): Promise<void> =>
  savePlace(database, chatId, async () => ({ chatId, now: GONE, occasion }));
