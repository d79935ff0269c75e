import type { OpenChannelId } from '../common/ids';
import type { DonorWishes } from '../common/anonymous-payer';
import type { Payer } from '../messages/parts';
import type { Exception, Order, Payment, PaymentStanding } from './payment';
import type { Extension } from '../common/subscription';

/** One buyer's access to one channel, with what a decision about it needs. */
export interface PaidAccess {
  readonly openChannelId: OpenChannelId;
  readonly userId: number;
  readonly graceHours: number;
  /** Epoch milliseconds; `null` while nothing is paid for. */
  readonly paidUntil: number | null;
  readonly extensions: readonly Extension[];
  readonly version: number;
}

/** The channel of an order, with what notifying its owner needs. */
export interface SellingChannel {
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  readonly ownerUserId: number;
  readonly notificationsEnabled: boolean;
  /** True if the owner is told about each sale; otherwise only the daily digest reports them. */
  readonly notifyEachSale: boolean;
  readonly notificationsChatId: number | null;
  readonly timeZone: string;
}

/** A payment as it is stored, with the last verdict on it. An orphan came before the payment that it belongs to. */
export interface StoredPayment extends Payment {
  readonly standing?: PaymentStanding | 'orphan';
  readonly exception?: Exception;
  /** When an orphan last changed, as the database writes it; `null` for other payments. */
  readonly orphanedAt?: string | null;
}

/** Everything known that a decision about the payments of an order needs. */
export interface PaymentCase {
  readonly order: Order;
  readonly channel: SellingChannel;
  /** Who paid. For an owner's eyes, take `payerForOwner`. */
  readonly payer: Payer;
  /** What a donor chose; absent or `null` for a subscription. */
  readonly donor?: DonorWishes | null;
  readonly payments: readonly StoredPayment[];
  /** The payer's access to the channel; `null` for a donation, which never gives access. */
  readonly access: PaidAccess | null;
  /** The database's clock. */
  readonly now: Date;
}
