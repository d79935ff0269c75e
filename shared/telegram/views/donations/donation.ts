import { formatUsd } from '../../../domain/common/money';
import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { truncate, html, lines } from '../html';
import { button, keyboardOf, linkButton, MAX_DONATION_MESSAGE, shortTitle, type View } from '../view';

/** The post in the public channel. Its button answers with a link to the bot, so that invoices stay private. */
export const donatePostView = ({
  title,
  donationMessage,
  openChannelId,
}: MessageOf<'donate_post'>): View => ({
  text: lines(
    html`💝 <b>Support ${shortTitle(title)}</b>`,
    donationMessage === '' ? undefined : html`${truncate(donationMessage, MAX_DONATION_MESSAGE)}`,
  ),
  ...keyboardOf([button('💝 Donate', callbackData.donate(openChannelId))]),
});

export const keypadConfirmedView = ({
  title,
  amountCents,
  invoiceUrl,
}: MessageOf<'keypad_confirmed'>): View => ({
  text: html`💝 <b>${formatUsd(amountCents)} to ${shortTitle(title)}.</b> Your invoice follows.`,
  ...keyboardOf(invoiceUrl === null ? [] : [linkButton('💳 Pay now', invoiceUrl)]),
});

export const keypadCancelledView = (): View => ({
  text: html`✕ Donation cancelled. Nothing was charged.`,
});

export const keypadExpiredView = ({ openChannelId }: MessageOf<'keypad_expired'>): View => ({
  text: html`The donation keypad has expired. Nothing was charged.`,
  ...keyboardOf([button('💝 Start again', callbackData.donate(openChannelId))]),
});
