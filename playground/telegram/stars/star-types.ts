import type { SimUser } from '../types';

/** What an invoice sells. The payload is not shown to buyers. */
export interface InvoiceTerms {
  readonly title: string;
  readonly description: string;
  readonly payload: string;
  /** Whole Stars. */
  readonly amount: number;
  readonly startParameter: string;
  /** Seconds. 0: one payment. */
  readonly subscriptionPeriod: number;
}

/** Who gets a commission of each payment, in thousandths. */
export interface Affiliate {
  readonly userId: number;
  readonly perMille: number;
}

export interface StarPayment {
  /** The Bot API's `telegram_payment_charge_id`. */
  readonly chargeId: string;
  /** Never equal to `chargeId`, so that code which mixes the two up fails here. */
  readonly providerChargeId: string;
  readonly userId: number;
  readonly amount: number;
  readonly payload: string;
  /** Epoch seconds. */
  readonly date: number;
  /** The charge id of the subscription's first payment. */
  readonly subscriptionId?: string;
  isRefunded: boolean;
}

export interface StarSubscription {
  /** The charge id of its first payment. */
  readonly id: string;
  readonly userId: number;
  readonly terms: InvoiceTerms;
  readonly affiliate: Affiliate | undefined;
  /** Epoch seconds. */
  endsAt: number;
  /** `failed`: the last renewal could not be paid. `ended`: it was canceled, and its time has passed. */
  state: 'active' | 'canceled' | 'failed' | 'ended';
  /** The user cannot enable it again until the bot allows it. */
  isCanceledByBot: boolean;
  /** The next renewal fails, however many Stars there are. */
  failsNext: boolean;
}

/** A row of `getStarTransactions`, before it is written as JSON. */
export interface StarRow {
  readonly id: string;
  /** Epoch seconds. */
  readonly date: number;
  readonly direction: 'in' | 'out';
  /** Billionths of a Star. */
  readonly nanostars: bigint;
  /** A TransactionPartner. Replaced when a withdrawal ends. */
  partner: Readonly<Record<string, unknown>>;
  /** In TON: counted by the offset, but left out of the answer (TDLib, StarManager.cpp). */
  readonly isOtherCurrency?: true;
}

export const NANOSTARS = 1_000_000_000n;

/** A row as the Bot API writes it. */
export interface StarTransaction {
  readonly id: string;
  readonly date: number;
  readonly source?: Readonly<Record<string, unknown>>;
  readonly receiver?: Readonly<Record<string, unknown>>;
  readonly amount: number;
  readonly nanostar_amount?: number;
}

export interface InvoiceSheet {
  readonly title: string;
  readonly description: string;
  readonly amount: number;
  /** The payer's own Stars. */
  readonly balance: number;
  /** Seconds. 0: one payment. */
  readonly subscriptionPeriod: number;
  readonly bot: SimUser;
}

/** What the client shows the payer in the end. */
export type PayOutcome =
  | { readonly state: 'paid'; readonly chargeId: string }
  /** The bot said no, with these words for the buyer. */
  | { readonly state: 'refused'; readonly message: string }
  /** The bot said nothing for ten seconds. */
  | { readonly state: 'timed_out' }
  /** The bot said yes, and the payer did nothing. */
  | { readonly state: 'abandoned' }
  | { readonly state: 'too_few_stars' };

export interface PayOptions {
  /** What the payer does after the bot's yes. Default: pays. */
  readonly afterOk?: 'pay' | 'nothing';
  /** How long they wait before they do it, by the simulator's clock. Default 0. */
  readonly payAfterSeconds?: number;
  readonly affiliate?: Affiliate;
  /** The bot said yes a moment before, so it isn't asked again, whatever changed since then. */
  readonly isApproved?: boolean;
}

/** The id of a message in the payer's own chat with the bot, an invoice link, or a message of another chat. */
export type InvoicePlace = number | string | { readonly chatId: number; readonly messageId: number };
