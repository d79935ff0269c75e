import type { CaseAnswer } from '../../../domain/messages/cases';
import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { html, lines, type Html } from '../html';
import { storyButton } from '../order-progress';
import { differenceInWords } from '../order-wording';
import { button, keyboardOf, type View } from '../view';
import type { Wording } from '../wording';
import { answerLabel, answerMeaning, isOnOpenOrder, worthButton } from './case-answers';
import { factLines, isOfSeveral } from './case-facts';
import { caseHeading } from './case-heading';

type OddPayment = MessageOf<'odd_payment'>;

/** True if the payment counts without a decision, because it is a part of an open order. */
const isCountedAlready = (message: OddPayment): boolean =>
  message.isCounted ?? (message.news === 'partial' && isOnOpenOrder(message));

/** What a payment has done so far. */
function stateKey(message: OddPayment) {
  if (message.news === 'hanging') return 'cases-state-hanging';
  if (message.isRemainder === true) return 'cases-state-remainder';
  if (message.isPaid === true) return 'cases-state-paid';
  if (!isCountedAlready(message)) return 'cases-state-nothing';
  return message.isRestInvoiced === true ? 'cases-state-invoiced' : 'cases-state-counted';
}

function excessLines(message: OddPayment, wording: Wording): readonly Html[] {
  const { excess = 'unknown' } = differenceInWords(message, wording);
  return [
    wording.html(isOfSeveral(message, wording) ? 'cases-excess-together' : 'cases-excess', { excess }),
    wording.html('cases-excess-what'),
  ];
}

function whatToDo(message: OddPayment, mayDecide: boolean, wording: Wording): readonly Html[] {
  const { answers, news } = message;
  const item = message.item.kind;
  if (news === 'over') return excessLines(message, wording);
  if (answers.length === 0)
    return [
      news === 'refunded'
        ? wording.html(message.isRefundedByUs === true ? 'refunds-made' : 'cases-refunded', { item })
        : wording.html('cases-nothing-to-decide'),
    ];
  const state = wording.html(stateKey(message), { item });
  if (!mayDecide) return [state, wording.html('cases-manager-decides')];
  return [
    state,
    wording.html('cases-you-decide'),
    ...answers.map((answer) => answerMeaning(answer, message, wording)),
  ];
}

const answerButton = (answer: CaseAnswer, message: OddPayment, wording: Wording) => {
  const { openChannelId, paymentId } = message;
  if (answer.decision === 'refund' && message.isRefundedByUs === true && openChannelId !== undefined)
    return [
      button(answerLabel(answer, message, wording), callbackData.own('refund', openChannelId, paymentId)),
    ];
  if (answer.decision !== 'type')
    return [button(answerLabel(answer, message, wording), callbackData.decide(answer, paymentId))];
  return openChannelId === undefined ? [] : [worthButton({ openChannelId, paymentId }, wording)];
};

/** An odd payment for its owner: what arrived, what was asked for, and a button for each answer. */
export const oddPaymentView = (message: OddPayment, wording: Wording): View =>
  oddPaymentFor(message, true, wording);

/** Like `oddPaymentView`, but without the answers if the reader can't decide. */
export const oddPaymentFor = (message: OddPayment, mayDecide: boolean, wording: Wording): View => ({
  text: lines(
    html`⚠️ <b>${caseHeading(message, wording)}</b>`,
    '',
    ...factLines(message, wording),
    '',
    ...whatToDo(message, mayDecide, wording),
  ),
  ...keyboardOf(
    ...(mayDecide ? message.answers : []).map((answer) => answerButton(answer, message, wording)),
    [storyButton(message, wording)],
  ),
});
