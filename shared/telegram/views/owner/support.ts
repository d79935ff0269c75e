import type { BanTrouble } from '../../../domain/messages/owner-support';
import type { RulingName } from '../../../domain/access/support-rulings';
import type { MessageOf } from '../../../domain/messages/messages';
import type { WordingKey } from '../../catalog';
import { coloured } from '../button-style';
import { endIn } from '../access-end';
import { truncate, lines, type Html } from '../html';
import { identifiedInWords } from '../person';
import { keyboardOf, shortTitle, type View } from '../view';
import type { Wording } from '../wording';
import { MAX_NOTE, noteLine, ownButton } from './menu';
import { rightsInWords } from './place-words';
import { rulingWord, supportHeading } from './support-question';

type RulingMessage = MessageOf<'ruling'>;

function accessLine({ paidUntil, isActive }: MessageOf<'support_person'>, wording: Wording): Html {
  if (paidUntil === null) return wording.html('support-no-access');
  return isActive
    ? wording.html('support-access-until', { time: endIn(paidUntil, wording) })
    : wording.html('support-access-ended', { time: wording.time(paidUntil) });
}

export const supportPersonView = (message: MessageOf<'support_person'>, wording: Wording): View => {
  const { payer, isActive, isBanned, note } = message;
  const act = (key: WordingKey, ruling: RulingName) =>
    ownButton(message, wording.text(key), [ruling, payer.userId]);
  return {
    text: lines(
      ...noteLine(note, wording),
      supportHeading({ ...message, ruling: null }, wording),
      identifiedInWords(payer, wording),
      '',
      accessLine(message, wording),
      isBanned ? wording.html('support-is-banned') : undefined,
    ),
    ...keyboardOf(
      isBanned ? [] : act('support-give-days', 'grant'),
      isActive ? act('support-end-access', 'revoke') : [],
      isBanned ? act('support-lift-ban', 'unban') : act('support-ban', 'ban'),
      ownButton(message, wording.text('common-back'), ['menu']),
    ),
  };
};

/** What was done, and what its author has to know. */
function doneLines(message: RulingMessage, wording: Wording): readonly (Html | undefined)[] {
  const { ruling, days, paidUntil, isReachable } = message;
  if (ruling !== 'grant') return [wording.html('support-done', { ruling })];
  const until = paidUntil === null ? 'unknown' : endIn(paidUntil, wording);
  return [
    wording.html('support-done-grant', { time: wording.days(days ?? 0), until }),
    isReachable ? undefined : wording.html('support-not-reachable'),
  ];
}

export const rulingView = (message: RulingMessage, wording: Wording): View => {
  const { ruling, rulingId, payer, reason, isConfirmed } = message;
  const time = wording.days(message.days ?? 0);
  const word = rulingWord(ruling, message.days);
  const toPerson = ownButton(message, wording.text(isConfirmed ? 'common-back' : 'common-cancel'), [
    'buyer',
    payer.userId,
  ]);
  return {
    text: lines(
      supportHeading(message, wording),
      wording.html('support-who', { person: identifiedInWords(payer, wording) }),
      ruling === 'grant' ? wording.html('support-time', { time }) : undefined,
      reason === null ? undefined : wording.html('support-why', { reason: truncate(reason, MAX_NOTE) }),
      '',
      ...(isConfirmed ? doneLines(message, wording) : [wording.html('support-means', { ruling: word })]),
    ),
    ...keyboardOf(
      isConfirmed
        ? []
        : ownButton(message, wording.text('support-confirm', { ruling: word, time }), [
            'confirm',
            rulingId,
          ]).map((confirm) =>
            coloured(confirm, ruling === 'ban' || ruling === 'revoke' ? 'danger' : undefined),
          ),
      toPerson,
    ),
  };
};

const BAN_ADVICE: Readonly<Record<BanTrouble, WordingKey>> = {
  administrator: 'support-ban-administrator',
  refused: 'support-ban-refused',
  unanswered: 'access-removal-unanswered',
};

export const banTroubleView = (
  { title, payer, trouble, reason }: MessageOf<'ban_trouble'>,
  wording: Wording,
): View => ({
  text: lines(
    wording.html('support-ban-trouble'),
    '',
    wording.html('common-channel', { title: shortTitle(title) }),
    wording.html('support-who', { person: identifiedInWords(payer, wording) }),
    wording.html('support-telegram-says', { reason: truncate(reason, MAX_NOTE) }),
    '',
    wording.html(BAN_ADVICE[trouble], { right: rightsInWords(['can_restrict_members'], wording) }),
  ),
});

export const notSoldToYouView = ({ title }: MessageOf<'not_sold_to_you'>, wording: Wording): View => ({
  text: wording.html('support-not-sold-to-you', { title: shortTitle(title) }),
});
