import type { Cents, OpenChannelId, OrderReference } from '../common/ids';
import type { OwnerMessage } from './owner';
import type { Decision, Exception, OrderState } from '../payments/payment';
import type { Phase } from '../common/subscription';

/** A donor or buyer as the owner may know them: by @username where there is one, else by id. */
export interface Payer {
  readonly userId: number;
  readonly username: string | null;
}

/** What arrived, as NOWPayments reported it. Decimal strings. */
export interface Received {
  readonly amountCrypto: string | null;
  readonly cryptoCurrency: string | null;
  readonly expectedCrypto: string | null;
  /** What several payments brought together beyond the price, where it was too much. */
  readonly excessCents?: Cents;
}

/** What an order is for. */
export type Item =
  | { readonly kind: 'donation' }
  | { readonly kind: 'subscription'; readonly tierName: string; readonly days: number };

/** What every message about an order says of it. */
interface AboutOrder {
  readonly reference: OrderReference;
  readonly title: string;
  readonly item: Item;
  readonly amountCents: Cents;
}

/** Why an invoice is sent. */
export type Occasion =
  | { readonly type: 'purchase' }
  /** A part has arrived, and the invoice is over what is missing. */
  | { readonly type: 'rest'; readonly receivedCents: Cents }
  | {
      readonly type: 'reminder';
      readonly daysLeft: number;
      /** Epoch milliseconds. */
      readonly paidUntil: number;
      readonly graceHours: number;
    };

/** Why somebody is told of their access, and what was odd about the payment, if it was one. */
export type AccessNews =
  | { readonly type: 'paid'; readonly exception: Exception; readonly received: Received }
  | { readonly type: 'credited' }
  /** The buyer asked for a way in. */
  | { readonly type: 'asked' }
  /** A renewal came while Telegram was removing the member. */
  | { readonly type: 'readmitted' }
  /** The owner gave days without a payment. */
  | { readonly type: 'given'; readonly days: number }
  /** The owner has lifted a ban. */
  | { readonly type: 'unbanned' };

/** A donation as its owner is told of it. */
export interface DonationReceived extends Received {
  readonly type: 'donation_received';
  readonly title: string;
  readonly openChannelId: OpenChannelId;
  readonly payer: Payer;
  readonly amountCents: Cents;
  /** ISO 8601, UTC. */
  readonly paidAt: string;
  /** The channel's; absent, here and below: UTC. */
  readonly timeZone?: string;
  readonly exception?: Exception;
}

/** A subscription as its owner is told of it. */
export interface SubscriptionSold extends Received {
  readonly type: 'subscription_sold';
  /** Absent where another service tells of the sale. */
  readonly reference?: OrderReference;
  readonly title: string;
  readonly openChannelId: OpenChannelId;
  readonly payer: Payer;
  /** `null`, here and below, where another service tells of the sale and does not say. */
  readonly tierName: string | null;
  /** Absent: what was paid is the price. */
  readonly priceCents?: Cents | null;
  readonly days: number | null;
  readonly amountCents: Cents;
  readonly exception: Exception;
  /** ISO 8601, UTC. */
  readonly paidAt: string;
  readonly timeZone?: string;
  /** Epoch milliseconds. */
  readonly paidUntil: number | null;
}

/** A payment of a type that only the service knows which tells of it. */
export interface PaymentReceived extends Received {
  readonly type: 'payment_received';
  /** One short word. */
  readonly paymentType: string;
  readonly title: string;
  readonly openChannelId: OpenChannelId;
  readonly payer: Payer;
  readonly amountCents: Cents;
  /** ISO 8601, UTC. */
  readonly paidAt: string;
}

/** News of a payment for the person who made it. */
export type PayerNews =
  'seen' | 'failed' | 'expired' | 'refunded' | 'credited' | Exclude<Exception, 'none' | 'over'>;

/** A tier as the offer shows it; `position` counts from 1. */
export interface OfferedTier {
  readonly position: number;
  readonly name: string;
  readonly priceCents: Cents;
  readonly days: number;
}

/** What one buyer has of one channel. */
export interface MySubscription {
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  readonly phase: Phase;
  /** Epoch milliseconds. */
  readonly paidUntil: number;
  readonly graceHours: number;
}

/** An order as its buyer sees it in a list. */
export interface MyOrder extends AboutOrder {
  readonly state: OrderState;
  /** Something about a payment of it waits for the owner's word. */
  readonly isParked: boolean;
  /** Money is on its way. */
  readonly isPending: boolean;
}

/** One thing that happened to an order, in the words of the database. */
export interface StoryEvent {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly what: string;
  readonly details: Readonly<Record<string, string | number | null>>;
}

/**
 * Everything the bot ever says, as data: decided here, worded in `telegram/`. It is stored in the outbox until it was
 * said, so it holds all that its wording needs.
 */
export type Message =
  | { readonly type: 'welcome' }
  | { readonly type: 'help' }
  | { readonly type: 'pay_support' }
  | { readonly type: 'terms' }
  | { readonly type: 'not_understood' }
  | { readonly type: 'link_not_understood' }
  | { readonly type: 'channel_unknown' }
  /** Its owner takes nothing for it at the moment. */
  | { readonly type: 'channel_paused' }
  | OfferMessage
  | MoneyMessage
  | AccessMessage
  | OwnerMessage
  | {
      readonly type: 'keypad';
      readonly title: string;
      readonly donationMessage: string;
    }
  | {
      readonly type: 'keypad_confirmed';
      readonly title: string;
      readonly amountCents: Cents;
      /** The invoice, where it is there already. */
      readonly invoiceUrl: string | null;
    }
  | { readonly type: 'keypad_cancelled' }
  | { readonly type: 'keypad_expired'; readonly openChannelId: OpenChannelId }
  | {
      readonly type: 'donate_post';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      readonly donationMessage: string;
    };

/** What is for sale, and what I have. */
export type OfferMessage =
  | {
      readonly type: 'channel_list';
      readonly channels: readonly { readonly openChannelId: OpenChannelId; readonly title: string }[];
      /** Counts from 1. */
      readonly page: number;
      readonly pages: number;
    }
  | {
      readonly type: 'channel_page';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      readonly description: string;
      readonly tiers: readonly OfferedTier[];
      /** Its owner sells nothing at the moment; absent: it is sold. */
      readonly isPaused?: boolean;
      /** Set while this buyer has access: epoch milliseconds. */
      readonly paidUntil: number | null;
    }
  /** The post in the public channel: each tier a link to the bot. */
  | {
      readonly type: 'offer_post';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      readonly description: string;
      readonly tiers: readonly OfferedTier[];
      readonly botUsername: string;
    }
  /** What becomes of a post that is too old to be deleted. */
  | { readonly type: 'post_retired'; readonly isReplaced: boolean }
  | {
      readonly type: 'my_subscriptions';
      readonly subscriptions: readonly MySubscription[];
      readonly orders: readonly MyOrder[];
    }
  | ({
      readonly type: 'order_story';
      readonly state: OrderState;
      readonly events: readonly StoryEvent[];
    } & AboutOrder);

/** The way of money, from the invoice to the decision about what was odd. */
export type MoneyMessage =
  | ({
      readonly type: 'pay_now';
      /** What the invoice is over: the price, or what is missing of it. */
      readonly dueCents: Cents;
      readonly invoiceUrl: string;
      readonly occasion: Occasion;
    } & AboutOrder)
  | { readonly type: 'invoice_delayed'; readonly amountCents: Cents }
  | ({
      readonly type: 'invoice_refused';
      readonly openChannelId: OpenChannelId;
      /** The least that some coin can pay now, where that was the reason. */
      readonly leastCents: Cents | null;
    } & AboutOrder)
  /** A part arrived, and the rest cannot be paid by itself: the owner decides. */
  | ({ readonly type: 'rest_refused'; readonly receivedCents: Cents; readonly restCents: Cents } & AboutOrder)
  | ({ readonly type: 'thanks'; readonly exception: Exception; readonly received: Received } & AboutOrder)
  | ({ readonly type: 'payment_news'; readonly news: PayerNews } & AboutOrder & Received)
  | ({
      readonly type: 'odd_payment';
      readonly news: PayerNews;
      readonly paymentId: number;
      readonly payer: Payer;
      /** What the owner may answer now. */
      readonly answers: readonly CaseAnswer[];
    } & AboutOrder &
      Received)
  /** In place of an odd payment that was decided. */
  | ({
      readonly type: 'case_decided';
      readonly paymentId: number;
      readonly decision: Decision;
      /** Absent in what was decided by an older version. */
      readonly openChannelId?: OpenChannelId;
    } & AboutOrder)
  | DonationReceived
  | SubscriptionSold
  | PaymentReceived
  /** An operator or another service tries whether this owner can be told. */
  | {
      readonly type: 'test_notification';
      readonly title: string;
      readonly openChannelId: OpenChannelId;
      /** ISO 8601, UTC. */
      readonly at: string;
    }
  | ({ readonly type: 'order_status'; readonly state: string } & AboutOrder)
  | { readonly type: 'order_cancelled' };

/** One answer that an owner may give about an odd payment, and what it would do. */
export type CaseAnswer =
  | { readonly decision: 'accept' | 'refund' }
  /** Counts toward the order while it is open (`days` 0), else as so many days more, or as one more donation (0). */
  | { readonly decision: 'credit'; readonly worthCents: Cents; readonly days: number };

interface OfMember {
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  readonly payer: Payer;
}

/** Why somebody who has paid cannot be let in. `too_late`: they never were, and their time is over. */
export type AccessTrouble = 'refused' | 'banned' | 'no_channel' | 'too_late';

/** Why somebody cannot be removed. `unanswered`: Telegram is away; `unclear`: it does as if, and they are in all the same. */
export type RemovalTrouble = 'refused' | 'administrator' | 'unanswered' | 'unclear';

/** Being in, staying in, and leaving. */
export type AccessMessage =
  | {
      readonly type: 'access';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      /** Epoch milliseconds. */
      readonly paidUntil: number;
      /** `null` for who is in already. */
      readonly inviteLink: string | null;
      readonly news: AccessNews;
      readonly reference: OrderReference | null;
    }
  /** Paid, and Telegram does not let us let them in at the moment. */
  | {
      readonly type: 'access_delayed';
      readonly title: string;
      readonly paidUntil: number;
      readonly isOwnerTold: boolean;
    }
  | ({
      readonly type: 'access_trouble';
      readonly trouble: AccessTrouble;
      /** In Telegram's words, where it was Telegram that refused. */
      readonly reason: string;
    } & OfMember)
  | { readonly type: 'join_declined'; readonly openChannelId: OpenChannelId; readonly title: string }
  | {
      readonly type: 'reminder';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      readonly daysLeft: number;
      readonly paidUntil: number;
      readonly graceHours: number;
      /** Nothing can be renewed at the moment; absent: it can. */
      readonly isPaused?: boolean;
    }
  | {
      readonly type: 'access_ended';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      /** They paid, and there never was a way in for them. */
      readonly isOwed: boolean;
    }
  | ({
      readonly type: 'removal_trouble';
      readonly trouble: RemovalTrouble;
      readonly reason: string;
    } & OfMember)
  /** Somebody who was in before access was sold, and whose subscription ended: only the owner's word removes them. */
  | ({ readonly type: 'member_kept' } & OfMember)
  | {
      readonly type: 'removals_braked';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      readonly removed: number;
      /** So many an hour go on all the same. */
      readonly most: number;
    }
  | { readonly type: 'owner_answered'; readonly text: string };
