import type { Decision } from '../../shared/domain/payments/payment';

/** How the IPNs of one payment are delivered. The others are held and may never arrive. */
export interface Posting {
  readonly keep: 'last' | 'all' | 'some' | 'none';
  readonly order: 'as_sent' | 'reversed' | 'shuffled';
  readonly isAtOnce: boolean;
  readonly isTwice: boolean;
  readonly seed: number;
}

/** How a buyer pays an invoice. The names are those of the simulator. */
export type Manner =
  | 'exact'
  | 'over'
  | 'partial'
  | 'late'
  | 'expired'
  | 'failed'
  | 'twice'
  | 'wrong_coin'
  | 'unknown_worth'
  | 'hanging'
  | 'waiting';

/** A further deposit to the address of a payment. */
export const DEPOSITS = ['twice', 'wrong_coin', 'unknown_worth'] as const;

/** One action of a buyer, a stranger, the owner or NOWPayments. A number chooses from a list by its remainder. */
export type BuyerAction =
  | { readonly type: 'nothing' | 'join' | 'leave' | 'enter' | 'cancel' | 'stranger_joins' }
  | { readonly type: 'order'; readonly tier: 1 | 2 | 3 }
  /** Types whole dollars on a keypad and confirms them. */
  | { readonly type: 'donate'; readonly dollars: number }
  /** The owner looks at their cases or orders, or the buyer at what they have. */
  | { readonly type: 'look'; readonly at: 'cases' | 'orders' | 'mine' }
  /** The owner changes the price of every tier. */
  | { readonly type: 'reprice'; readonly percent: number }
  | {
      readonly type: 'pay';
      readonly invoice: number;
      readonly manner: Manner;
      readonly percent: number;
      readonly coin: string;
      readonly posting: Posting;
    }
  /** More money for a known payment: to the same address, in another coin, or after the invoice had expired or failed. */
  | {
      readonly type: 'pay_more';
      readonly payment: number;
      readonly manner: (typeof DEPOSITS)[number] | 'late' | 'exact' | 'failed';
      readonly percent: number;
      readonly ends: 'finished' | 'partially_paid';
      readonly posting: Posting;
    }
  /** The merchant's side of NOWPayments: accepts a short payment as paid, or refunds one. */
  | { readonly type: 'finish' | 'refund'; readonly payment: number; readonly posting: Posting }
  /** Stars for an order, the newest first, after a yes that may be out of date. Telegram tells about them once, twice or never. */
  | {
      readonly type: 'pay_stars';
      readonly order: number;
      readonly by: 'buyer' | 'stranger';
      readonly told: 'once' | 'twice' | 'never';
    }
  /** Telegram sends Stars back by itself, the owner has the bot do it, or a store takes them back and nobody says so. */
  | {
      readonly type: 'refund_stars';
      readonly payment: number;
      readonly by: 'telegram' | 'owner' | 'store';
    }
  /** `post` delivers IPNs that were held. `repeat` delivers some again that had arrived. */
  | { readonly type: 'post'; readonly posting: Posting }
  | { readonly type: 'repeat'; readonly times: number; readonly seed: number }
  | {
      readonly type: 'decide';
      readonly payment: number;
      readonly decision: Decision | 'wait';
      readonly by: 'owner' | 'stranger';
      /** A refund is asked once more. */
      readonly isConfirmed: boolean;
    }
  /** The owner says what a payment of unknown worth was worth. */
  | { readonly type: 'value'; readonly payment: number; readonly dollars: number };

export type ActionOf<Type extends BuyerAction['type']> = Extract<BuyerAction, { type: Type }>;

/** What was done, for the coverage. `undefined` if the action was impossible and nothing was done. */
export type ActionLabel = string | undefined;
