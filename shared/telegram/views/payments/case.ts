import type { Cents } from '../../../domain/common/ids';
import type { CaseAnswer } from '../../../domain/messages/cases';
import type { PayerNews } from '../../../domain/messages/payments';
import { formatCrypto, formatUsd } from '../../../domain/common/money';
import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { html, lines, type Html } from '../html';
import { button, keyboardOf, shortTitle, type View } from '../view';
import { amountDifference, cryptoAmount, payerName, tierWords } from '../words';
import { answerLabel, answerMeaning, isOnOpenOrder } from './case-answers';

type OddPayment = MessageOf<'odd_payment'>;

const HEADINGS: Readonly<Record<PayerNews, string>> = {
  seen: 'A payment was seen',
  hanging: 'A payment has not been confirmed for a week',
  partial: 'A payment is short',
  over: 'A payer sent more than was asked',
  late: 'A payment came too late',
  repeated: 'A second payment came for one order',
  wrong_asset: 'A payment came in another coin',
  amount_mismatch: 'A payment came for another price than its order has',
  credited: 'A payment was counted',
  failed: 'A payment failed',
  expired: 'A payment expired',
  refunded: 'A payment was refunded',
};

/** A short payment that ended otherwise than by arriving in full. */
const PARTIAL_HEADINGS: Readonly<Record<string, string>> = {
  failed: 'A payment failed after the money was sent',
  expired: 'A payment expired after some money was sent',
};

const headingOf = ({ news, status }: OddPayment): string =>
  (news === 'partial' ? PARTIAL_HEADINGS[status ?? ''] : undefined) ?? HEADINGS[news];

/** True if the payment counts without a decision, because it is a part of an open order. */
const isCountedAlready = (message: OddPayment): boolean =>
  message.isCounted ?? (message.news === 'partial' && isOnOpenOrder(message));

const HANGING = html`NOWPayments has seen the money and has not finished the payment. Look it up in your
NOWPayments account. The buyer may buy again or cancel meanwhile. You decide:`;

function stateOf(message: OddPayment): Html {
  if (message.news === 'hanging') return HANGING;
  if (message.isPaid === true) return html`The order is paid already. You decide about this payment:`;
  if (!isCountedAlready(message)) return html`Nothing was granted for it yet. You decide:`;
  const rest = message.isRestInvoiced === true ? ' The payer has an invoice for the rest.' : '';
  return html`It counts toward the price.${rest} You decide:`;
}

function excessWords(message: OddPayment): readonly Html[] {
  const { excess } = amountDifference(message);
  return [
    html`${excess === undefined ? 'It is more' : `${excess} more`} than was asked. The sale and the access
    stay as they are.`,
    html`You can keep it, or send it back from your NOWPayments account.`,
  ];
}

function whatToDo(message: OddPayment, mayDecide: boolean): readonly Html[] {
  const { answers, news, item } = message;
  if (news === 'over') return excessWords(message);
  if (answers.length === 0 && news === 'refunded') {
    const ended = item.kind === 'donation' ? '' : ' The access that it paid for, if any, has ended.';
    return [html`NOWPayments reports the refund as done.${ended}`];
  }
  if (answers.length === 0) return [html`There is nothing to decide about it any more.`];
  if (!mayDecide) return [html`Nothing was granted for it yet. Who manages the channel decides about it.`];
  return [
    stateOf(message),
    ...answers.map(
      (answer) => html`<b>${answerLabel(answer, message)}</b>: ${answerMeaning(answer, message)}`,
    ),
  ];
}

const orderedLine = ({ item, amountCents, reference }: OddPayment): Html =>
  html`<b>Order:</b> ${formatUsd(amountCents)}${item.kind === 'donation' ? '' : `, ${tierWords(item)}`},
    <code>${reference}</code>`;

/** What the order's invoice asked for. Left out if that is told beside what came. */
function askedLine({ asked, expectedCrypto }: OddPayment): Html | undefined {
  return asked == null || expectedCrypto !== null
    ? undefined
    : html`<b>Asked:</b> ${formatCrypto(asked.amountCrypto, asked.cryptoCurrency)}`;
}

/** What the coins are worth; nothing in messages of versions that did not know it. */
function worthWords(worthCents: Cents | null | undefined): string {
  if (worthCents === undefined) return '';
  if (worthCents === null) return ', worth unknown';
  return ` (${worthCents === 0 ? 'less than $0.01' : formatUsd(worthCents)})`;
}

function receivedLine(message: OddPayment): Html {
  const { expectedCrypto, cryptoCurrency, worthCents } = message;
  const asked =
    expectedCrypto === null || cryptoCurrency === null
      ? ''
      : ` of ${formatCrypto(expectedCrypto, cryptoCurrency)}`;
  const amount = cryptoAmount(message);
  return html`<b>Received:</b>
    ${amount ?? 'nothing yet'}${asked}${amount === undefined ? '' : worthWords(worthCents)}`;
}

/** An odd payment for its owner: what arrived, what was asked for, and a button for each answer. */
export const oddPaymentView = (message: OddPayment): View => oddPaymentFor(message, true);

const answerButton = (answer: CaseAnswer, message: OddPayment) => {
  const { openChannelId, paymentId } = message;
  if (answer.decision !== 'type')
    return [button(answerLabel(answer, message), callbackData.decide(answer, paymentId))];
  return openChannelId === undefined
    ? []
    : [button(answerLabel(answer, message), callbackData.own('case-worth', openChannelId, paymentId))];
};

/** Like `oddPaymentView`, but without the answers if the reader can't decide. */
export const oddPaymentFor = (message: OddPayment, mayDecide: boolean): View => ({
  text: lines(
    html`⚠️ <b>${headingOf(message)}</b>`,
    '',
    html`<b>Channel:</b> ${shortTitle(message.title)}`,
    html`<b>From:</b> ${payerName(message.payer)}`,
    orderedLine(message),
    askedLine(message),
    receivedLine(message),
    html`<b>Payment:</b> <code>${message.paymentId}</code>`,
    '',
    ...whatToDo(message, mayDecide),
  ),
  ...keyboardOf(...(mayDecide ? message.answers : []).map((answer) => answerButton(answer, message)), [
    button('📜 What happened', callbackData.story(message.reference)),
  ]),
});
