import type { Decision, OrderState, PaymentStanding } from '../../shared/domain/payments/payment';

/** Everything that the database has about one buyer. */
export interface BuyerState {
  readonly now: number;
  readonly paidUntil: number | null;
  readonly graceHours: number;
  readonly orders: readonly OrderRow[];
  readonly payments: readonly PaymentRow[];
  readonly extensions: readonly ExtensionRow[];
  readonly invoices: readonly string[];
  readonly links: readonly LinkRow[];
}

export interface OrderRow {
  readonly reference: string;
  readonly kind: 'subscription' | 'donation';
  readonly state: OrderState;
  readonly amountCents: number;
  /** What counts toward its price. */
  readonly receivedCents: number;
  /** What it counts in every figure; `null`: it was never settled. */
  readonly incomeCents: number | null;
  /** The same, of Stars; `null`: none settled it. */
  readonly incomeStars: number | null;
  /** `null` for a donation. */
  readonly days: number | null;
  readonly invoiceIds: readonly string[];
  /** NOWPayments is still asked about it. */
  readonly isWatched: boolean;
  /** The owner's message about the payment was sent, or expired. */
  readonly isOwnerTold: boolean;
}

export interface PaymentRow {
  readonly paymentId: number;
  readonly reference: string;
  readonly standing: PaymentStanding;
  readonly exception: string;
  readonly settles: boolean;
  readonly decision: Decision | null;
  /** What came with it, as every figure counts it. */
  readonly receivedCents: number | null;
  /** What its owner said it was worth. */
  readonly typedCents: number | null;
  /** When its first IPN was taken in. Epoch milliseconds. */
  readonly seenAt: number;
  /** When anything about it changed last. */
  readonly changedAt: number;
  /** A report of it named money. Without one, nothing is known of what its payer sent. */
  readonly isMoneySeen: boolean;
  /** It was under way for a week, and still is. */
  readonly hangs: boolean;
  /** The cases that it was or is, each by a name, whose default is due or behind it. Every clock ends with its default. */
  readonly clocks: readonly string[];
}

export interface ExtensionRow {
  readonly reference: string;
  readonly paymentId: number | null;
  readonly days: number;
  readonly grantedAt: number;
  readonly isRevoked: boolean;
}

/** A link that is not revoked. */
export interface LinkRow {
  readonly inviteLink: string;
  readonly expiresAt: number;
}
