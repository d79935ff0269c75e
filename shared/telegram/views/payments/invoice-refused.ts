import { formatUsd } from '../../../domain/common/money';
import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { html, lines, type Html } from '../html';
import { button, keyboardOf, shortTitle, type View } from '../view';
import { orderLine, plural } from '../words';

export const invoiceDelayedView = ({ amountCents }: MessageOf<'invoice_delayed'>): View => ({
  text: html`The payment service is not answering right now. I keep trying, and send you the invoice over
  ${formatUsd(amountCents)} as soon as it is ready. You need not do anything.`,
});

/** Says why there is no invoice, and what works instead. */
const refusalWords = ({ amountCents, leastCents, reason }: MessageOf<'invoice_refused'>): Html => {
  const amount = formatUsd(amountCents);
  if (leastCents !== null)
    return html`${amount} is less than the usual coins can pay right now. From
      <b>${formatUsd(leastCents)}</b> it works. Nothing was charged.`;
  switch (reason) {
    case 'too_small':
      return html`${amount} is too small to be paid in coins right now. A larger amount works. Nothing was
      charged.`;
    case 'unanswered':
      return html`The payment service could not make your ${amount} invoice in three days, so I stopped
      trying. Nothing was charged. You can try again now.`;
    default:
      return html`The payment service could not make your ${amount} invoice. Nothing was charged. Please try
      again in an hour. If it fails again, ask the owner of the channel.`;
  }
};

export const invoiceRefusedView = (message: MessageOf<'invoice_refused'>): View => {
  const { item, leastCents, reason, openChannelId, reference } = message;
  const isTooSmall = leastCents !== null || reason === 'too_small';
  return {
    text: lines(refusalWords(message), orderLine(reference)),
    ...keyboardOf([
      item.kind === 'donation'
        ? button(isTooSmall ? '💝 Try another amount' : '💝 Try again', callbackData.donate(openChannelId))
        : button('« Back to the channel', callbackData.offer(openChannelId)),
    ]),
  };
};

const OTHER_CHANNELS = html`Your other channels are concerned, too.`;

/** Tells an owner that NOWPayments makes no invoices, so nobody can pay. */
export const invoicesRefusedView = (message: MessageOf<'invoices_refused'>): View => ({
  text: lines(
    html`🚨 <b>Buyers of ${shortTitle(message.title)} cannot pay</b>`,
    '',
    html`The payment service refused ${plural(message.refusals, 'invoice')} within the last hour. Each buyer
    was told, and nothing was charged.`,
    message.channels > 1 ? OTHER_CHANNELS : undefined,
    '',
    html`Please look at your account at NOWPayments: are its coins switched on, and is the payout address set?
    If you have no account there, tell the person who runs this bot. It sells again by itself.`,
  ),
});
