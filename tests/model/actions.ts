import fc from 'fast-check';
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
  'exact' | 'over' | 'partial' | 'late' | 'expired' | 'failed' | 'twice' | 'wrong_coin' | 'waiting';

/** One action of a buyer, a stranger, the owner or NOWPayments. A number chooses from a list by its remainder. */
export type BuyerAction =
  | { readonly type: 'nothing' | 'join' | 'leave' | 'enter' | 'cancel' | 'stranger_joins' }
  | { readonly type: 'order'; readonly tier: 1 | 2 }
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
      readonly manner: 'twice' | 'wrong_coin' | 'late' | 'exact' | 'failed';
      readonly percent: number;
      readonly ends: 'finished' | 'partially_paid';
      readonly posting: Posting;
    }
  /** The merchant's side of NOWPayments: accepts a short payment as paid, or refunds one. */
  | { readonly type: 'finish' | 'refund'; readonly payment: number; readonly posting: Posting }
  /** `post` delivers IPNs that were held. `repeat` delivers some again that had arrived. */
  | { readonly type: 'post'; readonly posting: Posting }
  | { readonly type: 'repeat'; readonly times: number; readonly seed: number }
  | {
      readonly type: 'decide';
      readonly payment: number;
      readonly decision: Decision;
      readonly by: 'owner' | 'stranger';
    };

const posting: fc.Arbitrary<Posting> = fc.record({
  keep: weighted({ last: 8, all: 2, some: 4, none: 4 }),
  order: weighted({ as_sent: 3, reversed: 1, shuffled: 1 }),
  isAtOnce: fc.boolean(),
  isTwice: fc.boolean(),
  seed: fc.nat(99),
});

const nth = fc.nat(5);
const percent = fc.oneof(fc.integer({ min: 10, max: 98 }), fc.constantFrom(50, 99, 100));
const of = <Type extends string>(type: Type) => fc.constant(type);

/** One of the words by weight. Shrinking prefers the first, so the first is the simplest. */
function weighted<Word extends string>(words: Readonly<Record<Word, number>>): fc.Arbitrary<Word> {
  const options = Object.entries(words) as [Word, number][];
  return fc.oneof(
    { withCrossShrink: true },
    ...options.map(([word, weight]) => ({ arbitrary: fc.constant(word), weight })),
  );
}

const tier = fc.constantFrom(1 as const, 2 as const);

export const order: fc.Arbitrary<BuyerAction> = fc.record({ type: of('order'), tier });

const pay: fc.Arbitrary<BuyerAction> = fc.record({
  type: of('pay'),
  // Mostly the newest invoice, sometimes one that may be paid, cancelled or replaced.
  invoice: fc.oneof({ arbitrary: fc.constant(0), weight: 5 }, nth),
  manner: weighted<Manner>({
    exact: 9,
    partial: 5,
    over: 2,
    late: 2,
    expired: 1,
    failed: 2,
    twice: 2,
    wrong_coin: 1,
    waiting: 2,
  }),
  percent,
  coin: weighted({ usdttrc20: 6, btc: 1, eth: 1, trx: 1 }),
  posting,
});

const payMore: fc.Arbitrary<BuyerAction> = fc.record({
  type: of('pay_more'),
  payment: nth,
  manner: weighted({ twice: 3, wrong_coin: 2, late: 2, exact: 2, failed: 1 }),
  percent,
  ends: fc.constantFrom('finished', 'partially_paid'),
  posting,
});

const simply = (type: 'nothing' | 'join' | 'leave' | 'enter' | 'cancel' | 'stranger_joins') =>
  fc.constant<BuyerAction>({ type });

/** Everything that can happen to one buyer. The weights make sequences in which much happens. */
export const action: fc.Arbitrary<BuyerAction> = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: simply('nothing'), weight: 1 },
  { arbitrary: pay, weight: 12 },
  { arbitrary: order, weight: 4 },
  { arbitrary: payMore, weight: 4 },
  { arbitrary: fc.record({ type: of('post'), posting }), weight: 4 },
  {
    arbitrary: fc.record({ type: of('repeat'), times: fc.integer({ min: 1, max: 4 }), seed: nth }),
    weight: 2,
  },
  { arbitrary: fc.record({ type: of('refund'), payment: nth, posting }), weight: 4 },
  { arbitrary: fc.record({ type: of('finish'), payment: nth, posting }), weight: 2 },
  {
    arbitrary: fc.record({
      type: of('decide'),
      payment: nth,
      decision: fc.constantFrom<Decision>('accept', 'credit', 'refund'),
      by: weighted({ owner: 9, stranger: 1 }),
    }),
    weight: 8,
  },
  { arbitrary: simply('join'), weight: 12 },
  { arbitrary: simply('leave'), weight: 3 },
  { arbitrary: simply('enter'), weight: 2 },
  { arbitrary: simply('cancel'), weight: 1 },
  { arbitrary: simply('stranger_joins'), weight: 1 },
);
