import type { Scenario } from './scenario';

/** What a provider reports about money, and how it goes back. */
export const SCENARIOS_OF_REPORTS = {
  duplicate: {
    name: 'each report of the provider comes twice',
    holds: 'Everything happens once.',
  },
  reordered: {
    name: 'the reports of the provider come in the wrong order',
    holds: 'The result is the same.',
  },
  lost: {
    name: 'every report of the provider is lost',
    holds: 'Reconciliation finds the money and settles the order.',
  },
  forged: {
    name: 'somebody else sends a report in the name of the provider',
    holds: 'It is refused and changes nothing.',
  },
  replayed: {
    name: 'an old report is sent again',
    holds: 'It is acknowledged and changes nothing.',
  },
  other_price: {
    name: 'a report claims another price or currency than the order has',
    holds: 'It buys nothing by itself: it is a case for the owner.',
  },
  unknown_order: {
    name: 'money comes for an order that nobody knows',
    holds: 'It is acknowledged, kept and visible to the operator.',
  },
  unreadable: {
    name: 'a report about money cannot be read',
    holds: 'It is acknowledged and kept as it came.',
  },
  refund_by_us: {
    name: 'the owner refunds a payment',
    holds:
      'After one more question, it counts as sent back, what it bought ends, and the buyer is told once.',
  },
  refund_unasked: {
    name: 'the provider or the merchant refunds without our asking',
    holds: 'The days end, the member is removed, and both sides are told once.',
  },
  refund_repeated: {
    name: 'a refund is reported again',
    holds: 'It changes nothing, and nobody is told twice.',
  },
  refund_fails: {
    name: 'a refund is refused for good',
    holds: 'The owner is told, and nothing claims that money moved.',
  },
  charged_back: {
    name: 'a payment is charged back',
    holds: 'The difference in the balance is a case for the operator, with its size.',
  },
} as const satisfies Readonly<Record<string, Scenario>>;
