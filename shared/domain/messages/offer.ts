import type { Phase } from '../common/subscription';
import type { Cents, ClosedChannelId, OpenChannelId } from '../common/ids';
import type { PlaceKind } from '../places/place';
import type { ToldProgress } from '../payments/invoices/order-progress';
import type { AboutOrder, StoryEvent } from './parts';
import type { ShownRenewal } from '../stars/renewal-message';

/** A tier as the offer shows it; `position` counts from 1. */
export interface OfferedTier {
  readonly position: number;
  readonly name: string;
  readonly priceCents: Cents;
  /** Absent or `null`: it can't be bought with Stars. */
  readonly priceStars?: number | null;
  readonly days: number;
}

/** A buyer's subscription to one channel. */
export interface MySubscription {
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  readonly phase: Phase;
  /** Epoch milliseconds. */
  readonly paidUntil: number;
  readonly graceHours: number;
  /** What the main place is. Absent or `null`: a channel. */
  readonly kind?: PlaceKind | null;
  /** Absent or `null`: there is one place. */
  readonly places?: readonly MyPlace[] | null;
  /** Absent or `null`: it never renewed by itself. */
  readonly renewal?: ShownRenewal | null;
}

/** One of several places of what a buyer bought. */
export interface MyPlace {
  readonly chatId: ClosedChannelId;
  readonly isMain: boolean;
  readonly title: string;
  readonly kind: PlaceKind;
  /** They are in, or aren't, and why not if it is known. */
  readonly state: 'in' | 'out' | 'too_many_chats' | 'owner_told' | 'trying';
}

/** An order in its buyer's own list. What is absent was not stored by an older version. */
export interface MyOrder extends AboutOrder, ToldProgress {
  /** Epoch milliseconds. */
  readonly createdAt?: number;
  /** Where the same can be had again; `null` if its owner banned this buyer. */
  readonly openChannelId?: OpenChannelId | null;
  /** This buyer has access to the channel now. */
  readonly hasAccess?: boolean;
  /** This access never ends, so there is nothing left to pay. */
  readonly hasForEver?: boolean;
}

/** Messages about what is for sale, and what the reader has bought. */
export type OfferMessage =
  | {
      readonly type: 'channel_list';
      /** Absent in rows of the previous release. */
      readonly botUsername?: string;
      readonly channels: readonly {
        readonly openChannelId: OpenChannelId;
        readonly title: string;
        /** No access is sold at the moment. Absent: it is. */
        readonly isStopped?: boolean;
        /** Of the main place. Absent if there is none, and in rows of older versions. */
        readonly kind?: PlaceKind | null;
      }[];
      /** Counts from 1. */
      readonly page: number;
      readonly pages: number;
    }
  | {
      readonly type: 'channel_page';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      /** Of the main place. Absent if there is none, and in rows of older versions. */
      readonly kind?: PlaceKind | null;
      readonly description: string;
      readonly tiers: readonly OfferedTier[];
      /** Its owner has paused sales. Absent: it is on sale. */
      readonly isPaused?: boolean;
      /** The bot can't let anybody in at the moment, so no tier is sold. Absent: it can. */
      readonly isStopped?: boolean;
      /** No coin can pay at the moment. Absent: some can. */
      readonly isUnpayable?: boolean;
      /** No coin can pay at the moment, and Stars can: the tiers are those that they can buy. */
      readonly isForStarsAlone?: true;
      /** Epoch milliseconds while this buyer has access, else `null`. */
      readonly paidUntil: number | null;
      /** That access renews by itself. Absent: it doesn't. */
      readonly isRenewing?: boolean;
      /** This buyer's unpaid orders with money in them, newest first. Absent: none. */
      readonly held?: readonly MyOrder[];
    }
  /** The answer to a tier: money is in another order of this buyer, so that one comes first. */
  | {
      readonly type: 'money_held';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      readonly held: readonly MyOrder[];
      /** The tier that was chosen. `null` if it can't be bought now. */
      readonly tier: OfferedTier | null;
      /** No coin can pay at the moment. Absent: some can. */
      readonly isUnpayable?: boolean;
    }
  /** The post in the public channel: each tier links to the bot. */
  | {
      readonly type: 'offer_post';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      readonly description: string;
      readonly tiers: readonly OfferedTier[];
      readonly botUsername: string;
      /** The bot can't let anybody in at the moment, so no tier is sold. Absent: it can. */
      readonly isStopped?: boolean;
    }
  /** Replaces a post that is too old to be deleted. */
  | { readonly type: 'post_retired'; readonly isReplaced: boolean }
  | {
      readonly type: 'my_subscriptions';
      readonly subscriptions: readonly MySubscription[];
      readonly orders: readonly MyOrder[];
    }
  | ({
      readonly type: 'order_story';
      readonly events: readonly StoryEvent[];
    } & MyOrder);
