import { createHash } from 'node:crypto';
import type { Posted } from '../../database/posts/posts';
import type { Message } from '../../domain/messages/messages';
import type { PostKind } from '../../domain/posts/posts';
import { viewOf } from '../../telegram/views';

/** What a post of a channel says now. */
export function postOf(
  { openChannelId, title, description, donationMessage, tiers }: Posted,
  post: PostKind,
  botUsername: string,
): Message {
  switch (post) {
    case 'offer':
      return { type: 'offer_post', openChannelId, title, description, tiers, botUsername };
    case 'donate':
      return { type: 'donate_post', openChannelId, title, donationMessage };
  }
}

/** Tells two posts apart by what their readers see. */
export function fingerprintOf(message: Message): string {
  const { text, keyboard } = viewOf(message);
  return createHash('sha256')
    .update(JSON.stringify([text.text, keyboard ?? null]))
    .digest('base64url');
}
