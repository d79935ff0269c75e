import type { Cents, OrderReference } from '../../domain/common/ids';
import { compareDecimals, subtractDecimals } from '../../domain/common/money';
import type { AboutOrder, Item, Received } from '../../domain/messages/parts';
import type { Exception } from '../../domain/payments/payment';
import { isolateBidi, truncate, type Html } from './html';
import { MAX_TIER_NAME, shortTitle } from './view';
import type { Wording } from './wording';

interface NamedTier {
  readonly tierName: string;
  readonly days: number;
}

/** The prices of an order, and which of them it was paid by or has to be paid by. */
type Priced = Pick<AboutOrder, 'amountCents' | 'priceStars' | 'paidIn'>;

/** The price of an order: `$5.00`, `⭐ 385`, or `$5.00 or ⭐ 385` while its buyer may choose. */
export function priceOf({ amountCents, priceStars, paidIn }: Priced, wording: Wording): string {
  if (priceStars == null || paidIn === 'usd') return wording.usd(amountCents);
  const stars = wording.stars(priceStars);
  return paidIn === 'xtr'
    ? stars
    : wording.text('common-either-price', { dollars: wording.usd(amountCents), stars });
}

interface NamedOrder extends Priced {
  readonly title: string;
  readonly item: Item;
}

/** `Gold (1 month)`, its name truncated to `length`. */
export const tierInWords = (
  { tierName, days }: NamedTier,
  wording: Wording,
  length: number = MAX_TIER_NAME,
): string =>
  wording.text('common-tier', {
    tier: isolateBidi(truncate(tierName, length)),
    duration: wording.days(days),
  });

/** `$25.00 to Alpha Signals`, or `Gold (1 month) in Alpha Signals for $9.99`: an order in one line. `paid` takes the place of its price. */
export function orderInWords(
  { title, item, paid, ...prices }: NamedOrder & { readonly paid?: string },
  wording: Wording,
  length?: number,
): Html {
  const values = { title: shortTitle(title, length), amount: paid ?? priceOf(prices, wording) };
  return item.kind === 'donation'
    ? wording.html('common-order-donation', values)
    : wording.html('common-order-subscription', { ...values, tier: tierInWords(item, wording, length) });
}

/** The line that a buyer quotes to the owner. */
export const referenceInWords = (reference: OrderReference, wording: Wording): Html =>
  wording.html('common-order-reference', { reference });

export const areStars = ({ cryptoCurrency }: Pick<Received, 'cryptoCurrency'>): boolean =>
  cryptoCurrency === 'xtr';

/** The amount that arrived, in its coin. `undefined` if nothing arrived or the amount is unknown. */
export const receivedInWords = (
  { amountCrypto, cryptoCurrency }: Received,
  wording: Wording,
): string | undefined =>
  amountCrypto === null || cryptoCurrency === null || compareDecimals(amountCrypto, '0') === 0
    ? undefined
    : wording.crypto(amountCrypto, cryptoCurrency);

/** What came, in dollars if it has another worth than itself: Stars are only told as Stars. */
export const worthInWords = (
  worthCents: Cents,
  came: Pick<Received, 'amountCrypto' | 'cryptoCurrency'>,
  wording: Wording,
): string => (areStars(came) ? wording.crypto(came.amountCrypto ?? '0', 'xtr') : wording.usd(worthCents));

/** How much more or less arrived than was asked for: in its coin, or in dollars if several payments make the excess. */
export function differenceInWords(
  { amountCrypto, cryptoCurrency, expectedCrypto, excessCents }: Received,
  wording: Wording,
): { readonly missing?: string; readonly excess?: string } {
  if (excessCents !== undefined) return { excess: wording.usd(excessCents) };
  if (amountCrypto === null || cryptoCurrency === null || expectedCrypto === null) return {};
  const between = (more: string, less: string) =>
    wording.crypto(subtractDecimals(more, less), cryptoCurrency);
  const compared = compareDecimals(amountCrypto, expectedCrypto);
  if (compared === 0) return {};
  return compared > 0
    ? { excess: between(amountCrypto, expectedCrypto) }
    : { missing: between(expectedCrypto, amountCrypto) };
}

type Odd = Exclude<Exception, 'none' | 'over'>;

const ODD_TO_PAYER = {
  late: 'common-odd-late',
  partial: 'common-odd-partial',
  repeated: 'common-odd-repeated',
  wrong_asset: 'common-odd-wrong-asset',
  amount_mismatch: 'common-odd-amount-mismatch',
  other_payer: 'common-odd-other-payer',
  closed: 'common-odd-closed',
} as const satisfies Record<Odd, string>;

const ODD_TO_OWNER = {
  late: 'common-odd-owner-late',
  partial: 'common-odd-owner-partial',
  repeated: 'common-odd-owner-repeated',
  wrong_asset: 'common-odd-owner-wrong-asset',
  amount_mismatch: 'common-odd-owner-amount-mismatch',
  other_payer: 'common-odd-owner-other-payer',
  closed: 'common-odd-owner-closed',
} as const satisfies Record<Odd, string>;

/** Tells the payer what was odd about a payment that was accepted anyway. */
export function oddityToPayer(exception: Exception, received: Received, wording: Wording): Html | undefined {
  if (exception === 'none') return undefined;
  if (exception !== 'over') return wording.html(ODD_TO_PAYER[exception]);
  const { excess = 'unknown' } = differenceInWords(received, wording);
  return wording.html('common-odd-over', { excess });
}

/** Like `oddityToPayer`, for the owner. */
export function oddityToOwner(exception: Exception, received: Received, wording: Wording): Html | undefined {
  if (exception === 'none') return undefined;
  if (exception !== 'over') return wording.html(ODD_TO_OWNER[exception]);
  const { excess = 'unknown' } = differenceInWords(received, wording);
  return wording.html('common-odd-owner-over', { excess });
}
