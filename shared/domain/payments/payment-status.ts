/** Every status of a payment that is known. Each rail says its own in these words. */
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

/** `unknown` is any other status. It is stored and shown, and decides nothing. */
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number] | 'unknown';

/** Reads a status exactly as sent, because a status that merely resembles `finished` must not settle an order. */
export function paymentStatusOf(rawStatus: string): PaymentStatus {
  return PAYMENT_STATUSES.find((status) => status === rawStatus) ?? 'unknown';
}
