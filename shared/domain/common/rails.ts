/** The ways for money to come in. */
export const RAIL_NAMES = ['nowpayments', 'stars'] as const;
export type RailName = (typeof RAIL_NAMES)[number];

/** What figures count, each for itself. */
export type Currency = 'usd' | 'xtr';

/** What the core has to know of a rail. What a rail does is in `shared/services/rails.ts`. */
export interface RailFacts {
  readonly currency: Currency;
  /** It says who paid, so somebody else's money is a case. */
  readonly knowsPayer: boolean;
  /** A refund is ours to make, and done only when the rail says so. Otherwise, the owner sends it and says so. */
  readonly isRefundedByUs: boolean;
  /** Money for an order that was closed before it came counts by itself. Otherwise, its owner decides. */
  readonly paysClosedOrders: boolean;
}

const RAIL_FACTS = {
  nowpayments: { currency: 'usd', knowsPayer: false, isRefundedByUs: false, paysClosedOrders: true },
  stars: { currency: 'xtr', knowsPayer: true, isRefundedByUs: true, paysClosedOrders: false },
} as const satisfies Record<RailName, RailFacts>;

/** The rail that an order has a price of its own for. */
export const STAR_RAIL = 'stars' satisfies RailName;

export const railFacts = (rail: RailName): RailFacts => RAIL_FACTS[rail];
