import { coinAmount, findCoin, minimumUsdCents, rateUsdCents, usdCents, type Coin } from '../coins';
import { belowMinimum, invalidParams, notConvertable } from './errors';
import { fieldsOf } from '../http';
import type { SimInvoice } from '../types';
import { changed, freshId, now, type World } from '../world';

/** Creates an invoice with exactly the checks that NOWPayments makes. */
export function createInvoice(world: World, body: unknown): SimInvoice {
  const fields = fieldsOf(body);
  const price = readPrice(fields);
  const payCurrency = readText(fields, 'pay_currency');
  // NOWPayments checks the minimum only if a coin is named. Otherwise it accepts a price that no coin can pay.
  if (payCurrency !== null) checkMinimum(world, payableCoin(payCurrency), price);
  const id = String(freshId((taken) => world.invoices.has(String(taken))));
  const invoice: SimInvoice = {
    id,
    orderId: readText(fields, 'order_id'),
    orderDescription: readText(fields, 'order_description'),
    ...price,
    payCurrency,
    ipnCallbackUrl: readCallbackUrl(fields),
    successUrl: readText(fields, 'success_url'),
    cancelUrl: readText(fields, 'cancel_url'),
    partiallyPaidUrl: readText(fields, 'partially_paid_url'),
    isFixedRate: fields['is_fixed_rate'] === true,
    isFeePaidByUser: fields['is_fee_paid_by_user'] === true,
    invoiceUrl: `${world.origin}/payment/?iid=${id}`,
    createdAt: now(world),
  };
  world.invoices.set(id, invoice);
  changed(world);
  return invoice;
}

export interface Price {
  readonly priceAmount: number;
  readonly priceCurrency: string;
}

export type Fields = Readonly<Record<string, unknown>>;

export function readPrice(fields: Fields): Price {
  const amount = fields['price_amount'];
  const currency = fields['price_currency'];
  if (amount === undefined) throw invalidParams('price_amount is required');
  if (typeof amount !== 'number' || !Number.isFinite(amount)) {
    throw invalidParams('price_amount must be a number');
  }
  if (amount <= 0) throw invalidParams('price_amount must be a positive number');
  if (typeof currency !== 'string' || currency === '') throw invalidParams('price_currency is required');
  if (rateUsdCents(currency) === undefined) throw notConvertable(currency);
  return { priceAmount: amount, priceCurrency: currency.toLowerCase() };
}

export function readText(fields: Fields, name: string): string | null {
  const value = fields[name];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw invalidParams(`${name} must be a string`);
  return value;
}

/**
 * Refuses `localhost`, as NOWPayments does, but accepts 127.0.0.1, because the local functions listen there.
 */
export function readCallbackUrl(fields: Fields): string | null {
  const text = readText(fields, 'ipn_callback_url');
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw invalidParams('ipn_callback_url must be a valid uri with a scheme matching the http|https pattern');
  }
  if (url.hostname === 'localhost') throw invalidParams('ipn_callback_url can not be localhost');
  return text;
}

export function payableCoin(code: string): Coin {
  const coin = findCoin(code);
  if (!coin) throw notConvertable(code);
  return coin;
}

export function checkMinimum(world: World, coin: Coin, price: Price): void {
  const cents = usdCents(price.priceAmount, price.priceCurrency);
  if (cents < minimumUsdCents(coin, world)) {
    throw belowMinimum(coinAmount(coin, cents));
  }
}
