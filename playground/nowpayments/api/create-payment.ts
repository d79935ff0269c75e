import { randomInt } from 'node:crypto';
import { PAYOUT_COIN, coinAmount, roundTo, usdCents, type Coin } from '../coins';
import {
  checkMinimum,
  payableCoin,
  readCallbackUrl,
  readPrice,
  readText,
  type Fields,
} from './create-invoice';
import { invalidParams, notFound } from './errors';
import type { SimInvoice, SimPayment } from '../types';
import { changed, freshId, now, type World } from '../world';

type Terms = Omit<
  SimPayment,
  'paymentId' | 'purchaseId' | 'createdAt' | 'updatedAt' | 'paymentStatus' | 'actuallyPaid' | 'lastIpn'
>;

const OWN_PRICE = { worthUsd: null, isWorthHidden: false } as const;

/** Creates the payment when the payer chooses a coin on the invoice page. */
export function payInvoice(world: World, invoice: SimInvoice, coinCode: string): SimPayment {
  const coin = payableCoin(coinCode);
  checkMinimum(world, coin, invoice);
  return open(world, {
    ...invoice,
    ...quote(coin, invoice),
    ...OWN_PRICE,
    parentPaymentId: null,
    invoiceId: invoice.id,
    shownOnInvoiceId: invoice.id,
  });
}

/** `POST /v1/invoice-payment`. */
export function createInvoicePayment(world: World, fields: Fields): SimPayment {
  const { iid } = fields;
  if (typeof iid !== 'string' && typeof iid !== 'number') throw invalidParams('iid is required');
  const invoice = world.invoices.get(String(iid));
  if (!invoice) throw notFound('Invoice');
  return payInvoice(world, invoice, readPayCurrency(fields));
}

/** `POST /v1/payment`: creates a payment without an invoice, so it has no page. */
export function createDirectPayment(world: World, fields: Fields): SimPayment {
  const price = readPrice(fields);
  const coin = payableCoin(readPayCurrency(fields));
  checkMinimum(world, coin, price);
  const isFeePaidByUser = fields['is_fee_paid_by_user'] === true;
  return open(world, {
    ...price,
    ...quote(coin, price),
    ...OWN_PRICE,
    parentPaymentId: null,
    invoiceId: null,
    shownOnInvoiceId: null,
    ipnCallbackUrl: readCallbackUrl(fields),
    orderId: readText(fields, 'order_id'),
    orderDescription: readText(fields, 'order_description'),
    isFixedRate: fields['is_fixed_rate'] === true || isFeePaidByUser,
    isFeePaidByUser,
  });
}

export type Arrival = 'repeated' | 'wrong_asset';

/**
 * Opens a child payment, for unexpected money on the address of `parent`. As captured, a child has the parent's order_id
 * and no invoice. Its price is the parent's, and it asked for what arrived, so it always looks paid in full.
 */
export function openChild(
  world: World,
  parent: SimPayment,
  { arrival, percent, isWorthHidden = false }: { arrival: Arrival; percent: number; isWorthHidden?: boolean },
): SimPayment {
  const coin = payableCoin(arrival === 'repeated' ? parent.payCurrency : otherCoin(parent));
  const cents = (usdCents(parent.priceAmount, parent.priceCurrency) * percent) / 100;
  const terms: Terms = {
    ...parent,
    parentPaymentId: parent.paymentId,
    invoiceId: null,
    worthUsd: roundTo((cents / 100) * RATE_LOSS, 8),
    isWorthHidden,
    payCurrency: coin.code,
    payAmount: coinAmount(coin, cents),
  };
  const child = open(world, terms, arrival === 'repeated' ? parent.purchaseId : undefined);
  child.actuallyPaid = child.payAmount;
  return child;
}

/** A child was captured at a little less than its coins. */
const RATE_LOSS = 0.99886;

const otherCoin = ({ payCurrency }: SimPayment) => (payCurrency === PAYOUT_COIN ? 'trx' : PAYOUT_COIN);

function open(world: World, terms: Terms, purchaseId?: string): SimPayment {
  const at = now(world);
  const payment: SimPayment = {
    ...copyTerms(terms),
    paymentId: freshId((id) => world.payments.has(id)),
    purchaseId: purchaseId ?? String(freshId(() => false)),
    createdAt: at,
    updatedAt: at,
    paymentStatus: 'waiting',
    actuallyPaid: 0,
    lastIpn: null,
  };
  world.payments.set(payment.paymentId, payment);
  changed(world);
  return payment;
}

/** Copies only the terms, because callers pass objects with more fields. */
function copyTerms(terms: Terms): Terms {
  return {
    parentPaymentId: terms.parentPaymentId,
    invoiceId: terms.invoiceId,
    shownOnInvoiceId: terms.shownOnInvoiceId,
    ipnCallbackUrl: terms.ipnCallbackUrl,
    orderId: terms.orderId,
    orderDescription: terms.orderDescription,
    priceAmount: terms.priceAmount,
    priceCurrency: terms.priceCurrency,
    worthUsd: terms.worthUsd,
    isWorthHidden: terms.isWorthHidden,
    payCurrency: terms.payCurrency,
    payAmount: terms.payAmount,
    payAddress: terms.payAddress,
    payinExtraId: terms.payinExtraId,
    isFixedRate: terms.isFixedRate,
    isFeePaidByUser: terms.isFeePaidByUser,
  };
}

function quote(coin: Coin, price: { priceAmount: number; priceCurrency: string }) {
  return {
    payCurrency: coin.code,
    payAmount: coinAmount(coin, usdCents(price.priceAmount, price.priceCurrency)),
    payAddress: coin.makeAddress(),
    payinExtraId: coin.needsExtraId ? String(randomInt(100_000_000, 999_999_999)) : null,
  };
}

function readPayCurrency(fields: Fields): string {
  const code = readText(fields, 'pay_currency');
  if (code === null) throw invalidParams('pay_currency is required');
  return code;
}
