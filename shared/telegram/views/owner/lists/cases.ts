import { formatUsd } from '../../../../domain/common/money';
import type { WaitingCase } from '../../../../domain/messages/owner-lists';
import type { Exception } from '../../../../domain/payments/payment';
import { mayAct, RULING_ROLE } from '../../../../domain/common/roles';
import type { MessageOf } from '../../../../domain/messages/messages';
import { html, lines, type Html } from '../../html';
import { oddPaymentFor } from '../../payments/case';
import { keyboardOf, shortTitle, type View } from '../../view';
import { cryptoAmount, formatLocalTime, payerName } from '../../words';
import { payerLabel, pageButtons } from './listing';
import { noteLine, ownButton } from '../menu';
import { itemWords } from './order-list';

const ODDITY_WORDS: Readonly<Record<Exception, string>> = {
  none: 'it was not completed',
  partial: 'it is short, or was not completed',
  over: 'it is more than was asked for',
  late: 'it came too late',
  repeated: 'it came beside the one that was needed',
  wrong_asset: 'it came in another coin',
  amount_mismatch: 'it came for another price',
};

const NO_ORDER = 'a payment for an order that I do not know';

const caseLine = ({ order, exception, seenAt }: WaitingCase, timeZone: string): Html => {
  const since = formatLocalTime(seenAt, timeZone);
  if (order === null) return html`• ${NO_ORDER}, since ${since}`;
  return html`• <b>${formatUsd(order.amountCents)}</b>, ${itemWords(order)}, ${payerName(order.payer)}:
    ${ODDITY_WORDS[exception ?? 'none']}, since ${since}`;
};

const caseLabel = ({ order, paymentId }: WaitingCase): string =>
  order === null
    ? `⚠️ Payment ${paymentId}`
    : `⚠️ ${formatUsd(order.amountCents)} ${payerLabel(order.payer)}`;

export const caseListView = (message: MessageOf<'case_list'>): View => {
  const { cases, count, timeZone } = message;
  return {
    text: lines(
      ...noteLine(message.note),
      html`⚠️ <b>Cases of ${shortTitle(message.title)}</b>`,
      '',
      ...(count === 0
        ? [html`No payment waits for a word.`]
        : [
            html`<b>Payments that wait for a word:</b> ${count}`,
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
    html`<b>Received:</b> ${cryptoAmount({ ...message, expectedCrypto: null }) ?? 'nothing yet'}`,
    html`<b>Payment:</b> <code>${message.paymentId}</code>`,
    html`<b>Since:</b> ${formatLocalTime(message.seenAt, message.timeZone)}`,
    '',
    html`Nothing was granted for it. Look it up by its number in your NOWPayments account, and send the money
    back there or ask whoever runs this bot to find its order.`,
  ),
  ...keyboardOf(ownButton(message, '« Back', ['cases'])),
});
