import { createHash } from 'node:crypto';
import type { Posted } from '../../database/posts/posts';
import type { Language } from '../../domain/common/language';
import type { Message } from '../../domain/messages/messages';
import type { PostKind } from '../../domain/posts/posts';
import { viewOf } from '../../telegram/views';

/** The current message of a channel's post. */
export function postOf(
  { openChannelId, title, description, donationMessage, tiers, isStopped }: Posted,
  post: PostKind,
  botUsername: string,
): Message {
  switch (post) {
    case 'offer':
      return { type: 'offer_post', openChannelId, title, description, tiers, botUsername, isStopped };
    case 'donate':
      return { type: 'donate_post', openChannelId, title, donationMessage };
  }
}

/** A hash of what readers of a post see. */
export function fingerprintOf(message: Message, language: Language): string {
  const { text, keyboard } = viewOf(message, language);
  return createHash('sha256')
    .update(JSON.stringify([text.text, keyboard ?? null]))
    .digest('base64url');
}
