import { findOffer } from '../../database/payments/offers';
import { openOrder, type TierOrder } from '../../database/payments/open-order';
import { promiseReply } from '../../database/common/replies';
import { promiseAlone } from '../../database/common/outbox';
import type { TelegramPerson } from '../../database/common/chats';
import type { Delivery } from '../../database/common/inbox';
import type { Database } from '../../database/connection/pool';
import { MONEY_EXPIRES_SECONDS, type Promised } from '../../domain/effects';
import type { Cents, OpenChannelId, OrderReference } from '../../domain/common/ids';
import type { Occasion } from '../../domain/messages/parts';
import {
  decideOrder,
  type OpenOrderResult,
  type Purchase,
  type TierChoice,
} from '../../domain/payments/invoices/decide-order';
import { continueUnder } from '../../logger';
import { underCurrentId } from '../common/delivery-of';
import { newReference } from '../common/new-reference';
import { CONFLICT, retryOnConflict } from '../common/retry-on-conflict';

/** A buyer's request for a tier. */
export interface OrderRequest extends TierChoice {
  readonly userId: number;
  readonly openChannelId: OpenChannelId;
  /** Identifies this request in the key of its promise: an update, or a reminder. */
  readonly asking: string;
  readonly by?: { readonly delivery: Delivery; readonly person: TelegramPerson };
}

interface Invoiced {
  readonly reference: OrderReference;
  readonly amountCents: Cents;
  readonly receivedCents: Cents;
}

/** The promise of an invoice for what remains of an order. */
export function invoiceOf(
  { reference, amountCents, receivedCents }: Invoiced,
  request: Pick<OrderRequest, 'occasion' | 'asking'>,
): Promised {
  // A reminder stays a reminder, even if its invoice is for the rest.
  const isRest = receivedCents > 0 && request.occasion.type === 'purchase';
  const occasion: Occasion = isRest ? { type: 'rest', receivedCents } : request.occasion;
  return {
    effect: {
      kind: 'create_invoice',
      reference,
      amountCents: (amountCents - receivedCents) as Cents,
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

/** The order to open: a new one, or the buyer's cancelled one again. */
const orderOf = (
  { tier, cancelled }: Purchase,
  { userId, openChannelId, occasion }: OrderRequest,
): TierOrder => ({
  reference: cancelled?.reference ?? newReference(),
  userId,
  openChannelId,
  tierName: tier.name,
  days: tier.days,
  amountCents: tier.priceCents,
  isForReminder: occasion.type === 'reminder',
  ...(cancelled && { cancelled }),
});

/** Opens an order for a tier at today's price. Returns `CONFLICT` if the offer has changed since it was read. */
async function buy(
  database: Database,
  purchase: Purchase,
  request: OrderRequest,
): Promise<OpenOrderResult | typeof CONFLICT> {
  const { by } = request;
  if (purchase.cancelled) continueUnder(purchase.cancelled);
  const order = orderOf(purchase, request);
  const { reference, amountCents } = order;
  const opened = await openOrder(database, order, {
    promised: [invoiceOf({ reference, amountCents, receivedCents: 0 as Cents }, request)],
    instead: purchase.instead,
    ...(by && { by: { ...by, delivery: underCurrentId(by.delivery) } }),
  });
  if (opened === 'changed') return CONFLICT;
  if (opened !== 'opened') return opened;
  continueUnder({ reference, correlationId: null });
  return 'promised';
}

/**
 * Opens an order for a tier at today's price, or reuses the buyer's open or cancelled one, and promises its invoice. Promises
 * nothing while money is in another order of the buyer, until they ask to buy from scratch. Repeating a request adds
 * no promise. Throws `Unavailable` if the offer keeps changing.
 */
export async function openOrderFor(database: Database, request: OrderRequest): Promise<OpenOrderResult> {
  const { userId, openChannelId, by } = request;
  return retryOnConflict({ what: 'offer' }, async () => {
    const offer = await findOffer(database, { openChannelId, userId, ...(by && { delivery: by.delivery }) });
    const decided = decideOrder(offer, request);
    if (decided.type === 'done') return decided.result;
    if (decided.type === 'buy') return buy(database, decided.purchase, request);
    continueUnder(decided.order);
    await reuseOrder(database, invoiceOf(decided.order, request), request);
    return 'promised';
  });
}
