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
  readonly state: OrderState;
  readonly amountCents: number;
  readonly days: number;
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
