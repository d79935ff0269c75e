import type { InlineKeyboardButton } from 'grammy/types';
import type { OfferedTier } from '../../../domain/messages/offer';
import { formatUsd } from '../../../domain/common/money';
import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { startLink } from '../../codec/start-parameter';
import { truncate, html, lines, type Html } from '../html';
import { button, keyboardOf, linkButton, MAX_DESCRIPTION, shortTitle, type View } from '../view';
import { formatDays, formatTime, shortTierName } from '../words';
import { hasPayableRest, heldButtons, heldLines, REST_LATER } from './held-money';

/** Short enough to leave room for the price on a button. */
const MAX_NAME_ON_BUTTON = 32;
const MAX_TITLE_ON_BUTTON = 56;
const MAX_TITLE_IN_LIST = 64;
/** What a tier says that can't be bought now, because nobody can be let in. */
const NOT_ON_SALE = 'not on sale at the moment';

/** Buttons to the pages before and after. None if there is only one page. */
function pageButtons({ page, pages }: MessageOf<'channel_list'>): InlineKeyboardButton[] {
  if (pages <= 1) return [];
  return [
    ...(page > 1 ? [button('« Prev', callbackData.channels(page - 1))] : []),
    button(`${page}/${pages}`, callbackData.pageInfo),
    ...(page < pages ? [button('Next »', callbackData.channels(page + 1))] : []),
  ];
}

export const channelListView = (message: MessageOf<'channel_list'>): View => ({
  text: lines(
    html`👋 <b>Welcome to TelePay.</b>`,
    '',
    message.channels.length === 0
      ? html`No channels are listed here. Open the link that the channel's owner gave you.`
      : html`Choose a channel to see what it offers.`,
    ...message.channels
      .filter(({ isStopped }) => isStopped)
      .map(({ title }) => html`⏸ ${shortTitle(title, MAX_TITLE_IN_LIST)}: ${NOT_ON_SALE}.`),
    '',
    html`/mysubs shows what you have, /help what I can do.`,
  ),
  ...keyboardOf(
    ...message.channels.map(({ openChannelId, title, isStopped }) => [
      button(
        `${isStopped ? '⏸' : '📣'} ${shortTitle(title, MAX_TITLE_ON_BUTTON)}`,
        callbackData.channel(openChannelId),
      ),
    ]),
    pageButtons(message),
  ),
});

const tierLabel = ({ name, priceCents, days }: OfferedTier): string =>
  `💎 ${shortTierName(name, MAX_NAME_ON_BUTTON)} - ${formatUsd(priceCents)} / ${formatDays(days)}`;

const stoppedLine = (tier: OfferedTier): Html => html`${tierLabel(tier)}: ${NOT_ON_SALE}`;

export const channelPageView = (message: MessageOf<'channel_page'>): View => {
  const {
    openChannelId,
    title,
    description,
    paidUntil,
    isPaused,
    isStopped,
    isUnpayable,
    held = [],
  } = message;
  const isClosed = isPaused === true || isUnpayable === true;
  const shown = isClosed ? [] : message.tiers;
  const tiers = isStopped ? [] : shown;
  return {
    text: lines(
      html`📣 <b>${shortTitle(title)}</b>`,
      ...(held.length === 0 ? [] : ['' as const, ...heldLines(held), '' as const]),
      description === '' ? undefined : html`${truncate(description, MAX_DESCRIPTION)}`,
      '',
      paidUntil === null
        ? undefined
        : html`✅ You have access until ${formatTime(paidUntil)}. A renewal is added to that: you lose no day.`,
      isPaused
        ? html`⏸ Paused by its owner: nothing is sold here at the moment. What you have paid for goes on.`
        : isUnpayable
          ? html`⏸ Payments are switched off right now.
            ${hasPayableRest(held) ? REST_LATER : 'Nothing was charged. Please try again later.'}`
          : shown.length === 0
            ? html`No access is sold here at the moment.`
            : isStopped
              ? html`I can't let anybody in right now, so please try again later. What you have paid for goes
                on.`
              : html`Choose how long. You pay in a coin of your choice, and are let in as soon as it has
                arrived.`,
      ...(isStopped ? shown.map(stoppedLine) : []),
    ),
    ...keyboardOf(
      ...heldButtons(held, message),
      ...tiers.map((tier) => [button(tierLabel(tier), callbackData.buy(openChannelId, tier.position))]),
      isClosed ? [] : [button('💝 Donate', callbackData.donate(openChannelId))],
      [button('« Back to Channels', callbackData.backToChannels)],
    ),
  };
};

/** The post in the public channel. Its links open the bot, so that orders stay private. */
export const offerPostView = (message: MessageOf<'offer_post'>): View => {
  const { openChannelId, title, description, isStopped, botUsername } = message;
  const tiers = isStopped ? [] : message.tiers;
  const link = startLink(botUsername, `sub_${openChannelId}`);
  return {
    text: lines(
      html`💎 <b>${shortTitle(title)}</b>`,
      description === '' ? undefined : html`${truncate(description, MAX_DESCRIPTION)}`,
      '',
      message.tiers.length === 0
        ? html`No access is sold here at the moment.`
        : isStopped
          ? lines(...message.tiers.map(stoppedLine))
          : html`Choose how long. You pay in a coin of your choice.`,
    ),
    ...keyboardOf(...tiers.map((tier) => [linkButton(tierLabel(tier), link)])),
  };
};

export const postRetiredView = ({ isReplaced }: MessageOf<'post_retired'>): View => ({
  text: isReplaced ? html`The current post is further down.` : html`This post was withdrawn.`,
});
