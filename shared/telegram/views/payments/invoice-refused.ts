import { formatUsd } from '../../../domain/common/money';
import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { html, lines, type Html } from '../html';
import { button, keyboardOf, shortTitle, type View } from '../view';
import { orderLine, plural, wholeDollars } from '../words';

export const invoiceDelayedView = ({ amountCents }: MessageOf<'invoice_delayed'>): View => ({
  text: html`Your invoice takes longer than usual. Nothing was charged. I'll send your
  ${formatUsd(amountCents)} invoice as soon as it's ready.`,
});

const OTHER_TIER = 'Choose another tier, or ask the owner.';

/** Says why there is no invoice, and what works instead. */
const refusalWords = ({ amountCents, leastCents, reason, item }: MessageOf<'invoice_refused'>): Html => {
  const amount = formatUsd(amountCents);
  const isDonation = item.kind === 'donation';
  if (leastCents !== null) {
    const start = html`Crypto payments start at <b>${formatUsd(leastCents)}</b> today`;
    return isDonation
      ? html`${start}. Nothing was charged. Try ${wholeDollars(leastCents)}?`
      : html`${start}, and this costs ${amount}. Nothing was charged. ${OTHER_TIER}`;
  }
  switch (reason) {
    case 'too_small':
      return html`${amount} is too little to send in crypto right now. Nothing was charged.
      ${isDonation ? 'Try a larger amount.' : OTHER_TIER}`;
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

/** Tells an owner that NOWPayments makes no invoices, so nobody can pay. */
export const invoicesRefusedView = (message: MessageOf<'invoices_refused'>): View => ({
  text: lines(
    html`🚨 <b>Buyers of ${shortTitle(message.title)} cannot pay</b>`,
    '',
    html`The payment service refused ${plural(message.refusals, 'invoice')} within the last hour. Each buyer
    was told, and nothing was charged.`,
    message.channels > 1 ? html`${message.channels} of your channels are affected.` : undefined,
    '',
    html`Please look at your account at NOWPayments: are its coins switched on, and is the payout address set?
    If you have no account there, tell the person who runs this bot. Sales resume by themselves.`,
  ),
});
