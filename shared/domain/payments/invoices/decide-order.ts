import { isForEver } from '../../common/for-ever';
import type { Cents, OrderReference } from '../../common/ids';
import type { OfferedTier } from '../../messages/offer';
import type { Occasion } from '../../messages/parts';
import { minimumAbove } from './minimums';
import type { CancelledOrder, Offer, TierOrderProgress } from './offer';
import type { OpenOrderResult } from './open-order-result';
import { holdsMoney } from './order-progress';
import { takesStarsFor } from './ways-to-pay';

/** A buyer's choice of a tier, and its occasion. */
export interface TierChoice {
  /** An order that is chosen itself, by a reminder, is completed. */
  readonly choose: (offer: Offer) => OfferedTier | TierOrderProgress | undefined;
  readonly occasion: Occasion;
  /** The buyer knows of the money in other orders, and buys anyway. */
  readonly isFromScratch?: boolean;
}

const isOrder = (chosen: OfferedTier | TierOrderProgress): chosen is TierOrderProgress =>
  'reference' in chosen;

const isFor =
  ({ name, days, priceCents }: OfferedTier) =>
  (order: TierOrderProgress | CancelledOrder): boolean =>
    order.tierName === name && order.days === days && order.amountCents === priceCents;

/** The buyer's open order for a tier as it is sold now. There is at most one. */
const openOrderOf = ({ orders }: Offer, tier: OfferedTier): TierOrderProgress | undefined =>
  orders.filter(({ state }) => state === 'open').find(isFor(tier));

/** A tier that an order is opened for: a new one, or one that was cancelled. */
export interface Purchase {
  readonly tier: OfferedTier;
  readonly cancelled: CancelledOrder | undefined;
  /** Open orders with a part of their price in them: they are closed. */
  readonly instead: readonly OrderReference[];
}

/** What a choice leads to: an order that is paid further, a tier that an order is opened for, or a result. */
type OrderDecision =
  | { readonly type: 'reuse'; readonly order: TierOrderProgress; readonly isRepriced?: boolean }
  | { readonly type: 'buy'; readonly purchase: Purchase }
  | { readonly type: 'done'; readonly result: OpenOrderResult };

const done = (result: OpenOrderResult): OrderDecision => ({ type: 'done', result });

/** An order is paid at the price in Stars that it was opened with, until its tier is chosen again while no money is in it. */
const atTodaysPrice = (order: TierOrderProgress, { priceStars = null }: OfferedTier): TierOrderProgress =>
  holdsMoney(order) ? order : { ...order, priceStars };

const partlyPaid = ({ orders }: Offer): OrderReference[] =>
  orders
    .filter(({ state, receivedCents }) => state === 'open' && receivedCents > 0)
    .map(({ reference }) => reference);

/** Beside money that is here already, a toast about more on its way would not say what becomes of it. */
const isPartHere = ({ receivedCents, isParked }: TierOrderProgress): boolean => receivedCents > 0 || isParked;

/** Money in other orders comes first, whatever the channel sells now. */
function comesFirst(offer: Offer, { isFromScratch, occasion }: TierChoice): boolean {
  return isFromScratch !== true && occasion.type !== 'reminder' && offer.orders.some(holdsMoney);
}

/** True if a tier that isn't ordered yet can be paid in Stars. */
export const isTierForStars = ({ priceCents, priceStars = null, days }: OfferedTier, offer: Offer): boolean =>
  takesStarsFor({ amountCents: priceCents, receivedCents: 0 as Cents, priceStars, days }, offer);

/** What is paid by a choice: an order that is there, or the tier, for which one is opened. */
function paidBy(
  offer: Offer,
  chosen: OfferedTier | TierOrderProgress,
  isFromScratch: boolean,
): OfferedTier | TierOrderProgress {
  if (isOrder(chosen)) return chosen;
  const known = openOrderOf(offer, chosen);
  // From scratch means the whole price, so an order with a part of it is closed instead of paid further.
  if (known === undefined || (isFromScratch && known.receivedCents > 0)) return chosen;
  return atTodaysPrice(known, chosen);
}

/** True if nothing can pay an order or a tier: no coin is on, and Stars can't. */
const isUnpayable = (offer: Offer, paid: OfferedTier | TierOrderProgress): boolean =>
  offer.isUnpayable && !(isOrder(paid) ? takesStarsFor(paid, offer) : isTierForStars(paid, offer));

/** Decides whether a tier can be bought, from what the coins can pay, and whether Stars can. */
function decidePurchase(offer: Offer, tier: OfferedTier, { isFromScratch }: TierChoice): OrderDecision {
  const leastCents = minimumAbove(tier.priceCents, offer);
  if (leastCents !== undefined && !isTierForStars(tier, offer))
    return done({ priceCents: tier.priceCents, leastCents });
  const instead = isFromScratch === true ? partlyPaid(offer) : [];
  return { type: 'buy', purchase: { tier, cancelled: offer.cancelled.find(isFor(tier)), instead } };
}

/** Why nothing is sold to the buyer; `undefined` if something is. */
function closedBecause({
  isBanned,
  isPaused,
  isStopped,
  endsAt,
}: Offer): 'banned' | 'for_ever' | 'paused' | 'stopped' | undefined {
  if (isBanned) return 'banned';
  if (isForEver(endsAt)) return 'for_ever';
  if (isPaused) return 'paused';
  return isStopped ? 'stopped' : undefined;
}

/** Decides what a choice leads to, from what the channel offers and what its buyer has ordered. */
export function decideOrder(offer: Offer | undefined, choice: TierChoice): OrderDecision {
  if (offer === undefined) return done('not_offered');
  if (offer.isHandled) return done('promised');
  const chosen = choice.choose(offer);
  const known = chosen && (isOrder(chosen) ? chosen : openOrderOf(offer, chosen));
  const isPending = known?.isPending === true;
  if (isPending && !(offer.orders.some(isPartHere) && comesFirst(offer, choice))) return done('pending');
  const closed = closedBecause(offer);
  if (comesFirst(offer, choice)) {
    const isTier = chosen !== undefined && !isOrder(chosen);
    const isBuyable = isTier && closed === undefined && !isPending;
    return done({
      offer,
      tier: isBuyable && !isUnpayable(offer, paidBy(offer, chosen, true)) ? chosen : null,
    });
  }
  if (closed !== undefined) return done(closed);
  if (chosen === undefined) return done('not_offered');
  const paid = paidBy(offer, chosen, choice.isFromScratch === true);
  if (isUnpayable(offer, paid)) return done('unpayable');
  if (!isOrder(paid)) return decidePurchase(offer, paid, choice);
  return { type: 'reuse', order: paid, isRepriced: paid.priceStars !== known?.priceStars };
}
