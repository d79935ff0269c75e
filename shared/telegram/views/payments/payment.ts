import type { Cents } from '../../../domain/common/ids';
import { formatUsd } from '../../../domain/common/money';
import type { MessageOf } from '../../../domain/messages/messages';
import { html, lines, type Html } from '../html';
import { shortTitle, type View } from '../view';
import { cryptoAmount, amountDifference, orderLine, orderWords, paymentWords } from '../words';

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

type PaymentNews = MessageOf<'payment_news'>;

/** A payment that failed or expired may never have reached the owner. */
const safetyOf = ({ status }: PaymentNews): string =>
  status === 'failed' || status === 'expired'
    ? 'The owner of the channel has been told, and checks if it reached them.'
    : 'Your money is not lost: the owner of the channel has been told, and will count it or send it back.';

/** Tells about a payment that brought less than a price, or ended otherwise than by arriving. */
function partText(message: PaymentNews): Html {
  const { item, status, isRemainder } = message;
  const amount = cryptoAmount(message);
  const arrived = `${amount ?? 'Your payment'} arrived`;
  if (isRemainder === true)
    return html`ℹ️ Another part of this order was sent back. The owner of the channel decides about your
    ${amount ?? 'payment'}.`;
  if (status === 'failed' || status === 'expired')
    return html`⚠️ ${arrived}, but then the payment ${status}. ${safetyOf(message)}`;
  // A gift has no price, so nothing of it is missing.
  const { missing } = item.kind === 'donation' ? {} : amountDifference(message);
  return missing === undefined
    ? html`⚠️ ${amount ?? 'A payment'} arrived, but the payment was not completed. ${safetyOf(message)}`
    : html`⚠️ ${arrived}, which is less than was asked: ${missing} is missing. ${safetyOf(message)}`;
}

/** Tells the payer what happened to their payment. */
function payerText(message: PaymentNews): Html {
  const { news, item } = message;
  const amount = cryptoAmount(message);
  const payment = paymentWords(message).replace(/^Y/, 'y');
  const arrived = `${amount ?? 'Your payment'} arrived`;
  const safety = safetyOf(message);
  switch (news) {
    case 'seen':
      return html`👀 I see ${payment}. The network is confirming it, which takes some minutes.`;
    case 'hanging':
      return html`⏳ ${paymentWords(message)} has not been confirmed for a week. The owner of the channel has
      been told and decides about it: show them the transaction. You can buy again or cancel meanwhile. If the
      money arrives later, it will still be found.`;
    case 'over': {
      const { excess } = amountDifference(message);
      return html`ℹ️ You sent
      ${excess ?? 'more'}${excess === undefined ? ' than was asked' : ' more than was asked'}. Your access
      stays as it is. The owner of the channel has been told, and can keep it or send it back.`;
    }
    case 'partial':
      return partText(message);
    case 'late':
      return html`⚠️ ${arrived} after the invoice had expired, and the offer has changed since then. ${safety}`;
    case 'repeated':
      return html`⚠️ A second payment${amount === undefined ? '' : ` of ${amount}`} arrived for this order.
      ${safety}`;
    case 'wrong_asset':
      return html`⚠️ ${arrived}, which is not the coin that was asked for. ${safety}`;
    case 'amount_mismatch':
      return html`⚠️ ${arrived}, but for another price than that of your order. ${safety}`;
    case 'credited':
      return html`✅ The owner of the channel has counted ${payment}.`;
    case 'failed':
      return html`❌ The payment service reports that your payment failed. Nothing was received. You can
      simply start again.`;
    case 'expired':
      return html`⌛ The invoice expired before a payment arrived. Nothing was received. If you have already
      sent it, it will still be found.`;
    case 'refunded': {
      const ended = item.kind === 'donation' ? '' : ' The access that it paid for, if any, has ended.';
      return html`↩️ ${paymentWords(message)} was refunded.${ended}`;
    }
  }
}

export const paymentNewsView = (message: MessageOf<'payment_news'>): View => ({
  text: lines(payerText(message), '', orderWords(message), orderLine(message.reference)),
});
