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

/** A buyer's choice of a tier, and its occasion. */
export interface OrderRequest {
  readonly userId: number;
  readonly openChannelId: OpenChannelId;
  readonly choose: (offer: Offer) => OfferTier | undefined;
  readonly occasion: Occasion;
  /** Identifies this request in the key of its promise: an update, or a reminder. */
  readonly asking: string;
  readonly by?: { readonly delivery: Delivery; readonly person: TelegramPerson };
}

/**
 * The invoice is promised; the tier is not sold (or no longer); the channel is paused; the owner banned the buyer; or a
 * payment of such an order is pending, so nothing should be paid a second time.
 */
export type OpenOrderResult = 'promised' | 'not_offered' | 'paused' | 'banned' | 'pending';

function invoiceOf(reference: OrderReference, tier: OfferTier, request: OrderRequest): Promised {
  const receivedCents = tier.order?.receivedCents ?? (0 as Cents);
  // A reminder stays a reminder, even if its invoice is for the rest.
  const isRest = receivedCents > 0 && request.occasion.type === 'purchase';
  const occasion: Occasion = isRest ? { type: 'rest', receivedCents } : request.occasion;
  return {
    effect: {
      kind: 'create_invoice',
      reference,
      amountCents: (tier.priceCents - receivedCents) as Cents,
      occasion,
    },
    key: `${reference}:invoice:${request.asking}`,
    expiresInSeconds: MONEY_EXPIRES_SECONDS,
    reference,
  };
}

/** Promises the invoice of the open order again, because a buyer has one open order for each tier. */
async function reuseOrder(database: Database, promised: Promised, { by }: OrderRequest): Promise<void> {
  if (by === undefined) await promiseAlone(database, [promised]);
  else await promiseReply(database, underCurrentId(by.delivery), { person: by.person, promised: [promised] });
}

/**
 * Opens an order for a tier at today's price, or reuses the buyer's open one, and promises its invoice. Repeating a
 * request adds no promise. Throws `Unavailable` if the offer keeps changing.
 */
export async function openOrderFor(database: Database, request: OrderRequest): Promise<OpenOrderResult> {
  const { userId, openChannelId, by } = request;
  return retryOnConflict({ what: 'offer' }, async () => {
    const offer = await findOffer(database, { openChannelId, userId, ...(by && { delivery: by.delivery }) });
    if (offer?.isHandled) return 'promised';
    if (offer?.isBanned) return 'banned';
    if (offer?.isPaused) return 'paused';
    const tier = offer && request.choose(offer);
    if (tier === undefined) return 'not_offered';
    if (tier.order?.isPending) return 'pending';
    if (tier.order !== null) {
      continueUnder(tier.order);
      await reuseOrder(database, invoiceOf(tier.order.reference, tier, request), request);
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
    const promised = [invoiceOf(reference, tier, request)];
    const isOpened = await openOrder(database, order, { promised, ...(by && { by }) });
    if (!isOpened) return CONFLICT;
    continueUnder({ reference, correlationId: null });
    return 'promised';
  });
}
