import { html, lines, type Html } from '../html';

export const welcome: Html = lines(
  html`👋 <b>Welcome to TelePay.</b>`,
  '',
  html`I take donations for Telegram channels. Press the 💝 button in a channel to begin: you type an amount,
  pay it in a coin of your choice, and the owner of the channel is told at once.`,
  '',
  html`/help shows what I can do.`,
);

export const help: Html = lines(
  html`<b>What I can do</b>`,
  '',
  html`💝 <b>Donate:</b> press the donate button in a channel, type an amount, confirm, pay.`,
  html`/paysupport – help with a payment`,
  html`/terms – the terms of use`,
);

export const paySupport: Html = lines(
  html`<b>Help with a payment</b>`,
  '',
  html`A payment in crypto takes from a minute to an hour to be confirmed; I write to you at each step. If you
  paid too little, too late, twice or in another coin, the money is not lost: the owner of the channel is told
  and decides with you.`,
  '',
  html`Write to the owner of the channel, and give the order number that stands below my messages.`,
);

export const terms: Html = lines(
  html`<b>Terms</b>`,
  '',
  html`Donations are gifts to the owner of a channel and buy nothing. Payments are processed by NOWPayments in
  the coin you choose; the price in US dollars is fixed when the invoice is made. Refunds are given by the
  owner of the channel. I store your Telegram id, your username and your orders, so that payments can be
  delivered and supported.`,
);

export const notUnderstood: Html = lines(
  html`I did not understand that.`,
  html`To donate, press the 💝 button in a channel. /help shows what I can do.`,
);

export const linkNotUnderstood: Html = lines(
  html`This link does not work any more.`,
  html`Press the button in the channel again, or ask its owner for a new link.`,
);

export const channelUnknown: Html = lines(
  html`This channel does not take payments through me (any more).`,
  html`/help shows what I can do.`,
);
