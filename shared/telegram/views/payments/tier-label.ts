import { areForEver } from '../../../domain/common/for-ever';
import type { Currency } from '../../../domain/common/rails';
import { saysForEver } from '../../../domain/common/typed-numbers';
import type { OfferedTier } from '../../../domain/messages/offer';
import { durationIn } from '../access-end';
import { isolateBidi, truncate } from '../html';
import { priceOf } from '../order-wording';
import type { Wording } from '../wording';

/** Short enough to leave room for the price on a button. */
const MAX_NAME_ON_BUTTON = 32;

/** True for a tier such as "Month" of one month or "Lifetime", whose name says how long it is. */
const saysItsTime = ({ name, days }: OfferedTier, duration: string): boolean =>
  (areForEver(days) && saysForEver(name)) ||
  [duration, duration.replace(/^1\s+/, '')].some((time) => time.toLowerCase() === name.trim().toLowerCase());

/** A tier on a button. `paidIn`: only that price of it is said. */
export function tierLabel(offered: OfferedTier, wording: Wording, paidIn: Currency | null = null): string {
  const { name, priceCents, priceStars, days } = offered;
  const duration = durationIn(days, wording);
  const tier = isolateBidi(truncate(name, MAX_NAME_ON_BUTTON));
  const price = priceOf({ amountCents: priceCents, priceStars: priceStars ?? null, paidIn }, wording);
  return saysItsTime(offered, duration)
    ? wording.text('payments-tier-named-after-time', { tier, price })
    : wording.text('payments-tier', { tier, price, duration });
}

/** True if one of them can be bought with Stars. */
export const areForStars = (tiers: readonly OfferedTier[]): boolean =>
  tiers.some(({ priceStars = null }) => priceStars !== null);
