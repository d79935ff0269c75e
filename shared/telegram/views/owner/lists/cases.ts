import { formatUsd } from '../../../../domain/common/money';
import type { WaitingCase } from '../../../../domain/messages/owner-lists';
import { mayAct, RULING_ROLE } from '../../../../domain/common/roles';
import type { MessageOf } from '../../../../domain/messages/messages';
import { html, lines, type Html } from '../../html';
import { oddPaymentFor } from '../../payments/case';
import { caseHeading, unknownAmount } from '../../payments/case-heading';
import { keyboardOf, shortTitle, type View } from '../../view';
import { cryptoAmount, formatLocalTime, payerName } from '../../words';
import { payerLabel, pageButtons } from './listing';
import { noteLine, ownButton } from '../menu';
import { itemWords } from './order-list';

const NO_ORDER = 'A payment for an order that I do not know';

const headingOf = ({ exception, isHanging, status, isRemainder }: WaitingCase): string => {
  if (isHanging === true) return caseHeading({ news: 'hanging' });
  return exception === null || exception === 'none'
    ? 'A payment was not completed'
    : caseHeading({ news: exception, ...(status && { status }), isRemainder: isRemainder === true });
};

/** What came: dollars, or the coins if nobody knows what they are worth. */
function cameWords({ worthCents, amountCrypto = null, cryptoCurrency = null, status }: WaitingCase): string {
  if (worthCents != null && worthCents > 0) return formatUsd(worthCents);
  const coins = cryptoAmount({ amountCrypto, cryptoCurrency, expectedCrypto: null });
  return coins ?? unknownAmount(status ? { status } : {});
}

const caseLine = (waiting: WaitingCase, timeZone: string): Html => {
  const { order, seenAt } = waiting;
  const since = formatLocalTime(seenAt, timeZone);
  if (order === null) return html`• ${NO_ORDER}, since ${since}`;
  const price = order.item.kind === 'donation' ? '' : ` of ${formatUsd(order.amountCents)}`;
  return html`• <b>${headingOf(waiting)}</b>: ${cameWords(waiting)}${price}, ${itemWords(order)},
    ${payerName(order.payer)}, since ${since}`;
};

const caseLabel = (waiting: WaitingCase): string =>
  waiting.order === null
    ? `⚠️ Payment ${waiting.paymentId}`
    : `⚠️ ${cameWords(waiting)} ${payerLabel(waiting.order.payer)}`;

export const caseListView = (message: MessageOf<'case_list'>): View => {
  const { cases, count, timeZone } = message;
  return {
    text: lines(
      ...noteLine(message.note),
      html`⚠️ <b>Cases of ${shortTitle(message.title)}</b>`,
      '',
      ...(count === 0
        ? [html`No payment needs your decision.`]
        : [
            html`<b>Payments that need a decision:</b> ${count}`,
            ...cases.map((each) => caseLine(each, timeZone)),
          ]),
    ),
    ...keyboardOf(
      ...cases.map((each) => ownButton(message, caseLabel(each), ['case', each.paymentId])),
      pageButtons(message, 'cases'),
      ownButton(message, '« Back', ['menu']),
    ),
  };
};

export function casePageView(message: MessageOf<'case_page'>): View {
  const { text, keyboard } = oddPaymentFor(message.odd, mayAct(message.role, RULING_ROLE));
  return {
    text,
    ...keyboardOf(...(keyboard?.inline_keyboard ?? []), ownButton(message, '« Back', ['cases'])),
  };
}

export const orphanPageView = (message: MessageOf<'orphan_page'>): View => ({
  text: lines(
    html`⚠️ <b>A payment came for an order that I do not know</b>`,
    '',
    html`<b>Channel:</b> ${shortTitle(message.title)}`,
    html`<b>Received:</b> ${cryptoAmount({ ...message, expectedCrypto: null }) ?? 'not reported'}`,
    html`<b>Payment:</b> <code>${message.paymentId}</code>`,
    html`<b>Since:</b> ${formatLocalTime(message.seenAt, message.timeZone)}`,
    '',
    html`Nothing was granted for it. Look it up by its number in your NOWPayments account, and send the money
    back there or ask the person who runs this bot to find its order.`,
  ),
  ...keyboardOf(ownButton(message, '« Back', ['cases'])),
});
