import { correlationId } from '../logger';
import type { Delivery } from '../database/inbox';

/** The delivery that is being handled, under the correlation id of the request that brought it. */
export const deliveryOf = (source: Delivery['source'], deliveryId: string, payload?: unknown): Delivery => ({
  source,
  deliveryId,
  correlationId: correlationId() ?? 'none',
  ...(payload !== undefined && { payload }),
});
