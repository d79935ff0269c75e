import type { OpenChannelId, OrderReference, UserId } from '../common/ids';
import { isChannelId, isOrderReference, isUserId, parseOpenChannelId } from '../common/ids';

/** The payer and the channel of an order, as a provider carries them for us. */
export interface OrderId {
  readonly userId: UserId;
  readonly openChannelId: OpenChannelId;
  /** Absent in the predecessor's ids, which repeated for every purchase by the same user in the same channel. */
  readonly reference?: OrderReference;
}

export type MalformedOrderIdReason = 'shape' | 'user_id' | 'open_channel_id' | 'reference';

/** An `order_id` that isn't ours, or that would contain an invalid part. The message leaves its text out. */
export class MalformedOrderId extends Error {
  override readonly name = 'MalformedOrderId';
  readonly reason: MalformedOrderIdReason;

  constructor(reason: MalformedOrderIdReason) {
    super(`malformed order id: ${reason}`);
    this.reason = reason;
  }
}

/**
 * `PGP-{user_id}|{open_channel_id}|{reference}`, separated by `|` because `-` once swallowed the sign of the channel.
 * Restores the sign of a channel id that lost it; `corrected` is for the log.
 */
export function formatOrderId(parts: Required<OrderId>): { orderId: string; corrected: boolean } {
  const { userId, openChannelId, reference } = parts;
  const corrected = openChannelId > 0;
  const channelId = -Math.abs(openChannelId);
  if (!isUserId(userId)) throw new MalformedOrderId('user_id');
  if (!isChannelId(channelId)) throw new MalformedOrderId('open_channel_id');
  if (!isOrderReference(reference)) throw new MalformedOrderId('reference');
  return { orderId: `PGP-${userId}|${channelId}|${reference}`, corrected };
}

const CURRENT = /^PGP-([^|]*)\|([^|]*)(?:\|([^|]*))?$/;
const ANCIENT = /^PGP-(\d+)-(-?)(\d+)$/;

/** Reads an `order_id` of any age: ours, the predecessor's, and its first form, which lost the sign of the channel. */
export function parseOrderId(text: string): OrderId {
  const ancient = ANCIENT.exec(text);
  const current = CURRENT.exec(text);
  if (ancient) return orderIdFrom(ancient[1], `-${ancient[3] ?? ''}`);
  if (current) return orderIdFrom(current[1], current[2], current[3]);
  throw new MalformedOrderId('shape');
}

/** Reads the `order_id` of a payment. `undefined` if it has none, or not one of ours. */
export function orderIdIn(text: string | null): OrderId | undefined {
  try {
    return text === null ? undefined : parseOrderId(text);
  } catch (error) {
    if (error instanceof MalformedOrderId) return undefined;
    throw error;
  }
}

function orderIdFrom(userText = '', channelText = '', reference?: string): OrderId {
  const userId = Number(userText);
  if (!/^[1-9]\d*$/.test(userText) || !isUserId(userId)) throw new MalformedOrderId('user_id');
  const openChannelId = parseOpenChannelId(channelText);
  if (openChannelId === undefined) throw new MalformedOrderId('open_channel_id');
  if (reference === undefined) return { userId: userId as UserId, openChannelId };
  if (!isOrderReference(reference)) throw new MalformedOrderId('reference');
  return { userId: userId as UserId, openChannelId, reference };
}
