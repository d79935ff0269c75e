import { html, type Html } from '../html';

/** Says what becomes of the discussion group of a private channel, if it has one. */
export const linkedGroupLine = (hasLinkedGroup = false): Html[] =>
  hasLinkedGroup
    ? [
        html`⚠️ This channel has a discussion group. I remove members from the channel only, so they stay in
        the group. Remove them there yourself, or unlink the group in Telegram.`,
      ]
    : [];
