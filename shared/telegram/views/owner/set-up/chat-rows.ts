import type { InlineKeyboardButton } from 'grammy/types';
import type { ChosenChat } from '../../../../domain/owner/set-up';
import type { PlaceKind } from '../../../../domain/places/place';
import type { WordingKey } from '../../../catalog';
import { PICKS } from '../../../codec/callback-data';
import { linkButton, shortTitle } from '../../view';
import type { Wording } from '../../wording';

const MAX_TITLE_ON_BUTTON = 48;

export const PICK_LABELS = {
  channel: 'setup-pick',
  supergroup: 'setup-pick-group',
} as const satisfies Readonly<Record<PlaceKind, WordingKey>>;

interface ChatChoice {
  readonly chats: readonly ChosenChat[];
  readonly addUrl: string;
  readonly addGroupUrl?: string | undefined;
}

/** A button for each chat, and buttons to pick or add another. `button`: makes one that answers with a choice. */
export function chatRows(
  { chats, addUrl, addGroupUrl }: ChatChoice,
  wording: Wording,
  button: (label: string, choice: string | number) => InlineKeyboardButton[],
): InlineKeyboardButton[][] {
  const hasGroups = addGroupUrl !== undefined;
  return [
    ...chats.map(({ chatId, title, kind = 'channel' }) =>
      button(wording.text('setup-chat', { title: shortTitle(title, MAX_TITLE_ON_BUTTON), kind }), chatId),
    ),
    [
      ...button(wording.text(PICK_LABELS.channel), PICKS.channel),
      ...(hasGroups ? button(wording.text(PICK_LABELS.supergroup), PICKS.supergroup) : []),
    ],
    [
      linkButton(wording.text('setup-add-to-channel'), addUrl),
      ...(hasGroups ? [linkButton(wording.text('setup-add-to-group'), addGroupUrl)] : []),
    ],
  ];
}
