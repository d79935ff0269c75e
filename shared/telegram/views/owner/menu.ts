import type { InlineKeyboardButton } from 'grammy/types';
import { leastRoleFor, type OwnerActionName } from '../../../domain/owner/owner-actions';
import type { Note } from '../../../domain/messages/answers';
import type { OfChannel } from '../../../domain/messages/parts';
import { mayAct, type Role } from '../../../domain/common/roles';
import { canAdmit } from '../../../domain/places/place-state';
import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { wordsOf } from '../answers';
import { truncate, html, lines, type Html } from '../html';
import { markOf } from '../note-mark';
import { button, keyboardOf, kindMark, shortTitle, type View } from '../view';
import type { Wording } from '../wording';
import { brokenLine, chatName } from './place-words';

export const MAX_NOTE = 512;

/** `owner`, `manager` or `viewer`. */
export const roleInWords = (role: Role, wording: Wording): string => wording.text('menu-role', { role });

/** A button for the roles that may use it; no button for other roles. */
export const ownButton = (
  { openChannelId, role }: Pick<OfChannel, 'openChannelId' | 'role'>,
  label: string,
  [action, argument]: readonly [OwnerActionName, (string | number)?],
): InlineKeyboardButton[] =>
  mayAct(role, leastRoleFor(action))
    ? [button(label, callbackData.own(action, openChannelId, argument))]
    : [];

/** The result of the last action, above a page. What was refused is marked as such. */
export const noteLine = (note: Note | null, wording: Wording): readonly (Html | '')[] =>
  note === null ? [] : [html`${markOf(note)} ${truncate(wordsOf(note, wording), MAX_NOTE)}`, ''];

/** Why the last input was refused, above a page. */
export const complaintLine = (complaint: Note | null, wording: Wording): readonly (Html | '')[] =>
  complaint === null ? [] : [html`⚠️ ${truncate(wordsOf(complaint, wording), MAX_NOTE)}`, ''];

export const chatBecamePublicView = (
  { title, username, kind = 'channel' }: MessageOf<'chat_became_public'>,
  wording: Wording,
): View => ({
  text: wording.html('menu-became-public', { title: shortTitle(title), name: `@${username}`, kind }),
});

type Menu = MessageOf<'channel_menu'>;

/** True if buyers can't be let in, so that nothing is sold. */
const isStopped = (places: Menu['places'] = []): boolean =>
  places.some(({ use, state }) => use === 'private' && !canAdmit(state));

function salesLine({ isPaused, places, tiers }: Menu, wording: Wording): Html {
  if (isPaused) return wording.html('menu-paused');
  return isStopped(places) ? wording.html('menu-stopped') : wording.html('menu-on-sale', { tiers });
}

function menuButtons(message: Menu, wording: Wording): InlineKeyboardButton[][] {
  const { cases, isPaused } = message;
  const casesLabel =
    cases > 0 ? wording.text('menu-cases-waiting', { count: cases }) : wording.text('menu-cases');
  const rows: readonly (readonly (readonly [string, OwnerActionName, number?])[])[] = [
    [
      [wording.text('menu-figures'), 'stats'],
      [casesLabel, 'cases'],
    ],
    [
      [wording.text('menu-members'), 'members'],
      [wording.text('menu-orders'), 'orders'],
    ],
    [
      [wording.text('menu-give-access'), 'give'],
      [wording.text('menu-posts'), 'posts'],
    ],
    [
      [wording.text('menu-notifications'), 'notify'],
      [wording.text('menu-settings'), 'settings'],
    ],
    [
      [wording.text('links-button'), 'links'],
      [wording.text('offerplaces-button'), 'places'],
    ],
    [[wording.text('menu-log'), 'audit', 1]],
    [isPaused ? [wording.text('menu-resume'), 'resume'] : [wording.text('menu-pause'), 'pause']],
  ];
  return rows.map((row) => row.flatMap(([label, ...target]) => ownButton(message, label, target)));
}

export const channelMenuView = (message: Menu, wording: Wording): View => ({
  text: lines(
    ...noteLine(message.note, wording),
    html`${kindMark(message.kind)} <b>${shortTitle(message.title)}</b>`,
    wording.html('menu-you', { role: roleInWords(message.role, wording) }),
    '',
    salesLine(message, wording),
    wording.html('menu-active', { count: message.active }),
    message.link === undefined ? undefined : wording.html('menu-link', { link: message.link }),
    ...(message.places ?? []).map((place) => brokenLine(place, wording)),
    message.unreachable == null
      ? undefined
      : wording.html('menu-unreachable', { chat: chatName(message.unreachable, wording) }),
    message.publicName == null
      ? undefined
      : wording.html('menu-public-channel', {
          name: `@${message.publicName}`,
          kind: message.kind ?? 'channel',
        }),
  ),
  ...keyboardOf(...menuButtons(message, wording), [
    button(wording.text('menu-my-channels'), callbackData.myChannels('menu', 1)),
  ]),
});
