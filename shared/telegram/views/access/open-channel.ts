import type { InlineKeyboardButton } from 'grammy/types';
import type { MessageOf } from '../../../domain/messages/messages';
import { linkButton } from '../view';
import type { Wording } from '../wording';

/** Opens the private channel for its members. The first message is the one that announces the channel itself. */
const channelLink = (closedChannelId: number): string =>
  `https://t.me/c/${String(closedChannelId).replace(/^-100/, '')}/1`;

/** Opens the channel or group for a member. None for a message that an earlier release promised. */
export const openChannelButtons = (
  { closedChannelId, place }: MessageOf<'access'>,
  wording: Wording,
): InlineKeyboardButton[] =>
  closedChannelId == null
    ? []
    : [
        linkButton(
          wording.text(place?.kind === 'supergroup' ? 'access-open-group' : 'access-open-channel'),
          channelLink(closedChannelId),
        ),
      ];
