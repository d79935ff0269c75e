import { badRequest } from '../wire/errors';
import type { Params } from '../wire/params';
import type { InvoiceTerms } from './star-types';

const MAX_PAYLOAD_BYTES = 128;
const MAX_SUBSCRIPTION_STARS = 10_000;
/** The documents say that an amount can be too high, but not from where on. */
const MAX_STARS = 100_000;

type Price = { readonly label: string; readonly amount: number };
type Asked = Omit<InvoiceTerms, 'amount'> & { readonly currency: string; readonly prices: readonly Price[] };

/** Reads an invoice as the server does before it asks Telegram (Client.cpp, get_input_message_invoice). */
export function readInvoice(params: Params): Asked {
  const title = required(params, 'title');
  const description = required(params, 'description');
  const payload = required(params, 'payload');
  // Bytes that are not UTF-8 became this sign when the body was read.
  if (payload.includes('\ufffd')) throw badRequest('the payload must be encoded in UTF-8');
  const currency = required(params, 'currency');
  return {
    title,
    description,
    payload,
    currency,
    prices: readPrices(params),
    startParameter: params.string('start_parameter'),
    // A number out of range is clamped and not refused, so that -5 asks for one payment.
    subscriptionPeriod: Math.max(0, params.integer('subscription_period')),
  };
}

/** Empty counts as missing. Like every sentence of the server, it begins with a small letter in an answer. */
export function required(params: Params, name: string): string {
  const value = params.string(name);
  if (value === '') throw badRequest(`parameter "${name}" is required`);
  return value;
}

function readPrices(params: Params): Price[] {
  required(params, 'prices');
  const prices = params.json('prices');
  if (prices === undefined) throw badRequest("can't parse prices JSON object");
  if (!Array.isArray(prices)) throw badRequest('expected an Array of labeled prices');
  const read = (prices as unknown[]).map(readPrice);
  if (read.length === 0) throw badRequest('there must be at least one price');
  return read;
}

function readPrice(price: unknown): Price {
  if (typeof price !== 'object' || price === null || Array.isArray(price))
    throw unparsable('LabeledPrice must be an Object');
  const { label, amount } = price as Readonly<Record<string, unknown>>;
  if (typeof label !== 'string' || label === '') throw unparsable('LabeledPrice label must be non-empty');
  if (!/^-?\d+$/.test(String(amount)))
    throw unparsable('Can\'t parse labeled price amount: Field "amount" must be of type Number');
  return { label, amount: Number(amount) };
}

const unparsable = (reason: string) => badRequest(`can't parse labeled price: ${reason}`);

/** Refuses what Telegram refuses. The texts for a long title and for tips are in no document. */
export function checkInvoice(asked: Asked, params: Params, period: number): InvoiceTerms {
  const { currency, prices, ...terms } = asked;
  const amount = prices[0]?.amount ?? 0;
  if (currency !== 'XTR' || params.string('provider_token') !== '')
    throw badRequest('PAYMENT_PROVIDER_INVALID');
  if (Buffer.byteLength(terms.payload) > MAX_PAYLOAD_BYTES) throw badRequest('INVOICE_PAYLOAD_INVALID');
  if (terms.title.length > 32 || terms.description.length > 255) throw badRequest('MEDIA_INVALID');
  if (prices.length > 1 || params.integer('max_tip_amount') > 0) throw badRequest('STARS_INVOICE_INVALID');
  if (amount <= 0 || amount > MAX_STARS) throw badRequest('CURRENCY_TOTAL_AMOUNT_INVALID');
  if (![0, period].includes(terms.subscriptionPeriod)) throw badRequest('SUBSCRIPTION_PERIOD_INVALID');
  if (terms.subscriptionPeriod !== 0 && amount > MAX_SUBSCRIPTION_STARS)
    throw badRequest('SUBSCRIPTION_AMOUNT_INVALID');
  return { ...terms, amount };
}
