import type { Tier } from '../../../domain/common/channel';
import type { Cents } from '../../../domain/common/ids';
import {
  buyersCost,
  DEVELOPER_CENTS_PER_1000,
  MOST_STARS,
  ownersShare,
  STORE_CENTS_PER_1000,
  suggestedStars,
} from '../../../domain/stars/star-prices';
import type { Html } from '../html';
import { priceOf } from '../order-wording';
import type { Wording } from '../wording';

/** What Stars are worth, about, with the rate beside it: they are never turned into dollars without it. */
export const starsWorthLine = (stars: number, wording: Wording): Html =>
  wording.html('starprices-worth', {
    stars: wording.stars(stars),
    share: wording.usd(ownersShare(stars)),
    rate: wording.usd(DEVELOPER_CENTS_PER_1000),
    thousand: wording.stars(1000),
  });

/** The prices of a tier: `$5.00`, or `$5.00 or ⭐ 385` if it is also sold for Stars. */
export const tierPrices = (
  { priceCents, priceStars }: Pick<Tier, 'priceCents' | 'priceStars'>,
  wording: Wording,
): string => priceOf({ amountCents: priceCents, priceStars: priceStars ?? null }, wording);

/** What a suggested price means for both. */
const meaning = (
  key: 'starprices-for-owner' | 'starprices-for-buyer',
  stars: number,
  wording: Wording,
): Html =>
  wording.html(key, {
    stars: wording.stars(stars),
    share: wording.usd(ownersShare(stars)),
    cost: wording.usd(buyersCost(stars)),
    rate: wording.usd(DEVELOPER_CENTS_PER_1000),
    thousand: wording.stars(1000),
  });

/** The suggestions for a price in dollars, as lines, and as labels of buttons with their Stars. */
export function starSuggestions(
  priceCents: Cents,
  wording: Wording,
): {
  readonly texts: readonly Html[];
  readonly buttons: readonly (readonly [label: string, stars: number])[];
} {
  const { forOwner, forBuyer } = suggestedStars(priceCents);
  if (forOwner === null && forBuyer === null)
    return { texts: [wording.html('starprices-too-high', { most: wording.stars(MOST_STARS) })], buttons: [] };
  const texts = [
    ...(forOwner === null ? [] : [meaning('starprices-for-owner', forOwner, wording)]),
    ...(forBuyer === null ? [] : [meaning('starprices-for-buyer', forBuyer, wording)]),
    wording.html('starprices-store', {
      cost: wording.usd(STORE_CENTS_PER_1000),
      thousand: wording.stars(1000),
    }),
  ];
  const offered = [...new Set([forOwner, forBuyer])].filter((stars) => stars !== null);
  return { texts, buttons: offered.map((stars) => [wording.stars(stars), stars] as const) };
}
