import type { Cents } from '../../../domain/common/ids';
import type { CaseAnswer } from '../../../domain/messages/cases';
import { formatCrypto, formatUsd } from '../../../domain/common/money';
import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { html, lines, type Html } from '../html';
import { storyButton } from '../order-progress';
import { button, keyboardOf, shortTitle, type View } from '../view';
import { amountDifference, cryptoAmount, payerName, tierWords } from '../words';
import { caseHeading, unknownAmount } from './case-heading';
import { answerLabel, answerMeaning, isOnOpenOrder, worthButton } from './case-answers';

type OddPayment = MessageOf<'odd_payment'>;

/** True if the payment counts without a decision, because it is a part of an open order. */
const isCountedAlready = (message: OddPayment): boolean =>
  message.isCounted ?? (message.news === 'partial' && isOnOpenOrder(message));

const HANGING = `NOWPayments has seen the money and has not finished the payment. Look it up in your NOWPayments account. The buyer may buy again or cancel meanwhile.`;

/** What happens to a part of a price that counts already. */
function partWords({ isRestInvoiced, item }: OddPayment): string {
  if (isRestInvoiced === true) return 'It counts toward the price. The payer has an invoice for the rest.';
  const byDefault =
    item.kind === 'donation'
      ? ''
      : ' If the rest is too little to send in crypto and nobody answers for a week, the order counts as paid.';
  return `It counts toward the price.${byDefault}`;
}

/** What a payment has done so far. */
function stateOf(message: OddPayment): string {
  if (message.news === 'hanging') return HANGING;
  if (message.isRemainder === true) return 'The rest of this order was sent back, so its access has ended.';
  if (message.isPaid === true) return 'The order is paid already.';
  return isCountedAlready(message) ? partWords(message) : 'Nothing was granted for it yet.';
}

function excessWords(message: OddPayment): readonly Html[] {
  const { excess } = amountDifference(message);
  const more = excess === undefined ? 'more' : `${excess} more`;
  return [
    isOfSeveral(message)
      ? html`Together, ${more} than was asked came. The sale and the access stay as they are.`
      : html`${excess === undefined ? 'It is more' : more} than was asked. The sale and the access stay as
        they are.`,
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
  if (!mayDecide) return [html`${stateOf(message)} A manager of the channel decides.`];
  return [
    html`${stateOf(message)} You decide:`,
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

/** Money beyond a price that several payments brought together, so no amount of one is told. */
const isOfSeveral = (message: OddPayment): boolean =>
  message.news === 'over' && cryptoAmount(message) === undefined;

function receivedLine(message: OddPayment): Html {
  const { expectedCrypto, cryptoCurrency, worthCents } = message;
  const asked =
    expectedCrypto === null || cryptoCurrency === null
      ? ''
      : ` of ${formatCrypto(expectedCrypto, cryptoCurrency)}`;
  const amount = cryptoAmount(message);
  return html`<b>Received:</b>
    ${amount ?? unknownAmount(message)}${asked}${amount === undefined ? '' : worthWords(worthCents)}`;
}

/** An odd payment for its owner: what arrived, what was asked for, and a button for each answer. */
export const oddPaymentView = (message: OddPayment): View => oddPaymentFor(message, true);

const answerButton = (answer: CaseAnswer, message: OddPayment) => {
  const { openChannelId, paymentId } = message;
  if (answer.decision !== 'type')
    return [button(answerLabel(answer, message), callbackData.decide(answer, paymentId))];
  return openChannelId === undefined ? [] : [worthButton({ openChannelId, paymentId })];
};

/** Like `oddPaymentView`, but without the answers if the reader can't decide. */
export const oddPaymentFor = (message: OddPayment, mayDecide: boolean): View => ({
  text: lines(
    html`⚠️ <b>${caseHeading(message)}</b>`,
    '',
    html`<b>Channel:</b> ${shortTitle(message.title)}`,
    html`<b>From:</b> ${payerName(message.payer)}`,
    orderedLine(message),
    askedLine(message),
    ...(isOfSeveral(message)
      ? []
      : [receivedLine(message), html`<b>Payment:</b> <code>${message.paymentId}</code>`]),
    '',
    ...whatToDo(message, mayDecide),
  ),
  ...keyboardOf(...(mayDecide ? message.answers : []).map((answer) => answerButton(answer, message)), [
    storyButton(message),
  ]),
});
