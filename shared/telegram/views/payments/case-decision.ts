import type { CaseDecision } from '../../../domain/payments/payment';
import { formatUsd } from '../../../domain/common/money';
import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { storedNote, wordsOf } from '../answers';
import { truncate, html, lines, type Html } from '../html';
import { markOf } from '../note-mark';
import { button, keyboardOf, type View } from '../view';
import { worthButton } from './case-answers';
import type { Wording } from '../wording';
import { cryptoAmount, orderLine, orderWords } from '../words';

/** Asks before a refund is told to anybody, because a payer who reads it expects money. */
export const refundQuestionView = (message: MessageOf<'refund_question'>): View => {
  const amount = cryptoAmount(message);
  return {
    text: lines(
      html`↩️ <b>Did you send ${amount ?? 'it'} back?</b>`,
      '',
      orderWords(message),
      html`<b>Payment:</b> <code>${message.paymentId}</code>`,
      orderLine(message.reference),
      '',
      html`I can't move money: send it back from your NOWPayments account first. If you press Yes, I tell the
      payer that it was sent back, and it doesn't count. Until then nothing changes.`,
    ),
    ...keyboardOf([
      button('Yes', callbackData.sentBack(message.paymentId)),
      button('No', callbackData.own('case', message.openChannelId, message.paymentId)),
    ]),
  };
};

const DECISION_HEADINGS: Readonly<Record<CaseDecision, string>> = {
  accept: '✅ You accepted a payment as it is',
  credit: '➕ You counted a payment',
  refund: '↩️ You refunded a payment',
  wait: "⏳ You're waiting for a payment",
};

/** What a counted payment counts for. */
function countedLine({ worthCents, isWorthUnknown }: MessageOf<'case_decided'>): Html | undefined {
  if (isWorthUnknown === true)
    return html`Nobody knows what it was worth, so your figures count $0.00 until you enter it.`;
  return worthCents === undefined ? undefined : html`<b>Counted:</b> ${formatUsd(worthCents)}`;
}

export const caseDecidedView = (message: MessageOf<'case_decided'>): View => {
  const { openChannelId, paymentId, decision } = message;
  return {
    text: lines(
      html`<b>${DECISION_HEADINGS[decision]}.</b>
        ${decision === 'wait' ? "I'll stop reminding you." : 'The payer is told.'}`,
      '',
      orderWords(message),
      countedLine(message),
      html`<b>Payment:</b> <code>${paymentId}</code>`,
      orderLine(message.reference),
    ),
    ...(openChannelId !== undefined &&
      keyboardOf(message.isWorthUnknown === true ? [worthButton({ openChannelId, paymentId })] : [], [
        button('⚠️ What else waits', callbackData.own('cases', openChannelId)),
      ])),
  };
};

const MAX_ANSWER = 2048;

/** Says what became of what the reader asked for. A refusal is marked as one. */
export function ownerAnsweredView({ answer, text }: MessageOf<'owner_answered'>, wording: Wording): View {
  const note = storedNote(answer, text);
  return { text: html`${markOf(note)} ${truncate(wordsOf(note, wording), MAX_ANSWER)}` };
}
