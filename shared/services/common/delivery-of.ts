import { correlationId } from '../../logger';
import type { Delivery } from '../../database/common/inbox';

/** The delivery that is being handled, under the correlation id of the request that brought it. */
export const deliveryOf = (source: Delivery['source'], deliveryId: string, payload?: unknown): Delivery => ({
  source,
  deliveryId,
  correlationId: correlationId() ?? 'none',
  ...(payload !== undefined && { payload }),
});

/** The same delivery, once what it is about has brought a correlation id of its own. */
export const underCurrentId = (delivery: Delivery): Delivery => ({
  ...delivery,
  correlationId: correlationId() ?? delivery.correlationId,
});
