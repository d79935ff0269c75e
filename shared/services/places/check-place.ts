import { restLane } from '../../database/posts/bulk-lane';
import type { Database } from '../../database/connection/pool';
import type { EffectOf } from '../../domain/effects';
import type { SeenPlace } from '../../domain/places/place-state';
import type { Api } from '../../telegram/api';
import { isChatGone, telegramFailure } from '../../telegram/failure';
import { adminRights } from '../../telegram/bot-rights';
import { DONE, later, type Attempt, type Outcome } from '../common/outcome';
import { savePlace } from './save-place';

export interface PlaceDependencies {
  readonly database: Database;
  readonly api: Pick<Api, 'getMe' | 'getChatMember'>;
}

/** Telegram's answer about the bot. A refusal means that the bot isn't there. Throws an error that may pass. */
async function askAboutBot(api: PlaceDependencies['api'], chatId: number): Promise<SeenPlace> {
  const { id } = await api.getMe();
  try {
    const member = await api.getChatMember(chatId, id);
    return { status: member.status, rights: adminRights(member), isGone: false };
  } catch (error) {
    if (telegramFailure(error).type === 'retryable') throw error;
    return { status: 'left', rights: {}, isGone: isChatGone(error) };
  }
}

/**
 * Asks Telegram what the bot may do in a chat, because an update about it may have been lost: Telegram drops one after a
 * day.
 */
export async function checkPlace(
  { database, api }: PlaceDependencies,
  { chatId }: EffectOf<'check_place'>,
  { key }: Attempt,
): Promise<Outcome> {
  try {
    await savePlace(database, chatId, async () => ({
      chatId,
      now: await askAboutBot(api, chatId),
      occasion: key,
    }));
    return DONE;
  } catch (error) {
    const failure = telegramFailure(error);
    if (failure.type !== 'retryable') throw error;
    if (failure.afterSeconds !== undefined) await restLane(database, failure.afterSeconds);
    return later(failure.reason, failure.afterSeconds);
  }
}
