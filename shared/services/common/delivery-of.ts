import { correlationId } from '../../logger';
import type { Delivery } from '../../database/common/inbox';

/** The current delivery, under the correlation id of the request that brought it. */
export const deliveryOf = (source: Delivery['source'], deliveryId: string, payload?: unknown): Delivery => ({
  source,
  deliveryId,
  correlationId: correlationId() ?? 'none',
  ...(payload !== undefined && { payload }),
});

/** The delivery under the current correlation id, which an order may have replaced since. */
export const underCurrentId = (delivery: Delivery): Delivery => ({
  ...delivery,
  correlationId: correlationId() ?? delivery.correlationId,
});
