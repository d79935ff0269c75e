import { findOffer } from '../../database/payments/offers';
import { openOrder, repriceInStars, type TierOrder } from '../../database/payments/open-order';
import { promiseReply } from '../../database/common/replies';
import { promiseAlone } from '../../database/common/outbox';
import type { TelegramPerson } from '../../database/common/chats';
import type { Delivery } from '../../database/common/inbox';
import type { Database } from '../../database/connection/pool';
import type { Promised } from '../../domain/effects';
import type { Cents, OpenChannelId } from '../../domain/common/ids';
import type { AllowedOwners } from '../../domain/owner/allowed-owners';
import { decideOrder, type Purchase, type TierChoice } from '../../domain/payments/invoices/decide-order';
import type { Offer, TierOrderProgress } from '../../domain/payments/invoices/offer';
import type { OpenOrderResult } from '../../domain/payments/invoices/open-order-result';
import { payStep, resultOf } from '../../domain/payments/invoices/pay-step';
import { waysToPay } from '../../domain/payments/invoices/ways-to-pay';
import { continueUnder } from '../../logger';
import { underCurrentId } from '../common/delivery-of';
import { newReference } from '../common/new-reference';
import { CONFLICT, retryOnConflict } from '../common/retry-on-conflict';
import { readCurrentCase } from './read-current-case';

/** A buyer's request for a tier. */
export interface OrderRequest extends TierChoice {
  readonly userId: number;
  readonly openChannelId: OpenChannelId;
  /** Identifies this request in the key of its promise: an update, or a reminder. */
  readonly asking: string;
  /** The owners that the operator takes Stars for. Absent: nobody. */
  readonly starsFor?: AllowedOwners;
  readonly by?: { readonly delivery: Delivery; readonly person: TelegramPerson };
}

type PricedOrder = Pick<
  TierOrderProgress,
  'reference' | 'tierName' | 'days' | 'amountCents' | 'receivedCents' | 'priceStars' | 'paidIn'
>;

/** The promise of what comes next for an order: its invoice, or the question how to pay. */
function nextStep(offer: Offer, order: PricedOrder, request: OrderRequest): Promised {
  const { tierName, days } = order;
  const { title } = offer;
  const item = { kind: 'subscription', tierName, days } as const;
  return payStep({ ...order, userId: request.userId, title, item }, waysToPay(order, offer), request);
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
  priceStars: tier.priceStars ?? null,
  isForReminder: occasion.type === 'reminder',
  ...(cancelled && { cancelled }),
});

/** Opens an order for a tier at today's price. Returns `CONFLICT` if the offer has changed since it was read. */
async function buy(
  database: Database,
  { offer, purchase }: { offer: Offer; purchase: Purchase },
  request: OrderRequest,
): Promise<OpenOrderResult | typeof CONFLICT> {
  const { by } = request;
  if (purchase.cancelled) continueUnder(purchase.cancelled);
  const order = orderOf(purchase, request);
  const { reference } = order;
  const step = nextStep(offer, { ...order, receivedCents: 0 as Cents }, request);
  const opened = await openOrder(database, order, {
    promised: [step],
    instead: purchase.instead,
    ...(by && { by: { ...by, delivery: underCurrentId(by.delivery) } }),
  });
  if (opened === 'changed') return CONFLICT;
  if (opened !== 'opened') return opened;
  continueUnder({ reference, correlationId: null });
  // Money that came while it was closed counts now.
  if (purchase.cancelled) await readCurrentCase(database, reference);
  return resultOf(step);
}

/**
 * Opens an order for a tier at today's price, or reuses the buyer's open or cancelled one, and promises its invoice. An order
 * that is reused takes today's price in Stars, unless money is in it. Promises nothing while money is in another order of the
 * buyer, until they ask to buy from scratch. Repeating a request adds no promise. Throws `Unavailable` if the offer keeps changing.
 */
export async function openOrderFor(database: Database, request: OrderRequest): Promise<OpenOrderResult> {
  const { userId, openChannelId, by, starsFor } = request;
  return retryOnConflict({ what: 'offer' }, async () => {
    const offer = await findOffer(database, {
      openChannelId,
      userId,
      starsFor,
      ...(by && { delivery: by.delivery }),
    });
    const decided = decideOrder(offer, request);
    if (decided.type === 'done') return decided.result;
    // Without an offer, nothing is bought.
    if (offer === undefined) return 'not_offered';
    if (decided.type === 'buy') return buy(database, { offer, purchase: decided.purchase }, request);
    const { order, isRepriced } = decided;
    continueUnder(order);
    if (isRepriced && !(await repriceInStars(database, order))) return CONFLICT;
    const step = nextStep(offer, order, request);
    await reuseOrder(database, step, request);
    return resultOf(step);
  });
}
