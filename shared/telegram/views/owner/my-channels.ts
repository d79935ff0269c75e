import type { InlineKeyboardButton } from 'grammy/types';
import type { MessageOf } from '../../../domain/messages/messages';
import type { MyChannel } from '../../../domain/messages/owner';
import { isOwnerAction } from '../../../domain/owner/owner-actions';
import { callbackData } from '../../codec/callback-data';
import { lines, type Html } from '../html';
import { button, keyboardOf, pageCounter, shortTitle, type View } from '../view';
import type { Wording } from '../wording';
import { roleInWords } from './menu';

const MAX_TITLE_ON_BUTTON = 48;

function pageButtons(
  { action, page, pages }: MessageOf<'my_channels'>,
  wording: Wording,
): InlineKeyboardButton[] {
  if (pages <= 1 || !isOwnerAction(action)) return [];
  const to = (number: number) => callbackData.myChannels(action, number);
  return [
    ...(page > 1 ? [button(wording.text('common-previous'), to(page - 1))] : []),
    pageCounter(page, pages),
    ...(page < pages ? [button(wording.text('common-next'), to(page + 1))] : []),
  ];
}

/** Says that anyone can join a private channel, and how to change that. Nothing if it has no public name. */
const publicLine = ({ title, publicName }: MyChannel, wording: Wording): Html | undefined =>
  publicName == null
    ? undefined
    : wording.html('menu-public-channel-of', {
        title: shortTitle(title, MAX_TITLE_ON_BUTTON),
        name: `@${publicName}`,
      });

function chooseWords({ channels, action }: MessageOf<'my_channels'>, wording: Wording): Html {
  if (channels.length === 0) return wording.html('menu-channels-none');
  return wording.html(action === 'menu' ? 'menu-channels-choose-menu' : 'menu-channels-choose');
}

export const myChannelsView = (message: MessageOf<'my_channels'>, wording: Wording): View => {
  const { channels, action } = message;
  return {
    text: lines(
      wording.html('menu-channels-title'),
      '',
      chooseWords(message, wording),
      ...channels.map((channel) => publicLine(channel, wording)),
    ),
    ...keyboardOf(
      ...channels.map(({ openChannelId, title, role, isPaused, kind }) => [
        button(
          wording.text(isPaused ? 'menu-channel-paused' : 'menu-channel', {
            title: shortTitle(title, MAX_TITLE_ON_BUTTON),
            role: roleInWords(role, wording),
            kind: kind ?? 'channel',
          }),
          callbackData.own(isOwnerAction(action) ? action : 'menu', openChannelId),
        ),
      ]),
      pageButtons(message, wording),
      message.maySetUp === false ? [] : [button(wording.text('menu-set-up'), callbackData.openSetUp)],
    ),
  };
};
