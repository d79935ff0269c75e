import type { AccessTrouble, RemovalTrouble } from '../../../domain/messages/access';
import type { Message, MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { lines, truncate, type Html } from '../html';
import { personInWords } from '../person';
import { button, keyboardOf, shortTitle, type View } from '../view';
import type { Wording } from '../wording';

type MemberMessage = Extract<Message, { type: 'access_trouble' | 'removal_trouble' | 'member_kept' }>;

const MAX_REASON = 256;

const memberAndTitle = ({ title, payer }: MemberMessage, wording: Wording) => ({
  person: personInWords(payer, wording),
  title: shortTitle(title),
});

const kindOf = ({ placeKind }: MemberMessage) => ({ kind: placeKind ?? 'channel' });

const telegramSays = (reason: string, wording: Wording): Html =>
  wording.html('common-telegram-says', { reason: truncate(reason, MAX_REASON) });

const ACCESS_ADVICE = {
  refused: 'access-advice-right',
  full: 'access-advice-full',
  banned: 'access-advice-banned',
  no_channel: 'access-advice-no-channel',
  about_user: 'access-advice-about-user',
  too_late: 'access-advice-too-late',
} as const satisfies Record<AccessTrouble, string>;

export const accessTroubleView = (message: MessageOf<'access_trouble'>, wording: Wording): View => {
  const { trouble, reason } = message;
  return {
    text: lines(
      wording.html(
        trouble === 'too_late' ? 'access-trouble-too-late' : 'access-trouble',
        memberAndTitle(message, wording),
      ),
      trouble === 'refused' || trouble === 'about_user' ? telegramSays(reason, wording) : undefined,
      '',
      wording.html(ACCESS_ADVICE[trouble], kindOf(message)),
    ),
  };
};

const REMOVAL_ADVICE = {
  refused: 'access-removal-right',
  administrator: 'access-removal-administrator',
  unanswered: 'access-removal-unanswered',
  unclear: 'access-removal-unclear',
} as const satisfies Record<RemovalTrouble, string>;

export const removalTroubleView = (message: MessageOf<'removal_trouble'>, wording: Wording): View => ({
  text: lines(
    wording.html('access-removal-trouble', memberAndTitle(message, wording)),
    telegramSays(message.reason, wording),
    '',
    wording.html(REMOVAL_ADVICE[message.trouble], kindOf(message)),
  ),
});

export const memberKeptView = (message: MessageOf<'member_kept'>, wording: Wording): View => ({
  text: lines(
    wording.html('access-kept', memberAndTitle(message, wording)),
    '',
    wording.html('access-kept-why'),
  ),
  ...keyboardOf([
    button(
      wording.text('access-remove'),
      callbackData.removeProtected(message.openChannelId, message.payer.userId, message.chatId),
    ),
  ]),
});

export const removalsBrakedView = (
  { title, openChannelId, removed, most }: MessageOf<'removals_braked'>,
  wording: Wording,
): View => ({
  text: lines(
    wording.html('access-brake', { title: shortTitle(title) }),
    '',
    wording.html('access-brake-why', { removed, most }),
    '',
    wording.html('access-brake-release-does'),
    wording.html('access-brake-stop-does'),
  ),
  ...keyboardOf(
    [button(wording.text('access-brake-release'), callbackData.releaseBrake(openChannelId))],
    [button(wording.text('access-brake-stop'), callbackData.stopRemovals(openChannelId))],
  ),
});
