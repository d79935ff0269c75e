import type { InlineKeyboardButton } from 'grammy/types';
import type { Cents } from '../../../domain/common/ids';
import { formatUsd } from '../../../domain/common/money';
import type { MessageOf } from '../../../domain/messages/messages';
import type { MyOrder, OfferedTier } from '../../../domain/messages/offer';
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

export const heldButtons = (
  held: readonly MyOrder[],
  { isUnpayable }: { readonly isUnpayable?: boolean | undefined },
): InlineKeyboardButton[][] =>
  held
    .slice(0, MAX_HELD)
    .map((order) => [...(isUnpayable === true ? [] : payButtons(order)), storyButton(order)]);

/** While no coin can pay, the rest of an order has to wait. */
export const REST_LATER = 'Your money is safe. You can pay the rest when payments are back on.';

export const hasPayableRest = (held: readonly MyOrder[]): boolean =>
  held.some((order) => payableNow(order) === 'rest');

/** True if money is here that counts, or that the owner decides about. Otherwise it is only on its way. */
const isHere = ({ receivedCents = 0 as Cents, isParked }: MyOrder): boolean =>
  receivedCents > 0 || isParked === true;

/** What its buyer can do about the money in their orders. */
function heldAdvice({ held, tier, isUnpayable }: MessageOf<'money_held'>): Html {
  if (hasPayableRest(held))
    return html`${isUnpayable === true ? REST_LATER : 'Pay the rest and your order is complete.'}`;
  if (held.some(({ isHanging }) => isHanging))
    return html`Show the owner of the channel the transaction${tier === null ? '' : ', or buy again'}.`;
  // Money that the owner decides about may have come with a failure, so only a part that counts is safe.
  const isSafe = held.every(({ receivedCents = 0 as Cents }) => receivedCents > 0);
  return html`${isSafe ? 'Your money is safe. ' : ''}You don't have to do anything.`;
}

/** What becomes of the other money if the chosen tier is bought, too. */
function newOrderWords(held: readonly MyOrder[], tier: OfferedTier): Html {
  const name = tierWords({ tierName: tier.name, days: tier.days });
  const price = formatUsd(tier.priceCents);
  return held.some(isHere)
    ? html`If you buy ${name} from scratch for ${price}, the owner decides about the money that is here
      already.`
    : html`You can also buy ${name} for ${price}. It comes on top: your other payment still counts when it is
      confirmed.`;
}

/** Comes before an order for the chosen tier, which a second button still makes. */
export function moneyHeldView(message: MessageOf<'money_held'>): View {
  const { openChannelId, title, held, tier } = message;
  const label = held.some(isHere) ? 'From scratch' : 'Buy this, too';
  return {
    text: lines(
      html`📣 <b>${shortTitle(title)}</b>`,
      '',
      ...heldLines(held),
      '',
      heldAdvice(message),
      tier === null ? undefined : newOrderWords(held, tier),
    ),
    ...keyboardOf(
      ...heldButtons(held, message),
      tier === null
        ? []
        : [
            button(
              `💎 ${label}: ${formatUsd(tier.priceCents)} / ${formatDays(tier.days)}`,
              callbackData.buyFromScratch(openChannelId, tier.position),
            ),
          ],
      [button('« Back', callbackData.channel(openChannelId))],
    ),
  };
}
