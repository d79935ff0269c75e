import type { OpenChannelId } from '../common/ids';
import type { Item, Payer } from '../messages/parts';
import type { Order, Payment } from './payment';
import type { Extension } from '../common/subscription';

/** One buyer's access to one channel, as deciding about it needs it. */
export interface PaidAccess {
  readonly openChannelId: OpenChannelId;
  readonly userId: number;
  readonly graceHours: number;
  /** Epoch milliseconds; `null` while nothing is paid for. */
  readonly paidUntil: number | null;
  readonly extensions: readonly Extension[];
  readonly version: number;
}

/** The channel an order belongs to, as far as telling its owner needs it. */
export interface SellingChannel {
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  readonly ownerUserId: number;
  readonly notificationsEnabled: boolean;
  /** Whether each sale is told at once; else the daily digest tells of it. */
  readonly notifyEachSale: boolean;
  readonly notificationsChatId: number | null;
  readonly timeZone: string;
}

/** All that is known when something is to be decided about the payments of an order. */
export interface PaymentCase {
  readonly order: Order & { readonly item: Item };
  readonly channel: SellingChannel;
  readonly payer: Payer;
  readonly payments: readonly Payment[];
  /** The payer's access to the channel; `null` for a donation, which never gives any. */
  readonly access: PaidAccess | null;
  /** The database's clock. */
  readonly now: Date;
}
