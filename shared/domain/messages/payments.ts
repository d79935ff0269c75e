import type { Cents, OpenChannelId, OrderReference } from '../common/ids';
import type { RailName } from '../common/rails';
import type { RefusalReason } from '../payments/invoices/invoice-refusal';
import type { ToldProgress } from '../payments/invoices/order-progress';
import type { WayToPay } from '../payments/invoices/ways-to-pay';
import type { Exception } from '../payments/payment';
import type { PaymentStatus } from '../payments/payment-status';
import type { AboutOrder, Occasion, Payer, Received } from './parts';

/** A donation, as its owner is told about it. */
export interface DonationReceived extends Received {
  readonly type: 'donation_received';
  readonly title: string;
  readonly openChannelId: OpenChannelId;
  /** `ANONYMOUS_PAYER` if the donor stays anonymous. */
  readonly payer: Payer;
  /** What the donor wrote to the owner. */
  readonly note?: string;
  /** What came. 0 if nobody knows what the coins are worth. */
  readonly amountCents: Cents;
  /** ISO 8601, UTC. */
  readonly paidAt: string;
  /** The channel's time zone; absent, here and below: UTC. */
  readonly timeZone?: string;
  readonly exception?: Exception;
  /** The same payment was told before, with less. */
  readonly growth?: true;
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
  /** What came of the amount, at most all of it; 0 if unknown. Absent in older rows, and if it was paid in full. */
  readonly receivedCents?: Cents;
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

/** News about a payment for the person who made it. */
export type PayerNews =
  'seen' | 'hanging' | 'failed' | 'expired' | 'refunded' | 'credited' | Exclude<Exception, 'none'>;

/** Messages about money, from the invoice to the sale. For odd payments see `cases.ts`. */
export type MoneyMessage =
  | ({
      readonly type: 'pay_now';
      /** The amount of the invoice: the price, or what is missing of it. */
      readonly dueCents: Cents;
      readonly invoiceUrl: string;
      readonly occasion: Occasion;
    } & AboutOrder)
  /** Asks the buyer how to pay. */
  | ({
      readonly type: 'choose_payment';
      /** `null`: only crypto can pay it. */
      readonly priceStars: number | null;
      readonly ways: readonly WayToPay[];
      readonly occasion: Occasion;
      /** Crypto was asked for and can't pay it. */
      readonly cryptoRefusal?: RefusalReason;
    } & AboutOrder)
  /** What Stars pay: an invoice, or a text with the link to one that renews by itself. */
  | ({
      readonly type: 'star_invoice';
      readonly openChannelId: OpenChannelId;
      readonly priceStars: number;
      readonly payload: string;
      /** `null`: it is paid once. */
      readonly invoiceLink: string | null;
      readonly occasion: Occasion;
      /** There is another way to pay. */
      readonly hasOtherWay: boolean;
    } & AboutOrder)
  /** Telegram makes no invoice in Stars. */
  | ({
      readonly type: 'stars_refused';
      readonly openChannelId: OpenChannelId;
      readonly priceStars: number;
      /** What was asked for. */
      readonly way: WayToPay;
      /** What works instead. */
      readonly ways: readonly WayToPay[];
    } & AboutOrder)
  /** Takes the place of the invoice of a subscription that is paid. */
  | ({
      readonly type: 'order_paid';
      /** What came; 0 if nobody knows what the coins are worth. Absent in older rows: the price. */
      readonly incomeCents?: Cents;
    } & AboutOrder)
  | { readonly type: 'invoice_delayed'; readonly amountCents: Cents }
  | ({
      readonly type: 'invoice_refused';
      readonly openChannelId: OpenChannelId;
      /** The least that some coin can pay now, if that was the reason and it is known. */
      readonly leastCents: Cents | null;
      /** Absent in messages that an older version stored. */
      readonly reason?: RefusalReason;
    } & AboutOrder)
  /** For an owner: the provider refuses to make invoices, so buyers can't pay. */
  | {
      readonly type: 'invoices_refused';
      readonly openChannelId: OpenChannelId;
      /** The channel that most of them were for. */
      readonly title: string;
      /** How many of the owner's channels are concerned. */
      readonly channels: number;
      /** Refused within an hour, for those channels. */
      readonly refusals: number;
      /** The rail of invoices that are not in crypto. Absent: they are. */
      readonly rail?: RailName;
    }
  /** A part arrived, and there is no invoice for the rest: the owner decides. */
  | ({
      readonly type: 'rest_refused';
      readonly receivedCents: Cents;
      readonly restCents: Cents;
      /** Absent, here and below, in older rows. */
      readonly reason?: RefusalReason;
      /** True if the order counts as paid if its owner does not answer for a week. */
      readonly isAcceptedByDefault?: boolean;
    } & AboutOrder)
  | ({
      readonly type: 'thanks';
      /** For the previous release, which may send it during a deploy. */
      readonly exception?: Exception;
      readonly received: Received;
      /** What came; 0 if nobody knows what the coins are worth. Absent in older rows: the whole amount. */
      readonly receivedCents?: Cents;
      /** The same payment was thanked for before, with less. */
      readonly growth?: true;
      /** The donation was thanked for before, and this came on top. */
      readonly isFurther?: true;
    } & AboutOrder)
  | ({
      readonly type: 'payment_news';
      readonly news: PayerNews;
      /** Absent in older rows. */
      readonly status?: PaymentStatus;
      /** It is what is left of an order of which another part was sent back. */
      readonly isRemainder?: true;
      /** Its reader paid, and the order is another user's. */
      readonly isForAnother?: true;
    } & AboutOrder &
      Received)
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
  | ({ readonly type: 'order_status' } & AboutOrder & ToldProgress)
  /** `isUnconfirmed`: a payment of it was seen, and may still arrive. Without the reference in what an older version stored. */
  | {
      readonly type: 'order_cancelled';
      readonly isUnconfirmed?: boolean;
      readonly reference?: OrderReference;
    };
