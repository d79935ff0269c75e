import { FOR_EVER_DAYS } from '../../shared/domain/common/for-ever';
import type { Cents } from '../../shared/domain/common/ids';

/** The coin that most buyers choose. It can pay less than every other, so a buyer of another can't pay every rest. */
export const CHEAPEST_COIN = 'usdttrc20';
/** What it can pay at least, in cents. */
export const LEAST_PAYABLE_CENTS = 500;
/** The coins that are switched on: those that buyers choose. The worker asks about one in a second. */
export const COINS_ON: readonly string[] = [CHEAPEST_COIN, 'btc', 'eth', 'trx'];

/** What a channel charges for, and what it allows. */
export interface Terms {
  readonly graceHours: number;
  readonly tolerancePercent: number;
}

export const TIERS = [
  { name: 'Month', priceCents: 3000 as Cents, days: 30 },
  { name: 'Quarter', priceCents: 7500 as Cents, days: 90 },
  { name: 'Lifetime', priceCents: 9000 as Cents, days: FOR_EVER_DAYS },
] as const;
