import { readPosted } from '../../database/posts/posts';
import { readChannelRoleFor } from '../../database/common/channel-roles';
import type { Effect } from '../../domain/effects';
import { sendMessage } from '../../telegram/send-message';
import type { EffectDependencies } from '../perform-effect';
import { postOf } from './render-post';

/** Shows a post as it would be, to who runs the channel by now. Throws what the Bot API throws. */
export async function previewPost(
  { database, api, botUsername }: EffectDependencies,
  { openChannelId, post, userId }: Extract<Effect, { kind: 'preview_post' }>,
): Promise<void> {
  const standing = await readChannelRoleFor(database, { openChannelId, userId, action: 'post-preview' });
  if (standing === undefined) return;
  const posted = await readPosted(database, openChannelId);
  if (posted !== undefined) await sendMessage(api, userId, postOf(posted, post, botUsername));
}
