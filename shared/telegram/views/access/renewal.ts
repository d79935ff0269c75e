import type { InlineKeyboardButton } from 'grammy/types';
import type { MySubscription } from '../../../domain/messages/offer';
import type { RenewalState } from '../../../domain/stars/renewal';
import type { RenewalNews, ShownRenewal } from '../../../domain/stars/renewal-message';
import type { MessageOf } from '../../../domain/messages/messages';
import type { OwnerActionName } from '../../../domain/owner/owner-actions';
import { callbackData } from '../../codec/callback-data';
import { endAhead } from '../access-end';
import { lines, truncate, type Html } from '../html';
import { personInWords } from '../person';
import { button, keyboardOf, shortTitle, type View } from '../view';
import type { Wording } from '../wording';

const MAX_REASON = 256;

const TITLES = {
  begun: 'renewals-begun',
  resumed: 'renewals-resumed',
  canceled: 'renewals-canceled',
  failed: 'renewals-failed',
  by_buyer: 'renewals-canceled',
  by_owner: 'renewals-by-owner',
  by_bot: 'renewals-canceled',
} as const satisfies Record<RenewalNews, string>;

const EXPLANATIONS = {
  begun: 'renewals-begun-how',
  resumed: 'renewals-resumed-how',
  canceled: 'renewals-stays',
  failed: 'renewals-failed-how',
  by_buyer: 'renewals-stays',
  by_owner: 'renewals-stays',
  by_bot: 'renewals-stays',
} as const satisfies Record<RenewalNews, string>;

/** What a buyer is told about a renewal, with the button that changes it. */
export function renewalNewsView(message: MessageOf<'renewal_news'>, wording: Wording): View {
  const { news, openChannelId, title, stars, chargedUntil, paidUntil, staysUntil } = message;
  const renews = news === 'begun' || news === 'resumed';
  const values = {
    title: shortTitle(title),
    stars: wording.stars(stars),
    end: endAhead(renews ? chargedUntil : paidUntil, wording),
    until: endAhead(staysUntil, wording),
  };
  return {
    text: lines(wording.html(TITLES[news], values), '', wording.html(EXPLANATIONS[news], values)),
    ...keyboardOf(
      renews ? [button(wording.text('renewals-stop'), callbackData.askEndRenewal(openChannelId))] : [],
      news === 'failed' ? [button(wording.text('access-renew'), callbackData.offer(openChannelId))] : [],
    ),
  };
}

/** Asks a buyer once more, because nobody can switch it on again. */
export const renewalQuestionView = (
  { openChannelId, title, paidUntil }: MessageOf<'renewal_question'>,
  wording: Wording,
): View => ({
  text: lines(
    wording.html('renewals-question', { title: shortTitle(title) }),
    '',
    wording.html('renewals-question-how', { end: endAhead(paidUntil, wording) }),
  ),
  ...keyboardOf(
    [button(wording.text('renewals-stop'), callbackData.endRenewal(openChannelId))],
    [button(wording.text('renewals-keep'), callbackData.backToSubscriptions)],
  ),
});

/** Asks a manager once more. */
export const renewalAskedView = (message: MessageOf<'renewal_asked'>, wording: Wording): View => {
  const { openChannelId, title, payer, paidUntil } = message;
  const own = (action: OwnerActionName) => callbackData.own(action, openChannelId, payer.userId);
  return {
    text: lines(
      wording.html('renewals-owner-question', {
        person: personInWords(payer, wording),
        title: shortTitle(title),
      }),
      '',
      wording.html('renewals-owner-question-how', { end: endAhead(paidUntil, wording) }),
    ),
    ...keyboardOf(
      [button(wording.text('renewals-stop'), own('renewal-end'))],
      [button(wording.text('renewals-keep'), own('member'))],
    ),
  };
};

export const renewalFailedView = (message: MessageOf<'renewal_failed'>, wording: Wording): View => ({
  text: lines(
    wording.html('renewals-owner-failed', {
      person: personInWords(message.payer, wording),
      title: shortTitle(message.title),
      stars: wording.stars(message.stars),
    }),
    '',
    wording.html('renewals-owner-failed-how', { until: endAhead(message.staysUntil, wording) }),
  ),
});

export const renewalNotEndedView = (message: MessageOf<'renewal_not_ended'>, wording: Wording): View => ({
  text: lines(
    wording.html('renewals-owner-not-ended', {
      person: personInWords(message.payer, wording),
      title: shortTitle(message.title),
    }),
    wording.html('common-telegram-says', { reason: truncate(message.reason, MAX_REASON) }),
    '',
    wording.html('renewals-owner-not-ended-how'),
  ),
});

const STATES = {
  active: 'renewals-on',
  canceled: 'renewals-off',
  failed: 'renewals-last-failed',
} as const satisfies Record<RenewalState, string>;

/** Whether a subscription renews by itself, below the line that says until when it is paid. */
export const renewalLine = (renewal: ShownRenewal | null | undefined, wording: Wording): Html | undefined =>
  renewal == null
    ? undefined
    : wording.html(STATES[renewal.state], { stars: wording.stars(renewal.priceStars) });

/** The same in a list: what does not renew is shown by its end alone, and so is what has ended. */
export const renewalInList = ({ phase, renewal }: MySubscription, wording: Wording): Html | undefined =>
  renewal?.state === 'canceled' || !['active', 'grace'].includes(phase)
    ? undefined
    : renewalLine(renewal, wording);

/** What ends a renewal, in the place of a button to renew. */
export const renewalButtons = (
  { openChannelId, renewal }: MySubscription,
  wording: Wording,
  otherwise: readonly InlineKeyboardButton[],
): readonly InlineKeyboardButton[] =>
  renewal?.state === 'active'
    ? [button(wording.text('renewals-stop'), callbackData.askEndRenewal(openChannelId))]
    : otherwise;
