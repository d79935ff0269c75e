import type { TelegramPerson } from '../../database/common/chats';
import type { Delivery } from '../../database/common/inbox';
import type { CancelledOrder, Offer, TierOrderProgress } from '../../database/payments/offers';
import type { Cents, OpenChannelId } from '../../domain/common/ids';
import type { OfferedTier } from '../../domain/messages/offer';
import type { Occasion } from '../../domain/messages/payments';
import { minimumAbove } from '../../domain/payments/invoices/minimums';
import { holdsMoney } from '../../domain/payments/invoices/order-progress';

/** A buyer's choice of a tier, and its occasion. */
export interface OrderRequest {
  readonly userId: number;
  readonly openChannelId: OpenChannelId;
  /** An order that is chosen itself, by a reminder, is completed. */
  readonly choose: (offer: Offer) => OfferedTier | TierOrderProgress | undefined;
  readonly occasion: Occasion;
  /** The buyer knows of the money in other orders, and buys anyway. */
  readonly isFromScratch?: boolean;
  /** Identifies this request in the key of its promise: an update, or a reminder. */
  readonly asking: string;
  readonly by?: { readonly delivery: Delivery; readonly person: TelegramPerson };
}

/**
 * The invoice is promised; the tier is not sold (or no longer); the channel is paused; the owner banned the buyer; no
 * coin is switched on; or a payment of such an order is pending, so nothing should be paid a second time.
 */
export type OpenOrderResult =
  'promised' | 'not_offered' | 'paused' | 'banned' | 'unpayable' | 'pending' | TooSmall | TooMany | MoneyHeld;

/** No coin can pay so little. */
export interface TooSmall {
  readonly priceCents: Cents;
  readonly leastCents: Cents;
}

/** The buyer opened so many orders that they have to wait. */
export interface TooMany {
  readonly waitSeconds: number;
}

/** Nothing is promised, because money is in other orders of this buyer, and the buyer decides about that first. */
export interface MoneyHeld {
  readonly offer: Offer;
  /** `null` if the chosen tier can't be bought now. */
  readonly tier: OfferedTier | null;
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
}

/** What a request leads to: an order that is paid further, a tier that an order is opened for, or a result. */
type OrderDecision =
  | { readonly reused: TierOrderProgress }
  | { readonly bought: Purchase }
  | { readonly result: OpenOrderResult };

/** Money in other orders comes first, whatever the channel sells now. */
function comesFirst(offer: Offer, { isFromScratch, occasion }: OrderRequest): boolean {
  return isFromScratch !== true && occasion.type !== 'reminder' && offer.orders.some(holdsMoney);
}

/** Decides whether a tier can be bought, from what the coins can pay. */
function decidePurchase(offer: Offer, tier: OfferedTier): OrderDecision {
  const leastCents = minimumAbove(tier.priceCents, offer);
  return leastCents === undefined
    ? { bought: { tier, cancelled: offer.cancelled.find(isFor(tier)) } }
    : { result: { priceCents: tier.priceCents, leastCents } };
}

/** Decides what a request leads to, from what the channel offers and what its buyer has ordered. */
export function decideRequest(offer: Offer | undefined, request: OrderRequest): OrderDecision {
  if (offer === undefined) return { result: 'not_offered' };
  if (offer.isHandled) return { result: 'promised' };
  const chosen = request.choose(offer);
  const known = chosen && (isOrder(chosen) ? chosen : openOrderOf(offer, chosen));
  if (known?.isPending) return { result: 'pending' };
  const isSelling = !offer.isBanned && !offer.isPaused;
  if (comesFirst(offer, request)) {
    const tier = isSelling && !offer.isUnpayable && chosen && !isOrder(chosen) ? chosen : null;
    return { result: { offer, tier } };
  }
  if (!isSelling) return { result: offer.isBanned ? 'banned' : 'paused' };
  if (chosen === undefined) return { result: 'not_offered' };
  if (offer.isUnpayable) return { result: 'unpayable' };
  if (isOrder(chosen)) return { reused: chosen };
  // From scratch means the whole price, so an order with a part of it is closed instead of paid further.
  const isReused = known !== undefined && !(request.isFromScratch && known.receivedCents > 0);
  return isReused ? { reused: known } : decidePurchase(offer, chosen);
}
