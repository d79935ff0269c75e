import type { BrokenPlace, UnreachableChat } from '../../../domain/messages/places';
import type { PlaceRight, PlaceUse } from '../../../domain/places/place-state';
import { BAN, INVITE, POST } from '../../bot-rights';
import { html, type Html } from '../html';
import { shortTitle } from '../view';

const MAX_CHAT_TITLE = 64;

const LABELS: Readonly<Record<PlaceRight, string>> = { ...INVITE, ...BAN, ...POST };

/** `“Ban Users”`, or `“Invite Users via Link” and “Ban Users”`. */
export const rightNames = (rights: readonly PlaceRight[]): string =>
  rights.map((right) => `“${LABELS[right]}”`).join(' and ');

export const USE_WORDS: Readonly<Record<PlaceUse, string>> = {
  private: 'private channel',
  public: 'public channel',
};

/** What the bot lacks in a chat of a channel, in one line. */
export function brokenLine({ use, state }: BrokenPlace): Html | undefined {
  switch (state.is) {
    case 'fine':
      return undefined;
    case 'gone':
      return html`🚨 The ${USE_WORDS[use]} is gone. See Settings.`;
    case 'absent':
      return html`🚨 I'm not an administrator of the ${USE_WORDS[use]}.`;
    case 'lacking':
      return html`🚨 In the ${USE_WORDS[use]} I lack ${rightNames(state.rights)}.`;
  }
}

/** A chat by its title or @username, or by its number if neither is known. */
export const chatName = ({ chatId, username, chatTitle }: UnreachableChat): string => {
  if (chatTitle !== null) return `“${shortTitle(chatTitle, MAX_CHAT_TITLE)}”`;
  return username === null ? `chat ${chatId}` : `@${username}`;
};
