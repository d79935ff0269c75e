import type { Cents } from '../common/ids';
import { withLatinDigits } from '../common/typed-numbers';

/**
 * Telegram refuses an invoice that renews for more than 10,000 Stars: `subscription_period` of `createInvoiceLink`,
 * https://core.telegram.org/bots/api#createinvoicelink. Any tier may become one of 30 days, so the limit holds for all.
 */
export const MOST_STARS = 10_000;
const LEAST_STARS = 1;

/** What Telegram credits a developer for 1,000 Stars: `thousand_star_to_usd_rate` of its clients. */
export const DEVELOPER_CENTS_PER_1000 = 1300 as Cents;
/** What buyers pay for 1,000 Stars in an app store, $1.99 for 100. Elsewhere it is less. */
export const STORE_CENTS_PER_1000 = 1990 as Cents;

/** What an owner gets for Stars at the developers' rate, without the part of a cent. Only to be shown beside the Stars. */
export const ownersShare = (stars: number): Cents =>
  Math.floor((stars * DEVELOPER_CENTS_PER_1000) / 1000) as Cents;

/** What a buyer pays for Stars in an app store. Only to be shown beside the Stars. */
export const buyersCost = (stars: number): Cents =>
  Math.floor((stars * STORE_CENTS_PER_1000) / 1000) as Cents;

/** The two prices in Stars that are suggested for a price in dollars. Each is `null` if no invoice may ask for so many. */
export interface SuggestedStars {
  /** The owner gets at least the price. */
  readonly forOwner: number | null;
  /** The buyer pays the price, so the owner gets less. */
  readonly forBuyer: number | null;
}

const within = (stars: number): number | null => (stars <= MOST_STARS ? Math.max(LEAST_STARS, stars) : null);

export const suggestedStars = (cents: Cents): SuggestedStars => ({
  forOwner: within(Math.ceil((cents * 1000) / DEVELOPER_CENTS_PER_1000)),
  forBuyer: within(Math.floor((cents * 1000) / STORE_CENTS_PER_1000)),
});

export const isStarPrice = (stars: number): boolean =>
  Number.isInteger(stars) && stars >= LEAST_STARS && stars <= MOST_STARS;

const STAR = /^(?:⭐️?|★)\s*|\s*(?:⭐️?|★|XTR|stars?)$/giu;

/** Reads whole Stars: `385`, `⭐ 385`, `385 Stars`. `undefined` if it is something else, or if no invoice may ask for it. */
export function typedStars(typed: string): number | undefined {
  const digits = withLatinDigits(typed).trim().replace(STAR, '');
  const stars = /^\d{1,5}$/.test(digits) ? Number(digits) : undefined;
  return stars !== undefined && isStarPrice(stars) ? stars : undefined;
}

export const MAX_STAR_PRESETS = 6;
/** What donors choose from until the owner says otherwise. */
export const USUAL_STAR_PRESETS: readonly number[] = [50, 100, 250, 500, 1000, 2500];

/**
 * Reads what donors may choose from, such as `50 100 ⭐250`: in ascending order, each once. `undefined` if one of them can't be asked
 * for, or if there are too many or none.
 */
export function readStarPresets(typed: string): readonly number[] | undefined {
  const words = typed.split(/[\s,;،؛]+/).filter((word) => word !== '' && !/^(?:⭐️?|★)$/u.test(word));
  const read = words.map(typedStars);
  const valid = read.filter((stars) => stars !== undefined);
  const distinct = [...new Set(valid)].sort((a, b) => a - b);
  const isRead = valid.length === read.length && distinct.length > 0 && distinct.length <= MAX_STAR_PRESETS;
  return isRead ? distinct : undefined;
}
