import type { DonationReceived, SubscriptionSold } from '../../domain/messages';
import { formatUsd } from '../../domain/money';
import { html, lines, type Html } from '../html';
import { callbackData } from '../callback-data';
import { button, keyboardOf, titled, type View } from './view';
import {
  cryptoAmount,
  formatDays,
  formatSecond,
  formatTime,
  oddToOwner,
  payerName,
  tierNamed,
} from './words';

type Sale = DonationReceived | SubscriptionSold;

const channelLine = ({ title, openChannelId }: Sale): Html =>
  html`<b>Channel:</b> ${titled(title)} (<code>${openChannelId}</code>)`;

function amountLine(sale: Sale): Html {
  const crypto = cryptoAmount(sale);
  return html`<b>Amount:</b> ${crypto === undefined ? '' : `${crypto}, `}${formatUsd(sale.amountCents)}`;
}

/** When it came, what was odd about it, and a kind end. */
const closing = (sale: Sale): readonly (Html | '' | undefined)[] => {
  const odd = oddToOwner(sale.exception ?? 'none', sale);
  return [
    html`<b>Time:</b> ${formatSecond(sale.paidAt)}`,
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

export const subscriptionSoldView = (sale: SubscriptionSold): View => ({
  text: lines(
    html`🎉 <b>New subscription</b>`,
    '',
    channelLine(sale),
    html`<b>Buyer:</b> ${payerName(sale.payer)}`,
    html`<b>Tier:</b> ${tierNamed(sale.tierName)}`,
    html`<b>Price:</b> ${formatUsd(sale.amountCents)}`,
    html`<b>Duration:</b> ${formatDays(sale.days)}`,
    html`<b>Until:</b> ${formatTime(sale.paidUntil)}`,
    amountLine(sale),
    ...closing(sale),
  ),
  ...(sale.reference && keyboardOf([button('📜 What happened', callbackData.story(sale.reference))])),
});
