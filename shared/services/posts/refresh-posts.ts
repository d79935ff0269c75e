import type { AllowedOwners } from '../../domain/owner/allowed-owners';
import { restLane } from '../../database/posts/bulk-lane';
import {
  listLivePosts,
  markRefreshed,
  markRemoved,
  readPosted,
  type LivePost,
} from '../../database/posts/posts';
import type { Database } from '../../database/connection/pool';
import type { Language } from '../../domain/common/language';
import type { Promised } from '../../domain/effects';
import type { OpenChannelId } from '../../domain/common/ids';
import type { Message } from '../../domain/messages/messages';
import type { Logger } from '../../logger';
import type { Api } from '../../telegram/api';
import { isMessageGone, telegramFailure } from '../../telegram/failure';
import { editMessage } from '../../telegram/send-message';
import { DONE, later, type Outcome } from '../common/outcome';
import { fingerprintOf, postOf } from './render-post';

export interface RefreshDependencies {
  readonly database: Database;
  readonly api: Pick<Api, 'editMessageText'>;
  /** Without @. The links of posts lead to this bot. */
  readonly botUsername: string;
  readonly starsFor: AllowedOwners;
  readonly log: Logger;
}

/** More rounds than this mean that something keeps changing the posts. */
const MAX_ROUNDS = 5;

/** Edits one post to its current text. A post that Telegram doesn't let us change stays as it is. */
async function refresh(
  { database, api, log }: RefreshDependencies,
  live: LivePost,
  { message, language }: { readonly message: Message; readonly language: Language },
): Promise<Outcome> {
  try {
    await editMessage(api, { ...live, language }, message);
  } catch (error) {
    if (isMessageGone(error)) {
      await markRemoved(database, live);
      return DONE;
    }
    const failure = telegramFailure(error);
    if (failure.type === 'retryable') {
      if (failure.afterSeconds !== undefined) await restLane(database, failure.afterSeconds);
      return later(failure.reason, failure.afterSeconds);
    }
    if (failure.type !== 'benign')
      log.warn('post.not_refreshed', { openChannelId: live.openChannelId, reason: failure.reason });
  }
  await markRefreshed(database, live, fingerprintOf(message, language));
  return DONE;
}

/**
 * Edits the posts of a channel that are out of date. Checks again after each round, because the older of two
 * simultaneous changes could be written last.
 */
export async function refreshPosts(
  deps: RefreshDependencies,
  openChannelId: OpenChannelId,
): Promise<Outcome> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const [posted, live] = await Promise.all([
      readPosted(deps.database, openChannelId, deps.starsFor),
      listLivePosts(deps.database, openChannelId),
    ]);
    if (posted === undefined) return DONE;
    const { language } = posted;
    const stale = live
      .map((post) => ({ post, message: postOf(posted, post.post, deps.botUsername) }))
      .filter(
        ({ post, message }) => post.fingerprint !== fingerprintOf(message, language) && !post.isReplaced,
      );
    if (stale.length === 0) return DONE;
    for (const { post, message } of stale) {
      const outcome = await refresh(deps, post, { message, language });
      if (outcome.type !== 'done') return outcome;
    }
  }
  return later('it is being changed all the time', 5);
}

/** Promises to refresh the posts of a channel after a change of what they show. */
export const postsRefreshed = (openChannelId: OpenChannelId, key: string): Promised => ({
  effect: { kind: 'refresh_posts', openChannelId },
  key: `refresh_posts:${openChannelId}:${key}`,
  expiresInSeconds: 86_400,
});
