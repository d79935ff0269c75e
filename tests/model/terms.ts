import type { Cents } from '../../shared/domain/common/ids';

/** What the cheapest coin can pay, in cents. The others can pay less than half of the donations and rests. */
export const LEAST_PAYABLE_CENTS = 500;

/** What a channel charges for, and what it allows. */
export interface Terms {
  readonly graceHours: number;
  readonly tolerancePercent: number;
}

export const TIERS = [
  { name: 'Month', priceCents: 3000 as Cents, days: 30 },
  { name: 'Quarter', priceCents: 7500 as Cents, days: 90 },
] as const;
