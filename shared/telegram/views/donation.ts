import type { InlineKeyboardMarkup } from 'grammy/types';
import type { OpenChannelId } from '../../domain/ids';
import type { DonationReceived, Message, Payer, Received } from '../../domain/messages';
import { formatCrypto, formatUsd } from '../../domain/money';
import { callbackData } from '../callback-data';
import { cut, html, lines, type Html } from '../html';
import { MAX_DONATION_MESSAGE, MAX_TITLE, type View } from './view';

type Of<Type extends Message['type']> = Extract<Message, { type: Type }>;

const donateKeyboard = (label: string, openChannelId: OpenChannelId): InlineKeyboardMarkup => ({
  inline_keyboard: [[{ text: label, callback_data: callbackData.donate(openChannelId) }]],
});

/** The post in the public channel. Its button answers with a link to the bot: no invoice is ever shown in public. */
export const donatePostView = ({ title, donationMessage, openChannelId }: Of<'donate_post'>): View => ({
  text: lines(
    html`💝 <b>Support ${cut(title, MAX_TITLE)}</b>`,
    donationMessage === '' ? undefined : html`${cut(donationMessage, MAX_DONATION_MESSAGE)}`,
  ),
  keyboard: donateKeyboard('💝 Donate', openChannelId),
});

export const keypadConfirmedView = (message: Of<'keypad_confirmed'>): View => {
  const { title, amountCents, invoiceUrl } = message;
  const text = html`💝 <b>${formatUsd(amountCents)} to ${cut(title, MAX_TITLE)}.</b> Your invoice follows.`;
  if (invoiceUrl === null) return { text };
  return { text, keyboard: { inline_keyboard: [[{ text: '💳 Pay now', url: invoiceUrl }]] } };
};

export const keypadCancelledView: View = { text: html`✕ Donation cancelled. Nothing was charged.` };

export const keypadExpiredView = ({ openChannelId }: Of<'keypad_expired'>): View => ({
  text: html`The donation keypad has expired. Nothing was charged.`,
  keyboard: donateKeyboard('💝 Start again', openChannelId),
});

/** A plain `url` button: `web_app` is refused in channels, and Mini Apps may take no coin but TON. */
export const payNowView = ({ title, amountCents, invoiceUrl, reference }: Of<'pay_now'>): View => ({
  text: lines(
    html`💝 <b>Your donation of ${formatUsd(amountCents)} to ${cut(title, MAX_TITLE)}</b>`,
    '',
    html`Press Pay now and choose a coin. I will write here as soon as your payment is seen.`,
    html`Order <code>${reference}</code>`,
  ),
  keyboard: {
    inline_keyboard: [
      [{ text: '💳 Pay now', url: invoiceUrl }],
      [{ text: '✕ Cancel', callback_data: callbackData.cancelOrder(reference) }],
    ],
  },
});

export const invoiceDelayedView = ({ amountCents }: Of<'invoice_delayed'>): View => ({
  text: html`The payment service is not answering right now. I keep trying, and send you the invoice over
  ${formatUsd(amountCents)} as soon as it is ready. You need not do anything.`,
});

export const invoiceRefusedView = (message: Of<'invoice_refused'>): View => {
  const { amountCents, leastCents, openChannelId, reference } = message;
  return {
    text: lines(
      leastCents === null
        ? html`The payment service could not make an invoice over ${formatUsd(amountCents)}. Nothing was
          charged.`
        : html`${formatUsd(amountCents)} is less than the usual coins can pay right now. From
            <b>${formatUsd(leastCents)}</b> it works. Nothing was charged.`,
      html`Order <code>${reference}</code>`,
    ),
    keyboard: donateKeyboard(leastCents === null ? '💝 Try again' : '💝 Try another amount', openChannelId),
  };
};

export const thanksView = ({ title, amountCents, exception, reference }: Of<'thanks'>): View => ({
  text: lines(
    html`💝 <b>Thank you!</b> Your donation of ${formatUsd(amountCents)} to ${cut(title, MAX_TITLE)} has
      arrived.`,
    exception === 'over' ? html`You sent more than was asked. The owner sees that, too.` : undefined,
    exception === 'late'
      ? html`It came after the invoice had expired, and was accepted all the same.`
      : undefined,
    html`Order <code>${reference}</code>`,
  ),
});

/** A payer by @username where there is one, else by a link to their id. */
export const payerName = ({ userId, username }: Payer): Html =>
  username === null ? html`<a href="tg://user?id=${userId}">user ${userId}</a>` : html`@${username}`;

export const cryptoAmount = ({ amountCrypto, cryptoCurrency }: Received): string | undefined =>
  amountCrypto === null || cryptoCurrency === null || Number(amountCrypto) === 0
    ? undefined
    : formatCrypto(amountCrypto, cryptoCurrency);

const utc = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;

/** What an owner is told of a donation; also what the notification webhook sends. */
export const donationReceivedView = (donation: DonationReceived): View => {
  const { title, openChannelId, payer, amountCents, paidAt } = donation;
  const crypto = cryptoAmount(donation);
  return {
    text: lines(
      html`💝 <b>New donation received</b>`,
      '',
      html`<b>Channel:</b> ${cut(title, MAX_TITLE)} (<code>${openChannelId}</code>)`,
      html`<b>Donor:</b> ${payerName(payer)}`,
      html`<b>Amount:</b> ${crypto === undefined ? '' : `${crypto}, `}${formatUsd(amountCents)}`,
      html`<b>Time:</b> ${utc(paidAt)}`,
      '',
      html`✅ Payment confirmed via NowPayments IPN`,
      html`Thank you for creating something worth supporting!`,
    ),
  };
};
