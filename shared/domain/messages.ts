import type { Cents, OpenChannelId, OrderReference } from './ids';
import type { Exception } from './judge-payments';

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
}

/** A donation as its owner is told of it. */
export interface DonationReceived extends Received {
  readonly type: 'donation_received';
  readonly title: string;
  readonly openChannelId: OpenChannelId;
  readonly payer: Payer;
  readonly amountCents: Cents;
  /** ISO 8601, UTC. */
  readonly paidAt: string;
}

/** News of a payment for the person who made it. */
export type PayerNews =
  'seen' | 'failed' | 'expired' | 'refunded' | Exclude<Exception, 'none' | 'over' | 'late'>;

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
      readonly type: 'pay_now';
      readonly reference: OrderReference;
      readonly title: string;
      readonly amountCents: Cents;
      readonly invoiceUrl: string;
    }
  | { readonly type: 'invoice_delayed'; readonly amountCents: Cents }
  | {
      readonly type: 'invoice_refused';
      readonly reference: OrderReference;
      readonly openChannelId: OpenChannelId;
      readonly amountCents: Cents;
      /** The least that some coin can pay now, where that was the reason. */
      readonly leastCents: Cents | null;
    }
  | {
      readonly type: 'thanks';
      readonly reference: OrderReference;
      readonly title: string;
      readonly amountCents: Cents;
      readonly exception: Exception;
    }
  | ({
      readonly type: 'payment_news';
      readonly news: PayerNews;
      readonly reference: OrderReference;
      readonly title: string;
      readonly amountCents: Cents;
    } & Received)
  | ({
      readonly type: 'odd_payment';
      readonly news: PayerNews;
      readonly reference: OrderReference;
      readonly title: string;
      readonly amountCents: Cents;
      readonly paymentId: number;
      readonly payer: Payer;
    } & Received)
  | DonationReceived
  | {
      readonly type: 'donate_post';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      readonly donationMessage: string;
    }
  | {
      readonly type: 'order_status';
      readonly reference: OrderReference;
      readonly state: string;
      readonly title: string;
      readonly amountCents: Cents;
    };
