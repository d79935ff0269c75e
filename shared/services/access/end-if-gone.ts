import { promiseAlone } from '../../database/common/outbox';
import { movePlace } from '../../database/places/moved-places';
import type { Database } from '../../database/connection/pool';
import { readAccess } from '../../database/access/member-access';
import { tellDelayed } from '../../domain/access/access-promises';
import { phaseOf } from '../../domain/common/subscription';
import type { EffectOf } from '../../domain/effects';
import { PLACE_GONE } from '../../domain/places/place-state';
import { ChannelGone, ChatMoved } from '../../telegram/failure';
import { failed, later, type Attempt, type Outcome } from '../common/outcome';
import { noteGone } from '../places/save-place';

interface WithDatabase {
  readonly database: Database;
}

type Step<Dependencies, Of, Result> = (deps: Dependencies, effect: Of, attempt: Attempt) => Promise<Result>;

/** The owner chose another private channel during the attempt, or a group was upgraded, so the next one acts there. */
const HAS_MOVED = 'the chat was replaced';

/**
 * Follows a group that was upgraded. Ends a promise about a private channel that was deleted, because no attempt can keep it. It stays visible, and is due
 * again if the owner chooses another private channel. `tell` says what the people concerned are told.
 */
export const endIfGone =
  <Dependencies, Of extends object>(
    perform: Step<Dependencies, Of, Outcome>,
    tell?: Step<WithDatabase, Of, unknown>,
  ) =>
  async (deps: Dependencies & WithDatabase, effect: Of, attempt: Attempt): Promise<Outcome> => {
    try {
      return await perform(deps, effect, attempt);
    } catch (error) {
      if (error instanceof ChatMoved) {
        await movePlace(deps.database, error);
        return later(HAS_MOVED, 1);
      }
      if (!(error instanceof ChannelGone)) throw error;
      // With the attempt, because a promise that is due again may find the next channel gone, too.
      const isSold = await noteGone(deps.database, error.chatId, `${attempt.key}:${attempt.attempts}`);
      const isAboutThisChat =
        ('closedChannelId' in effect && effect.closedChannelId === error.chatId) ||
        ('chatId' in effect && effect.chatId === error.chatId);
      if (!isSold && !isAboutThisChat) return later(HAS_MOVED, 1);
      await tell?.(deps, effect, attempt);
      return failed(PLACE_GONE);
    }
  };

/** Tells a buyer who has paid that the owner has to act. */
export async function tellGrantDelayed(
  { database }: WithDatabase,
  effect: EffectOf<'grant_access'>,
  { key }: Attempt,
): Promise<void> {
  const access = await readAccess(database, effect);
  if (access !== undefined && phaseOf({ ...access, until: access.paidUntil }) === 'active')
    await promiseAlone(database, [tellDelayed(access, key, true)]);
}
