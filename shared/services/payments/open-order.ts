import type { TelegramPerson } from '../../database/common/chats';
import type { Delivery } from '../../database/common/inbox';
import { findOffer, type Offer, type OfferTier } from '../../database/payments/offers';
import { openOrder } from '../../database/payments/orders';
import { promiseReply } from '../../database/common/replies';
import { promiseAlone } from '../../database/common/outbox';
import type { Database } from '../../database/connection/pool';
import { MONEY_EXPIRES_SECONDS, type Promised } from '../../domain/effects';
import type { Cents, OpenChannelId, OrderReference } from '../../domain/common/ids';
import type { Occasion } from '../../domain/messages/payments';
import { continueUnder } from '../../logger';
import { underCurrentId } from '../common/delivery-of';
import { newReference } from '../common/new-reference';
import { CONFLICT, retryOnConflict } from '../common/retry-on-conflict';

/** Who wants which tier, and why. */
export interface Wanted {
  readonly userId: number;
  readonly openChannelId: OpenChannelId;
  readonly choose: (offer: Offer) => OfferTier | undefined;
  readonly occasion: Occasion;
  /** Makes the promise of this asking one: an update, or a reminder. */
  readonly asking: string;
  readonly by?: { readonly delivery: Delivery; readonly person: TelegramPerson };
}

/**
 * What came of it: its invoice is promised; there is no such tier (any more); its channel is paused; the owner sells nothing
 * to them; or a payment of such an order is under way, and nothing should be paid a second time.
 */
export type Opened = 'promised' | 'not_offered' | 'paused' | 'banned' | 'pending';

function invoiceOf(reference: OrderReference, tier: OfferTier, wanted: Wanted): Promised {
  const receivedCents = tier.order?.receivedCents ?? (0 as Cents);
  // A reminder stays one; it is over what is missing.
  const isRest = receivedCents > 0 && wanted.occasion.type === 'purchase';
  const occasion: Occasion = isRest ? { type: 'rest', receivedCents } : wanted.occasion;
  return {
    effect: {
      kind: 'create_invoice',
      reference,
      amountCents: (tier.priceCents - receivedCents) as Cents,
      occasion,
    },
    key: `${reference}:invoice:${wanted.asking}`,
    expiresInSeconds: MONEY_EXPIRES_SECONDS,
    reference,
  };
}

/** The order that is open already is asked for again: one open order for each buyer and tier. */
async function reuse(database: Database, promised: Promised, { by }: Wanted): Promise<void> {
  if (by === undefined) await promiseAlone(database, [promised]);
  else await promiseReply(database, underCurrentId(by.delivery), { person: by.person, promised: [promised] });
}

/**
 * Opens an order for a tier at today's price, or takes the one that this buyer has open, and promises its invoice. What
 * was promised already stays one promise. Throws `Unavailable` when the offer is being changed all the time.
 */
export async function openOrderFor(database: Database, wanted: Wanted): Promise<Opened> {
  const { userId, openChannelId, by } = wanted;
  return retryOnConflict({ what: 'offer' }, async () => {
    const offer = await findOffer(database, { openChannelId, userId, ...(by && { delivery: by.delivery }) });
    if (offer?.isHandled) return 'promised';
    if (offer?.isBanned) return 'banned';
    if (offer?.isPaused) return 'paused';
    const tier = offer && wanted.choose(offer);
    if (tier === undefined) return 'not_offered';
    if (tier.order?.isPending) return 'pending';
    if (tier.order !== null) {
      continueUnder(tier.order);
      await reuse(database, invoiceOf(tier.order.reference, tier, wanted), wanted);
      return 'promised';
    }
    const reference = newReference();
    const order = {
      reference,
      userId,
      openChannelId,
      tierName: tier.name,
      days: tier.days,
      amountCents: tier.priceCents,
    };
    const promised = [invoiceOf(reference, tier, wanted)];
    const isOpened = await openOrder(database, order, { promised, ...(by && { by }) });
    if (!isOpened) return CONFLICT;
    continueUnder({ reference, correlationId: null });
    return 'promised';
  });
}
