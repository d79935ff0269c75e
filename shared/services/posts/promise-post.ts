import type { PostKey } from '../../database/posts/posts';
import type { Promised } from '../../domain/effects';
import { POST_EXPIRES_SECONDS } from '../../domain/posts/posts';

/** Promises to publish a post in the public channel, once for each occasion. */
export const postPromised = (key: PostKey): Promised => ({
  effect: { kind: 'publish_post', ...key },
  key: `posts:${key.openChannelId}:${key.post}:${key.occasion}`,
  expiresInSeconds: POST_EXPIRES_SECONDS,
});
