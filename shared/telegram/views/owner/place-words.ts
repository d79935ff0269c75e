import type { BrokenPlace, UnreachableChat } from '../../../domain/messages/places';
import type { PlaceRight, PlaceUse } from '../../../domain/places/place-state';
import type { WordingKey } from '../../catalog';
import type { Html } from '../html';
import { personLabel, shownName } from '../person';
import { shortTitle } from '../view';
import type { Wording } from '../wording';

const MAX_CHAT_TITLE = 64;

const RIGHTS: Readonly<Record<PlaceRight, WordingKey>> = {
  can_invite_users: 'places-right-invite',
  can_restrict_members: 'places-right-ban',
  can_post_messages: 'places-right-post',
};

const isPlaceRight = (right: string): right is PlaceRight => Object.hasOwn(RIGHTS, right);

/** `“Ban Users”`, or `“Invite Users via Link” and “Ban Users”`: rights of the Bot API by Telegram's names. */
export const rightsInWords = (rights: readonly string[], wording: Wording): string =>
  wording.list(
    rights.map((right) =>
      isPlaceRight(right) ? wording.text(RIGHTS[right]) : wording.text('places-right-other', { right }),
    ),
  );

/** How the catalog chooses its words for a chat: `group` for a main place that is one. */
export const useInWords = ({ use, kind }: Pick<BrokenPlace, 'use' | 'kind'>): PlaceUse | 'group' =>
  use === 'private' && kind === 'supergroup' ? 'group' : use;

/** What the bot lacks in a chat of a channel, in one line. */
export function brokenLine(
  { use, kind, state, chatTitle = '' }: BrokenPlace,
  wording: Wording,
): Html | undefined {
  const named = {
    use: useInWords({ use, ...(kind && { kind }) }),
    chat: shortTitle(chatTitle, MAX_CHAT_TITLE),
  };
  switch (state.is) {
    case 'fine':
      return undefined;
    case 'gone':
      return wording.html('places-line-gone', named);
    case 'absent':
      return wording.html('places-line-absent', named);
    case 'lacking':
      return wording.html('places-line-lacking', { ...named, rights: rightsInWords(state.rights, wording) });
  }
}

/** A chat by its title, @username or first name, or by its number if none is known. */
export const chatName = (
  { chatId, username, firstName, chatTitle }: UnreachableChat,
  wording: Wording,
): string => {
  if (chatTitle !== null)
    return wording.text('places-chat', { title: shortTitle(chatTitle, MAX_CHAT_TITLE) });
  return username === null && shownName(firstName) === undefined
    ? wording.text('places-chat-unnamed', { id: String(chatId) })
    : personLabel({ userId: chatId, username, firstName: firstName ?? null }, wording);
};
