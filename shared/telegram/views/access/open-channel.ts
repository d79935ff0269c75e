import type { InlineKeyboardButton } from 'grammy/types';
import type { MessageOf } from '../../../domain/messages/messages';
import type { PlaceKind } from '../../../domain/places/place';
import { linkButton } from '../view';
import type { Wording } from '../wording';

/** Opens a private channel or group for its members. The first message is the one that announces the chat itself. */
export const memberLink = (closedChannelId: number): string =>
  `https://t.me/c/${String(closedChannelId).replace(/^-100/, '')}/1`;

/** The words of a button that opens a place. */
export const OPEN_PLACE_KEYS = {
  channel: 'access-open-channel',
  supergroup: 'access-open-group',
} as const satisfies Record<PlaceKind, string>;

/** Opens the channel or group for a member. None for a message that an earlier release promised. */
export const openChannelButtons = (
  { closedChannelId, kind, place }: MessageOf<'access'>,
  wording: Wording,
): InlineKeyboardButton[] =>
  closedChannelId == null
    ? []
    : [
        linkButton(
          wording.text(OPEN_PLACE_KEYS[place?.kind ?? kind ?? 'channel']),
          memberLink(closedChannelId),
        ),
      ];
