import type { DonationReceived, PaymentReceived, SubscriptionSold } from '../../../domain/messages/payments';
import { formatUsd } from '../../../domain/common/money';
import type { MessageOf } from '../../../domain/messages/messages';
import { html, lines, type Html } from '../html';
import { callbackData } from '../../codec/callback-data';
import { button, keyboardOf, shortTitle, type View } from '../view';
import {
  cryptoAmount,
  formatDays,
  formatLocalTime,
  formatSecond,
  oddToOwner,
  payerName,
  shortTierName,
} from '../words';

type Sale = DonationReceived | SubscriptionSold;

const channelLine = ({ title, openChannelId }: Pick<Sale, 'title' | 'openChannelId'>): Html =>
  html`<b>Channel:</b> ${shortTitle(title)} (<code>${openChannelId}</code>)`;

function amountLine(sale: Sale | PaymentReceived): Html {
  const crypto = cryptoAmount(sale);
  return html`<b>Amount:</b> ${crypto === undefined ? '' : `${crypto}, `}${formatUsd(sale.amountCents)}`;
}

/** In UTC to the second where the channel has no other zone. */
const saleTime = ({ paidAt, timeZone = 'UTC' }: Sale): string =>
  timeZone === 'UTC' ? formatSecond(paidAt) : formatLocalTime(Date.parse(paidAt), timeZone);

/** When it came, what was odd about it, and a kind end. */
const closing = (sale: Sale): readonly (Html | '' | undefined)[] => {
  const odd = oddToOwner(sale.exception ?? 'none', sale);
  return [
    html`<b>Time:</b> ${saleTime(sale)}`,
    odd && html`<b>Note:</b> ${odd}`,
    '',
    html`✅ Payment confirmed via NowPayments IPN`,
    html`Thank you for creating something worth supporting!`,
  ];
};

/** What an owner is told of a donation; also what the notification webhook sends. */
export const donationReceivedView = (donation: DonationReceived): View => ({
  text: lines(
    html`💝 <b>New donation received</b>`,
    '',
    channelLine(donation),
    html`<b>Donor:</b> ${payerName(donation.payer)}`,
    amountLine(donation),
    ...closing(donation),
  ),
});

/** Says what is known: another service that tells of a sale may not know its tier, or for how long it is. */
export function subscriptionSoldView(sale: SubscriptionSold): View {
  const { tierName, priceCents = sale.amountCents, days, paidUntil, timeZone = 'UTC' } = sale;
  return {
    text: lines(
      html`🎉 <b>New subscription</b>`,
      '',
      channelLine(sale),
      html`<b>Buyer:</b> ${payerName(sale.payer)}`,
      tierName === null ? undefined : html`<b>Tier:</b> ${shortTierName(tierName)}`,
      priceCents === null ? undefined : html`<b>Price:</b> ${formatUsd(priceCents)}`,
      days === null ? undefined : html`<b>Duration:</b> ${formatDays(days)}`,
      paidUntil === null ? undefined : html`<b>Until:</b> ${formatLocalTime(paidUntil, timeZone)}`,
      amountLine(sale),
      ...closing(sale),
    ),
    ...(sale.reference && keyboardOf([button('📜 What happened', callbackData.story(sale.reference))])),
  };
}

/** A payment of which nothing is known but what came, and a word that the service has for it. */
export const paymentReceivedView = (payment: PaymentReceived): View => ({
  text: lines(
    html`💳 <b>New payment received</b>`,
    '',
    channelLine(payment),
    html`<b>Type:</b> ${payment.paymentType}`,
    html`<b>From:</b> ${payerName(payment.payer)}`,
    amountLine(payment),
    html`<b>Time:</b> ${formatSecond(payment.paidAt)}`,
  ),
});

export const testNotificationView = (test: MessageOf<'test_notification'>): View => ({
  text: lines(
    html`🧪 <b>Test notification</b>`,
    '',
    channelLine(test),
    html`<b>Time:</b> ${formatSecond(test.at)}`,
    '',
    html`Nobody has paid: this only shows that payments of this channel can be told to you here.`,
  ),
});
