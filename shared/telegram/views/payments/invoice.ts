import { backToSubscriptions, orderButtons, progressWords, storyButton } from '../order-progress';
import { addedWords, endWords, type ReminderOccasion } from '../state-words';
import type { Cents } from '../../../domain/common/ids';
import { formatUsd } from '../../../domain/common/money';
import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { html, lines, type Html } from '../html';
import { button, keyboardOf, linkButton, shortTitle, type View } from '../view';
import { orderLine, orderWords, tierWords } from '../words';

const pressPayNow = html`Press Pay now and choose a coin.`;

const purchaseView = (message: MessageOf<'pay_now'>): View => {
  const { item, title, amountCents, invoiceUrl, reference } = message;
  const isDonation = item.kind === 'donation';
  return {
    text: lines(
      isDonation
        ? html`💝 <b>Your donation of ${formatUsd(amountCents)} to ${shortTitle(title)}</b>`
        : html`💎 <b>${orderWords(message)}</b>`,
      '',
      isDonation
        ? html`${pressPayNow} I will write here as soon as your payment is seen.`
        : html`${pressPayNow} I will write here as soon as your payment is seen, and let you in as soon as it
          has arrived.`,
      orderLine(reference),
    ),
    ...keyboardOf(
      [linkButton('💳 Pay now', invoiceUrl)],
      [button('✕ Cancel', callbackData.cancelOrder(reference))],
    ),
  };
};

/** How much of the price has arrived. */
const partWords = (received: Cents, { amountCents }: { amountCents: Cents }, missing: string): Html =>
  html`<b>${formatUsd(received)}</b> of ${formatUsd(amountCents)} has arrived, <b>${missing}</b> is missing.`;

/** Has no cancel button, because a part of the money has already arrived. */
const restView = (message: MessageOf<'pay_now'>, receivedCents: Cents): View => {
  const { amountCents, invoiceUrl, reference, item } = message;
  const rest = formatUsd((amountCents - receivedCents) as Cents);
  return {
    text: lines(
      html`➕ <b>A part of your payment has arrived.</b>`,
      '',
      partWords(receivedCents, message, rest),
      html`Nothing is lost: press the button to pay exactly the rest, in any coin. Then your ${item.kind} is
      complete.`,
      '',
      orderWords(message),
      orderLine(reference),
    ),
    ...keyboardOf([linkButton(`💳 Pay the rest: ${rest}`, invoiceUrl)]),
  };
};

const reminderInvoiceView = (message: MessageOf<'pay_now'>, reminder: ReminderOccasion): View => {
  const { item, amountCents, dueCents, invoiceUrl, reference, title } = message;
  const isRest = dueCents !== amountCents;
  const part = isRest ? ` ${formatUsd((amountCents - dueCents) as Cents)} of it has arrived already.` : '';
  return {
    text: lines(
      endWords(title, reminder),
      '',
      html`${item.kind === 'donation' ? 'It' : tierWords(item)} costs ${formatUsd(amountCents)}.${part}
      ${isRest ? 'Press the button and choose a coin.' : pressPayNow} ${addedWords(reminder.daysLeft)}`,
      orderLine(reference),
    ),
    ...keyboardOf(
      [linkButton(`💳 ${isRest ? 'Pay the rest' : 'Pay now'}: ${formatUsd(dueCents)}`, invoiceUrl)],
      // Money keeps an order from being cancelled.
      isRest ? [] : [button('✕ Not now', callbackData.cancelOrder(reference))],
    ),
  };
};

export function payNowView(message: MessageOf<'pay_now'>): View {
  const { occasion } = message;
  switch (occasion.type) {
    case 'purchase':
      return purchaseView(message);
    case 'rest':
      return restView(message, occasion.receivedCents);
    case 'reminder':
      return reminderInvoiceView(message, occasion);
  }
}

const whyNoRest = ({ reason, restCents }: MessageOf<'rest_refused'>): string =>
  reason === 'too_small'
    ? `${formatUsd(restCents)} is too little to send in crypto right now.`
    : "The rest can't be paid right now.";

/** What happens next to a part whose rest has no invoice. */
function afterRefusal({ isAcceptedByDefault }: MessageOf<'rest_refused'>): string {
  if (isAcceptedByDefault === undefined) return "You don't have to do anything.";
  return isAcceptedByDefault
    ? "If they don't answer within 7 days, your order counts as paid. You don't have to do anything."
    : 'You can also try again tomorrow.';
}

export const restRefusedView = (message: MessageOf<'rest_refused'>): View => ({
  text: lines(
    html`⚠️ <b>A part of your payment has arrived.</b>`,
    '',
    partWords(message.receivedCents, message, formatUsd(message.restCents)),
    html`${whyNoRest(message)} Your money is safe: the owner of the channel decides. ${afterRefusal(message)}`,
    '',
    orderWords(message),
    orderLine(message.reference),
  ),
  ...keyboardOf([storyButton(message)]),
});

export const orderCancelledView = ({ isUnconfirmed }: MessageOf<'order_cancelled'>): View => ({
  text:
    isUnconfirmed === true
      ? html`✕ Order cancelled. Your unconfirmed payment isn't lost: if it arrives, it still counts.`
      : html`✕ Order cancelled. Nothing was charged.`,
  ...keyboardOf([backToSubscriptions()]),
});

export const orderStatusView = (message: MessageOf<'order_status'>): View => ({
  text: lines(html`<b>${orderWords(message)}</b>: ${progressWords(message)}`, orderLine(message.reference)),
  ...keyboardOf(orderButtons(message), [storyButton(message)]),
});
