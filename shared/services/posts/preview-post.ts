import { readPosted } from '../../database/posts/posts';
import { readChannelRoleFor } from '../../database/common/channel-roles';
import type { Database } from '../../database/connection/pool';
import type { AllowedOwners } from '../../domain/owner/allowed-owners';
import type { EffectOf } from '../../domain/effects';
import type { Api } from '../../telegram/api';
import { sendMessage } from '../../telegram/send-message';
import { postOf } from './render-post';

interface PreviewDependencies {
  readonly database: Database;
  readonly api: Pick<Api, 'sendMessage'>;
  readonly botUsername: string;
  readonly starsFor: AllowedOwners;
}

/** Sends a preview of a post to a manager, unless they have lost their role. Throws what the Bot API throws. */
export async function previewPost(
  { database, api, botUsername, starsFor }: PreviewDependencies,
  { openChannelId, post, userId }: EffectOf<'preview_post'>,
): Promise<void> {
  const role = await readChannelRoleFor(database, { openChannelId, userId, action: 'post-preview' });
  if (role === undefined) return;
  const posted = await readPosted(database, openChannelId, starsFor);
  if (posted !== undefined)
    await sendMessage(api, { chatId: userId, language: posted.language }, postOf(posted, post, botUsername));
}
