import { restLane } from '../../database/posts/bulk-lane';
import { readPosted, supersede } from '../../database/posts/posts';
import { beginPost, recordPost, refusePost, type Begun } from '../../database/posts/post-attempts';
import type { PostKey, Posted } from '../../database/posts/posts';
import { messageDeletion, MONEY_EXPIRES_SECONDS, type EffectOf, type Promised } from '../../domain/effects';
import type { Api } from '../../telegram/api';
import { telegramFailure, wasRefused } from '../../telegram/failure';
import { sendMessage } from '../../telegram/send-message';
import { DONE, later, type Outcome } from '../common/outcome';
import { refreshPosts, type RefreshDependencies } from './refresh-posts';
import { fingerprintOf, postOf } from './render-post';
import { DAY_SECONDS } from '../../domain/common/time';
import { DAILY } from '../../domain/posts/posts';

export interface PublishDependencies extends RefreshDependencies {
  readonly api: Pick<Api, 'sendMessage' | 'editMessageText'>;
}

const duplicateCheckOf = (
  { openChannelId, post }: PostKey,
  { chatId, since }: Begun,
  messageId: number,
): Promised => ({
  effect: { kind: 'sweep_twin', openChannelId, post, chatId, messageId, since },
  key: `sweep_twin:${chatId}:${messageId}`,
  expiresInSeconds: DAY_SECONDS,
});

const failureNotice = (key: PostKey, { title, ownerUserId }: Posted, reason: string): Promised => ({
  effect: {
    kind: 'send_message',
    chatId: ownerUserId,
    message: { type: 'post_failed', openChannelId: key.openChannelId, title, post: key.post, reason },
  },
  key: `post_failed:${key.openChannelId}:${key.post}:${key.occasion}`,
  expiresInSeconds: MONEY_EXPIRES_SECONDS,
});

/** Tells the owner once for each change, and not again with each daily post. */
const placeCheck = (chatId: number, { occasion }: PostKey): Promised => ({
  effect: { kind: 'check_place', chatId },
  key: `check_place:${chatId}:post:${occasion}`,
  expiresInSeconds: DAY_SECONDS,
});

/** Decides how to go on after a send that failed or whose result is unknown. */
async function handleFailedSend(
  deps: PublishDependencies,
  { key, posted, chatId, error }: { key: PostKey; posted: Posted; chatId: number; error: unknown },
): Promise<Outcome> {
  const failure = telegramFailure(error);
  const reason = failure.type === 'benign' ? 'an odd answer' : failure.reason;
  if (failure.type === 'retryable' || failure.type === 'benign') {
    const afterSeconds = failure.type === 'retryable' ? failure.afterSeconds : undefined;
    // Only a refusal by Telegram proves that nothing was sent. Otherwise the post may be in the channel.
    if (wasRefused(error)) await refusePost(deps.database, key, { reason });
    if (afterSeconds !== undefined) await restLane(deps.database, afterSeconds);
    return later(reason, afterSeconds);
  }
  // Nobody waits for a daily post. One that a person asked for must not be missing without a word.
  const isOfPlace = failure.type === 'unreachable' && key.occasion.startsWith(DAILY);
  const promised = [isOfPlace ? placeCheck(chatId, key) : failureNotice(key, posted, reason)];
  await refusePost(deps.database, key, { reason, promised });
  deps.log.warn('post.refused', { ...key, reason });
  return DONE;
}

/**
 * Publishes a post: records the attempt, sends the post, saves it, and only then removes the previous one. If a worker
 * dies on the way, another finishes. If it dies without an answer from Telegram, the channel may have the post twice,
 * which the next attempt knows and looks for (decision 15).
 */
export async function publishPost(
  deps: PublishDependencies,
  { openChannelId, post, occasion }: EffectOf<'publish_post'>,
): Promise<Outcome> {
  const { database, api, botUsername, starsFor } = deps;
  const key = { openChannelId, post, occasion };
  const posted = await readPosted(database, openChannelId, starsFor);
  // Nothing is offered without tiers, nor while nobody can be let in. The last post says so.
  if (posted === undefined || (post === 'offer' && (posted.tiers.length === 0 || posted.isStopped)))
    return DONE;
  const begun = await beginPost(database, key);
  if (begun !== undefined) {
    const { chatId } = begun;
    const { language } = posted;
    const message = postOf(posted, post, botUsername);
    let messageId: number;
    try {
      messageId = await sendMessage(api, { chatId, language }, message);
    } catch (error) {
      return handleFailedSend(deps, { key, posted, chatId, error });
    }
    const fingerprint = fingerprintOf(message, language);
    const sweep = duplicateCheckOf(key, begun, messageId);
    const takeBack = messageDeletion({ chatId, messageId });
    await recordPost(database, key, { chatId, messageId, fingerprint, sweep, takeBack });
  }
  await supersede(database, key);
  // A change during the send found no post to edit.
  return refreshPosts(deps, openChannelId);
}
