import type { OrderReference } from '../domain/common/ids';
import { orderIdIn } from '../domain/payments/order-id';

const ORDER_ID = /"order_id"\s*:\s*"(PGP-[^"\\]{1,100})"/;

/** The order that the body of an IPN names. Reads it without parsing, because its sender may be a stranger. */
export function orderNamedIn(rawBody: Buffer): OrderReference | undefined {
  const [, orderId = null] = ORDER_ID.exec(rawBody.toString('latin1')) ?? [];
  return orderIdIn(orderId)?.reference;
}
