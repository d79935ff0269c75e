import type { Message } from '../../domain/messages';
import { callbackData } from '../callback-data';
import { cut, html, lines, type Html } from '../html';
import { button, keyboardOf, titled, type Of, type View } from './view';
import { payerName } from './words';

type OfMember = Extract<Message, { type: 'access_trouble' | 'removal_trouble' | 'member_kept' }>;

const MAX_REASON = 256;
// Telegram's words for a member whom no bot can remove.
const IS_ADMINISTRATOR = /user is an administrator|USER_ADMIN_INVALID|chat owner|CHAT_OWNER/i;

const who = ({ title, payer }: OfMember): Html =>
  lines(html`<b>Channel:</b> ${titled(title)}`, html`<b>Subscriber:</b> ${payerName(payer)}`);

const telegramSays = (reason: string): Html => html`<b>Telegram says:</b> ${cut(reason, MAX_REASON)}`;

/** What an owner must do so that a right is there; without it, every buyer waits. */
const rightMissing = (right: string): Html =>
  html`Please open the private channel, press its name, then Administrators, choose me (add me if I am not
    there), and switch on <b>“${right}”</b>. I keep trying by myself.`;

export const accessTroubleView = (message: Of<'access_trouble'>): View => ({
  text: lines(
    html`🚨 <b>I cannot let a subscriber in who has paid</b>`,
    '',
    who(message),
    telegramSays(message.reason),
    '',
    rightMissing('Invite Users via Link'),
  ),
});

export const removalTroubleView = (message: Of<'removal_trouble'>): View => ({
  text: lines(
    html`🚨 <b>I cannot take out a member whose subscription has ended</b>`,
    '',
    who(message),
    telegramSays(message.reason),
    '',
    IS_ADMINISTRATOR.test(message.reason)
      ? html`An administrator of a channel can only be taken out by you: dismiss them as administrator first,
        then remove them, or let them stay.`
      : rightMissing('Ban Users'),
  ),
});

export const memberKeptView = (message: Of<'member_kept'>): View => ({
  text: lines(
    html`👤 <b>A subscription has ended, and I left the member in</b>`,
    '',
    who(message),
    '',
    html`I did not let them in: they were in before they paid, or somebody added them. So only your word
    removes them.`,
  ),
  ...keyboardOf([
    button('🚪 Remove', callbackData.removeProtected(message.openChannelId, message.payer.userId)),
  ]),
});

export const removalsBrakedView = ({ title, openChannelId, removed, most }: Of<'removals_braked'>): View => ({
  text: lines(
    html`🛑 <b>Removals from ${titled(title)} are slowed down</b>`,
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
