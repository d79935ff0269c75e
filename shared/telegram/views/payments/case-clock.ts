import { formatUsd } from '../../../domain/common/money';
import type { MessageOf } from '../../../domain/messages/messages';
import type { CaseMoment } from '../../../domain/messages/case-clock';
import { callbackData } from '../../codec/callback-data';
import { html, lines, type Html } from '../html';
import { button, keyboardOf, type View } from '../view';
import { cryptoAmount, orderLine, orderWords, payerName } from '../words';
import { oddPaymentView } from './case';

const TO_OWNER: Readonly<Record<CaseMoment, string>> = {
  '1_hour': '⏰ This payment has waited an hour for your decision.',
  '1_day': '⏰ This payment has waited a day for your decision. I’ve told the payer that it’s still open.',
  '3_days': '⏰ This payment has waited 3 days for your decision. I’ve told the payer that it’s still open.',
  overdue: '⏰ This payment has waited for your decision for more than a week.',
  stays_open:
    '⏰ Nobody decided about this payment. It stays open, and the payer knows. This is my last reminder.',
  watch_ended:
    '⏰ I no longer ask NOWPayments about this payment. Look it up in your NOWPayments account. If news comes, I’ll still take it in.',
};

/** A case for its owner, with its buttons as they are now, and why it comes again. */
export function caseReminderView({ moment, odd }: MessageOf<'case_reminder'>): View {
  const { text, ...buttons } = oddPaymentView(odd);
  return { text: lines(html`${TO_OWNER[moment]}`, '', text), ...buttons };
}

const HANGING_ENDED =
  'I no longer ask the payment service about it. If it arrives later, I’ll still take it in. You can show the owner the transaction.';

/** What the payer reads about a payment that nobody has decided about. */
function waitingText({ moment, news, ...received }: MessageOf<'case_waiting'>): Html {
  const amount = cryptoAmount(received);
  const payment = amount === undefined ? 'Your payment' : `Your payment of ${amount}`;
  if (moment === 'watch_ended') return html`⏳ ${payment} was never confirmed. ${HANGING_ENDED}`;
  const waits =
    news === 'hanging'
      ? 'is still not confirmed, and the owner of the channel has not decided about it yet'
      : 'still waits for the decision of the owner of the channel';
  const next =
    moment === 'stays_open'
      ? 'I’ve reminded them for a week. It stays open until they decide.'
      : 'I’ve reminded them. You need not do anything.';
  return html`⏳ ${payment} ${waits}. ${next}`;
}

export const caseWaitingView = (message: MessageOf<'case_waiting'>): View => ({
  text: lines(waitingText(message), '', orderWords(message), orderLine(message.reference)),
  ...keyboardOf([button('📜 What happened', callbackData.story(message.reference))]),
});

/** A payment that was a little short was accepted, because nobody decided about it for a week. */
export function caseAcceptedView(message: MessageOf<'case_accepted'>): View {
  const { missingCents, payer, paymentId, reference } = message;
  const missing = formatUsd(missingCents);
  const text =
    payer === null
      ? html`✅ <b>Your payment counts in full.</b> It was ${missing} short, no coin can carry so little, and
          the owner of the channel did not answer for a week.`
      : html`✅ <b>I accepted a payment as it is.</b> It was ${missing} short, no coin can carry so little,
          and nobody decided about it for a week. The payer is told.`;
  return {
    text: lines(
      text,
      '',
      orderWords(message),
      ...(payer === null
        ? []
        : [html`<b>From:</b> ${payerName(payer)}`, html`<b>Payment:</b> <code>${paymentId}</code>`]),
      orderLine(reference),
    ),
    ...keyboardOf([button('📜 What happened', callbackData.story(reference))]),
  };
}
