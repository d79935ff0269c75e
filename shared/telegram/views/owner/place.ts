import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { unreachableBecause, type Unreachable } from '../../failure';
import { truncate, html, lines, type Html } from '../html';
import { button, keyboardOf, shortTitle, type View } from '../view';
import { formatTime, payerName, plural } from '../words';
import { chatName, rightNames, USE_WORDS } from './place-words';

const MAX_REASON = 200;
const MAX_TITLE_IN_TEXT = 64;

type Broken = MessageOf<'place_broken'>;

const nameOf = ({ use, chatTitle }: Pick<Broken, 'use' | 'chatTitle'>): Html =>
  html`the ${USE_WORDS[use]} “${shortTitle(chatTitle, MAX_TITLE_IN_TEXT)}”`;

/** What the loss means: whether anything is sold, who can't be removed, what isn't posted. */
function meaningOf({ use, state }: Broken): Html {
  if (use === 'public') return html`I can't post or update your offer there. Sales go on.`;
  if (state.is === 'absent' || state.rights.includes('can_invite_users'))
    return html`I can't let anybody in, so nothing is on sale until I can. Then I let in everyone who has
    paid.`;
  return html`Members can't be removed when their access ends. Sales go on.`;
}

const stepsOf = ({ state }: Broken): Html =>
  state.is === 'absent'
    ? html`Open the channel, tap its name, then Administrators → Add Administrator, and choose me.`
    : html`Open the channel, tap its name, then Administrators, choose me and switch on
      ${rightNames(state.rights)}.`;

/** Tells an owner at once what the bot lacks, and how to give it back. */
export const placeBrokenView = (message: Broken): View => ({
  text: lines(
    message.state.is === 'absent'
      ? html`🚨 <b>I'm not an administrator of ${nameOf(message)}</b>`
      : html`🚨 <b>I lack ${rightNames(message.state.rights)} in ${nameOf(message)}</b>`,
    '',
    html`<b>Channel:</b> ${shortTitle(message.title)}`,
    meaningOf(message),
    '',
    stepsOf(message),
  ),
});

export const placeWorksView = (message: MessageOf<'place_works'>): View => ({
  text: lines(
    html`✅ <b>Everything works again in ${nameOf(message)}</b>`,
    '',
    html`<b>Channel:</b> ${shortTitle(message.title)}`,
    message.use === 'private'
      ? html`I can let people in and remove them. Anyone who has paid and waits gets in now.`
      : html`I can post your offer there.`,
  ),
});

/** Names the people that paid for a channel that no longer exists, and offers what an owner can do about it. */
export const placeGoneView = (message: MessageOf<'place_gone'>): View => {
  const { openChannelId, title, use, people, count } = message;
  return {
    text: lines(
      html`🚨 <b>Telegram can't find ${nameOf(message)}</b>`,
      '',
      html`<b>Channel:</b> ${shortTitle(title)}`,
      use === 'public'
        ? html`It was deleted, or I was never in it, so your offer isn't posted. Sales go on.`
        : html`It was deleted, or I was never in it. Nothing is on sale, and I stop letting people in and
          removing them.`,
      use === 'public'
        ? undefined
        : count === 0
          ? html`Nobody has days left.`
          : html`${plural(count, 'subscriber')} ${count === 1 ? 'has' : 'have'} days left:`,
      ...people.map(({ payer, paidUntil }) => html`• ${payerName(payer)}: until ${formatTime(paidUntil)}`),
      count > people.length ? html`and ${count - people.length} more` : undefined,
      '',
      use === 'public'
        ? html`Choose another public channel, or none.`
        : html`Choose another private channel, and everyone with days left gets a link to it. Or pause sales
          and return the money.`,
    ),
    ...keyboardOf(
      [button('📣 Choose another', callbackData.own('chat', openChannelId, use))],
      use === 'public' ? [] : [button('⏸ Pause', callbackData.own('pause', openChannelId))],
    ),
  };
};

const ADVICE: Readonly<Record<Unreachable, Html>> = {
  not_started: html`They have to open me and press START.`,
  blocked: html`They have to unblock me.`,
  gone: html`It no longer exists. Choose another chat for your news.`,
  no_right: html`Add me there again if I was removed, let me write, and open its topic if it's closed. Or
  choose another chat for your news.`,
};

/** Tells an owner in private that their news does not arrive where it should. */
export const noticesUnreachableView = (message: MessageOf<'notices_unreachable'>): View => ({
  text: lines(
    html`⚠️ <b>I can't deliver news of sales to ${chatName(message)}</b>`,
    '',
    html`<b>Channel:</b> ${shortTitle(message.title)}`,
    html`<b>Reason:</b> ${truncate(message.reason, MAX_REASON)}`,
    '',
    ADVICE[unreachableBecause(message.reason, message.chatId)],
    html`I keep what is missed and send it when the chat works again. Notifications lists it, and can send it
    now.`,
  ),
  ...keyboardOf([button('🔔 Notifications', callbackData.own('notify', message.openChannelId))]),
});
