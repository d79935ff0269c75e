import type { InlineKeyboardButton } from 'grammy/types';
import { isForEver } from '../../../domain/common/for-ever';
import type { OfferedTier } from '../../../domain/messages/offer';
import type { MessageOf } from '../../../domain/messages/messages';
import type { WordingKey } from '../../catalog';
import { callbackData } from '../../codec/callback-data';
import { startLink } from '../../codec/start-parameter';
import { welcomeLine } from '../help';
import { endIn } from '../access-end';
import { truncate, html, lines, type Html } from '../html';
import {
  button,
  keyboardOf,
  linkButton,
  MAX_DESCRIPTION,
  kindMark,
  pageCounter,
  shortTitle,
  type View,
} from '../view';
import type { Wording } from '../wording';
import { hasPayableRest, heldButtons, heldLines } from './held-money';
import { areForStars, tierLabel } from './tier-label';

const MAX_TITLE_ON_BUTTON = 56;
const MAX_TITLE_IN_LIST = 64;

/** Buttons to the pages before and after. None if there is only one page. */
function pageButtons({ page, pages }: MessageOf<'channel_list'>, wording: Wording): InlineKeyboardButton[] {
  if (pages <= 1) return [];
  return [
    ...(page > 1 ? [button(wording.text('common-previous'), callbackData.channels(page - 1))] : []),
    pageCounter(page, pages),
    ...(page < pages ? [button(wording.text('common-next'), callbackData.channels(page + 1))] : []),
  ];
}

export const channelListView = (message: MessageOf<'channel_list'>, wording: Wording): View => ({
  text: lines(
    welcomeLine(message, wording),
    '',
    wording.html(message.channels.length === 0 ? 'payments-list-empty' : 'payments-list-how'),
    ...message.channels
      .filter(({ isStopped }) => isStopped)
      .map(({ title }) =>
        wording.html('payments-list-stopped', { title: shortTitle(title, MAX_TITLE_IN_LIST) }),
      ),
    '',
    wording.html('payments-list-commands'),
  ),
  ...keyboardOf(
    ...message.channels.map(({ openChannelId, title, isStopped, kind }) => [
      button(
        `${isStopped ? '⏸' : kindMark(kind)} ${shortTitle(title, MAX_TITLE_ON_BUTTON)}`,
        callbackData.channel(openChannelId),
      ),
    ]),
    pageButtons(message, wording),
  ),
});

/** A tier that can't be bought now, because nobody can be let in. */
const stoppedLine = (tier: OfferedTier, wording: Wording): Html =>
  wording.html('payments-tier-stopped', { label: tierLabel(tier, wording) });

/** What can be bought on the page now, or why nothing can. */
function howKey({
  isPaused,
  isUnpayable,
  isStopped,
  isForStarsAlone,
  tiers,
  held = [],
}: MessageOf<'channel_page'>): WordingKey {
  if (isPaused) return 'payments-page-paused';
  if (isUnpayable) return hasPayableRest(held) ? 'payments-page-off-held' : 'help-payments-off';
  if (tiers.length === 0) return 'payments-page-empty';
  if (isStopped) return 'payments-page-stopped';
  if (isForStarsAlone) return 'payments-page-how-stars';
  return areForStars(tiers) ? 'payments-page-how-either' : 'payments-page-how';
}

export const channelPageView = (message: MessageOf<'channel_page'>, wording: Wording): View => {
  const { openChannelId, title, kind, description, paidUntil, isRenewing, isStopped, held = [] } = message;
  const isClosed = message.isPaused === true || message.isUnpayable === true;
  const isOwned = isForEver(paidUntil);
  const shown = isClosed || isOwned ? [] : message.tiers;
  return {
    text: lines(
      html`${kindMark(kind)} <b>${shortTitle(title)}</b>`,
      ...(held.length === 0 ? [] : ['' as const, ...heldLines(held, wording), '' as const]),
      description === '' ? undefined : html`${truncate(description, MAX_DESCRIPTION)}`,
      '',
      paidUntil === null
        ? undefined
        : wording.html(isRenewing && !isOwned ? 'payments-page-renews' : 'payments-page-has-access', {
            until: endIn(paidUntil, wording),
          }),
      isOwned ? undefined : wording.html(howKey(message)),
      ...(isStopped ? shown.map((tier) => stoppedLine(tier, wording)) : []),
    ),
    ...keyboardOf(
      ...heldButtons(held, message, wording),
      ...(isStopped ? [] : shown).map((tier) => [
        button(
          tierLabel(tier, wording, message.isForStarsAlone ? 'xtr' : null),
          callbackData.buy(openChannelId, tier.position),
        ),
      ]),
      isClosed ? [] : [button(wording.text('donations-post-button'), callbackData.donate(openChannelId))],
      [button(wording.text('payments-page-back'), callbackData.backToChannels)],
    ),
  };
};

/** The post in the public channel. Its links open the bot, so that orders stay private. */
export const offerPostView = (message: MessageOf<'offer_post'>, wording: Wording): View => {
  const { openChannelId, title, description, isStopped, botUsername, tiers } = message;
  const link = startLink(botUsername, `sub_${openChannelId}`);
  const isSold = tiers.length > 0 && isStopped !== true;
  return {
    text: lines(
      html`💎 <b>${shortTitle(title)}</b>`,
      description === '' ? undefined : html`${truncate(description, MAX_DESCRIPTION)}`,
      '',
      ...(isSold
        ? [wording.html(areForStars(tiers) ? 'payments-post-how-either' : 'payments-post-how')]
        : tiers.length === 0
          ? [wording.html('payments-page-empty')]
          : tiers.map((tier) => stoppedLine(tier, wording))),
    ),
    ...keyboardOf(...(isSold ? tiers.map((tier) => [linkButton(tierLabel(tier, wording), link)]) : [])),
  };
};

export const postRetiredView = ({ isReplaced }: MessageOf<'post_retired'>, wording: Wording): View => ({
  text: wording.html(isReplaced ? 'payments-post-replaced' : 'payments-post-withdrawn'),
});
