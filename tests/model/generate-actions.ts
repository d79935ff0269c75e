import fc from 'fast-check';
import type { BuyerAction, Manner, Posting } from './actions';
import type { Decision } from '../../shared/domain/payments/payment';

const posting: fc.Arbitrary<Posting> = fc.record({
  keep: weighted({ last: 8, all: 2, some: 4, none: 4 }),
  order: weighted({ as_sent: 3, reversed: 1, shuffled: 1 }),
  isAtOnce: fc.boolean(),
  isTwice: fc.boolean(),
  seed: fc.nat(99),
});

const nth = fc.nat(5);
const percent = fc.oneof(fc.integer({ min: 10, max: 98 }), fc.constantFrom(50, 97, 99, 100));
const of = <Type extends string>(type: Type) => fc.constant(type);

/** One of the words by weight. Shrinking prefers the first, so the first is the simplest. */
function weighted<Word extends string>(words: Readonly<Record<Word, number>>): fc.Arbitrary<Word> {
  const options = Object.entries(words) as [Word, number][];
  return fc.oneof(
    { withCrossShrink: true },
    ...options.map(([word, weight]) => ({ arbitrary: fc.constant(word), weight })),
  );
}

// Mostly days, because access for ever leaves nothing to remove.
const tier = fc.constantFrom(1 as const, 2 as const, 1 as const, 2 as const, 3 as const);

export const order: fc.Arbitrary<BuyerAction> = fc.record({ type: of('order'), tier });

/** Above and below the minimum of the dearer coins. */
const dollars = fc.constantFrom(40, 9, 25, 300);
export const donate: fc.Arbitrary<BuyerAction> = fc.record({ type: of('donate'), dollars });

const pay: fc.Arbitrary<BuyerAction> = fc.record({
  type: of('pay'),
  // Mostly the newest invoice, sometimes one that may be paid, cancelled or replaced.
  invoice: fc.oneof({ arbitrary: fc.constant(0), weight: 5 }, nth),
  manner: weighted<Manner>({
    exact: 9,
    partial: 6,
    over: 2,
    late: 2,
    expired: 1,
    failed: 2,
    twice: 2,
    wrong_coin: 1,
    unknown_worth: 3,
    hanging: 2,
    waiting: 2,
  }),
  percent,
  coin: weighted({ usdttrc20: 6, btc: 1, eth: 1, trx: 1 }),
  posting,
});

const payMore: fc.Arbitrary<BuyerAction> = fc.record({
  type: of('pay_more'),
  payment: nth,
  manner: weighted({ twice: 3, wrong_coin: 2, unknown_worth: 3, late: 2, exact: 2, failed: 1 }),
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
  { arbitrary: donate, weight: 2 },
  { arbitrary: payMore, weight: 4 },
  { arbitrary: fc.record({ type: of('post'), posting }), weight: 4 },
  {
    arbitrary: fc.record({ type: of('repeat'), times: fc.integer({ min: 1, max: 4 }), seed: nth }),
    weight: 2,
  },
  { arbitrary: fc.record({ type: of('refund'), payment: nth, posting }), weight: 4 },
  {
    arbitrary: fc.record({
      type: of('pay_stars'),
      order: fc.oneof({ arbitrary: fc.constant(0), weight: 4 }, nth),
      by: weighted({ buyer: 5, stranger: 1 }),
      told: weighted({ once: 6, twice: 2, never: 1 }),
    }),
    weight: 5,
  },
  {
    arbitrary: fc.record({
      type: of('refund_stars'),
      payment: nth,
      by: weighted({ telegram: 2, owner: 3, store: 2 }),
    }),
    weight: 3,
  },
  { arbitrary: fc.record({ type: of('finish'), payment: nth, posting }), weight: 2 },
  {
    arbitrary: fc.record({
      type: of('decide'),
      payment: nth,
      decision: weighted<Decision | 'wait'>({ accept: 4, credit: 4, refund: 5, wait: 1 }),
      by: weighted({ owner: 9, stranger: 1 }),
      isConfirmed: fc.oneof({ arbitrary: fc.constant(true), weight: 4 }, fc.constant(false)),
    }),
    weight: 8,
  },
  {
    arbitrary: fc.record({
      type: of('value'),
      payment: nth,
      dollars: fc.constantFrom(30, 1, 12),
    }),
    weight: 6,
  },
  {
    arbitrary: fc.record({ type: of('reprice'), percent: fc.constantFrom(80, 100, 125) }),
    weight: 2,
  },
  { arbitrary: simply('join'), weight: 12 },
  {
    arbitrary: fc.record({ type: of('look'), at: weighted({ mine: 2, cases: 1, orders: 1 }) }),
    weight: 2,
  },
  { arbitrary: simply('leave'), weight: 3 },
  { arbitrary: simply('enter'), weight: 2 },
  { arbitrary: simply('cancel'), weight: 1 },
  { arbitrary: simply('stranger_joins'), weight: 1 },
);
