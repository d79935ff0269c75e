export type PaymentStatus =
  | 'waiting'
  | 'confirming'
  | 'confirmed'
  | 'sending'
  | 'partially_paid'
  | 'finished'
  | 'failed'
  | 'refunded'
  | 'expired';

export type Scenario =
  | 'exact'
  | 'partial'
  | 'underpaid'
  | 'over'
  | 'late'
  | 'expired'
  | 'failed'
  | 'twice'
  | 'wrong_coin'
  | 'ipn_dropped'
  | 'ipn_duplicated'
  | 'ipn_reordered'
  | 'refund'
  | 'waiting';

/** What goes wrong between NOWPayments and us while the payment itself goes its way. */
export interface Delivery {
  readonly drop: boolean;
  readonly duplicate: boolean;
  readonly reorder: boolean;
}

export interface Fault {
  /** An API path such as `/v1/invoice`, with everything below it; absent: any API path. */
  path?: string;
  kind: 'error' | 'timeout' | 'drop' | 'html';
  status?: number;
  code?: string;
  message?: string;
  /** The request takes effect and only its answer is lost: the case a retry doubles. */
  afterPerforming?: boolean;
  /** How many requests it spoils; absent: every one until the faults are cleared. */
  times?: number;
}

export interface NowpaymentsSimulatorOptions {
  port?: number;
  apiKey: string;
  ipnSecret: string;
  email?: string;
  password?: string;
  /** Whether who asks too often is answered 429. Default true. */
  limits?: boolean;
  ipnRetries?: { count: number; intervalMs: number };
  /** After this long without an answer an IPN has failed. Default 3 s, as at NOWPayments. */
  ipnTimeoutMs?: number;
  /** The pause between two statuses of one payment. */
  statusDelayMs?: number;
  /** One minimum for every coin, in place of the measured ones in `coins.ts`. */
  minimumUsdCents?: number;
  /** The page that may call `/sim/*` from another origin. */
  allowedOrigin?: string;
  now?: () => number;
}

/** An invoice as NOWPayments keeps it. It has no status of its own. */
export interface SimInvoice {
  readonly id: string;
  readonly orderId: string | null;
  readonly orderDescription: string | null;
  readonly priceAmount: number;
  readonly priceCurrency: string;
  readonly payCurrency: string | null;
  readonly ipnCallbackUrl: string | null;
  readonly successUrl: string | null;
  readonly cancelUrl: string | null;
  readonly partiallyPaidUrl: string | null;
  readonly isFixedRate: boolean;
  readonly isFeePaidByUser: boolean;
  readonly invoiceUrl: string;
  readonly createdAt: number;
}

/** One payment: made when the payer chose a coin, or when money came in again. */
export interface SimPayment {
  readonly paymentId: number;
  readonly parentPaymentId: number | null;
  /** What goes over the wire; null for direct payments and for children. */
  readonly invoiceId: string | null;
  /** The invoice whose page shows this payment and whose list names it, children included. */
  readonly shownOnInvoiceId: string | null;
  readonly purchaseId: string;
  readonly ipnCallbackUrl: string | null;
  readonly orderId: string | null;
  readonly orderDescription: string | null;
  readonly priceAmount: number;
  readonly priceCurrency: string;
  readonly payCurrency: string;
  readonly payAmount: number;
  readonly payAddress: string;
  readonly payinExtraId: string | null;
  readonly isFixedRate: boolean;
  readonly isFeePaidByUser: boolean;
  readonly createdAt: number;
  paymentStatus: PaymentStatus;
  actuallyPaid: number;
  updatedAt: number;
  /** The last IPN as it was, or would have been, sent: what the dashboard's re-send repeats. */
  lastIpn: string | null;
}

export interface RecordedCall {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  /** The caller's own header, which NOWPayments ignores. */
  readonly correlationId?: string | undefined;
  readonly at: number;
  readonly status: number | 'timeout' | 'dropped';
}

export interface SentIpn {
  readonly paymentId: number | null;
  readonly paymentStatus: string | null;
  readonly body: string;
  readonly at: number;
  readonly attempt: number;
  readonly status: number | 'error' | 'timeout' | 'dropped';
}

export interface PayOptions {
  scenario?: Scenario;
  coin?: string;
  /** What the payer sends, in per cent of what was asked; in a scenario with a second deposit, what that one brings. */
  percent?: number;
  /**
   * How it ends where the dashboard decides: whether a payment a little short is covered, and what becomes of a
   * deposit that was repeated or came in the wrong asset.
   */
  ends?: 'finished' | 'partially_paid';
  /** Goes on with a payment the payer already opened on the page. */
  paymentId?: number;
  /** Added to what the scenario says. */
  delivery?: Partial<Delivery>;
}
