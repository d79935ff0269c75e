import { wholeDollarsUp } from '../../../domain/payments/invoices/minimums';
import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { lines, type Html } from '../html';
import { talkButton } from '../talk-buttons';
import { button, keyboardOf, shortTitle, type View } from '../view';
import type { Wording } from '../wording';

export const invoiceDelayedView = (
  { amountCents }: MessageOf<'invoice_delayed'>,
  wording: Wording,
): View => ({
  text: wording.html('payments-no-invoice-delayed', { amount: wording.usd(amountCents) }),
});

/** Says why there is no invoice, and what works instead. */
function refusalWords(
  { amountCents, leastCents, reason, item }: MessageOf<'invoice_refused'>,
  wording: Wording,
): Html {
  const amount = wording.usd(amountCents);
  const isDonation = item.kind === 'donation';
  if (leastCents !== null) {
    const least = wording.usd(leastCents);
    return isDonation
      ? wording.html('payments-no-invoice-donation-below', {
          least,
          suggested: wording.shortUsd(wholeDollarsUp(leastCents)),
        })
      : wording.html('payments-no-invoice-below', { least, amount });
  }
  switch (reason) {
    case 'too_small':
      return wording.html(
        isDonation ? 'payments-no-invoice-donation-too-small' : 'payments-no-invoice-too-small',
        { amount },
      );
    case 'unanswered':
      return wording.html('payments-no-invoice-unanswered', { amount });
    default:
      return wording.html('payments-no-invoice-refused', { amount });
  }
}

/** Lets the buyer ask the owner, because the words may advise it. */
export const invoiceRefusedView = (message: MessageOf<'invoice_refused'>, wording: Wording): View => {
  const { item, leastCents, reason, openChannelId } = message;
  const isTooSmall = leastCents !== null || reason === 'too_small';
  const again = isTooSmall ? 'payments-no-invoice-other-amount' : 'payments-no-invoice-try-again';
  return {
    text: refusalWords(message, wording),
    ...keyboardOf(
      [
        item.kind === 'donation'
          ? button(wording.text(again), callbackData.donate(openChannelId))
          : button(wording.text('payments-no-invoice-back'), callbackData.offer(openChannelId)),
      ],
      [talkButton(message, wording)],
    ),
  };
};

/** Tells an owner that a rail makes no invoices, so nobody can pay by it. */
export const invoicesRefusedView = (
  { title, refusals, channels, rail }: MessageOf<'invoices_refused'>,
  wording: Wording,
): View => ({
  text: lines(
    wording.html(rail === 'stars' ? 'paystep-outage-title' : 'payments-outage-title', {
      title: shortTitle(title),
    }),
    '',
    wording.html('payments-outage-count', { count: refusals }),
    channels > 1 ? wording.html('payments-outage-channels', { count: channels }) : undefined,
    '',
    wording.html(rail === 'stars' ? 'paystep-outage-advice' : 'payments-outage-advice'),
  ),
});
