import { findOrderToInvoice, refuseOrder, saveInvoice, type OrderToInvoice } from '../database/orders';
import { promiseAlone } from '../database/outbox';
import type { Database } from '../database/pool';
import { MONEY_EXPIRES_SECONDS, type Effect, type Promised } from '../domain/effects';
import type { Cents, UserId } from '../domain/ids';
import type { Message } from '../domain/messages';
import { FIRST_ASKED_AFTER_SECONDS, WATCHED_FOR_SECONDS } from '../domain/reconciliation';
import { formatOrderId } from '../domain/order-id';
import type { Logger } from '../logger';
import type { NowpaymentsClient } from '../nowpayments/client';
import { NowpaymentsError } from '../nowpayments/nowpayments-error';
import { DONE, later, type Outcome } from './outcome';

export interface InvoiceDependencies {
  readonly database: Database;
  readonly nowpayments: NowpaymentsClient;
  /** The least that some coin can pay now; `undefined` when it is not known. See `least-payable.ts`. */
  readonly leastPayable: (amountCents: Cents) => Promise<Cents | undefined>;
  readonly ipnCallbackUrl: string;
  readonly log: Logger;
}

type CreateInvoice = Extract<Effect, { kind: 'create_invoice' }>;

const tellPayer = ({ userId, reference }: OrderToInvoice, message: Message, what: string): Promised => ({
  effect: { kind: 'send_message', chatId: userId, message },
  key: `${reference}:${what}`,
  expiresInSeconds: MONEY_EXPIRES_SECONDS,
  reference,
});

const about = ({ reference, title, item, amountCents }: OrderToInvoice) => ({
  reference,
  title,
  item,
  amountCents,
});

/** Once for each time the amount was decided: who comes back to an amount must find its invoice last in the chat. */
function whichTime({ occasion, times, amountCents }: CreateInvoice): string {
  switch (occasion.type) {
    case 'purchase':
      return String(times);
    case 'rest':
      return `rest:${amountCents}`;
    case 'reminder':
      return `reminder:${occasion.paidUntil}:${occasion.daysLeft}`;
  }
}

const payNow = (order: OrderToInvoice, invoiceUrl: string, effect: CreateInvoice): Promised =>
  tellPayer(
    order,
    { type: 'pay_now', ...about(order), invoiceUrl, occasion: effect.occasion },
    `pay_now:${whichTime(effect)}`,
  );

/** An IPN can be lost: NOWPayments is asked in its stead. */
const askLater = ({ reference }: OrderToInvoice): Promised => ({
  effect: { kind: 'reconcile_order', reference },
  key: `${reference}:reconcile`,
  dueInSeconds: FIRST_ASKED_AFTER_SECONDS,
  expiresInSeconds: 2 * WATCHED_FOR_SECONDS,
  reference,
});

/** What an order is called on the payment page. */
const descriptionOf = ({ item, title }: OrderToInvoice): string =>
  item.kind === 'donation' ? `Donation to ${title}` : `${title}: ${item.tierName}, ${item.days} days`;

/** Says in plain words that there is no invoice, and gives the order up where nothing was paid toward it yet. */
async function refuse(
  { database }: InvoiceDependencies,
  order: OrderToInvoice,
  { effect, leastCents }: { effect: CreateInvoice; leastCents: Cents | null },
): Promise<Outcome> {
  const { reference, openChannelId, amountCents } = order;
  switch (effect.occasion.type) {
    case 'purchase': {
      const message: Message = { type: 'invoice_refused', ...about(order), openChannelId, leastCents };
      await refuseOrder(database, { reference, amountCents }, [tellPayer(order, message, 'invoice_refused')]);
      return DONE;
    }
    case 'rest': {
      const { receivedCents } = effect.occasion;
      const message: Message = {
        type: 'rest_refused',
        ...about(order),
        receivedCents,
        restCents: effect.amountCents,
      };
      await promiseAlone(database, [tellPayer(order, message, `rest_refused:${effect.amountCents}`)]);
      return DONE;
    }
    case 'reminder': {
      // A reminder must come in time; the invoice can be made when it is asked for.
      const message: Message = { openChannelId, title: order.title, ...effect.occasion };
      await promiseAlone(database, [tellPayer(order, message, `pay_now:${whichTime(effect)}`)]);
      return DONE;
    }
  }
}

async function create(
  deps: InvoiceDependencies,
  order: OrderToInvoice,
  effect: CreateInvoice,
): Promise<Outcome> {
  const { database, nowpayments, ipnCallbackUrl, log } = deps;
  const { reference, userId, openChannelId } = order;
  const { amountCents } = effect;
  const leastCents = await deps.leastPayable(amountCents);
  if (leastCents !== undefined && amountCents < leastCents)
    return refuse(deps, order, { effect, leastCents });
  const { orderId, corrected } = formatOrderId({ userId: userId as UserId, openChannelId, reference });
  if (corrected) log.error('order_id.corrected', { reference });
  const { invoiceId, invoiceUrl } = await nowpayments.createInvoice({
    priceCents: amountCents,
    orderId,
    orderDescription: descriptionOf(order),
    ipnCallbackUrl,
  });
  await saveInvoice(database, { invoiceId, invoiceUrl, reference, priceCents: amountCents }, [
    payNow(order, invoiceUrl, effect),
    askLater(order),
  ]);
  log.info('invoice.created', { reference, invoiceId, amountCents });
  return DONE;
}

/** Whether the invoice is still wanted: the order is open over this very amount, and a reminder is not outdated. */
function isWanted(order: OrderToInvoice | undefined, { amountCents, occasion }: CreateInvoice) {
  if (order?.state !== 'open' || order.remainingCents !== amountCents) return false;
  return occasion.type !== 'reminder' || order.paidUntil === occasion.paidUntil;
}

/**
 * Makes the invoice of an order and promises to send it; or promises to say in plain words why there is none. Safe to
 * repeat: an order that was changed, cancelled or has its invoice needs nothing more. NOWPayments knows no idempotency
 * key, so a crash between its answer and our write leaves an invoice that nobody was ever shown.
 */
export async function createInvoice(deps: InvoiceDependencies, effect: CreateInvoice): Promise<Outcome> {
  const order = await findOrderToInvoice(deps.database, effect.reference);
  if (order === undefined || !isWanted(order, effect)) return DONE;
  if (order.invoiceUrl !== null) {
    await promiseAlone(deps.database, [payNow(order, order.invoiceUrl, effect)]);
    return DONE;
  }
  try {
    return await create(deps, order, effect);
  } catch (error) {
    if (!(error instanceof NowpaymentsError)) throw error;
    const { amountCents, reference, occasion } = effect;
    deps.log.error('invoice.failed', { reference, error, detail: error.detail });
    // A wrong key is our misconfiguration, mended by the operator: no order may be given up because of it.
    const isOurs = error.status === 401 || error.status === 403;
    if (occasion.type === 'reminder' || (!error.retryable && !isOurs))
      return refuse(deps, order, { effect, leastCents: null });
    // Once per order, however long NOWPayments stays away.
    await promiseAlone(deps.database, [
      tellPayer(order, { type: 'invoice_delayed', amountCents }, 'invoice_delayed'),
    ]);
    return later(error.message, error.retryAfterSeconds);
  }
}

/** An invoice that could not be made in three days: the order is given up, and its payer is told. */
export async function giveUpInvoice(deps: InvoiceDependencies, effect: CreateInvoice): Promise<void> {
  const order = await findOrderToInvoice(deps.database, effect.reference);
  if (order !== undefined && isWanted(order, effect) && order.invoiceUrl === null)
    await refuse(deps, order, { effect, leastCents: null });
}
