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

/** Once for each time the amount was decided: who comes back to an amount must find its invoice last in the chat. */
function payNow(order: OrderToInvoice, invoiceUrl: string, times: number): Promised {
  const { reference, title, amountCents } = order;
  return tellPayer(order, { type: 'pay_now', reference, title, amountCents, invoiceUrl }, `pay_now:${times}`);
}

/** An IPN can be lost: NOWPayments is asked in its stead. */
const askLater = ({ reference }: OrderToInvoice): Promised => ({
  effect: { kind: 'reconcile_order', reference },
  key: `${reference}:reconcile`,
  dueInSeconds: FIRST_ASKED_AFTER_SECONDS,
  expiresInSeconds: 2 * WATCHED_FOR_SECONDS,
  reference,
});

async function refuse({ database }: InvoiceDependencies, order: OrderToInvoice, leastCents: Cents | null) {
  const { reference, openChannelId, amountCents } = order;
  const message: Message = { type: 'invoice_refused', reference, openChannelId, amountCents, leastCents };
  await refuseOrder(database, { reference, amountCents }, [tellPayer(order, message, 'invoice_refused')]);
  return DONE;
}

async function create(deps: InvoiceDependencies, order: OrderToInvoice, times: number): Promise<Outcome> {
  const { database, nowpayments, ipnCallbackUrl, log } = deps;
  const { reference, amountCents, title, userId, openChannelId } = order;
  const leastCents = await deps.leastPayable(amountCents);
  if (leastCents !== undefined && amountCents < leastCents) return refuse(deps, order, leastCents);
  const { orderId, corrected } = formatOrderId({ userId: userId as UserId, openChannelId, reference });
  if (corrected) log.error('order_id.corrected', { reference });
  const { invoiceId, invoiceUrl } = await nowpayments.createInvoice({
    priceCents: amountCents,
    orderId,
    orderDescription: `Donation to ${title}`,
    ipnCallbackUrl,
  });
  await saveInvoice(database, { invoiceId, invoiceUrl, reference, priceCents: amountCents }, [
    payNow(order, invoiceUrl, times),
    askLater(order),
  ]);
  log.info('invoice.created', { reference, invoiceId, amountCents });
  return DONE;
}

/**
 * Makes the invoice of an order and promises to send it; or promises to say in plain words why there is none. Safe to
 * repeat: an order that was changed, cancelled or has its invoice needs nothing more. NOWPayments knows no idempotency
 * key, so a crash between its answer and our write leaves an invoice that nobody was ever shown.
 */
export async function createInvoice(deps: InvoiceDependencies, effect: CreateInvoice): Promise<Outcome> {
  const order = await findOrderToInvoice(deps.database, effect.reference);
  if (order?.state !== 'open' || order.amountCents !== effect.amountCents) return DONE;
  if (order.invoiceUrl !== null) {
    await promiseAlone(deps.database, [payNow(order, order.invoiceUrl, effect.times)]);
    return DONE;
  }
  try {
    return await create(deps, order, effect.times);
  } catch (error) {
    if (!(error instanceof NowpaymentsError)) throw error;
    const { amountCents, reference } = order;
    deps.log.error('invoice.failed', { reference, error, detail: error.detail });
    // A wrong key is our misconfiguration, mended by the operator: no order may be given up because of it.
    const isOurs = error.status === 401 || error.status === 403;
    if (!error.retryable && !isOurs) return refuse(deps, order, null);
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
  if (order?.state === 'open' && order.amountCents === effect.amountCents && order.invoiceUrl === null)
    await refuse(deps, order, null);
}
