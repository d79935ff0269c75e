import type { RailName } from '../common/rails';
import type { OrderReference } from '../common/ids';
import type { Decision, Exception, OrderState } from '../payments/payment';

/** The tables that an owner can export. */
export const EXPORTS = ['orders', 'payments', 'members'] as const;
export type ExportName = (typeof EXPORTS)[number];

/** An order of a channel, as stored. Times are the database's. */
export interface ExportedOrder {
  readonly reference: OrderReference;
  readonly kind: 'subscription' | 'donation';
  readonly state: OrderState;
  /** `null` if a donor stays anonymous. */
  readonly userId: number | null;
  readonly username: string | null;
  readonly tierName: string | null;
  readonly tierDays: number | null;
  /** `null` for a donation in Stars. */
  readonly amountCents: number | null;
  /** The price in Stars; `null` if Stars can't pay it. */
  readonly priceStars: number | null;
  readonly coin: string | null;
  readonly paymentId: number | null;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
  /** What a paid order counts in the figures, and before that what counts toward its price; `null` if nothing came. */
  readonly receivedCents: number | null;
  /** What came in Stars; `null` if it wasn't paid in Stars. */
  readonly receivedStars: number | null;
}

/** A payment for an order of a channel. Amounts of coin are decimal strings. */
export interface ExportedPayment {
  readonly paymentId: number;
  readonly reference: OrderReference;
  readonly paymentStatus: string;
  readonly exception: Exception;
  readonly standing: string;
  readonly coin: string | null;
  readonly payAmount: string | null;
  readonly actuallyPaid: string | null;
  readonly priceAmount: string | null;
  readonly priceCurrency: string | null;
  readonly outcomeAmount: string | null;
  readonly outcomeCurrency: string | null;
  /** `null` for Stars, which prove no dollars. */
  readonly provenCents: number | null;
  readonly rail: RailName;
  readonly decision: Decision | null;
  readonly creditedCents: number | null;
  readonly creditedStars: number | null;
  readonly creditedAt: Date | null;
  readonly refundedCents: number | null;
  readonly refundedStars: number | null;
  readonly refundedAt: Date | null;
  readonly firstSeenAt: Date;
}

/** A user who was ever given access to a channel, or was seen in it. */
export interface ExportedMember {
  readonly userId: number;
  readonly username: string | null;
  /** Their membership status, as Telegram reported it last; `null` if it never did. */
  readonly status: string | null;
  readonly origin: string | null;
  readonly paidUntil: Date | null;
  /** Without access for ever. */
  readonly daysGranted: number;
  readonly firstGrantedAt: Date | null;
  readonly removedAt: Date | null;
  /** How many channels and groups the offer opens, and in how many of them they are. */
  readonly places: number;
  readonly insidePlaces: number;
  /** Their status in each, `Signals VIP: member; Talk: left`. `null`: the offer has none. */
  readonly statuses: string | null;
  /** Until when other offers let them into the main place. `null`: none does. */
  readonly otherOffersUntil: Date | null;
  readonly graceHours: number;
  readonly now: Date;
}

export interface ExportedRows {
  readonly orders: ExportedOrder;
  readonly payments: ExportedPayment;
  readonly members: ExportedMember;
}
