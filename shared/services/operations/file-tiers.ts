import * as z from 'zod';
import type { Tier } from '../../domain/common/channel';
import { areForEver, FOR_EVER_DAYS } from '../../domain/common/for-ever';
import type { Cents } from '../../domain/common/ids';
import { parseUsd } from '../../domain/common/money';
import { saysForEver } from '../../domain/common/typed-numbers';
import { MAX_DAYS, MAX_TIERS } from '../../domain/owner/set-up';
import { isStarPrice, MOST_STARS } from '../../domain/stars/star-prices';

/** A million dollars: more than any coin accepts, and well within the column. */
const MOST_CENTS = 100_000_000;

/** Whole Stars that an invoice may ask for. */
export const STARS = z.int().refine(isStarPrice, `must be whole Stars up to ${MOST_STARS}`);

const TIER = z.strictObject({
  name: z.string().trim().min(1).max(64),
  price_usd: z.union([z.string(), z.number()]).transform((value, context) => {
    const cents = parseUsd(String(value));
    if (cents !== undefined && cents > 0 && cents <= MOST_CENTS) return cents;
    context.addIssue({ code: 'custom', message: 'must be dollars up to a million, like "9.99"' });
    return z.NEVER;
  }),
  days: z.union(
    [
      z.int().min(1).max(MAX_DAYS),
      z.null().transform(() => FOR_EVER_DAYS),
      z
        .string()
        .refine(saysForEver)
        .transform(() => FOR_EVER_DAYS),
    ],
    { error: `must be a whole number of days up to ${MAX_DAYS}, or "for ever"` },
  ),
  // Missing: the tier of this name and length keeps its price in Stars. `null`: it has none.
  price_stars: STARS.nullable().optional(),
});

export const TIERS = z.array(TIER).max(MAX_TIERS).default([]);

/** The tiers of a channel in a file. */
export const tiersInFile = (tiers: z.output<typeof TIERS>): Tier[] =>
  tiers.map(({ name, price_usd, days, price_stars }) => ({
    name,
    priceCents: price_usd,
    days,
    priceStars: price_stars,
  }));

const dollars = (cents: Cents): string =>
  `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

/** Tiers as a file has them. */
export const formatTiers = (tiers: readonly Tier[]) =>
  tiers.map(({ name, priceCents, days, priceStars }) => ({
    name,
    price_usd: dollars(priceCents),
    days: areForEver(days) ? 'for ever' : days,
    ...(priceStars != null && { price_stars: priceStars }),
  }));
