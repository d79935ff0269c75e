import type { Cents, OpenChannelId, OrderReference } from '../../common/ids';
import type { Item } from '../../messages/parts';
import type { LeastPayable } from './minimums';
import type { PayableNow } from './ways-to-pay';

/** An order with what is needed to create its invoice. */
export interface OrderToInvoice extends LeastPayable, Pick<PayableNow, 'isRenewing'> {
  readonly reference: OrderReference;
  /** True if an invoice for it makes sense. */
  readonly mayBePaid: boolean;
  readonly userId: number;
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  readonly item: Item;
  readonly amountCents: Cents;
  readonly ownerUserId: number;
  readonly priceStars: number | null;
  /** What remains to be paid. */
  readonly remainingCents: Cents;
  /** The invoice for exactly that amount, if there is one already. */
  readonly invoiceUrl: string | null;
  /** The attempt at it, counted over all requests for this amount; `null` if another caller may create it now. */
  readonly claim: number | null;
  /** How long an invoice waits because of questions about coins, in seconds. */
  readonly quietSeconds: number;
  /** Whether the provider has just called this amount too small, and whether the coins have answered since. */
  readonly tooSmall: 'awaiting' | 'answered' | null;
  /** When the buyer's current access ends, in epoch milliseconds. */
  readonly paidUntil: number | null;
}
