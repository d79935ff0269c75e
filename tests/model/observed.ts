import type { Decision, OrderState, PaymentStanding } from '../../shared/domain/payments/payment';

/** All that the database holds of one buyer. */
export interface Observed {
  readonly now: number;
  readonly paidUntil: number | null;
  readonly graceHours: number;
  readonly orders: readonly SeenOrder[];
  readonly payments: readonly SeenPayment[];
  readonly extensions: readonly SeenExtension[];
  readonly invoices: readonly string[];
  readonly links: readonly SeenLink[];
}

export interface SeenOrder {
  readonly reference: string;
  readonly state: OrderState;
  readonly amountCents: number;
  readonly days: number;
  /** NOWPayments is still asked about it. */
  readonly isWatched: boolean;
  /** A word to the owner that it was paid was sent, or came too late to be. */
  readonly isOwnerTold: boolean;
}

export interface SeenPayment {
  readonly paymentId: number;
  readonly reference: string;
  readonly standing: PaymentStanding;
  readonly exception: string;
  readonly settles: boolean;
  readonly decision: Decision | null;
}

export interface SeenExtension {
  readonly reference: string;
  readonly paymentId: number | null;
  readonly days: number;
  readonly grantedAt: number;
  readonly isRevoked: boolean;
}

/** A link that is not revoked. */
export interface SeenLink {
  readonly inviteLink: string;
  readonly expiresAt: number;
}
