import { setTimeout as pause } from 'node:timers/promises';
import {
  claimOrderToInvoice,
  releaseInvoice,
  saveInvoice,
  type OrderToInvoice,
} from '../../database/payments/invoices';
import { refuseOrder } from '../../database/payments/orders';
import { promiseAlone } from '../../database/common/outbox';
import type { Database } from '../../database/connection/pool';
import {
  MONEY_EXPIRES_SECONDS,
  REMINDER_EXPIRES_SECONDS,
  type EffectOf,
  type Promised,
} from '../../domain/effects';
import type { Cents, UserId } from '../../domain/common/ids';
import { SECOND_MS } from '../../domain/common/time';
import type { Message } from '../../domain/messages/messages';
import { FIRST_ASKED_AFTER_SECONDS, WATCHED_FOR_SECONDS } from '../../domain/payments/reconciliation';
import { isRestPayable, minimumAbove } from '../../domain/payments/minimums';
import { formatOrderId } from '../../domain/payments/order-id';
import type { Logger } from '../../logger';
import type { NowpaymentsClient } from '../../nowpayments/client';
import { NowpaymentsError } from '../../nowpayments/nowpayments-error';
import { asciiName } from '../../nowpayments/order-description';
import { orderDescription } from '../../telegram/views/payments/order-description';
import { DONE, later, notYet, type Attempt, type Outcome } from '../common/outcome';
import { NOT_IN_TIME } from '../common/outcome';

export interface InvoiceDependencies {
  readonly database: Database;
  readonly nowpayments: NowpaymentsClient;
  readonly ipnCallbackUrl: string;
  readonly log: Logger;
}

/** How long after a question about coins an invoice is created. A little over the second that NOWPayments may want. */
const QUIET_MS = 1100;

type CreateInvoice = EffectOf<'create_invoice'>;

/** An order, and the promise to invoice it. */
interface InvoiceAttempt {
  readonly order: OrderToInvoice;
  readonly effect: CreateInvoice;
  /** The key of the promise, so that each request is answered once, however often it is attempted. */
  readonly key: string;
}

const tellPayer = ({ order, effect, key }: InvoiceAttempt, message: Message, what: string): Promised => ({
  effect: { kind: 'send_message', chatId: order.userId, message },
  key: `${key}:${what}`,
  expiresInSeconds: effect.occasion.type === 'reminder' ? REMINDER_EXPIRES_SECONDS : MONEY_EXPIRES_SECONDS,
  reference: order.reference,
});

const about = ({ reference, title, item, amountCents }: OrderToInvoice) => ({
  reference,
  title,
  item,
  amountCents,
});

const payNow = (invoicing: InvoiceAttempt, invoiceUrl: string): Promised => {
  const { order, effect } = invoicing;
  const { occasion, amountCents: dueCents } = effect;
  return tellPayer(
    invoicing,
    { type: 'pay_now', ...about(order), dueCents, invoiceUrl, occasion },
    'pay_now',
  );
};

/** Promises to ask NOWPayments about the order after each invoice that is sent, because an IPN can be lost. */
const askLater = ({ order: { reference } }: InvoiceAttempt): Promised => ({
  effect: { kind: 'reconcile_order', reference },
  key: `${reference}:reconcile`,
  dueInSeconds: FIRST_ASKED_AFTER_SECONDS,
  expiresInSeconds: 2 * WATCHED_FOR_SECONDS,
  reference,
});

/** Tells the payer that there is no invoice. Gives up the order if nothing was paid toward it. */
async function refuse(
  { database }: InvoiceDependencies,
  invoicing: InvoiceAttempt,
  leastCents: Cents | null,
): Promise<Outcome> {
  const { order, effect } = invoicing;
  const { reference, openChannelId, amountCents } = order;
  switch (effect.occasion.type) {
    case 'purchase': {
      const message: Message = { type: 'invoice_refused', ...about(order), openChannelId, leastCents };
      await refuseOrder(database, { reference, amountCents }, [
        tellPayer(invoicing, message, 'invoice_refused'),
      ]);
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
      await promiseAlone(database, [tellPayer(invoicing, message, 'rest_refused')]);
      return DONE;
    }
    case 'reminder': {
      // A reminder must come in time. The buyer can ask for the invoice later.
      const message: Message = { openChannelId, title: order.title, ...effect.occasion };
      await promiseAlone(database, [tellPayer(invoicing, message, 'pay_now')]);
      return DONE;
    }
  }
}

/** NOWPayments shows ASCII only, so a name in another script falls away. */
const descriptionOf = ({ item, title }: OrderToInvoice): string =>
  orderDescription({
    title: asciiName(title),
    item: item.kind === 'donation' ? item : { ...item, tierName: asciiName(item.tierName) },
  });

/** Returns whether some coin can pay the invoice, as far as it is known. */
function isPayable({ order, effect: { amountCents, occasion } }: InvoiceAttempt): boolean {
  return occasion.type === 'rest'
    ? isRestPayable(amountCents, order)
    : minimumAbove(amountCents, order) === undefined;
}

/** NOWPayments answers 429 to a second request within a second, and our question about a coin may have been the first. */
async function keepPace({ secondsSinceQuestion }: OrderToInvoice): Promise<void> {
  const waitMs = QUIET_MS - (secondsSinceQuestion ?? Infinity) * SECOND_MS;
  if (waitMs > 0) await pause(Math.min(waitMs, QUIET_MS));
}

async function create(deps: InvoiceDependencies, invoicing: InvoiceAttempt): Promise<Outcome> {
  const { database, nowpayments, ipnCallbackUrl, log } = deps;
  const { order, effect } = invoicing;
  const { reference, userId, openChannelId } = order;
  const { amountCents } = effect;
  if (!isPayable(invoicing)) return refuse(deps, invoicing, order.leastCents);
  await keepPace(order);
  const { orderId, corrected } = formatOrderId({ userId: userId as UserId, openChannelId, reference });
  if (corrected) log.error('order_id.corrected', { reference });
  const { invoiceId, invoiceUrl } = await nowpayments.createInvoice({
    priceCents: amountCents,
    orderId,
    orderDescription: descriptionOf(order),
    ipnCallbackUrl,
  });
  await saveInvoice(database, { invoiceId, invoiceUrl, reference, priceCents: amountCents }, [
    payNow(invoicing, invoiceUrl),
    askLater(invoicing),
  ]);
  log.info('invoice.created', { reference, invoiceId, amountCents });
  return DONE;
}

async function afterFailure(
  deps: InvoiceDependencies,
  invoicing: InvoiceAttempt,
  error: NowpaymentsError,
): Promise<Outcome> {
  const { amountCents, reference, occasion } = invoicing.effect;
  deps.log.error('invoice.failed', { reference, error, detail: error.detail });
  await releaseInvoice(deps.database, reference);
  // A wrong key is for the operator to fix, so it must not make us give up an order.
  const isOurs = error.status === 401 || error.status === 403;
  if (occasion.type === 'reminder' || (!error.retryable && !isOurs)) return refuse(deps, invoicing, null);
  // Once for each request, however long NOWPayments is down.
  await promiseAlone(deps.database, [
    tellPayer(invoicing, { type: 'invoice_delayed', amountCents }, 'invoice_delayed'),
  ]);
  return later(error.message, error.retryAfterSeconds);
}

/**
 * Returns whether the invoice is still wanted: the order may be paid with exactly this amount, and a reminder isn't
 * outdated.
 */
function isWanted({ order, effect }: InvoiceAttempt): boolean {
  const { amountCents, occasion } = effect;
  if (!order.mayBePaid || order.remainingCents !== amountCents) return false;
  return occasion.type !== 'reminder' || order.paidUntil === occasion.paidUntil;
}

/**
 * Creates the invoice of an order and promises to send it, or promises to tell the payer why there is none. Safe to
 * repeat, because an order that was changed, cancelled or invoiced needs nothing more. NOWPayments has no idempotency
 * key, so a crash between its answer and our write leaves an invoice that nobody has seen.
 */
export async function createInvoice(
  deps: InvoiceDependencies,
  effect: CreateInvoice,
  { key }: Pick<Attempt, 'key'>,
): Promise<Outcome> {
  const order = await claimOrderToInvoice(deps.database, effect);
  if (order === undefined) return DONE;
  const invoicing = { order, effect, key };
  if (!isWanted(invoicing)) return DONE;
  if (order.invoiceUrl !== null) {
    await promiseAlone(deps.database, [payNow(invoicing, order.invoiceUrl), askLater(invoicing)]);
    return DONE;
  }
  if (!order.isClaimed) return notYet(1);
  try {
    return await create(deps, invoicing);
  } catch (error) {
    if (error instanceof NowpaymentsError) return afterFailure(deps, invoicing, error);
    throw error;
  }
}

/** Gives up an order whose invoice could not be created in three days, and tells the payer. */
export async function giveUpInvoice(
  deps: InvoiceDependencies,
  effect: CreateInvoice,
  { key }: Pick<Attempt, 'key'>,
): Promise<Outcome> {
  const order = await claimOrderToInvoice(deps.database, effect);
  if (order === undefined) return NOT_IN_TIME;
  const invoicing = { order, effect, key };
  if (isWanted(invoicing) && order.invoiceUrl === null) await refuse(deps, invoicing, null);
  return NOT_IN_TIME;
}
