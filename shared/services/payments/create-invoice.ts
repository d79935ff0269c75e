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
import type { Message } from '../../domain/messages/messages';
import { FIRST_ASKED_AFTER_SECONDS, WATCHED_FOR_SECONDS } from '../../domain/payments/reconciliation';
import { formatOrderId } from '../../domain/payments/order-id';
import type { Logger } from '../../logger';
import type { NowpaymentsClient } from '../../nowpayments/client';
import { NowpaymentsError } from '../../nowpayments/nowpayments-error';
import { orderDescription } from '../../telegram/views/payments/order-description';
import { DONE, later, notYet, type Attempt, type Outcome } from '../common/outcome';
import { NOT_IN_TIME } from '../common/outcome';

export interface InvoiceDependencies {
  readonly database: Database;
  readonly nowpayments: NowpaymentsClient;
  /** The least that some coin can pay now; `undefined` when it is not known. See `least-payable.ts`. */
  readonly leastPayable: (amountCents: Cents) => Promise<Cents | undefined>;
  readonly ipnCallbackUrl: string;
  readonly log: Logger;
}

type CreateInvoice = EffectOf<'create_invoice'>;

/** What is being done: which order, by which promise. */
interface Invoicing {
  readonly order: OrderToInvoice;
  readonly effect: CreateInvoice;
  /** The key of the promise: each asking is answered once, however often it is tried. */
  readonly key: string;
}

const tellPayer = ({ order, effect, key }: Invoicing, message: Message, what: string): Promised => ({
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

const payNow = (invoicing: Invoicing, invoiceUrl: string): Promised => {
  const { order, effect } = invoicing;
  const { occasion, amountCents: dueCents } = effect;
  return tellPayer(
    invoicing,
    { type: 'pay_now', ...about(order), dueCents, invoiceUrl, occasion },
    'pay_now',
  );
};

/** An IPN can be lost: NOWPayments is asked in its stead, from each time on that an invoice is sent. */
const askLater = ({ order: { reference } }: Invoicing): Promised => ({
  effect: { kind: 'reconcile_order', reference },
  key: `${reference}:reconcile`,
  dueInSeconds: FIRST_ASKED_AFTER_SECONDS,
  expiresInSeconds: 2 * WATCHED_FOR_SECONDS,
  reference,
});

/** Says in plain words that there is no invoice, and gives the order up where nothing was paid toward it yet. */
async function refuse(
  { database }: InvoiceDependencies,
  invoicing: Invoicing,
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
      // A reminder must come in time; the invoice can be made when it is asked for.
      const message: Message = { openChannelId, title: order.title, ...effect.occasion };
      await promiseAlone(database, [tellPayer(invoicing, message, 'pay_now')]);
      return DONE;
    }
  }
}

async function create(deps: InvoiceDependencies, invoicing: Invoicing): Promise<Outcome> {
  const { database, nowpayments, ipnCallbackUrl, log } = deps;
  const { order, effect } = invoicing;
  const { reference, userId, openChannelId } = order;
  const { amountCents } = effect;
  const leastCents = await deps.leastPayable(amountCents);
  if (leastCents !== undefined && amountCents < leastCents) return refuse(deps, invoicing, leastCents);
  const { orderId, corrected } = formatOrderId({ userId: userId as UserId, openChannelId, reference });
  if (corrected) log.error('order_id.corrected', { reference });
  const { invoiceId, invoiceUrl } = await nowpayments.createInvoice({
    priceCents: amountCents,
    orderId,
    orderDescription: orderDescription(order),
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
  invoicing: Invoicing,
  error: NowpaymentsError,
): Promise<Outcome> {
  const { amountCents, reference, occasion } = invoicing.effect;
  deps.log.error('invoice.failed', { reference, error, detail: error.detail });
  await releaseInvoice(deps.database, reference);
  // A wrong key is our misconfiguration, mended by the operator: no order may be given up because of it.
  const isOurs = error.status === 401 || error.status === 403;
  if (occasion.type === 'reminder' || (!error.retryable && !isOurs)) return refuse(deps, invoicing, null);
  // Once for each asking, however long NOWPayments stays away.
  await promiseAlone(deps.database, [
    tellPayer(invoicing, { type: 'invoice_delayed', amountCents }, 'invoice_delayed'),
  ]);
  return later(error.message, error.retryAfterSeconds);
}

/** Whether the invoice is still wanted: the order is open over this very amount, and a reminder is not outdated. */
function isWanted({ order, effect }: Invoicing): boolean {
  const { amountCents, occasion } = effect;
  if (order.state !== 'open' || order.remainingCents !== amountCents) return false;
  return occasion.type !== 'reminder' || order.paidUntil === occasion.paidUntil;
}

/**
 * Makes the invoice of an order and promises to send it; or promises to say in plain words why there is none. Safe to
 * repeat: an order that was changed, cancelled or has its invoice needs nothing more. NOWPayments knows no idempotency
 * key, so a crash between its answer and our write leaves an invoice that nobody was ever shown.
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

/** An invoice that could not be made in three days: the order is given up, and its payer is told. */
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
