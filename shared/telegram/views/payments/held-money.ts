import type { InlineKeyboardButton } from 'grammy/types';
import type { Cents } from '../../../domain/common/ids';
import type { MessageOf } from '../../../domain/messages/messages';
import type { MyOrder, OfferedTier } from '../../../domain/messages/offer';
import { payableNow } from '../../../domain/payments/invoices/order-progress';
import { callbackData } from '../../codec/callback-data';
import { html, lines, type Html } from '../html';
import { partOf, payButtons, progressWords, storyButton } from '../order-progress';
import { orderInWords, priceOf, tierInWords } from '../order-wording';
import { button, keyboardOf, shortTitle, type View } from '../view';
import type { Wording } from '../wording';

/** More would push the tiers off the screen. /mysubs lists all. */
const MAX_HELD = 3;
const MAX_HELD_TITLE = 48;

function heldLine(order: MyOrder, wording: Wording): Html {
  const { receivedCents = 0 as Cents, amountCents } = order;
  const what = orderInWords(order, wording, MAX_HELD_TITLE);
  return receivedCents > 0 && payableNow(order) === 'rest'
    ? wording.html('payments-held-part', {
        ...partOf(receivedCents, amountCents, wording),
        order: what,
      })
    : wording.html('payments-held-other', { order: what, progress: progressWords(order, wording) });
}

/** Names the money in a buyer's unpaid orders. */
export const heldLines = (held: readonly MyOrder[], wording: Wording): readonly (Html | undefined)[] => [
  ...held.slice(0, MAX_HELD).map((order) => heldLine(order, wording)),
  held.length > MAX_HELD ? wording.html('payments-held-more', { count: held.length - MAX_HELD }) : undefined,
];

export const heldButtons = (
  held: readonly MyOrder[],
  { isUnpayable }: { readonly isUnpayable?: boolean | undefined },
  wording: Wording,
): InlineKeyboardButton[][] =>
  held
    .slice(0, MAX_HELD)
    .map((order) => [
      ...(isUnpayable === true ? [] : payButtons(order, wording)),
      storyButton(order, wording),
    ]);

export const hasPayableRest = (held: readonly MyOrder[]): boolean =>
  held.some((order) => payableNow(order) === 'rest');

/** True if money is here that counts, or that the owner decides about. Otherwise it is only on its way. */
const isHere = ({ receivedCents = 0 as Cents, isParked }: MyOrder): boolean =>
  receivedCents > 0 || isParked === true;

/** What its buyer can do about the money in their orders. */
function heldAdvice({ held, tier, isUnpayable }: MessageOf<'money_held'>, wording: Wording): Html {
  if (hasPayableRest(held))
    // While no coin can pay, the rest of an order has to wait.
    return wording.html(isUnpayable === true ? 'payments-held-off' : 'payments-held-pay-rest');
  if (held.some(({ isHanging }) => isHanging))
    return wording.html(tier === null ? 'payments-held-unconfirmed' : 'payments-held-unconfirmed-or-buy');
  // Money that the owner decides about may have come with a failure, so only a part that counts is safe.
  const isSafe = held.every(({ receivedCents = 0 as Cents }) => receivedCents > 0);
  return wording.html(isSafe ? 'payments-held-safe' : 'payments-rest-wait');
}

const tierPrice = ({ priceCents, priceStars = null }: OfferedTier, wording: Wording): string =>
  priceOf({ amountCents: priceCents, priceStars }, wording);

/** What becomes of the other money if the chosen tier is bought, too. */
const newOrderWords = (held: readonly MyOrder[], tier: OfferedTier, wording: Wording): Html =>
  wording.html(held.some(isHere) ? 'payments-held-from-scratch' : 'payments-held-on-top', {
    tier: tierInWords({ tierName: tier.name, days: tier.days }, wording),
    price: tierPrice(tier, wording),
  });

/** Comes before an order for the chosen tier, which a second button still makes. */
export function moneyHeldView(message: MessageOf<'money_held'>, wording: Wording): View {
  const { openChannelId, title, held, tier } = message;
  const buy = held.some(isHere) ? 'payments-held-buy-from-scratch' : 'payments-held-buy-too';
  return {
    text: lines(
      html`📣 <b>${shortTitle(title)}</b>`,
      '',
      ...heldLines(held, wording),
      '',
      heldAdvice(message, wording),
      tier === null ? undefined : newOrderWords(held, tier, wording),
    ),
    ...keyboardOf(
      ...heldButtons(held, message, wording),
      tier === null
        ? []
        : [
            button(
              wording.text(buy, { price: tierPrice(tier, wording) }),
              callbackData.buyFromScratch(openChannelId, tier.position),
            ),
          ],
      [button(wording.text('common-back'), callbackData.channel(openChannelId))],
    ),
  };
}
