import type { TalkFacts } from './talk';

/** A message that was accepted and not delivered yet. */
export interface Relay extends Pick<
  TalkFacts,
  'order' | 'openChannelId' | 'buyer' | 'ownerId' | 'isBuyerBlocked' | 'isOwnerBlocked'
> {
  readonly relayId: string;
  readonly writerId: number;
  readonly isFromBuyer: boolean;
  readonly text: string;
}

/**
 * The user who gets a message, as things are now: the owner may be another one, or the reader may have blocked the writer, since it
 * was written. `undefined`: nobody.
 */
export function recipientOf(relay: Omit<Relay, 'order' | 'text'>): number | undefined {
  const { isFromBuyer, writerId, buyer, ownerId, isBuyerBlocked, isOwnerBlocked } = relay;
  if (buyer.userId === ownerId || writerId !== (isFromBuyer ? buyer.userId : ownerId)) return undefined;
  if (isFromBuyer ? isBuyerBlocked : isOwnerBlocked) return undefined;
  return isFromBuyer ? ownerId : buyer.userId;
}
