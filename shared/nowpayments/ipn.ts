import { createHash } from 'node:crypto';
import * as z from 'zod';
import { decimalOf } from '../domain/common/money';
import { storableText } from '../domain/common/storable-text';
import { STORED, type StoredType } from '../domain/common/stored-types';
import type { PaymentReport } from '../domain/payments/payment-report';
import { paymentStatusOf } from '../domain/payments/payment-status';

/** A payment as NOWPayments reports it. Amounts are decimal strings; what was null, absent or not an amount is null. */
export type Ipn = Omit<PaymentReport, 'reference'>;

/**
 * Signed, but nothing we can act on. `malformed`: it names a payment, an invoice or an order, so it may be about a
 * buyer's money. `other_subject`: a payout or a custody transfer, which names none of them.
 */
export interface NotAPayment {
  readonly kind: 'not_a_payment';
  readonly reason: 'other_subject' | 'malformed';
}

// The same field is a number in an IPN, a string in another answer and null in a third (2023 to 2026), so each is read
// permissively. Unknown keys are ignored.
const scalar = z.union([z.string(), z.number()]).nullish();
const anything = z.unknown().optional();
const amount = anything.transform(amountOf);
const currency = anything.transform((value) => textOf(value, STORED.currency)?.toLowerCase() ?? null);
// Fails on an invalid value instead of reading null, because a child with an unreadable parent must not settle its
// order.
const id = scalar.transform(idOf);

const PaymentBody = z.object({
  payment_id: id.pipe(z.number()),
  parent_payment_id: id,
  invoice_id: id,
  order_id: anything.transform((value) => textOf(value, STORED.orderId)),
  payment_status: z.string().min(1).transform(storableText).refine(STORED.status.accepts),
  price_amount: amount,
  price_currency: currency,
  pay_amount: amount,
  actually_paid: amount,
  actually_paid_at_fiat: amount,
  pay_currency: currency,
  outcome_amount: amount,
  outcome_currency: currency,
});

const AnyBody = z.object({ payment_id: anything, invoice_id: anything, order_id: anything });

/** NOWPayments also writes null as `""` and `"null"`. */
const isGiven = (value: unknown): boolean => value != null && value !== '' && value !== 'null';

/**
 * Reads a verified IPN, or the same shape from `GET /payment/{id}`. Never throws, because a signed oddity is parked.
 */
export function parseIpn(body: unknown): Ipn | NotAPayment {
  const parsed = PaymentBody.safeParse(body);
  if (parsed.success) return ipnFrom(parsed.data);
  const any = AnyBody.safeParse(body);
  if (!any.success) return { kind: 'not_a_payment', reason: 'malformed' };
  const isAboutMoney = Object.values(any.data).some(isGiven);
  return { kind: 'not_a_payment', reason: isAboutMoney ? 'malformed' : 'other_subject' };
}

/** A payment that we asked NOWPayments about, with the answer as it was sent. */
export interface ReportedPayment {
  readonly ipn: Ipn;
  readonly body: unknown;
}

export function isPayment(parsed: Ipn | NotAPayment): parsed is Ipn {
  return !('kind' in parsed);
}

/**
 * Recognises a repeated delivery by everything that is read from it, because NOWPayments sends no event id. It hashes
 * the parsed values, because many spellings share one signature, and all of them, because an IPN that differs only in
 * its price can be the one that settles. What is the same in every IPN is left out, so that ids stay as they always were.
 */
export function ipnDeliveryId(ipn: Ipn): string {
  const inOrder = Object.entries(ipn)
    .filter(([name]) => name !== 'rail' && name !== 'payerUserId')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `${ipn.paymentId}:${createHash('sha256').update(JSON.stringify(inOrder)).digest('hex')}`;
}

function ipnFrom(body: z.infer<typeof PaymentBody>): Ipn {
  return {
    rail: 'nowpayments',
    payerUserId: null,
    paymentId: body.payment_id,
    parentPaymentId: body.parent_payment_id,
    invoiceId: body.invoice_id === null ? null : String(body.invoice_id),
    orderId: body.order_id,
    paymentStatus: paymentStatusOf(body.payment_status),
    rawStatus: body.payment_status,
    priceAmount: body.price_amount,
    priceCurrency: body.price_currency,
    payAmount: body.pay_amount,
    actuallyPaid: body.actually_paid,
    actuallyPaidAtFiat: body.actually_paid_at_fiat,
    payCurrency: body.pay_currency,
    outcomeAmount: body.outcome_amount,
    outcomeCurrency: body.outcome_currency,
  };
}

function amountOf(value: unknown): string | null {
  return typeof value === 'number' || typeof value === 'string' ? (decimalOf(value) ?? null) : null;
}

/** Other systems may use numbers as order ids, and some answers write null as `""`. */
function textOf(value: unknown, { accepts }: StoredType<string>): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = storableText(String(value).trim());
  return text !== '' && accepts(text) ? text : null;
}

/** Integer digits within 2^53. NOWPayments sometimes writes null as `"null"`. */
function idOf(value: string | number | null | undefined, context: z.RefinementCtx): number | null {
  const text = String(value ?? '');
  if (text === '' || text === 'null') return null;
  const number = Number(text);
  if (/^[1-9]\d*$/.test(text) && STORED.providerId.accepts(number)) return number;
  context.addIssue({ code: 'custom', message: 'not an id' });
  return z.NEVER;
}
