import type { DonationReceived, PaymentReceived, SubscriptionSold } from '../../../domain/messages/payments';
import { formatUsd } from '../../../domain/common/money';
import type { MessageOf } from '../../../domain/messages/messages';
import { html, lines, type Html } from '../html';
import { storyButton } from '../order-progress';
import { keyboardOf, shortTitle, type View } from '../view';
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

/** What came in dollars: `$15.00 of $40.00` if it is less than the price, nothing if nobody knows its worth. */
function dollarsOf(sale: Sale | PaymentReceived): string | undefined {
  const { amountCents } = sale;
  if (amountCents === 0) return undefined;
  const receivedCents = sale.type === 'subscription_sold' ? sale.receivedCents : undefined;
  if (receivedCents === undefined || receivedCents >= amountCents) return formatUsd(amountCents);
  const isUnknown = receivedCents === 0 && cryptoAmount(sale) !== undefined;
  return isUnknown ? undefined : `${formatUsd(receivedCents)} of ${formatUsd(amountCents)}`;
}

function amountLine(sale: Sale | PaymentReceived): Html {
  const isGrown = sale.type === 'donation_received' && sale.growth === true;
  const amounts = [cryptoAmount(sale), dollarsOf(sale)].filter((each) => each !== undefined);
  return html`<b>${isGrown ? 'Amount now' : 'Amount'}:</b> ${amounts.join(', ') || 'unknown'}`;
}

/** In UTC, to the second, unless the channel has another zone. */
const saleTime = ({ paidAt, timeZone = 'UTC' }: Sale): string =>
  timeZone === 'UTC' ? formatSecond(paidAt) : formatLocalTime(Date.parse(paidAt), timeZone);

/** The time, what was odd, and the closing words. */
const closingLines = (sale: Sale): readonly (Html | '' | undefined)[] => {
  const odd = oddToOwner(sale.exception ?? 'none', sale);
  return [
    html`<b>Time:</b> ${saleTime(sale)}`,
    odd && html`<b>Note:</b> ${odd}`,
    '',
    html`✅ Payment confirmed via NowPayments IPN`,
    html`Thank you for creating something worth supporting!`,
  ];
};

/** Tells the owner about a donation. The notification webhook sends it, too. */
export const donationReceivedView = (donation: DonationReceived): View => ({
  text: lines(
    html`💝 <b>${donation.growth === true ? 'More of a donation has arrived' : 'New donation received'}</b>`,
    '',
    channelLine(donation),
    html`<b>Donor:</b> ${payerName(donation.payer)}`,
    amountLine(donation),
    ...closingLines(donation),
  ),
});

/** Leaves out what is unknown: a service that reports a sale through the webhook may not know its tier or days. */
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
      ...closingLines(sale),
    ),
    ...(sale.reference && keyboardOf([storyButton({ reference: sale.reference })])),
  };
}

/** A payment that a service reports with its amount and a type of its own. */
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
