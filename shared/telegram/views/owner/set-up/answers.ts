import type { AnswerOf } from '../../../../domain/messages/answers';
import { BAN, INVITE, POST, type BotRights } from '../../../bot-rights';
import { shortTitle } from '../../view';

const MAX_TITLE = 64;

const quoted = (title: string): string => `“${shortTitle(title, MAX_TITLE)}”`;

export const SET_UP_ANSWERS = {
  set_up_ended: 'This set-up has ended. /channels shows what you run, /setup begins another.',
  set_up_changed: 'This has changed since. Send /setup to see how it stands.',
  set_up_cancelled: 'Cancelled: nothing is sold, and what you entered is forgotten. /setup begins anew.',
  set_up_postponed: 'All right. /setup begins whenever you like.',
  nothing_to_type: 'Press one of the buttons, please: there is nothing to type here.',
  on_sale:
    'It is on sale. What now: send people the link to me, or have me post your offer; everything about this channel is behind the buttons below, and /channels leads here at any time.',
  private_chat_missing: 'Which private channel is sold? Go « Back and choose it.',
  private_chat_just_taken:
    'Somebody was faster: this private channel is sold already. Go « Back and choose another one.',
  public_chat_just_sold:
    'Somebody sells access to your public channel now, so I can’t post there. Go « Back and choose another one.',
  not_claimable: 'Only the creator of this channel in Telegram can claim it here. Send /setup to see yours.',
  channel_claimed: 'This channel is yours now. Its former owner no longer has a role here. I told them.',
  channel_claimed_without_posts:
    'This channel is yours now. Its former owner no longer has a role here. You can’t post in its public channel, so I no longer do. Choose another one in ⚙️ Settings.',
  channel_claimed_from_you: ({ title }: AnswerOf<'channel_claimed_from_you'>) =>
    `${quoted(title)} is no longer yours here: its creator in Telegram claimed it. You don’t get news about its sales any longer.`,
  choose_among_yours: 'I do not see that channel among yours any more. Choose one of these.',
};

const LABELS: BotRights = { ...INVITE, ...BAN, ...POST };

/** `right “A”`, or `rights “A” and “B”`. */
export function rightsIn(rights: readonly string[]): string {
  const [one, ...others] = rights.map((right) => `“${LABELS[right] ?? right}”`);
  return others.length === 0 ? `right ${one ?? ''}` : `rights ${[one, ...others].join(' and ')}`;
}

export const CHAT_ANSWERS = {
  chat_not_among_yours: 'I do not see that channel among yours any more.',
  chat_sold_already: 'That channel is sold already. Choose another one.',
  private_chat_inhabited:
    'People have access to the private channel by now, or are still in it: it can only change when nobody is. Pause the channel, and come back when the last of them has left.',
  private_chat_changed: 'This private channel is sold from now on.',
  public_chat_changed: 'I post there from now on, and take away what is posted elsewhere.',
  public_chat_dropped: 'I post nowhere from now on, and take away what is posted.',
  bot_not_administrator: ({ title }: AnswerOf<'bot_not_administrator'>) =>
    `I am no administrator of ${quoted(title)}. Open the channel → Administrators → Add Administrator, choose me, then press Check again.`,
  user_not_administrator: ({ title }: AnswerOf<'user_not_administrator'>) =>
    `Telegram says that you are no administrator of ${quoted(title)}. Ask its creator to make you one, then press Check again.`,
  own_rights_missing: ({ title, rights }: AnswerOf<'own_rights_missing'>) =>
    `You lack the ${rightsIn(rights)} in ${quoted(title)}. I only do what Telegram lets you do yourself. Ask the channel’s creator to give you that, then press Check again.`,
  chat_is_public: ({ title, username }: AnswerOf<'chat_is_public'>) =>
    `Anyone can join ${quoted(title)} by @${username}, so nobody has to pay. Make it private: open the channel → Edit → Channel Type → Private Channel. Then press Check again.`,
  rights_missing: ({ title, rights }: AnswerOf<'rights_missing'>) =>
    `I still need the ${rightsIn(rights)} in ${quoted(title)}. Open the channel → Administrators → me → switch it on, then press Check again.`,
};
