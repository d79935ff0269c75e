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
  readonly amountCents: number;
  readonly coin: string | null;
  readonly paymentId: number | null;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
  /** What a paid order counts in the figures, and before that what counts toward its price; `null` if nothing came. */
  readonly receivedCents: number | null;
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
  readonly provenCents: number;
  readonly decision: Decision | null;
  readonly creditedCents: number | null;
  readonly creditedAt: Date | null;
  readonly refundedCents: number | null;
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
  readonly graceHours: number;
  readonly now: Date;
}

export interface ExportedRows {
  readonly orders: ExportedOrder;
  readonly payments: ExportedPayment;
  readonly members: ExportedMember;
}
