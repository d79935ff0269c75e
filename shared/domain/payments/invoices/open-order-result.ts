import type { Cents } from '../../common/ids';
import type { OfferedTier } from '../../messages/offer';
import type { Offer } from './offer';

/**
 * The invoice is promised, or the question how to pay; the tier is not sold (or no longer); the channel is paused; the bot can't let
 * anybody in at the moment; the owner banned the buyer; the buyer has access for ever; no
 * coin is switched on; or a payment of such an order is pending, so nothing should be paid a second time.
 */
export type OpenOrderResult =
  | 'promised'
  | 'asked'
  | 'not_offered'
  | 'paused'
  | 'stopped'
  | 'banned'
  | 'for_ever'
  | 'unpayable'
  | 'pending'
  | TooSmall
  | TooMany
  | MoneyHeld;

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
