import type { Cents } from '../../../domain/common/ids';
import type { CaseDecision } from '../../../domain/payments/payment';
import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { storedNote, wordsOf } from '../answers';
import { truncate, html, lines, type Html } from '../html';
import { markOf } from '../note-mark';
import { orderInWords } from '../order-wording';
import { button, keyboardOf, type View } from '../view';
import type { Wording } from '../wording';
import { worthButton } from './case-answers';
import { coinsInWords } from './case-heading';

/** Asks before a refund is told to anybody, because a payer who reads it expects money. */
export const refundQuestionView = (message: MessageOf<'refund_question'>, wording: Wording): View => ({
  text: lines(
    wording.html('cases-refund-question', { amount: coinsInWords(message, wording) }),
    '',
    orderInWords(message, wording),
    wording.html('cases-payment', { payment: String(message.paymentId) }),
    '',
    wording.html('cases-refund-how'),
  ),
  ...keyboardOf([
    button(wording.text('cases-yes'), callbackData.sentBack(message.paymentId)),
    button(wording.text('cases-no'), callbackData.own('case', message.openChannelId, message.paymentId)),
  ]),
});

const DECIDED = {
  accept: 'cases-decided-accept',
  credit: 'cases-decided-credit',
  refund: 'cases-decided-refund',
  wait: 'cases-decided-wait',
} as const satisfies Record<CaseDecision, string>;

/** What a counted payment counts for. */
function countedLine(
  { worthCents, worthStars, isWorthUnknown }: MessageOf<'case_decided'>,
  wording: Wording,
): Html | undefined {
  if (isWorthUnknown === true)
    return wording.html('cases-counted-unknown', { amount: wording.usd(0 as Cents) });
  if (worthStars !== undefined) return wording.html('cases-counted', { amount: wording.stars(worthStars) });
  return worthCents === undefined
    ? undefined
    : wording.html('cases-counted', { amount: wording.usd(worthCents) });
}

export const caseDecidedView = (message: MessageOf<'case_decided'>, wording: Wording): View => {
  const { openChannelId, paymentId, decision } = message;
  return {
    text: lines(
      wording.html(DECIDED[decision]),
      '',
      orderInWords(message, wording),
      countedLine(message, wording),
      wording.html('cases-payment', { payment: String(paymentId) }),
    ),
    ...(openChannelId !== undefined &&
      keyboardOf(
        message.isWorthUnknown === true ? [worthButton({ openChannelId, paymentId }, wording)] : [],
        [button(wording.text('cases-others'), callbackData.own('cases', openChannelId))],
      )),
  };
};

const MAX_ANSWER = 2048;

/** Says what became of what the reader asked for. A refusal is marked as one. */
export function ownerAnsweredView({ answer, text }: MessageOf<'owner_answered'>, wording: Wording): View {
  const note = storedNote(answer, text);
  return { text: html`${markOf(note)} ${truncate(wordsOf(note, wording), MAX_ANSWER)}` };
}
