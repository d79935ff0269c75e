import { restLane } from '../../database/posts/bulk-lane';
import { readPosted, supersede } from '../../database/posts/posts';
import { beginPost, recordPost, refusePost, type Begun } from '../../database/posts/post-attempts';
import type { PostKey, Posted } from '../../database/posts/posts';
import { MONEY_EXPIRES_SECONDS, type EffectOf, type Promised } from '../../domain/effects';
import type { Api } from '../../telegram/api';
import { telegramFailure, wasRefused } from '../../telegram/failure';
import { sendMessage } from '../../telegram/send-message';
import { DONE, later, type Outcome } from '../common/outcome';
import { refreshPosts, type RefreshDependencies } from './refresh-posts';
import { fingerprintOf, postOf } from './render-post';
import { DAY_SECONDS } from '../../domain/common/time';

export interface PublishDependencies extends RefreshDependencies {
  readonly api: Pick<Api, 'sendMessage' | 'editMessageText'>;
}

const sweepOf = (
  { openChannelId, post }: PostKey,
  { chatId, since }: Begun,
  messageId: number,
): Promised => ({
  effect: { kind: 'sweep_twin', openChannelId, post, chatId, messageId, since },
  key: `sweep_twin:${chatId}:${messageId}`,
  expiresInSeconds: DAY_SECONDS,
});

const takeBackOf = (chatId: number, messageId: number): Promised => ({
  effect: { kind: 'delete_message', chatId, messageId },
  key: `delete:${chatId}:${messageId}`,
  expiresInSeconds: DAY_SECONDS,
});

const toldOwner = (key: PostKey, { title, ownerUserId }: Posted, reason: string): Promised => ({
  effect: {
    kind: 'send_message',
    chatId: ownerUserId,
    message: { type: 'post_failed', openChannelId: key.openChannelId, title, post: key.post, reason },
  },
  key: `post_failed:${key.openChannelId}:${key.post}:${key.occasion}`,
  expiresInSeconds: MONEY_EXPIRES_SECONDS,
});

/** What a try that came to nothing, or to nobody knows what, means for the next one. */
async function failedTry(
  deps: PublishDependencies,
  { key, posted, error }: { key: PostKey; posted: Posted; error: unknown },
): Promise<Outcome> {
  const failure = telegramFailure(error);
  const reason = failure.type === 'benign' ? 'an odd answer' : failure.reason;
  if (failure.type === 'retryable' || failure.type === 'benign') {
    const afterSeconds = failure.type === 'retryable' ? failure.afterSeconds : undefined;
    // Whether anything was sent is known only where Telegram said so: else the try counts as one that may have been.
    if (wasRefused(error)) await refusePost(deps.database, key, { reason });
    if (afterSeconds !== undefined) await restLane(deps.database, afterSeconds);
    return later(reason, afterSeconds);
  }
  await refusePost(deps.database, key, { reason, promised: [toldOwner(key, posted, reason)] });
  deps.log.warn('post.refused', { ...key, reason });
  return DONE;
}

/**
 * Puts a post into the public channel: noted as begun, sent, stored, and only then the one before it is taken away. A
 * worker that dies on the way has another do the rest; one that died without a word from Telegram may leave the post
 * there twice, which the next try knows and looks for (decision 15).
 */
export async function publishPost(
  deps: PublishDependencies,
  { openChannelId, post, occasion }: EffectOf<'publish_post'>,
): Promise<Outcome> {
  const { database, api, botUsername } = deps;
  const key = { openChannelId, post, occasion };
  const posted = await readPosted(database, openChannelId);
  // An offer of nothing is none.
  if (posted === undefined || (post === 'offer' && posted.tiers.length === 0)) return DONE;
  const begun = await beginPost(database, key);
  if (begun !== undefined) {
    const { chatId } = begun;
    const message = postOf(posted, post, botUsername);
    let messageId: number;
    try {
      messageId = await sendMessage(api, chatId, message);
    } catch (error) {
      return failedTry(deps, { key, posted, error });
    }
    const fingerprint = fingerprintOf(message);
    const sweep = sweepOf(key, begun, messageId);
    const takeBack = takeBackOf(chatId, messageId);
    await recordPost(database, key, { chatId, messageId, fingerprint, sweep, takeBack });
  }
  await supersede(database, key);
  // What was changed while it was being sent found no post to change.
  return refreshPosts(deps, openChannelId);
}
