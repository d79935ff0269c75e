import { restLane } from '../../database/posts/bulk-lane';
import { listLivePosts, markRemoved } from '../../database/posts/posts';
import type { Database } from '../../database/connection/pool';
import type { EffectOf } from '../../domain/effects';
import type { Logger } from '../../logger';
import type { Api } from '../../telegram/api';
import { isTooOldToDelete, telegramFailure, type TelegramFailure } from '../../telegram/failure';
import { editMessage } from '../../telegram/send-message';
import { DONE, later, type Outcome } from '../common/outcome';

interface RetireDependencies {
  readonly database: Database;
  readonly api: Pick<Api, 'deleteMessage' | 'editMessageText'>;
  readonly log: Logger;
}

/** What refused, if it did; an error that is no answer of Telegram's is thrown. */
async function refusalOf(call: Promise<unknown>): Promise<TelegramFailure | 'undeletable' | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    return isTooOldToDelete(error) ? 'undeletable' : telegramFailure(error);
  }
}

/**
 * Takes a post away. One that is older than two days cannot be deleted by a bot: of it one line without buttons is left,
 * so that nobody buys by an old price.
 */
export async function removePost(
  { database, api, log }: RetireDependencies,
  { openChannelId, post, occasion }: EffectOf<'remove_post'>,
): Promise<Outcome> {
  const posts = await listLivePosts(database, openChannelId);
  const live = posts.find((one) => one.post === post && one.occasion === occasion);
  if (live === undefined) return DONE;
  let refusal = await refusalOf(api.deleteMessage(live.chatId, live.messageId));
  if (refusal === 'undeletable') {
    const message = { type: 'post_retired', isReplaced: live.isReplaced } as const;
    refusal = await refusalOf(editMessage(api, live, message));
  }
  if (refusal !== undefined && refusal !== 'undeletable') {
    if (refusal.type === 'retryable') {
      if (refusal.afterSeconds !== undefined) await restLane(database, refusal.afterSeconds);
      return later(refusal.reason, refusal.afterSeconds);
    }
    // It stays where it is, and nothing of ours can change that.
    if (refusal.type !== 'benign')
      log.warn('post.not_removed', { openChannelId, post, occasion, reason: refusal.reason });
  }
  await markRemoved(database, live);
  return DONE;
}
