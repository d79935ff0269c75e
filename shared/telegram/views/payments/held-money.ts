import type { InlineKeyboardButton } from 'grammy/types';
import { formatUsd } from '../../../domain/common/money';
import type { MessageOf } from '../../../domain/messages/messages';
import type { MyOrder } from '../../../domain/messages/offer';
import { payableNow } from '../../../domain/payments/invoices/order-progress';
import { callbackData } from '../../codec/callback-data';
import { html, lines, type Html } from '../html';
import { partOf, payButtons, progressWords, storyButton } from '../order-progress';
import { button, keyboardOf, shortTitle, type View } from '../view';
import { formatDays, orderWords, tierWords } from '../words';

/** More would push the tiers off the screen. /mysubs lists all. */
const MAX_HELD = 3;
const MAX_HELD_TITLE = 48;

function heldLine(order: MyOrder): Html {
  const what = html`${orderWords(order, MAX_HELD_TITLE)}`;
  const isPart = (order.receivedCents ?? 0) > 0;
  return isPart && payableNow(order) === 'rest'
    ? html`💰 <b>${partOf(order)} is here</b> already: ${what}.`
    : html`💰 <b>${what}</b>: ${progressWords(order)}.`;
}

/** Names the money in a buyer's unpaid orders. */
export const heldLines = (held: readonly MyOrder[]): readonly (Html | undefined)[] => [
  ...held.slice(0, MAX_HELD).map(heldLine),
  held.length > MAX_HELD ? html`/mysubs shows ${held.length - MAX_HELD} more.` : undefined,
];

export const heldButtons = (held: readonly MyOrder[]): InlineKeyboardButton[][] =>
  held.slice(0, MAX_HELD).map((order) => [...payButtons(order), storyButton(order)]);

/** What its buyer can do about the money in their orders. */
const heldAdvice = (held: readonly MyOrder[]): Html =>
  held.some((order) => payableNow(order) === 'rest')
    ? html`Pay the rest and your order is complete.`
    : html`Your money is safe. You don't have to do anything.`;

/** Comes before an order for the chosen tier, which a second button still makes. */
export const moneyHeldView = ({ openChannelId, title, held, tier }: MessageOf<'money_held'>): View => ({
  text: lines(
    html`📣 <b>${shortTitle(title)}</b>`,
    '',
    ...heldLines(held),
    '',
    heldAdvice(held),
    tier === null
      ? undefined
      : html`If you buy ${tierWords({ tierName: tier.name, days: tier.days })} from scratch for
        ${formatUsd(tier.priceCents)}, the owner decides about the money that is here already.`,
  ),
  ...keyboardOf(
    ...heldButtons(held),
    tier === null
      ? []
      : [
          button(
            `💎 From scratch: ${formatUsd(tier.priceCents)} / ${formatDays(tier.days)}`,
            callbackData.buyFromScratch(openChannelId, tier.position),
          ),
        ],
    [button('« Back', callbackData.channel(openChannelId))],
  ),
});
