import type { InlineKeyboardButton } from 'grammy/types';
import {
  MOST_GIVEN_DAYS,
  OFFERED_DAYS,
  wantedRuling,
  type RulingName,
} from '../../../domain/access/support-rulings';
import { areForEver, FOR_EVER_DAYS } from '../../../domain/common/for-ever';
import type { MessageOf } from '../../../domain/messages/messages';
import { lines, type Html } from '../html';
import { identifiedInWords } from '../person';
import { keyboardOf, shortTitle, type View } from '../view';
import type { Wording } from '../wording';
import { complaintLine, ownButton } from './menu';

type SupportQuestionMessage = MessageOf<'support_question'>;

/** Names what is about to happen, like the button that leads there. */
export const supportHeading = (
  { title, ruling }: { readonly title: string; readonly ruling: RulingName | null },
  wording: Wording,
): Html => wording.html('support-heading', { ruling: ruling ?? 'none', title: shortTitle(title) });

/** The word by which the catalogs choose what is said about a ruling. */
export const rulingWord = (ruling: RulingName | null, days: number | null): string =>
  ruling === 'grant' && areForEver(days) ? 'grant_for_ever' : (ruling ?? 'none');

function questionLines(
  { question, payer, ruling, days }: SupportQuestionMessage,
  wording: Wording,
): readonly Html[] {
  if (question === 'support_person') return [wording.html('support-ask-person')];
  const person = payer === null ? 'unknown' : identifiedInWords(payer, wording);
  if (question === 'support_days')
    return [wording.html('support-ask-days', { person, max: MOST_GIVEN_DAYS })];
  const about = { ruling: rulingWord(ruling, days), person, time: wording.days(days ?? 0) };
  return [wording.html('support-about-to', about), wording.html('support-ask-reason')];
}

/** A button that goes on to the confirmation without a reason. */
function withoutReason(message: SupportQuestionMessage, wording: Wording): InlineKeyboardButton[] {
  const { question, payer, ruling, days } = message;
  if (question !== 'support_reason' || payer === null || ruling === null) return [];
  const wanted = wantedRuling({ ruling, userId: payer.userId, days });
  return ownButton(message, wording.text('support-skip-reason'), ['no-reason', wanted]);
}

/** Buttons for frequent numbers of days. */
function offeredDays(message: SupportQuestionMessage, wording: Wording): InlineKeyboardButton[] {
  const { question, payer } = message;
  if (question !== 'support_days' || payer === null) return [];
  const give = (days: number, label: string) =>
    ownButton(message, label, ['grant', `${payer.userId}_${days}`]);
  return [
    ...OFFERED_DAYS.flatMap((days) =>
      give(days, wording.text('support-offer-days', { time: wording.days(days) })),
    ),
    ...give(FOR_EVER_DAYS, wording.text('common-for-ever-button')),
  ];
}

export const supportQuestionView = (message: SupportQuestionMessage, wording: Wording): View => {
  const { payer, complaint } = message;
  const offered = offeredDays(message, wording);
  return {
    text: lines(
      ...complaintLine(complaint, wording),
      supportHeading(message, wording),
      ...questionLines(message, wording),
    ),
    ...keyboardOf(
      offered.slice(0, 3),
      offered.slice(3),
      withoutReason(message, wording),
      payer === null ? [] : ownButton(message, wording.text('common-back'), ['buyer', payer.userId]),
      ownButton(message, wording.text('common-cancel'), ['menu']),
    ),
  };
};
