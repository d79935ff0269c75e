/** Every `payment_status` NOWPayments documents. */
export const PAYMENT_STATUSES = [
  'waiting',
  'confirming',
  'confirmed',
  'sending',
  'partially_paid',
  'finished',
  'failed',
  'refunded',
  'expired',
] as const;

/** `unknown` is a word we were never told the meaning of: it is stored and shown, and decides nothing. */
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number] | 'unknown';

/** Reads a status as sent. Exact, since a status that is almost `finished` must not settle an order. */
export function paymentStatusOf(rawStatus: string): PaymentStatus {
  return PAYMENT_STATUSES.find((status) => status === rawStatus) ?? 'unknown';
}
