import { setTimeout as sleep } from 'node:timers/promises';
import {
  claimOrderToInvoice,
  promiseIfWanted,
  releaseInvoice,
  saveInvoice,
} from '../../database/payments/invoices';
import { PACE_SECONDS } from '../../database/payments/minimums/minimum-answers';
import { readQuietSeconds } from '../../database/payments/minimums/minimum-questions';
import type { EffectOf } from '../../domain/effects';
import type { UserId } from '../../domain/common/ids';
import { SECOND_MS } from '../../domain/common/time';
import { isRestPayable, minimumAbove } from '../../domain/payments/invoices/minimums';
import type { OrderToInvoice } from '../../domain/payments/invoices/order-to-invoice';
import { formatOrderId } from '../../domain/payments/order-id';
import type { Logger } from '../../logger';
import type { NowpaymentsClient } from '../../nowpayments/client';
import { NowpaymentsError } from '../../nowpayments/nowpayments-error';
import { asciiName } from '../../nowpayments/order-description';
import { orderDescription } from '../../telegram/views/payments/order-description';
import { DONE, later, NOT_IN_TIME, notYet, type Attempt, type Outcome } from '../common/outcome';
import { askLater, payNow, tellPayer, type InvoiceAttempt } from './invoice-promises';
import { answerTooSmall, refuseForGood, refuseInvoice, type RefusingDependencies } from './refuse-invoice';

export interface InvoiceDependencies extends RefusingDependencies {
  readonly nowpayments: NowpaymentsClient;
  readonly ipnCallbackUrl: string;
  readonly log: Logger;
  readonly pause?: (ms: number) => Promise<unknown>;
}

/** A second after a question's answer is not quite enough for NOWPayments, whose clock is not ours. */
const MARGIN_MS = 100;
/** How often to look whether a question was answered. */
const LOOK_MS = 250;
/** An invoice waits no longer than this, because somebody waits for it, and a claim must outlast it and the request. */
const LONGEST_QUIET_MS = 3_000;

type CreateInvoice = EffectOf<'create_invoice'>;

/** How long the first attempt waits for NOWPayments, which usually answers within a second. */
const FIRST_TIMEOUT_MS = 8_000;
/**
 * How long later attempts wait: below the claim. NOWPayments made an invoice for each attempt that did not wait long
 * enough, so the second attempt is the one that has to succeed.
 */
const LATER_TIMEOUT_MS = 25_000;

/** The invoice cannot be shown, because money for it would count for another order or price. */
const idTaken = (invoiceId: string): NowpaymentsError =>
  new NowpaymentsError({
    endpoint: 'POST invoice',
    status: 200,
    code: 'INVOICE_ID_TAKEN',
    retryable: true,
    detail: `invoice ${invoiceId}`,
  });

/** Tells the payer, once for each request, that the invoice comes later. A reminder has no time for that. */
async function postpone(
  deps: InvoiceDependencies,
  invoicing: InvoiceAttempt,
  outcome: Outcome,
): Promise<Outcome> {
  const { amountCents, occasion } = invoicing.effect;
  if (occasion.type === 'reminder')
    return refuseInvoice(deps, invoicing, { reason: 'unanswered', leastCents: null });
  await promiseIfWanted(deps.database, invoicing.effect, [
    tellPayer(invoicing, { type: 'invoice_delayed', amountCents }, 'invoice_delayed'),
  ]);
  return outcome;
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

/**
 * Waits until a question about a coin was answered, and a second more. NOWPayments publishes no limit, but has answered
 * 429 to a few requests within a second.
 */
async function keepPace(
  { database, pause = sleep }: InvoiceDependencies,
  { quietSeconds }: OrderToInvoice,
): Promise<void> {
  let seconds = quietSeconds;
  for (let waitedMs = 0; seconds > 0 && waitedMs < LONGEST_QUIET_MS;) {
    const ms = seconds > PACE_SECONDS ? LOOK_MS : seconds * SECOND_MS + MARGIN_MS;
    await pause(ms);
    waitedMs += ms;
    seconds = await readQuietSeconds(database);
  }
}

async function create(deps: InvoiceDependencies, invoicing: InvoiceAttempt, claim: number): Promise<Outcome> {
  const { database, nowpayments, ipnCallbackUrl, log } = deps;
  const { order, effect } = invoicing;
  const { reference, userId, openChannelId } = order;
  const { amountCents } = effect;
  if (effect.occasion.type === 'purchase' && order.tooSmall !== null)
    return answerTooSmall(deps, invoicing, order.tooSmall);
  if (!isPayable(invoicing))
    return refuseInvoice(deps, invoicing, { reason: 'too_small', leastCents: order.leastCents });
  await keepPace(deps, order);
  const { orderId, corrected } = formatOrderId({ userId: userId as UserId, openChannelId, reference });
  if (corrected) log.error('order_id.corrected', { reference });
  const { invoiceId, invoiceUrl } = await nowpayments.createInvoice({
    priceCents: amountCents,
    orderId,
    orderDescription: descriptionOf(order),
    ipnCallbackUrl,
    timeoutMs: claim === 1 ? FIRST_TIMEOUT_MS : LATER_TIMEOUT_MS,
  });
  const isSaved = await saveInvoice(database, { invoiceId, invoiceUrl, reference, priceCents: amountCents }, [
    payNow(invoicing, invoiceUrl),
    askLater(invoicing),
  ]);
  if (!isSaved) throw idTaken(invoiceId);
  log.info('invoice.created', { reference, invoiceId, amountCents });
  return DONE;
}

async function afterFailure(
  deps: InvoiceDependencies,
  invoicing: InvoiceAttempt,
  error: NowpaymentsError,
): Promise<Outcome> {
  const { effect, order } = invoicing;
  deps.log.error('invoice.failed', { reference: effect.reference, error, detail: error.detail });
  await releaseInvoice(deps.database, { ...effect, claim: order.claim });
  if (error.isDefinite) return refuseForGood(deps, invoicing, error);
  return postpone(deps, invoicing, later(error.message, error.retryAfterSeconds));
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
    await promiseIfWanted(deps.database, effect, [payNow(invoicing, order.invoiceUrl), askLater(invoicing)]);
    return DONE;
  }
  if (order.claim === null) return notYet(1);
  try {
    return await create(deps, invoicing, order.claim);
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
  if (isWanted(invoicing) && order.invoiceUrl === null)
    await refuseInvoice(deps, invoicing, { reason: 'unanswered', leastCents: null });
  return NOT_IN_TIME;
}
