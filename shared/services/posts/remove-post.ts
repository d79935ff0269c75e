import { restLane } from '../../database/posts/bulk-lane';
import { listLivePosts, markRemoved } from '../../database/posts/posts';
import type { Database } from '../../database/connection/pool';
import type { EffectOf } from '../../domain/effects';
import type { Logger } from '../../logger';
import type { Api } from '../../telegram/api';
import { isTooOldToDelete, telegramFailure, type TelegramFailure } from '../../telegram/failure';
import { editMessage } from '../../telegram/send-message';
import { DONE, later, type Attempt, type Outcome } from '../common/outcome';

interface RetireDependencies {
  readonly database: Database;
  readonly api: Pick<Api, 'deleteMessage' | 'editMessageText'>;
  readonly log: Logger;
}

/** Returns why Telegram refused the call; `undefined` if it didn't. Throws any other error. */
async function refusalOf(call: Promise<unknown>): Promise<TelegramFailure | 'undeletable' | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    return isTooOldToDelete(error) ? 'undeletable' : telegramFailure(error);
  }
}

/**
 * Removes a post. A bot can't delete a post older than two days, so it replaces that one with one line without buttons,
 * because nobody should buy at an old price.
 */
export async function removePost(
  { database, api, log }: RetireDependencies,
  { openChannelId, post, occasion }: EffectOf<'remove_post'>,
  { language }: Attempt,
): Promise<Outcome> {
  const posts = await listLivePosts(database, openChannelId);
  const live = posts.find((one) => one.post === post && one.occasion === occasion);
  if (live === undefined) return DONE;
  let refusal = await refusalOf(api.deleteMessage(live.chatId, live.messageId));
  if (refusal === 'undeletable') {
    const message = { type: 'post_retired', isReplaced: live.isReplaced } as const;
    refusal = await refusalOf(editMessage(api, { ...live, language }, message));
  }
  if (refusal !== undefined && refusal !== 'undeletable') {
    if (refusal.type === 'retryable') {
      if (refusal.afterSeconds !== undefined) await restLane(database, refusal.afterSeconds);
      return later(refusal.reason, refusal.afterSeconds);
    }
    // The post stays, because the bot can't change it.
    if (refusal.type !== 'benign')
      log.warn('post.not_removed', { openChannelId, post, occasion, reason: refusal.reason });
  }
  await markRemoved(database, live);
  return DONE;
}
