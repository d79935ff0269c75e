import { randomUUID } from 'node:crypto';
import type { Channel } from '../domain/channel';
import type { Promised } from '../domain/effects';

/** Has the bot post the donate button in a channel. Each asking is a post of its own. */
export const donatePost = ({ openChannelId, title, donationMessage }: Channel): Promised => ({
  effect: {
    kind: 'send_message',
    chatId: openChannelId,
    message: { type: 'donate_post', openChannelId, title, donationMessage },
  },
  key: `donate_post:${randomUUID()}`,
  expiresInSeconds: 3600,
});
