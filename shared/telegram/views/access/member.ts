import type { Message, MessageOf } from '../../../domain/messages/messages';
import type { AccessTrouble, RemovalTrouble } from '../../../domain/messages/access';
import { callbackData } from '../../codec/callback-data';
import { truncate, html, lines, type Html } from '../html';
import { button, keyboardOf, shortTitle, type View } from '../view';
import { payerName } from '../words';

type MemberMessage = Extract<Message, { type: 'access_trouble' | 'removal_trouble' | 'member_kept' }>;

const MAX_REASON = 256;

const memberLines = ({ title, payer }: MemberMessage): Html =>
  lines(html`<b>Channel:</b> ${shortTitle(title)}`, html`<b>Subscriber:</b> ${payerName(payer)}`);

const telegramSays = (reason: string): Html => html`<b>Telegram says:</b> ${truncate(reason, MAX_REASON)}`;

/** Tells the owner how to give the bot a right that it lacks. */
const rightMissing = (right: string): Html =>
  html`Please open the private channel, press its name, then Administrators, choose me (add me if I am not
    there), and switch on <b>“${right}”</b>. I keep trying by myself.`;

const ACCESS_ADVICE: Readonly<Record<AccessTrouble, Html>> = {
  refused: html`${rightMissing('Invite Users via Link')} Until then nobody who pays can come in.`,
  full: html`The private channel has as many members as Telegram allows. Remove some of them, and I let in
  everyone who has paid. Or send the money back.`,
  banned: html`They are banned from the private channel. Please open it, press its name, then Removed users,
  and take them off that list: I let them in by myself then. Or send the money back.`,
  no_channel: html`No private channel is set for this one, so there is nothing to let them into. Please have
  it set; I let everybody in by myself then.`,
  about_user: html`Nothing is wrong with your channel: Telegram refuses only this subscriber. I keep trying by
  myself. If it lasts, give them the money back.`,
  too_late: html`What they paid for has ended, and I could never let them in. Please give them the time, or
  send the money back.`,
};

export const accessTroubleView = (message: MessageOf<'access_trouble'>): View => ({
  text: lines(
    message.trouble === 'too_late'
      ? html`🚨 <b>A subscriber has paid and was never let in</b>`
      : html`🚨 <b>I cannot let a subscriber in who has paid</b>`,
    '',
    memberLines(message),
    message.trouble === 'refused' || message.trouble === 'about_user'
      ? telegramSays(message.reason)
      : undefined,
    '',
    ACCESS_ADVICE[message.trouble],
  ),
});

const REMOVAL_ADVICE: Readonly<Record<RemovalTrouble, Html>> = {
  refused: html`${rightMissing('Ban Users')} Until then nobody whose time is over can be taken out.`,
  administrator: html`An administrator of a channel can only be taken out by you: dismiss them as
  administrator, and I remove them by myself, or let them stay.`,
  unanswered: html`Telegram has not done it for a day now. I keep trying by myself; you need not do anything.`,
  unclear: html`Please look whether they are in still, and take them out by hand if so. I keep trying by
  myself.`,
};

export const removalTroubleView = (message: MessageOf<'removal_trouble'>): View => ({
  text: lines(
    html`🚨 <b>I cannot take out a member whose subscription has ended</b>`,
    '',
    memberLines(message),
    telegramSays(message.reason),
    '',
    REMOVAL_ADVICE[message.trouble],
  ),
});

export const memberKeptView = (message: MessageOf<'member_kept'>): View => ({
  text: lines(
    html`👤 <b>A subscription has ended, and I left the member in</b>`,
    '',
    memberLines(message),
    '',
    html`I did not let them in: they were in before they paid, or somebody added them. So only your word
    removes them.`,
  ),
  ...keyboardOf([
    button('🚪 Remove', callbackData.removeProtected(message.openChannelId, message.payer.userId)),
  ]),
});

export const removalsBrakedView = ({
  title,
  openChannelId,
  removed,
  most,
}: MessageOf<'removals_braked'>): View => ({
  text: lines(
    html`🛑 <b>Removals from ${shortTitle(title)} are slowed down</b>`,
    '',
    html`${removed} of its members were taken out within an hour because their time had ended, which is
    unusually many. The others follow, ${most} an hour at most.`,
    '',
    html`<b>Let them go on:</b> for an hour, all whose time has ended are taken out at once.`,
    html`<b>Stop removals:</b> nobody is taken out of this channel any more.`,
  ),
  ...keyboardOf(
    [button('▶️ Let them go on', callbackData.releaseBrake(openChannelId))],
    [button('⏹ Stop removals', callbackData.stopRemovals(openChannelId))],
  ),
});
