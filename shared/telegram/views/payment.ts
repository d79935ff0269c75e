import type { Message, PayerNews, Received } from '../../domain/messages';
import { compareDecimals, formatCrypto, formatUsd, subtractDecimals } from '../../domain/money';
import { cut, html, lines, type Html } from '../html';
import { cryptoAmount, payerName } from './donation';
import { MAX_TITLE, type View } from './view';

type Of<Type extends Message['type']> = Extract<Message, { type: Type }>;

/** What is missing of an amount that was asked in a coin, when that is known. */
function missing({ amountCrypto, cryptoCurrency, expectedCrypto }: Received): string | undefined {
  if (amountCrypto === null || cryptoCurrency === null || expectedCrypto === null) return undefined;
  if (compareDecimals(amountCrypto, expectedCrypto) >= 0) return undefined;
  return formatCrypto(subtractDecimals(expectedCrypto, amountCrypto), cryptoCurrency);
}

const KEPT =
  'Your money is not lost: the owner of the channel has been told and will accept it or send it back.';

/** In plain words what became of a payment, for the person who made it. */
function payerText(news: PayerNews, received: Received): Html {
  const arrived = cryptoAmount(received) ?? 'your payment';
  switch (news) {
    case 'seen':
      return html`👀 I see your payment of ${arrived}. The network is confirming it, which takes some minutes.`;
    case 'partial': {
      const rest = missing(received);
      if (rest === undefined) return html`⚠️ ${arrived} arrived, but the payment was not completed. ${KEPT}`;
      return html`⚠️ ${arrived} arrived, which is less than was asked: ${rest} is missing. ${KEPT}`;
    }
    case 'repeated':
      return html`⚠️ A second payment of ${arrived} arrived for an order that needs only one. ${KEPT}`;
    case 'wrong_asset':
      return html`⚠️ ${arrived} arrived, which is not the coin that was asked for. ${KEPT}`;
    case 'amount_mismatch':
      return html`⚠️ ${arrived} arrived, but for another price than that of your order. ${KEPT}`;
    case 'failed':
      return html`❌ The payment service reports that your payment failed. Nothing was received. You can
      simply start again.`;
    case 'expired':
      return html`⌛ The invoice expired before a payment arrived. Nothing was received. If you have already
      sent it, it will still be found.`;
    case 'refunded':
      return html`↩️ Your payment of ${arrived} was refunded.`;
  }
}

export const paymentNewsView = (message: Of<'payment_news'>): View => ({
  text: lines(
    payerText(message.news, message),
    '',
    html`${formatUsd(message.amountCents)} to ${cut(message.title, MAX_TITLE)}`,
    html`Order <code>${message.reference}</code>`,
  ),
});

const OWNER_WORDS: Readonly<Record<PayerNews, string>> = {
  seen: 'A payment was seen',
  partial: 'A payment is short or was not completed',
  repeated: 'A second payment came for one order',
  wrong_asset: 'A payment came in another coin',
  amount_mismatch: 'A payment came for another price than its order has',
  failed: 'A payment failed',
  expired: 'A payment expired',
  refunded: 'A payment was refunded',
};

/** An odd payment for the owner: what came, what was asked. Nothing was granted; nothing was dropped. */
export const oddPaymentView = (message: Of<'odd_payment'>): View => {
  const asked =
    message.expectedCrypto === null || message.cryptoCurrency === null
      ? undefined
      : formatCrypto(message.expectedCrypto, message.cryptoCurrency);
  return {
    text: lines(
      html`⚠️ <b>${OWNER_WORDS[message.news]}</b>`,
      '',
      html`<b>Channel:</b> ${cut(message.title, MAX_TITLE)}`,
      html`<b>From:</b> ${payerName(message.payer)}`,
      html`<b>Order:</b> ${formatUsd(message.amountCents)}, <code>${message.reference}</code>`,
      html`<b>Received:</b>
        ${cryptoAmount(message) ?? 'nothing yet'}${asked === undefined ? '' : ` of ${asked}`}`,
      html`<b>Payment:</b> <code>${message.paymentId}</code>`,
      '',
      message.news === 'refunded'
        ? html`NOWPayments reports the refund as done.`
        : html`It was not counted. Look it up in your NOWPayments account to accept or refund it.`,
    ),
  };
};

const STATE_WORDS: Readonly<Record<string, string>> = {
  open: 'waiting for your payment',
  cancelled: 'cancelled',
  refused: 'no invoice could be made',
  settled: 'paid, thank you',
  refunded: 'refunded',
};

export const orderStatusView = ({ state, title, amountCents, reference }: Of<'order_status'>): View => ({
  text: lines(
    html`<b>${formatUsd(amountCents)} to ${cut(title, MAX_TITLE)}</b>: ${STATE_WORDS[state] ?? state}`,
    html`Order <code>${reference}</code>`,
  ),
});
