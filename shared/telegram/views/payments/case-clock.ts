import { formatUsd } from '../../../domain/common/money';
import type { MessageOf } from '../../../domain/messages/messages';
import type { CaseMoment } from '../../../domain/messages/case-clock';
import { html, lines, type Html } from '../html';
import { restButton, storyButton } from '../order-progress';
import { keyboardOf, type View } from '../view';
import { orderLine, orderWords, payerName, paymentWords } from '../words';
import { oddPaymentView } from './case';

const TO_OWNER: Readonly<Record<CaseMoment, string>> = {
  '1_hour': '⏰ This payment has waited an hour for your decision.',
  '1_day': "⏰ This payment has waited a day for your decision. I'm telling the payer that it's still open.",
  '3_days':
    "⏰ This payment has waited 3 days for your decision. I'm telling the payer that it's still open.",
  overdue: '⏰ This payment has waited for your decision for more than a week.',
  stays_open:
    "⏰ Nobody has decided about this payment. It stays open, and I'm telling the payer. I won't remind you again.",
  watch_ended:
    "⏰ I no longer ask NOWPayments about this payment. Look it up in your NOWPayments account. If news comes, I'll still take it in.",
};

/** A case for its owner, with its buttons as they are now, and why it comes again. */
export function caseReminderView({ moment, odd }: MessageOf<'case_reminder'>): View {
  const { text, ...buttons } = oddPaymentView(odd);
  return { text: lines(html`${TO_OWNER[moment]}`, '', text), ...buttons };
}

const HANGING_ENDED =
  "I no longer ask the payment service about it. If it arrives later, I'll still take it in. You can show the owner the transaction.";

/** What happens next to a payment that nobody has decided about. */
function nextWords({ moment, news, status }: MessageOf<'case_waiting'>): string {
  if (moment !== 'stays_open') return "I've reminded them. You don't have to do anything.";
  const isUnconfirmed = news === 'hanging';
  // Money that was not confirmed, or came with a failure, may not have reached the owner.
  const safety = isUnconfirmed || status === 'failed' || status === 'expired' ? '' : ' Your money is safe.';
  const end = isUnconfirmed ? ' or it is confirmed' : '';
  return `I've reminded them, without an answer.${safety} It stays open until they decide${end}.`;
}

/** What the payer reads about a payment that nobody has decided about. */
function waitingText(message: MessageOf<'case_waiting'>): Html {
  const { moment, news, restCents } = message;
  const payment = paymentWords(message);
  if (moment === 'watch_ended') return html`⏳ ${payment} was never confirmed. ${HANGING_ENDED}`;
  if (restCents !== undefined)
    return html`⏳ ${payment} counts toward the price. Pay the remaining ${formatUsd(restCents)} and you're
    in. The owner can also accept what came, but hasn't decided yet.`;
  const waits =
    news === 'hanging'
      ? 'is still not confirmed, and the owner of the channel has not decided about it yet'
      : 'still waits for the decision of the owner of the channel';
  return html`⏳ ${payment} ${waits}. ${nextWords(message)}`;
}

export const caseWaitingView = (message: MessageOf<'case_waiting'>): View => ({
  text: lines(waitingText(message), '', orderWords(message), orderLine(message.reference)),
  ...keyboardOf(message.restCents === undefined ? [] : [restButton(message.reference, message.restCents)], [
    storyButton(message),
  ]),
});

/** A payment that was a little short was accepted, because nobody decided about it for a week. */
export function caseAcceptedView(message: MessageOf<'case_accepted'>): View {
  const { missingCents, payer, paymentId, reference } = message;
  const missing = formatUsd(missingCents);
  const text =
    payer === null
      ? html`✅ <b>Your order is paid.</b> ${missing} was missing, too little to send in crypto, and the owner
          of the channel didn't answer for a week.`
      : html`✅ <b>I accepted a payment as it is.</b> ${missing} was missing, too little to send in crypto,
          and nobody decided for a week. The payer is told.`;
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
    ...keyboardOf([storyButton(message)]),
  };
}
