import type { AccessNews } from '../../../domain/messages/access';
import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { html, lines, type Html } from '../html';
import { addedWords, endWords } from '../state-words';
import { button, keyboardOf, linkButton, shortTitle, type View } from '../view';
import { formatDays, formatTime, oddToPayer, orderLine } from '../words';

const MAX_TITLE_ON_BUTTON = 48;

function heading(news: AccessNews, title: string, isIn: boolean): Html {
  switch (news.type) {
    case 'paid':
      return html`✅ <b>Thank you! Your payment for ${shortTitle(title)} has arrived.</b>`;
    case 'credited':
      return html`➕ <b>The owner of ${shortTitle(title)} has counted your payment as more time.</b>`;
    case 'asked':
      return isIn
        ? html`✅ <b>You are in ${shortTitle(title)} already.</b>`
        : html`🔓 <b>Your way into ${shortTitle(title)}</b>`;
    case 'given':
      return html`🎁 <b>The owner of ${shortTitle(title)} has given you ${formatDays(news.days)}.</b>`;
    case 'unbanned':
      return html`✅ <b>The owner of ${shortTitle(title)} lets you in again.</b>`;
    case 'moved':
      return html`🚚 <b>${shortTitle(title)} has moved to another channel.</b>`;
    case 'readmitted':
      return html`🙏 <b>Your renewal of ${shortTitle(title)} came while you were being taken out, sorry!</b>`;
  }
}

/** Says how to use the invite link. Forwarding it does no harm, because it admits only the payer. */
export const accessView = (message: MessageOf<'access'>): View => {
  const { title, paidUntil, inviteLink, news, reference } = message;
  const isIn = inviteLink === null;
  return {
    text: lines(
      heading(news, title, isIn),
      news.type === 'paid' ? oddToPayer(news.exception, news.received) : undefined,
      '',
      html`${isIn && news.type !== 'asked' ? 'You are in already. ' : ''}Your access lasts until
        <b>${formatTime(paidUntil)}</b>.`,
      isIn
        ? undefined
        : html`Press Join and ask to join: you are let in within a second. The link is yours alone; anybody
          else who uses it is not let in.`,
      reference === null ? undefined : orderLine(reference),
    ),
    ...keyboardOf(isIn ? [] : [linkButton(`🔓 Join ${shortTitle(title, MAX_TITLE_ON_BUTTON)}`, inviteLink)]),
  };
};

const delayReason = ({ isOwnerTold, isInTooManyChats }: MessageOf<'access_delayed'>): Html =>
  isInTooManyChats === true
    ? html`You are in as many channels and groups as Telegram allows, so I can't let you in yet. Leave one of
      them, and I'll let you in within two hours. To get in at once, press 📜 What I have, then 🔓 Get in.`
    : html`Telegram does not let me open the channel to you right now. I keep
      trying${isOwnerTold ? ', have told the owner,' : ''} and send you the link as soon as it works. You need
      not pay again, nor do anything else.`;

export const accessDelayedView = (message: MessageOf<'access_delayed'>): View => ({
  text: lines(
    html`⏳
      <b>Your access to ${shortTitle(message.title)} is paid, until ${formatTime(message.paidUntil)}.</b>`,
    '',
    delayReason(message),
  ),
  ...keyboardOf([button('📜 What I have', callbackData.mySubscriptions)]),
});

export const joinDeclinedView = ({ openChannelId, title }: MessageOf<'join_declined'>): View => ({
  text: lines(
    html`🙏 I could not let you into ${shortTitle(title)} with that link: it belongs to somebody else, or what
    it was paid for has ended.`,
    html`You are welcome to get your own access; nothing was charged.`,
  ),
  ...keyboardOf([button('💎 See the offer', callbackData.offer(openChannelId))]),
});

export const reminderView = (message: MessageOf<'reminder'>): View => ({
  text: lines(
    endWords(message.title, message),
    '',
    message.isPaused
      ? html`The owner has paused the channel, so you can't renew at the moment. Try again later in /mysubs.`
      : message.isStopped
        ? html`It's not on sale at the moment, so you can't renew now. Try again later in /mysubs.`
        : html`${addedWords(message.daysLeft)} Press Renew to choose how long.`,
  ),
  ...keyboardOf(
    message.isPaused || message.isStopped
      ? []
      : [button('💎 Renew', callbackData.offer(message.openChannelId))],
  ),
});

export const accessEndedView = ({ openChannelId, title, isOwed }: MessageOf<'access_ended'>): View => ({
  text: lines(
    html`👋 <b>Your access to ${shortTitle(title)} has ended.</b>`,
    '',
    isOwed
      ? html`You paid for it and I could not let you in, I am sorry. The owner has been told, to give you the
        time or the money back. You find your order under /mysubs.`
      : html`Thank you for having been there. You can come back whenever you like.`,
  ),
  ...keyboardOf([button('💎 Come back', callbackData.offer(openChannelId))]),
});
