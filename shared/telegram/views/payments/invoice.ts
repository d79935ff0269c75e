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
  const part =
    dueCents === amountCents
      ? ''
      : ` ${formatUsd((amountCents - dueCents) as Cents)} of it has arrived already.`;
  return {
    text: lines(
      endWords(title, reminder),
      '',
      html`${item.kind === 'donation' ? 'It' : tierWords(item)} costs ${formatUsd(amountCents)}.${part}
      ${pressPayNow} ${addedWords(reminder.daysLeft)}`,
      orderLine(reference),
    ),
    ...keyboardOf(
      [linkButton(`💳 Pay now: ${formatUsd(dueCents)}`, invoiceUrl)],
      [button('✕ Not now', callbackData.cancelOrder(reference))],
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

export const restRefusedView = (message: MessageOf<'rest_refused'>): View => ({
  text: lines(
    html`⚠️ <b>A part of your payment has arrived.</b>`,
    '',
    partWords(message.receivedCents, message, formatUsd(message.restCents)),
    html`The rest cannot be paid by itself right now. Your money is not lost: the owner of the channel decides
    what to do about it. You need not do anything.`,
    '',
    orderWords(message),
    orderLine(message.reference),
  ),
});

export const orderCancelledView = (): View => ({
  text: html`✕ Order cancelled. Nothing was charged.`,
  ...keyboardOf([backToSubscriptions()]),
});

export const orderStatusView = (message: MessageOf<'order_status'>): View => ({
  text: lines(html`<b>${orderWords(message)}</b>: ${progressWords(message)}`, orderLine(message.reference)),
  ...keyboardOf(orderButtons(message), [storyButton(message)]),
});
