import type { PayerNews } from '../../../domain/messages/payments';
import type { Cents } from '../../../domain/common/ids';
import type { PaymentStatus } from '../../../domain/payments/payment-status';
import type { Received } from '../../../domain/messages/parts';
import { formatUsd } from '../../../domain/common/money';
import type { MessageOf } from '../../../domain/messages/messages';
import { html, lines, type Html } from '../html';
import { shortTitle, type View } from '../view';
import { cryptoAmount, amountDifference, orderLine, orderWords } from '../words';

/** What came as a gift: dollars, or only the coins if nobody knows what they are worth. */
function giftWords(message: MessageOf<'thanks'>): string {
  const { amountCents, receivedCents = amountCents, received, isFurther } = message;
  const amount = receivedCents > 0 ? formatUsd(receivedCents) : cryptoAmount(received);
  return amount === undefined ? 'Your donation' : `${isFurther === true ? 'Another ' : ''}${amount}`;
}

/** Thanks a donor for what came. A subscriber gets the message with the invite link instead. */
export const thanksView = (message: MessageOf<'thanks'>): View => {
  const { title, amountCents, receivedCents = amountCents, growth, isFurther, reference } = message;
  // The planned amount was that of the first gift.
  const more = (isFurther === true ? 0 : receivedCents - amountCents) as Cents;
  return {
    text: lines(
      html`💝 <b>Thank you!</b> ${giftWords(message)} to ${shortTitle(title)} has
        ${growth === true ? 'now ' : ''}arrived.`,
      more > 0 ? html`That is ${formatUsd(more)} more than you planned.` : undefined,
      orderLine(reference),
    ),
  };
};

const MONEY_IS_SAFE =
  'Your money is not lost: the owner of the channel has been told, and will count it or send it back.';

/** Tells the payer what happened to their payment. */
function payerText(
  news: PayerNews,
  received: Received,
  { isSubscription, status }: { isSubscription: boolean; status: PaymentStatus | undefined },
): Html {
  const amount = cryptoAmount(received);
  const payment = amount === undefined ? 'your payment' : `your payment of ${amount}`;
  const arrived = `${amount ?? 'Your payment'} arrived`;
  switch (news) {
    case 'seen':
      return html`👀 I see ${payment}. The network is confirming it, which takes some minutes.`;
    case 'hanging':
      return html`⏳ ${amount === undefined ? 'Your payment' : `Your payment of ${amount}`} has not been
      confirmed for a week. The owner of the channel has been told and decides about it. You can buy again or
      cancel meanwhile. If the money arrives later, it will still be found.`;
    case 'over': {
      const { excess } = amountDifference(received);
      return html`ℹ️ You sent
      ${excess ?? 'more'}${excess === undefined ? ' than was asked' : ' more than was asked'}. Your access
      stays as it is. The owner of the channel has been told, and can keep it or send it back.`;
    }
    case 'partial': {
      if (status === 'failed') return html`⚠️ ${arrived}, but then the payment failed. ${MONEY_IS_SAFE}`;
      const { missing } = amountDifference(received);
      if (missing === undefined)
        return html`⚠️ ${arrived}, but the payment was not completed. ${MONEY_IS_SAFE}`;
      return html`⚠️ ${arrived}, which is less than was asked: ${missing} is missing. ${MONEY_IS_SAFE}`;
    }
    case 'late':
      return html`⚠️ ${arrived} after the invoice had expired, and the offer has changed since then.
      ${MONEY_IS_SAFE}`;
    case 'repeated':
      return html`⚠️ A second payment${amount === undefined ? '' : ` of ${amount}`} arrived for this order.
      ${MONEY_IS_SAFE}`;
    case 'wrong_asset':
      return html`⚠️ ${arrived}, which is not the coin that was asked for. ${MONEY_IS_SAFE}`;
    case 'amount_mismatch':
      return html`⚠️ ${arrived}, but for another price than that of your order. ${MONEY_IS_SAFE}`;
    case 'credited':
      return html`✅ The owner of the channel has counted ${payment}.`;
    case 'failed':
      return html`❌ The payment service reports that your payment failed. Nothing was received. You can
      simply start again.`;
    case 'expired':
      return html`⌛ The invoice expired before a payment arrived. Nothing was received. If you have already
      sent it, it will still be found.`;
    case 'refunded': {
      const ended = isSubscription ? ' The access that it paid for, if any, has ended.' : '';
      return html`↩️ ${payment.replace(/^y/, 'Y')} was refunded.${ended}`;
    }
  }
}

export const paymentNewsView = (message: MessageOf<'payment_news'>): View => ({
  text: lines(
    payerText(message.news, message, {
      isSubscription: message.item.kind === 'subscription',
      status: message.status,
    }),
    '',
    orderWords(message),
    orderLine(message.reference),
  ),
});
