import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { truncate, html, lines } from '../html';
import { button, keyboardOf, payLink, MAX_DONATION_MESSAGE, shortTitle, type View } from '../view';
import type { Wording } from '../wording';

/** The post in the public channel. Its button answers with a link to the bot, so that invoices stay private. */
export const donatePostView = (
  { title, donationMessage, openChannelId }: MessageOf<'donate_post'>,
  wording: Wording,
): View => ({
  text: lines(
    wording.html('donations-post-title', { title: shortTitle(title) }),
    donationMessage === '' ? undefined : html`${truncate(donationMessage, MAX_DONATION_MESSAGE)}`,
  ),
  ...keyboardOf([button(wording.text('donations-post-button'), callbackData.donate(openChannelId))]),
});

export const keypadConfirmedView = (
  { title, amountCents, priceStars, invoiceUrl }: MessageOf<'keypad_confirmed'>,
  wording: Wording,
): View => ({
  text: wording.html('donations-confirmed', {
    amount: priceStars == null ? wording.usd(amountCents) : wording.stars(priceStars),
    title: shortTitle(title),
  }),
  ...keyboardOf(invoiceUrl === null ? [] : [payLink(wording.text('common-pay-now'), invoiceUrl)]),
});

export const keypadCancelledView = (_message: MessageOf<'keypad_cancelled'>, wording: Wording): View => ({
  text: wording.html('donations-cancelled'),
});

export const keypadExpiredView = (
  { openChannelId }: MessageOf<'keypad_expired'>,
  wording: Wording,
): View => ({
  text: wording.html('donations-expired'),
  ...keyboardOf([button(wording.text('donations-start-again'), callbackData.donate(openChannelId))]),
});
