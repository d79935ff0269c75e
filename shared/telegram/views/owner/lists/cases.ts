import type { WaitingCase } from '../../../../domain/messages/owner-lists';
import { mayAct, RULING_ROLE } from '../../../../domain/common/roles';
import type { MessageOf } from '../../../../domain/messages/messages';
import { html, lines, type Html } from '../../html';
import { priceOf, receivedInWords } from '../../order-wording';
import { personInWords, personLabel } from '../../person';
import { oddPaymentFor } from '../../payments/case';
import { caseHeading, hasArrived } from '../../payments/case-heading';
import { keyboardOf, shortTitle, type View } from '../../view';
import type { Wording } from '../../wording';
import { pageButtons } from './listing';
import { noteLine, ownButton } from '../menu';
import { itemInWords } from './order-list';

function headingOf({ exception, isHanging, status, isRemainder }: WaitingCase, wording: Wording): string {
  if (isHanging === true) return caseHeading({ news: 'hanging' }, wording);
  return exception === null || exception === 'none'
    ? wording.text('cases-head-unfinished')
    : caseHeading({ news: exception, ...(status && { status }), isRemainder: isRemainder === true }, wording);
}

/** What came: dollars, or the coins if nobody knows what they are worth. */
function cameInWords(waiting: WaitingCase, wording: Wording): string {
  const { worthCents, amountCrypto = null, cryptoCurrency = null, status } = waiting;
  if (worthCents != null && worthCents > 0) return wording.usd(worthCents);
  const coins = receivedInWords({ amountCrypto, cryptoCurrency, expectedCrypto: null }, wording);
  if (coins !== undefined) return coins;
  return wording.text(hasArrived(status ? { status } : {}) ? 'cases-amount-unreported' : 'cases-amount-none');
}

function caseLine(waiting: WaitingCase, wording: Wording): Html {
  const { order } = waiting;
  const time = wording.time(waiting.seenAt);
  if (order === null) {
    const heading = wording.text('cases-head-unknown-order');
    return wording.html('cases-list-line-unknown', { heading, time });
  }
  const values = {
    heading: headingOf(waiting, wording),
    amount: cameInWords(waiting, wording),
    item: itemInWords(order, wording),
    person: personInWords(order.payer, wording),
    time,
  };
  return order.item.kind === 'donation'
    ? wording.html('cases-list-line', values)
    : wording.html('cases-list-line-of', { ...values, price: priceOf(order, wording) });
}

const caseLabel = (waiting: WaitingCase, wording: Wording): string =>
  waiting.order === null
    ? wording.text('cases-list-payment', { payment: String(waiting.paymentId) })
    : wording.text('cases-list-button', {
        amount: cameInWords(waiting, wording),
        person: personLabel(waiting.order.payer, wording),
      });

export const caseListView = (message: MessageOf<'case_list'>, wording: Wording): View => {
  const { cases, count } = message;
  return {
    text: lines(
      ...noteLine(message.note, wording),
      wording.html('cases-list-title', { title: shortTitle(message.title) }),
      '',
      ...(count === 0
        ? [wording.html('cases-list-empty')]
        : [wording.html('cases-list-count', { count }), ...cases.map((each) => caseLine(each, wording))]),
    ),
    ...keyboardOf(
      ...cases.map((each) => ownButton(message, caseLabel(each, wording), ['case', each.paymentId])),
      pageButtons(message, 'cases', wording),
      ownButton(message, wording.text('common-back'), ['menu']),
    ),
  };
};

export function casePageView(message: MessageOf<'case_page'>, wording: Wording): View {
  const { text, keyboard } = oddPaymentFor(message.odd, mayAct(message.role, RULING_ROLE), wording);
  return {
    text,
    ...keyboardOf(
      ...(keyboard?.inline_keyboard ?? []),
      ownButton(message, wording.text('common-back'), ['cases']),
    ),
  };
}

function orphanLine(message: MessageOf<'orphan_page'>, wording: Wording): Html {
  const amount = receivedInWords({ ...message, expectedCrypto: null }, wording);
  return amount === undefined
    ? wording.html('cases-received-unreported')
    : wording.html('cases-received', { amount, worth: 'none' });
}

export const orphanPageView = (message: MessageOf<'orphan_page'>, wording: Wording): View => ({
  text: lines(
    html`⚠️ <b>${wording.text('cases-head-unknown-order')}</b>`,
    '',
    wording.html('common-channel', { title: shortTitle(message.title) }),
    orphanLine(message, wording),
    wording.html('cases-payment', { payment: String(message.paymentId) }),
    wording.html('cases-since', { time: wording.time(message.seenAt) }),
    '',
    wording.html('cases-orphan-what'),
  ),
  ...keyboardOf(ownButton(message, wording.text('common-back'), ['cases'])),
});
