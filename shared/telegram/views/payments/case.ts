import type { Decision } from '../../../domain/payments/payment';
import type { CaseAnswer, PayerNews } from '../../../domain/messages/payments';
import { formatCrypto, formatUsd } from '../../../domain/common/money';
import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { storedNote, wordsOf } from '../answers';
import { truncate, html, lines, type Html } from '../html';
import { button, keyboardOf, shortTitle, type View } from '../view';
import { plural, cryptoAmount, orderLine, orderWords, payerName, tierWords } from '../words';

const HEADINGS: Readonly<Record<PayerNews, string>> = {
  seen: 'A payment was seen',
  partial: 'A payment is short or was not completed',
  late: 'A payment came too late',
  repeated: 'A second payment came for one order',
  wrong_asset: 'A payment came in another coin',
  amount_mismatch: 'A payment came for another price than its order has',
  credited: 'A payment was counted',
  failed: 'A payment failed',
  expired: 'A payment expired',
  refunded: 'A payment was refunded',
};

type OddPayment = MessageOf<'odd_payment'>;

function answerLabel(answer: CaseAnswer, message: OddPayment): string {
  switch (answer.decision) {
    case 'accept':
      return '✅ Accept as paid';
    case 'refund':
      return '↩️ I refunded it';
    case 'credit':
      if (answer.days > 0)
        return `➕ Credit ${formatUsd(answer.worthCents)} as ${plural(answer.days, 'day')}`;
      return isUnpaid(message) ? `➕ Count ${formatUsd(answer.worthCents)}` : '➕ Keep it';
  }
}

/** True if the order is unpaid: only then is `accept` among the answers, and a credit counts toward its price. */
const isUnpaid = ({ answers }: OddPayment): boolean => answers.some(({ decision }) => decision === 'accept');

function answerMeaning(answer: CaseAnswer, message: OddPayment): string {
  const isDonation = message.item.kind === 'donation';
  switch (answer.decision) {
    case 'accept':
      return isDonation
        ? 'the order counts as paid in full, and the donor is thanked.'
        : 'the order counts as paid in full, and the buyer is let in.';
    case 'refund':
      return 'press it after you sent the money back from your NOWPayments account; the payer is told. I cannot move money myself.';
    case 'credit':
      if (answer.days > 0) return 'the buyer has access for so much longer.';
      if (isUnpaid(message)) return 'it counts toward the price, and the payer is asked for the rest.';
      return isDonation
        ? 'it counts as one more donation.'
        : 'it stays with you and buys nothing; the payer is told that it was counted.';
  }
}

const REST_REQUESTED = ' The payer is asked for the rest, where some coin can pay so little.';

/** True if the payment counts without a decision, because it is a part of an open order. */
const isCountedAlready = (message: OddPayment): boolean =>
  message.news === 'partial' &&
  isUnpaid(message) &&
  message.answers.every((each) => each.decision !== 'credit');

function whatToDo(message: OddPayment, mayDecide: boolean): readonly Html[] {
  const { answers, news, item } = message;
  if (answers.length === 0 && news === 'refunded') {
    const ended = item.kind === 'donation' ? '' : ' The access that it paid for, if any, has ended.';
    return [html`NOWPayments reports the refund as done.${ended}`];
  }
  if (answers.length === 0) return [html`There is nothing to decide about it any more.`];
  if (!mayDecide) return [html`Nothing was granted for it yet. Who manages the channel decides about it.`];
  return [
    html`Nothing was granted for it yet.${isCountedAlready(message) ? REST_REQUESTED : ''} You decide:`,
    ...answers.map(
      (answer) => html`<b>${answerLabel(answer, message)}</b>: ${answerMeaning(answer, message)}`,
    ),
  ];
}

const orderedLine = ({ item, amountCents, reference }: OddPayment): Html =>
  html`<b>Order:</b> ${formatUsd(amountCents)}${item.kind === 'donation' ? '' : `, ${tierWords(item)}`},
    <code>${reference}</code>`;

function receivedLine(message: OddPayment): Html {
  const { expectedCrypto, cryptoCurrency } = message;
  const asked =
    expectedCrypto === null || cryptoCurrency === null
      ? ''
      : ` of ${formatCrypto(expectedCrypto, cryptoCurrency)}`;
  return html`<b>Received:</b> ${cryptoAmount(message) ?? 'nothing yet'}${asked}`;
}

/** An odd payment for its owner: what arrived, what was asked for, and a button for each answer. */
export const oddPaymentView = (message: OddPayment): View => oddPaymentFor(message, true);

/** Like `oddPaymentView`, but without the answers if the reader can't decide. */
export const oddPaymentFor = (message: OddPayment, mayDecide: boolean): View => ({
  text: lines(
    html`⚠️ <b>${HEADINGS[message.news]}</b>`,
    '',
    html`<b>Channel:</b> ${shortTitle(message.title)}`,
    html`<b>From:</b> ${payerName(message.payer)}`,
    orderedLine(message),
    receivedLine(message),
    html`<b>Payment:</b> <code>${message.paymentId}</code>`,
    '',
    ...whatToDo(message, mayDecide),
  ),
  ...keyboardOf(
    ...(mayDecide ? message.answers : []).map((answer) => [
      button(answerLabel(answer, message), callbackData.decide(answer, message.paymentId)),
    ]),
    [button('📜 What happened', callbackData.story(message.reference))],
  ),
});

const DECISION_HEADINGS: Readonly<Record<Decision, string>> = {
  accept: '✅ You accepted a payment as it is',
  credit: '➕ You counted a payment',
  refund: '↩️ You refunded a payment',
};

export const caseDecidedView = (message: MessageOf<'case_decided'>): View => ({
  text: lines(
    html`<b>${DECISION_HEADINGS[message.decision]}.</b> The payer is told.`,
    '',
    orderWords(message),
    html`<b>Payment:</b> <code>${message.paymentId}</code>`,
    orderLine(message.reference),
  ),
  ...keyboardOf(
    message.openChannelId === undefined
      ? []
      : [button('⚠️ What else waits', callbackData.own('cases', message.openChannelId))],
  ),
});

const MAX_ANSWER = 2048;

/** Replaces a question with the result of the owner's decision. */
export const ownerAnsweredView = ({ answer, text }: MessageOf<'owner_answered'>): View => ({
  text: html`✔️ ${truncate(wordsOf(storedNote(answer, text)), MAX_ANSWER)}`,
});
