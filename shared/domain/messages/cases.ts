import type { Cents, OpenChannelId } from '../common/ids';
import type { CaseDecision } from '../payments/payment';
import type { PaymentStatus } from '../payments/payment-status';
import type { RefundRefusal, RefundState } from '../stars/refunds';
import type { Note } from './answers';
import type { AboutOrder, OfChannel, Payer, Received } from './parts';
import type { PayerNews } from './payments';

/** A payment that needs its owner's decision. */
export interface OddPayment extends AboutOrder, Received {
  readonly type: 'odd_payment';
  readonly news: PayerNews;
  readonly paymentId: number;
  readonly payer: Payer;
  /** The answers that the owner may give now. */
  readonly answers: readonly CaseAnswer[];
  /** Absent, here and below, in messages that an older version stored. */
  readonly openChannelId?: OpenChannelId;
  readonly status?: PaymentStatus;
  /** What came, in US cents; `null` if nobody knows. */
  readonly worthCents?: Cents | null;
  /** What the order's invoice asked for; `null` if no coin was chosen for it. */
  readonly asked?: Coins | null;
  /** True if the order is paid by something else. */
  readonly isPaid?: boolean;
  /** True if it counts toward the price without a decision. */
  readonly isCounted?: boolean;
  /** True if it is what is left of an order of which another part was sent back. */
  readonly isRemainder?: boolean;
  /** True if the payer has an invoice for the missing rest. */
  readonly isRestInvoiced?: boolean;
  /** True if a refund is ours to make. */
  readonly isRefundedByUs?: boolean;
}

/** An amount of one coin. */
export interface Coins {
  readonly amountCrypto: string;
  readonly cryptoCurrency: string;
}

/** A payment that we send back when its owner says so. */
export interface Refundable extends Coins {
  readonly paymentId: number;
  readonly isAsked: boolean;
  /** Epoch milliseconds. */
  readonly seenAt: number;
}

/** An answer that an owner may give about an odd payment, and what it would do. */
export type CaseAnswer =
  | { readonly decision: 'accept' | 'refund' | 'wait' }
  /** Nobody knows what came: the owner may say it. */
  | { readonly decision: 'type' }
  /**
   * Counts toward an order while it is open (`days` 0), otherwise as so many more days, or as one more donation (0).
   */
  | { readonly decision: 'credit'; readonly worthCents: Cents | null; readonly days: number };

/** Messages about an odd payment, from the question to the decision. */
export type CaseMessage =
  | OddPayment
  /** Replaces an odd payment after the decision. */
  | ({
      readonly type: 'case_decided';
      readonly paymentId: number;
      readonly decision: CaseDecision;
      /** Absent in decisions that an older version stored. */
      readonly openChannelId?: OpenChannelId;
      /** What the payment counts for, if it was counted and that is known. */
      readonly worthCents?: Cents;
      /** Like `worthCents`, of a payment in Stars. */
      readonly worthStars?: number;
      /** True if the owner may still say what the coins were worth. */
      readonly isWorthUnknown?: boolean;
    } & AboutOrder)
  /** Asks if the owner really sent the money back, before anybody is told. */
  | ({
      readonly type: 'refund_question';
      readonly paymentId: number;
      readonly openChannelId: OpenChannelId;
    } & AboutOrder &
      Received);

/** What managers read about a refund that is ours to make. */
export type RefundMessage =
  /** Asks once more before we send a payment back, and shows how far that is. */
  | ({
      readonly type: 'refund_page';
      readonly note: Note | null;
      readonly paymentId: number;
      /** Who gets it. */
      readonly payer: Payer;
      readonly state: RefundState;
      /** Why it was not made, if it was asked for and refused. */
      readonly refusal: RefundRefusal | null;
      /** True if it gives access, which ends with it. */
      readonly givesAccess: boolean;
      /** True if it renews by itself, which ends with it. */
      readonly renews: boolean;
    } & AboutOrder &
      OfChannel &
      Coins)
  /** Tells a manager that a payment was sent back, as they asked. */
  | ({ readonly type: 'refund_done' } & AboutRefund)
  /** Tells who asked that a payment was not sent back. */
  | ({ readonly type: 'refund_refused'; readonly refusal: RefundRefusal } & AboutRefund);

/** A payment that a manager asked to send back. */
type AboutRefund = AboutOrder &
  Coins & {
    readonly paymentId: number;
    readonly openChannelId: OpenChannelId;
    readonly payer: Payer;
  };
