import {
  addFractions,
  biggerFraction,
  compareFractions,
  divideFractions,
  floorOf,
  fractionOf,
  multiplyFractions,
  wholeFraction,
  ZERO,
  type Fraction,
} from '../common/fraction';
import type { Cents } from '../common/ids';
import { railFacts } from '../common/rails';
import { priceIn, type Order, type Payment } from './payment';

/** How it is known what came: by an invoice of the order, the provider's valuation, its owner, or not at all. */
export type KnownBy = 'invoice' | 'fiat' | 'typed' | 'unknown';

/** What came with a payment, in exact US cents. `null` if its worth is unknown. */
export interface ReceivedMoney {
  readonly knownBy: KnownBy;
  readonly cents: Fraction | null;
}

/** The most that an owner may say a payment was worth. */
export const MAX_WORTH_CENTS = 99_999_999 as Cents;

const UNKNOWN: ReceivedMoney = { knownBy: 'unknown', cents: null };
const ONE_CENT = wholeFraction(1);
const CENTS_PER_DOLLAR = wholeFraction(100);

const isPositive = (decimal: string | null): decimal is string =>
  decimal !== null && compareFractions(fractionOf(decimal), ZERO) > 0;

/** True if the provider called the payment paid, whatever arrived, and even if it was sent back afterwards. */
export const wasFinished = ({ seen }: Pick<Payment, 'seen'>): boolean => seen.includes('finished');

/** The price of an own payment: no parent, and the price is that of an invoice of its order. Else `undefined`. */
export const ownPriceOf = (payment: Payment, order: Order): number | undefined =>
  payment.parentPaymentId === null ? priceIn(payment, order) : undefined;

/** The share of its price that came. `undefined` if the provider names no amount asked for, or none for a part. */
function shareThatCame(priceCents: number, { seen, actuallyPaid, payAmount }: Payment): Fraction | undefined {
  if (!isPositive(payAmount)) return undefined;
  if (seen.includes('partially_paid') && !isPositive(actuallyPaid)) return undefined;
  const paid = divideFractions(fractionOf(actuallyPaid ?? '0'), fractionOf(payAmount));
  return paid && multiplyFractions(wholeFraction(priceCents), paid);
}

/** A later IPN may leave out the price that an earlier one proved. A payment that was finished proved its whole price. */
const provenPriceOf = (payment: Payment): number | undefined =>
  wasFinished(payment) && payment.provenCents > 0 ? payment.provenCents : undefined;

/** A sandbox reports `finished` with nothing paid (captured IPNs, 2024 and 2025), and coins have fewer decimals than prices. */
function cameByInvoice(priceCents: number, payment: Payment): Fraction | undefined {
  const share = shareThatCame(priceCents, payment);
  if (!wasFinished(payment)) return share;
  const price = wholeFraction(priceCents);
  if (share === undefined || !isPositive(payment.actuallyPaid)) return price;
  const isJustShort =
    compareFractions(share, price) < 0 && compareFractions(addFractions(share, ONE_CENT), price) > 0;
  return isJustShort ? price : share;
}

/**
 * What came with a payment. Nothing else says what a payment is worth, and no reading is above what came: a payment for
 * an invoice of its order is worth its share of that price, without a cap; any other what the provider says in dollars,
 * unless the owner said it before.
 */
export function receivedWith(payment: Payment, order: Order): ReceivedMoney {
  const priceCents = ownPriceOf(payment, order) ?? provenPriceOf(payment);
  const byInvoice = priceCents === undefined ? undefined : cameByInvoice(priceCents, payment);
  if (byInvoice !== undefined) return { knownBy: 'invoice', cents: byInvoice };
  if (payment.provenCents > 0) return { knownBy: 'invoice', cents: wholeFraction(payment.provenCents) };
  if (payment.typedCents !== null) return { knownBy: 'typed', cents: wholeFraction(payment.typedCents) };
  const { actuallyPaidAtFiat, priceCurrency } = payment;
  if (priceCurrency === 'usd' && isPositive(actuallyPaidAtFiat))
    return { knownBy: 'fiat', cents: multiplyFractions(fractionOf(actuallyPaidAtFiat), CENTS_PER_DOLLAR) };
  return UNKNOWN;
}

/** What came in whole cents, rounded down. `null` if its worth is unknown. */
export function receivedCentsOf(payment: Payment, order: Order): Cents | null {
  const { cents } = receivedWith(payment, order);
  return cents === null ? null : floorOf(cents);
}

/** Like `receivedCentsOf`, of dollars alone: 0 for another currency, which no figure turns into them. */
export const dollarsOf = (payment: Payment, order: Order): Cents | null =>
  railFacts(payment.rail).currency === 'usd' ? receivedCentsOf(payment, order) : (0 as Cents);

/** What a payment proves in its present status. `finished` proves the whole price, `partially_paid` proves what came. */
function provenNow(payment: Payment, order: Order): Fraction {
  const priceCents = ownPriceOf(payment, order);
  if (priceCents === undefined) return ZERO;
  const came = receivedWith(payment, order).cents ?? ZERO;
  if (payment.paymentStatus === 'finished') return biggerFraction(wholeFraction(priceCents), came);
  return payment.paymentStatus === 'partially_paid' ? came : ZERO;
}

/**
 * What a payment proves toward the price of its order without anybody's decision, because the provider or the owner's
 * dashboard said that it was paid or that a part came. An amount that only another report named proves nothing: what an
 * order is paid by must not depend on which came first.
 */
export function provenBy(payment: Payment, order: Order): Fraction {
  const before = wholeFraction(payment.provenCents);
  const now = provenNow(payment, order);
  const isOfAnotherReport = payment.paymentStatus === 'partially_paid' && floorOf(now) > payment.provenCents;
  return isOfAnotherReport ? before : biggerFraction(before, now);
}

/** What a single IPN proves: at most the price of its invoice, rounded down, as the previous release reads it. */
export const provenCentsOf = (payment: Payment, order: Order): number =>
  Math.min(floorOf(provenNow(payment, order)), ownPriceOf(payment, order) ?? 0);
