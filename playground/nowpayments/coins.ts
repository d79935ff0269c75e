import { randomBytes, randomInt } from 'node:crypto';

export interface Coin {
  readonly code: string;
  readonly name: string;
  readonly network: string;
  readonly networkName: string;
  readonly ticker: string;
  /** Fixed, so that amounts can be checked by eye. */
  readonly rateUsdCents: number;
  readonly precision: number;
  /** Measured on 2026-09-17 with payout in usdttrc20: btc $12.90, xrp $11.94, usdttrc20 $11.41. */
  readonly minimumUsdCents: number;
  /** A deposit in this coin needs a memo to be found. */
  readonly needsExtraId: boolean;
  readonly makeAddress: () => string;
}

const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const RIPPLE58 = 'rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz';

const pick = (alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');

// Addresses with a random checksum, so that a wallet refuses nearly all of them.
const hexAddress = () => `0x${randomBytes(20).toString('hex')}`;
const tronAddress = () => `T${pick(BASE58, 33)}`;

type Row = readonly [
  code: string,
  name: string,
  network: string,
  networkName: string,
  rate: number,
  precision: number,
  minimum: number,
  address: () => string,
];

const ROWS: readonly Row[] = [
  ['btc', 'Bitcoin', 'btc', 'Bitcoin', 6_200_000, 8, 1290, () => `bc1q${pick(BECH32, 38)}`],
  ['eth', 'Ethereum', 'eth', 'Ethereum', 250_000, 8, 1230, hexAddress],
  ['usdttrc20', 'Tether', 'trx', 'Tron (TRC-20)', 100, 6, 1141, tronAddress],
  ['ltc', 'Litecoin', 'ltc', 'Litecoin', 8_500, 8, 1190, () => `ltc1q${pick(BECH32, 38)}`],
  ['xrp', 'XRP', 'xrp', 'XRP Ledger', 55, 6, 1194, () => `r${pick(RIPPLE58, 33)}`],
  ['trx', 'Tron', 'trx', 'Tron', 12, 6, 1190, tronAddress],
  ['bnbbsc', 'BNB', 'bsc', 'BNB Chain', 58_000, 8, 1190, hexAddress],
];

const TICKERS: Readonly<Record<string, string>> = { usdttrc20: 'usdt', bnbbsc: 'bnb' };

export const COINS: readonly Coin[] = ROWS.map(
  ([code, name, network, networkName, rateUsdCents, precision, minimumUsdCents, makeAddress]) => ({
    code,
    name,
    network,
    networkName,
    ticker: TICKERS[code] ?? code,
    rateUsdCents,
    precision,
    minimumUsdCents,
    needsExtraId: code === 'xrp',
    makeAddress,
  }),
);

/** The coin of every payout. */
export const PAYOUT_COIN = 'usdttrc20';

const FIAT_USD_CENTS: Readonly<Record<string, number>> = { usd: 100, eur: 108 };

export function findCoin(code: string): Coin | undefined {
  return COINS.find((coin) => coin.code === code.toLowerCase());
}

/** The value of one unit of a currency or coin in US cents; `undefined` for an unknown one. */
export function rateUsdCents(currency: string): number | undefined {
  return FIAT_USD_CENTS[currency.toLowerCase()] ?? findCoin(currency)?.rateUsdCents;
}

/** `amount` of `currency` in US cents, not rounded. */
export function usdCents(amount: number, currency: string): number {
  return amount * (rateUsdCents(currency) ?? Number.NaN);
}

/** The number of coins that are worth `cents`, rounded to the coin's precision. */
export function coinAmount(coin: Coin, cents: number): number {
  return roundTo(cents / coin.rateUsdCents, coin.precision);
}

/** Rounds `amount` to `precision` decimals, which removes floating-point noise. */
export function roundTo(amount: number, precision: number): number {
  return Number(amount.toFixed(precision));
}

interface Minimums {
  readonly options: { readonly minimumUsdCents?: number };
  readonly minimums: ReadonlyMap<string, number>;
}

/** The smallest payment in this coin. */
export function minimumUsdCents(coin: Coin, { options, minimums }: Minimums): number {
  return minimums.get(coin.code) ?? options.minimumUsdCents ?? coin.minimumUsdCents;
}
