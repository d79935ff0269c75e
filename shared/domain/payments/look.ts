import { RANK } from './payment';
import type { PaymentStatus } from './payment-status';

/** The most calls of a payment provider in one look at an order, so that no order uses up the rate limit of all. */
export const MOST_CALLS = 50;
/** The most calls at the same time. */
export const CALLS_AT_ONCE = 4;
/** Of the calls of a look, at most this many list the payments of an invoice; the others ask about one payment each. */
export const MOST_LISTS = 10;
/** A log-in, and another one if its token ended early. */
export const LOG_INS = 2;

/** More than any honest order has. Above it, only an operator's command asks about an order. */
export const MOST_PAYMENTS = 100;

/** A payment of an order, as far as asking about it is concerned. */
export interface AskablePayment {
  readonly paymentId: number;
  readonly paymentStatus: PaymentStatus;
  /** When it was last asked about in a look that could not ask about all, in epoch milliseconds. */
  readonly askedAt: number | null;
}

/**
 * The payments that can still change, in the order in which to ask: those that a look left out first, then the furthest
 * and newest.
 */
export const paymentsToAsk = (payments: readonly AskablePayment[]): number[] =>
  payments
    .filter(({ paymentStatus }) => paymentStatus !== 'refunded')
    .sort(
      (a, b) =>
        (a.askedAt ?? 0) - (b.askedAt ?? 0) ||
        RANK[b.paymentStatus] - RANK[a.paymentStatus] ||
        b.paymentId - a.paymentId,
    )
    .map(({ paymentId }) => paymentId);
