import type { Cents, OpenChannelId, OrderReference } from '../common/ids';
import type { Decision, Exception } from '../payments/payment';
import type { AboutOrder, Payer, Received } from './parts';

/** Why an invoice is sent. */
export type Occasion =
  | { readonly type: 'purchase' }
  /** A part has arrived, and the invoice is for the rest. */
  | { readonly type: 'rest'; readonly receivedCents: Cents }
  | {
      readonly type: 'reminder';
      readonly daysLeft: number;
      /** Epoch milliseconds. */
      readonly paidUntil: number;
      readonly graceHours: number;
    };

/** A donation, as its owner is told about it. */
export interface DonationReceived extends Received {
  readonly type: 'donation_received';
  readonly title: string;
  readonly openChannelId: OpenChannelId;
  readonly payer: Payer;
  readonly amountCents: Cents;
  /** ISO 8601, UTC. */
  readonly paidAt: string;
  /** The channel's time zone; absent, here and below: UTC. */
  readonly timeZone?: string;
  readonly exception?: Exception;
}

/** A sold subscription, as its owner is told about it. */
export interface SubscriptionSold extends Received {
  readonly type: 'subscription_sold';
  /** Absent if another service reports the sale. */
  readonly reference?: OrderReference;
  readonly title: string;
  readonly openChannelId: OpenChannelId;
  readonly payer: Payer;
  /** `null`, here and below, if another service reports the sale and does not say. */
  readonly tierName: string | null;
  /** Absent: the price is what was paid. */
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

/** A payment of a type that only the service that reports it knows. */
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

/** A payment that needs its owner's decision. */
export interface OddPayment extends AboutOrder, Received {
  readonly type: 'odd_payment';
  readonly news: PayerNews;
  readonly paymentId: number;
  readonly payer: Payer;
  /** The answers that the owner may give now. */
  readonly answers: readonly CaseAnswer[];
}

/** News about a payment for the person who made it. */
export type PayerNews =
  'seen' | 'failed' | 'expired' | 'refunded' | 'credited' | Exclude<Exception, 'none' | 'over'>;

/** Messages about money, from the invoice to the decision about an odd payment. */
export type MoneyMessage =
  | ({
      readonly type: 'pay_now';
      /** The amount of the invoice: the price, or what is missing of it. */
      readonly dueCents: Cents;
      readonly invoiceUrl: string;
      readonly occasion: Occasion;
    } & AboutOrder)
  | { readonly type: 'invoice_delayed'; readonly amountCents: Cents }
  | ({
      readonly type: 'invoice_refused';
      readonly openChannelId: OpenChannelId;
      /** The least that some coin can pay now, if that was the reason. */
      readonly leastCents: Cents | null;
    } & AboutOrder)
  /** A part arrived, and the rest is too small to be paid by itself: the owner decides. */
  | ({ readonly type: 'rest_refused'; readonly receivedCents: Cents; readonly restCents: Cents } & AboutOrder)
  | ({ readonly type: 'thanks'; readonly exception: Exception; readonly received: Received } & AboutOrder)
  | ({ readonly type: 'payment_news'; readonly news: PayerNews } & AboutOrder & Received)
  | OddPayment
  /** Replaces an odd payment after the decision. */
  | ({
      readonly type: 'case_decided';
      readonly paymentId: number;
      readonly decision: Decision;
      /** Absent in decisions that an older version stored. */
      readonly openChannelId?: OpenChannelId;
    } & AboutOrder)
  | DonationReceived
  | SubscriptionSold
  | PaymentReceived
  /** An operator or another service tests if this owner can be notified. */
  | {
      readonly type: 'test_notification';
      readonly title: string;
      readonly openChannelId: OpenChannelId;
      /** ISO 8601, UTC. */
      readonly at: string;
    }
  | ({ readonly type: 'order_status'; readonly state: string } & AboutOrder)
  | { readonly type: 'order_cancelled' };

/** An answer that an owner may give about an odd payment, and what it would do. */
export type CaseAnswer =
  | { readonly decision: 'accept' | 'refund' }
  /**
   * Counts toward an order while it is open (`days` 0), otherwise as so many more days, or as one more donation (0).
   */
  | { readonly decision: 'credit'; readonly worthCents: Cents; readonly days: number };
