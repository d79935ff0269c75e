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
  | 'unknown_worth'
  | 'ipn_dropped'
  | 'ipn_duplicated'
  | 'ipn_reordered'
  | 'refund'
  | 'hanging'
  | 'waiting';

/** What goes wrong with the IPNs of a payment that is otherwise normal. */
export interface Delivery {
  readonly drop: boolean;
  readonly duplicate: boolean;
  readonly reorder: boolean;
}

export interface Fault {
  /** An API path such as `/v1/invoice`, with everything below it. Absent: any API path. */
  path?: string;
  coin?: string; // Only requests about this coin (`currency_from`).
  kind: 'error' | 'text' | 'timeout' | 'slow' | 'drop' | 'html';
  status?: number;
  code?: string;
  message?: string;
  /** Performs the request and loses only its answer, so that a retry would perform it twice. */
  afterPerforming?: boolean;
  /** How long a `slow` answer takes. The request is performed at once, whether or not its client waits. */
  delayMs?: number;
  /** How many requests fail. Absent: all of them, until the faults are cleared. */
  times?: number;
}

export interface NowpaymentsSimulatorOptions {
  port?: number;
  apiKey: string;
  ipnSecret: string;
  email?: string;
  password?: string;
  /** Whether too many requests are answered 429. Default true. */
  limits?: boolean;
  isStrict?: boolean; // Allows one request a second.
  coins?: readonly string[]; // The coins that are switched on. Default: all.
  ipnRetries?: { count: number; intervalMs: number };
  /** How long an IPN waits for its answer before it fails. Default 3 s, as at NOWPayments. */
  ipnTimeoutMs?: number;
  /** The pause between two statuses of one payment. */
  statusDelayMs?: number;
  minimumUsdCents?: number; // One for every coin, instead of the measured ones in `coins.ts`.
  /** The page that may call `/sim/*` from another origin. */
  allowedOrigin?: string;
  /** Called each time a call meets a fault. */
  onFault?: () => void;
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

/** One payment: created when the payer chooses a coin, or when more money arrives. */
export interface SimPayment {
  readonly paymentId: number;
  readonly parentPaymentId: number | null;
  /** As the API reports it: null for direct payments and children. */
  readonly invoiceId: string | null;
  /** The invoice whose page and list show this payment. A child has it too. */
  readonly shownOnInvoiceId: string | null;
  readonly purchaseId: string;
  readonly ipnCallbackUrl: string | null;
  readonly orderId: string | null;
  readonly orderDescription: string | null;
  readonly priceAmount: number;
  readonly priceCurrency: string;
  /** What the coins of a child are worth in dollars; `null` for a payment that has a price of its own. */
  readonly worthUsd: number | null;
  /** True if NOWPayments does not say what they are worth. */
  readonly isWorthHidden: boolean;
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
  /** The last IPN, sent or dropped, which the dashboard's re-send repeats. */
  lastIpn: string | null;
}

export interface PayOptions {
  /** The worth of an unexpected deposit is sent as 0. */
  readonly isWorthHidden?: boolean;
  scenario?: Scenario;
  coin?: string;
  /** What the payer sends, as a percentage of the amount due. In a scenario with a second deposit, the size of that one. */
  percent?: number;
  /**
   * How a payment ends if the dashboard's settings decide it: one that is slightly short, a repeated deposit, or a
   * deposit in the wrong asset.
   */
  ends?: 'finished' | 'partially_paid';
  /** Continues a payment that the payer already opened on the page. */
  paymentId?: number;
  /** Added to what the scenario says. */
  delivery?: Partial<Delivery>;
}
