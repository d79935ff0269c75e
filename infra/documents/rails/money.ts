import type { Scenario } from './scenario';

/** What may come, and for which order. */
export const SCENARIOS_OF_MONEY = {
  exact: {
    name: 'the exact price is paid',
    holds:
      'The order is settled once. Its buyer gets the days and one link that lets in nobody else. The owner is told once.',
  },
  part: {
    name: 'a part of the price is paid',
    holds: 'It buys no days. The buyer can pay the rest.',
  },
  two_parts: {
    name: 'the price is paid in two parts',
    holds: 'The order is settled once, by both together.',
  },
  over: {
    name: 'more than the price is paid',
    holds: 'It buys the days of the order and no more. The owner reads what was too much.',
  },
  late: {
    name: 'the money comes after the time to pay has ended',
    holds: 'If the same is still sold for as little, the order is settled.',
  },
  repeated: {
    name: 'more money follows to the same place',
    holds: 'It buys nothing by itself: it is a case for the owner.',
  },
  wrong_asset: {
    name: 'another asset comes than was asked for',
    holds: 'It buys nothing by itself: it is a case for the owner.',
  },
  somebody_else: {
    name: 'somebody else pays',
    holds: 'They get nothing by it. The days belong to the buyer of the order, or no money moves.',
  },
  old_price: {
    name: 'an old link is paid at a price that is no longer offered',
    holds: 'It buys nothing by itself: it is refused, or a case for the owner.',
  },
  closed: {
    name: 'a cancelled order is paid',
    holds: 'The money is not lost: it is refused before it moves, settles the order, or is a case.',
  },
  settled_already: {
    name: 'a settled order is paid again',
    holds: 'It is settled once. The second payment is refused, or a case that the owner can refund.',
  },
  two_devices: {
    name: 'an order is paid on two devices at once',
    holds: 'It is settled once. The second payment is a case that the owner can refund.',
  },
} as const satisfies Readonly<Record<string, Scenario>>;
