import type { MessageOf } from '../../domain/messages/messages';
import { html, lines, type Html } from './html';
import type { View } from './view';

const staticView = (...all: readonly (Html | '')[]): (() => View) => {
  const view: View = { text: lines(...all) };
  return () => view;
};

export const welcomeView = staticView(
  html`👋 <b>Welcome to TelePay.</b>`,
  '',
  html`I sell access to private Telegram channels and take donations for them, in a coin of your choice. To
  begin, open the link that a channel gives you, or press the 💝 button in it.`,
  '',
  html`/help shows what I can do.`,
);

const HELP = [
  html`<b>What I can do</b>`,
  '',
  html`💎 <b>Subscribe:</b> open the link of a channel, or choose one in /start. Choose how long, pay, and I
    let you in.`,
  html`💝 <b>Donate:</b> press the donate button of a channel, type an amount, confirm, pay.`,
  '',
  html`/mysubs – what you have, until when, your way back in, and what happened to each payment`,
  html`/paysupport – help with a payment`,
  html`/terms – the terms of use`,
] as const;

export const helpView = ({ maySetUp }: MessageOf<'help'>): View => ({
  text: lines(...HELP, ...(maySetUp === false ? [] : ['' as const, html`🛠 Selling access yourself? /setup`])),
});

export const paySupportView = staticView(
  html`<b>Help with a payment</b>`,
  '',
  html`A payment in crypto takes from a minute to an hour to be confirmed; I write to you at each step. If you
  paid too little, I send you an invoice over exactly what is missing. If you paid too late, twice or in
  another coin, the money is not lost: the owner of the channel is told and decides with you.`,
  '',
  html`/mysubs shows what happened to each payment, and lets you in again while your access lasts.`,
  '',
  html`For all else write to the owner of the channel, and give the order number that stands below my
  messages.`,
);

export const termsView = staticView(
  html`<b>Terms</b>`,
  '',
  html`A subscription gives one person access to the private channel of its owner for the time that was paid
  for. It does not renew by itself: I remind you before it ends, and who does not pay is taken out of the
  channel. A renewal is added to the time that is left. Donations are gifts to the owner of a channel and buy
  nothing.`,
  '',
  html`Payments are processed by NOWPayments in the coin you choose; the price in US dollars is fixed when the
  invoice is made. Refunds are given by the owner of the channel; what was refunded gives no access any more.
  I store your Telegram id, username and first name, your orders and payments, and whether you are in a
  channel that is sold here or administer one, so that payments can be delivered and supported.`,
  '',
  html`/start – channels, /mysubs – what you have, /paysupport – help with a payment`,
);

export const notUnderstoodView = staticView(
  html`I did not understand that.`,
  html`/start shows the channels, /mysubs what you have, /help what I can do.`,
);

export const linkNotUnderstoodView = staticView(
  html`This link does not work any more.`,
  html`Press the button in the channel again, or ask its owner for a new link. /start shows the channels.`,
);

export const channelUnknownView = staticView(
  html`This channel does not take payments through me (any more).`,
  html`/start lists channels that do.`,
);

export const channelPausedView = staticView(
  html`⏸ The owner has paused this channel: it takes no payments at the moment.`,
  html`What you have paid for goes on. /mysubs shows what you have, /start the other channels.`,
);

export const paymentsOffView = staticView(
  html`⏸ Payments are switched off right now. Nothing was charged. Please try again later.`,
);

export const noCoinOnView = staticView(
  html`⚠️ <b>Nothing can be sold: no coin is switched on at NOWPayments.</b>`,
  '',
  html`Buyers and donors are told to try again later. Switch on at least one coin in the settings of the
  NOWPayments account, or ask the person who runs this bot. Sales resume by themselves within ten minutes.`,
);
