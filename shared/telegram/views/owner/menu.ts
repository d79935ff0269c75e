import type { InlineKeyboardButton } from 'grammy/types';
import { isOwnerAction, leastRoleFor, type OwnerActionName } from '../../../domain/owner/owner-actions';
import type { Note } from '../../../domain/messages/answers';
import type { OfChannel } from '../../../domain/messages/parts';
import { mayAct, type Role } from '../../../domain/common/roles';
import { canAdmit } from '../../../domain/places/place-state';
import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { wordsOf } from '../answers';
import { truncate, html, lines, type Html } from '../html';
import { button, keyboardOf, shortTitle, type View } from '../view';
import { plural } from '../words';
import { brokenLine, chatName } from './place-words';

const MAX_TITLE_ON_BUTTON = 48;
export const MAX_NOTE = 512;

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  owner: 'owner',
  manager: 'manager',
  read_only: 'viewer',
};

/** A button for the roles that may use it; no button for other roles. */
export const ownButton = (
  { openChannelId, role }: Pick<OfChannel, 'openChannelId' | 'role'>,
  label: string,
  [action, argument]: readonly [OwnerActionName, (string | number)?],
): InlineKeyboardButton[] =>
  mayAct(role, leastRoleFor(action))
    ? [button(label, callbackData.own(action, openChannelId, argument))]
    : [];

/** The result of the last action, above a page. */
export const noteLine = (note: Note | null): readonly (Html | '')[] =>
  note === null ? [] : [html`✔️ ${truncate(wordsOf(note), MAX_NOTE)}`, ''];

/** Why the last input was refused, above a page. */
export const complaintLine = (complaint: Note | null): readonly (Html | '')[] =>
  complaint === null ? [] : [html`⚠️ ${truncate(wordsOf(complaint), MAX_NOTE)}`, ''];

function pageButtons({ action, page, pages }: MessageOf<'my_channels'>): InlineKeyboardButton[] {
  if (pages <= 1 || !isOwnerAction(action)) return [];
  return [
    ...(page > 1 ? [button('« Prev', callbackData.myChannels(action, page - 1))] : []),
    button(`${page}/${pages}`, callbackData.pageInfo),
    ...(page < pages ? [button('Next »', callbackData.myChannels(action, page + 1))] : []),
  ];
}

/** Says that anyone can join a private channel, and how to change that. Nothing if it has no public name. */
const publicLine = (username: string | null | undefined, what: string): readonly Html[] =>
  username == null
    ? []
    : [
        html`⚠️ Anyone can join ${what} by @${username} without paying. In Telegram, open it → Edit → Channel
        Type → Private Channel.`,
      ];

export const chatBecamePublicView = ({ title, username }: MessageOf<'chat_became_public'>): View => ({
  text: lines(
    html`🚨 <b>${shortTitle(title)}: your private channel is public</b>`,
    '',
    ...publicLine(username, 'it'),
  ),
});

export const myChannelsView = (message: MessageOf<'my_channels'>): View => {
  const { channels, action } = message;
  return {
    text: lines(
      html`🗂 <b>Channels that you run</b>`,
      '',
      channels.length === 0
        ? html`You run no channel here yet.`
        : html`Choose one.${action === 'menu' ? ' There you change it, and see what comes in.' : ''}`,
      ...channels.flatMap(({ title, publicName }) =>
        publicLine(publicName, `the private channel of ${shortTitle(title, MAX_TITLE_ON_BUTTON)}`),
      ),
    ),
    ...keyboardOf(
      ...channels.map((channel) => [
        button(
          `${channel.isPaused ? '⏸' : '📣'} ${shortTitle(channel.title, MAX_TITLE_ON_BUTTON)} (${ROLE_WORDS[channel.role]})`,
          callbackData.own(isOwnerAction(action) ? action : 'menu', channel.openChannelId),
        ),
      ]),
      pageButtons(message),
      message.maySetUp === false ? [] : [button('➕ Set up a channel', callbackData.openSetUp)],
    ),
  };
};

/** True if buyers can't be let in, so that nothing is sold. */
const isStopped = (places: MessageOf<'channel_menu'>['places'] = []): boolean =>
  places.some(({ use, state }) => use === 'private' && !canAdmit(state));

export const channelMenuView = (message: MessageOf<'channel_menu'>): View => ({
  text: lines(
    ...noteLine(message.note),
    html`📣 <b>${shortTitle(message.title)}</b>`,
    html`You are: ${ROLE_WORDS[message.role]}.`,
    '',
    message.isPaused
      ? html`⏸ <b>Paused:</b> nothing is sold.`
      : isStopped(message.places)
        ? html`⏸ <b>Not on sale at the moment:</b> I can't let anybody in.`
        : html`✅ <b>On sale:</b> ${plural(message.tiers, 'tier')}.`,
    html`<b>With access now:</b> ${message.active}`,
    message.link === undefined ? undefined : html`<b>Link for buyers:</b> ${message.link}`,
    ...(message.places ?? []).map(brokenLine),
    message.unreachable == null
      ? undefined
      : html`⚠️ I can't deliver news of sales to ${chatName(message.unreachable)}. See Notifications.`,
    ...publicLine(message.publicName, 'the private channel'),
  ),
  ...keyboardOf(
    [
      ...ownButton(message, '📊 Figures', ['stats']),
      ...ownButton(message, message.cases > 0 ? `⚠️ Cases (${message.cases})` : '⚠️ Cases', ['cases']),
    ],
    [...ownButton(message, '👥 Members', ['members']), ...ownButton(message, '🧾 Orders', ['orders'])],
    [...ownButton(message, '🎁 Give access', ['give']), ...ownButton(message, '📌 Posts', ['posts'])],
    [
      ...ownButton(message, '🔔 Notifications', ['notify']),
      ...ownButton(message, '⚙️ Settings', ['settings']),
    ],
    ownButton(message, '📓 Log', ['audit', 1]),
    message.isPaused ? ownButton(message, '▶️ Resume', ['resume']) : ownButton(message, '⏸ Pause', ['pause']),
    [button('« My channels', callbackData.myChannels('menu', 1))],
  ),
});
