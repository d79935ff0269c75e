import { findOrderToInvoice, refuseOrder, saveInvoice, type OrderToInvoice } from '../database/orders';
import { promiseAlone } from '../database/outbox';
import type { Database } from '../database/pool';
import { MONEY_EXPIRES_SECONDS, type Effect, type Promised } from '../domain/effects';
import type { Cents } from '../domain/ids';
import type { Message } from '../domain/messages';
import { formatOrderId } from '../domain/order-id';
import type { UserId } from '../domain/ids';
import type { Logger } from '../logger';
import type { NowpaymentsClient } from '../nowpayments/client';
import { NowpaymentsError } from '../nowpayments/nowpayments-error';
import { leastPayable } from './least-payable';
import { DONE, later, type Outcome } from './outcome';

export interface InvoiceDependencies {
  readonly database: Database;
  readonly nowpayments: NowpaymentsClient;
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

async function refuse({ database }: InvoiceDependencies, order: OrderToInvoice, leastCents: Cents | null) {
  const { reference, openChannelId, amountCents } = order;
  const message: Message = { type: 'invoice_refused', reference, openChannelId, amountCents, leastCents };
  await refuseOrder(database, reference, [tellPayer(order, message, 'invoice_refused')]);
  return DONE;
}

async function create(deps: InvoiceDependencies, order: OrderToInvoice): Promise<Outcome> {
  const { database, nowpayments, ipnCallbackUrl, log } = deps;
  const { reference, amountCents, title, userId, openChannelId } = order;
  const leastCents = await leastPayable(nowpayments, amountCents);
  if (leastCents !== undefined && amountCents < leastCents) return refuse(deps, order, leastCents);
  const { orderId, corrected } = formatOrderId({ userId: userId as UserId, openChannelId, reference });
  if (corrected) log.error('order_id.corrected', { reference });
  const { invoiceId, invoiceUrl } = await nowpayments.createInvoice({
    priceCents: amountCents,
    orderId,
    orderDescription: `Donation to ${title}`,
    ipnCallbackUrl,
  });
  const payNow: Message = { type: 'pay_now', reference, title, amountCents, invoiceUrl };
  await saveInvoice(database, { invoiceId, invoiceUrl, reference, priceCents: amountCents }, [
    tellPayer(order, payNow, `pay_now:${amountCents}`),
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
  if (order?.state !== 'open' || order.amountCents !== effect.amountCents || order.invoiceUrl !== null)
    return DONE;
  try {
    return await create(deps, order);
  } catch (error) {
    if (!(error instanceof NowpaymentsError)) throw error;
    const { amountCents } = order;
    if (!error.retryable) {
      deps.log.error('invoice.refused', { reference: order.reference, error, detail: error.detail });
      return refuse(deps, order, null);
    }
    // Once per order, however long NOWPayments stays away.
    await promiseAlone(deps.database, [
      tellPayer(order, { type: 'invoice_delayed', amountCents }, 'invoice_delayed'),
    ]);
    return later(error.message, error.retryAfterSeconds);
  }
}
