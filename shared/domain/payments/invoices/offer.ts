import type { Cents, OpenChannelId, OrderReference } from '../../common/ids';
import type { OfferedTier } from '../../messages/offer';
import type { PlaceKind } from '../../places/place';
import type { OrderProgress } from './order-progress';
import type { PayableNow } from './ways-to-pay';

/** An order of one buyer for a tier of a channel: open, or closed with money in it. */
export interface TierOrderProgress extends OrderProgress {
  readonly reference: OrderReference;
  readonly correlationId: string | null;
  readonly tierName: string;
  readonly days: number;
  readonly amountCents: Cents;
  /** `null`: it can't be paid in Stars. */
  readonly priceStars: number | null;
}

/** An order of one buyer that was cancelled, and that no money ever came for. */
export interface CancelledOrder {
  readonly reference: OrderReference;
  readonly correlationId: string | null;
  readonly version: number;
  readonly tierName: string;
  readonly days: number;
  readonly amountCents: Cents;
}

/** What a channel offers to one buyer. */
export interface Offer extends PayableNow {
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  /** What its main place is. `null`: it has none. */
  readonly kind: PlaceKind | null;
  readonly description: string;
  readonly graceHours: number;
  /** None if there is no private channel to let a buyer into. */
  readonly tiers: readonly OfferedTier[];
  /** This buyer's orders for any tier that the channel has or had, newest first. */
  readonly orders: readonly TierOrderProgress[];
  /** This buyer's newest cancelled order for each tier that is sold. It is opened again instead of another one. */
  readonly cancelled: readonly CancelledOrder[];
  /** When this buyer's access ends or ended, in epoch milliseconds. */
  readonly endsAt: number | null;
  readonly isActive: boolean;
  /** The owner sells nothing at the moment. */
  readonly isPaused: boolean;
  /** The bot can't let anybody in at the moment, so nothing is sold. */
  readonly isStopped: boolean;
  /** This buyer's access renews by itself. */
  readonly isRenewing: boolean;
  /** The owner banned the buyer, so nothing is sold to them. */
  readonly isBanned: boolean;
  /** The operator takes Stars for its owner. Otherwise, no tier or order here has a price in Stars. */
  readonly takesStars: boolean;
  /** The tier that the buyer paid for last, if it is still sold. */
  readonly lastPosition: number | null;
  readonly isHandled: boolean;
}
