import * as z from 'zod';
import type { Cents } from '../domain/common/ids';
import { decimalOf, priceAmount } from '../domain/common/money';
import { asker, type NowpaymentsOptions } from './ask';
import { isPayment, parseIpn, type ReportedPayment } from './ipn';
import { NowpaymentsError } from './nowpayments-error';
import { asciiDescription } from './order-description';
import { paymentLists } from './list-payments';

export interface InvoiceRequest {
  readonly priceCents: Cents;
  readonly orderId: string;
  readonly orderDescription: string;
  readonly ipnCallbackUrl: string;
  readonly successUrl?: string;
  readonly cancelUrl?: string;
  /** How long to wait for the answer. */
  readonly timeoutMs?: number;
}

export interface MinAmountRequest {
  readonly currencyFrom: string;
  /** The payout coin. Without it, the minimum is wrong by up to ten times. */
  readonly currencyTo?: string;
}

export interface NowpaymentsClient {
  /** There is no idempotency key, so after a lost answer the invoice is created again, under the same order id. */
  createInvoice(request: InvoiceRequest): Promise<{ invoiceId: string; invoiceUrl: string }>;
  getMinAmount(request: MinAmountRequest): Promise<{ minAmount: string; fiatEquivalent?: string }>;
  /** Finds only payments made under the same API key. */
  getPayment(paymentId: number): Promise<ReportedPayment>;
  /** The coins that the merchant accepts, in lower case. */
  getCoins(): Promise<string[]>;
  /** Every payment of an invoice, including children. Absent if no log-in is configured. */
  readonly listPayments: ((invoiceId: string) => Promise<ReportedPayment[]>) | undefined;
  getStatus(): Promise<{ message: string }>;
}

const decimal = z.union([z.number(), z.string()]).transform((value, context) => {
  const text = decimalOf(value);
  if (text !== undefined) return text;
  context.addIssue({ code: 'custom', message: 'not an amount' });
  return z.NEVER;
});

const InvoiceAnswer = z.object({
  id: z
    .union([z.string(), z.number()])
    .transform(String)
    .pipe(z.string().regex(/^\d{1,20}$/)),
  invoice_url: z.string().refine(isPayPage, 'not the address of a pay page'),
});
const MinAmountAnswer = z.object({ min_amount: decimal, fiat_equivalent: decimal.nullish() });
// Documented as `currencies`. The real answer has `selectedCurrencies`, in upper case.
// An answer without either must not look like an account that has switched off every coin.
const CoinsAnswer = z
  .object({ selectedCurrencies: z.array(z.string()).optional(), currencies: z.array(z.string()).optional() })
  .transform(({ selectedCurrencies, currencies }) => selectedCurrencies ?? currencies)
  .pipe(z.array(z.string()));
const StatusAnswer = z.object({ message: z.string() });

export interface ClientOptions extends NowpaymentsOptions {
  /** The account's log-in. Without it, the payments of an invoice cannot be listed. */
  readonly account?: { readonly email: string; readonly password: string } | undefined;
}

/** A client of the NOWPayments API. Every failure of a call is a NowpaymentsError. */
export function nowpaymentsClient(options: ClientOptions): NowpaymentsClient {
  const ask = asker(options);
  return {
    async createInvoice(request) {
      const { id, invoice_url } = await ask('POST', 'invoice', InvoiceAnswer, {
        body: invoiceBody(request),
        timeoutMs: request.timeoutMs,
      });
      return { invoiceId: id, invoiceUrl: invoice_url };
    },

    async getMinAmount({ currencyFrom, currencyTo }) {
      const query = { currency_from: currencyFrom, currency_to: currencyTo, fiat_equivalent: 'usd' };
      const { min_amount, fiat_equivalent } = await ask('GET', 'min-amount', MinAmountAnswer, { query });
      return {
        minAmount: min_amount,
        ...(fiat_equivalent == null ? {} : { fiatEquivalent: fiat_equivalent }),
      };
    },

    async getPayment(paymentId) {
      const body = await ask('GET', `payment/${paymentId}`, z.unknown());
      const ipn = parseIpn(body);
      if (isPayment(ipn) && ipn.paymentId === paymentId) return { ipn, body };
      const code = 'UNEXPECTED_ANSWER';
      throw new NowpaymentsError({
        endpoint: `GET payment/${paymentId}`,
        status: 200,
        code,
        retryable: false,
      });
    },

    async getCoins() {
      const coins = await ask('GET', 'merchant/coins', CoinsAnswer);
      return coins.map((coin) => coin.toLowerCase());
    },

    listPayments: options.account && paymentLists(ask, options.account).ofInvoice,

    getStatus: () => ask('GET', 'status', StatusAnswer),
  };
}

function invoiceBody(request: InvoiceRequest): object {
  const { priceCents, orderId, orderDescription, ipnCallbackUrl, successUrl, cancelUrl } = request;
  return {
    price_amount: priceAmount(priceCents),
    price_currency: 'usd',
    order_id: orderId,
    order_description: asciiDescription(orderDescription) || undefined,
    ipn_callback_url: absoluteUrl(ipnCallbackUrl),
    success_url: successUrl && absoluteUrl(successUrl),
    cancel_url: cancelUrl && absoluteUrl(cancelUrl),
  };
}

/** URL keeps a `|`, and NOWPayments answers 400 to one. */
function absoluteUrl(text: string): string {
  return new URL(text).href.replaceAll('|', '%7C');
}

/** Accepts only pages that a buyer can safely open: encrypted ones, or the playground's. */
function isPayPage(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === '127.0.0.1');
}
