import type { Cents, OpenChannelId, OrderReference } from '../common/ids';
import type { Decision, Exception } from '../payments/payment';
import type { AboutOrder, Payer, Received } from './parts';

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

/** A payment that its owner has to decide about. */
export interface OddPayment extends AboutOrder, Received {
  readonly type: 'odd_payment';
  readonly news: PayerNews;
  readonly paymentId: number;
  readonly payer: Payer;
  /** What the owner may answer now. */
  readonly answers: readonly CaseAnswer[];
}

/** News of a payment for the person who made it. */
export type PayerNews =
  'seen' | 'failed' | 'expired' | 'refunded' | 'credited' | Exclude<Exception, 'none' | 'over'>;

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
  | OddPayment
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
