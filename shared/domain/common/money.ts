import type { Cents } from './ids';

/** The most that can be typed, because the keypad takes four digits before the point. */
export const MAX_DONATION_CENTS = 999_999 as Cents;

// numeric(38,18) in Postgres. A value that fits is stored as sent; a bigger one is not an amount of any coin.
const MAX_INTEGER_DIGITS = 20;
const MAX_DECIMALS = 18;

/** Reads dollars as a person or a price list writes them: `4.99`, `12`, `12.5`. */
export function parseUsd(text: string): Cents | undefined {
  // 13 digits keep the cents well under 2^53.
  const [, dollars, cents = ''] = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  return dollars === undefined ? undefined : (Number(dollars + cents.padEnd(2, '0')) as Cents);
}

/** `1,234`: digits in groups of three. */
export const withSeparators = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, ',');

/** `$1,234.50`: always two decimals. */
export function formatUsd(cents: Cents): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const dollars = withSeparators(digits.slice(0, -2));
  return `${cents < 0 ? '-' : ''}$${dollars}.${digits.slice(-2)}`;
}

/** The `price_amount` of an invoice, the only amount of money that we send as a number. */
export function priceAmount(cents: Cents): number {
  return cents / 100; // Division rounds correctly, so this is the double that "4.99" parses to.
}

/** The cents a decimal string is worth, exactly; `undefined` if it has a part of a cent. */
export function centsOfDecimal(decimal: string): Cents | undefined {
  const [, cents] = /^(\d+(?:\.\d{1,2})?)0*$/.exec(decimal) ?? [];
  return cents === undefined ? undefined : parseUsd(cents);
}

/** The cents of a decimal string of dollars, rounded up. */
export function centsUp(usd: string): Cents {
  const [dollars = '0', fraction = ''] = usd.split('.');
  const cents = Number(dollars + fraction.slice(0, 2).padEnd(2, '0'));
  return (cents + (/[1-9]/.test(fraction.slice(2)) ? 1 : 0)) as Cents;
}

/**
 * Reads an amount from the wire, where it may be `8.3e-05`, `"0.034133"` or `26.0`, as a plain decimal without exponent
 * or needless zeros (`26.0` becomes `26`), so equal amounts are equal texts. Cut off after 18 decimals. `undefined` if
 * the value is not an amount: negative, not finite, too big for the column, or not a number at all.
 */
export function decimalOf(value: number | string): string | undefined {
  const [, integer, fraction = '', exponent = '0'] =
    /^(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?$/.exec(String(value)) ?? [];
  if (integer === undefined) return undefined;
  const digits = integer + fraction;
  const point = integer.length + Number(exponent);
  const whole = digits.slice(0, Math.max(point, 0)).padEnd(point, '0').replace(/^0+/, '') || '0';
  if (whole.length > MAX_INTEGER_DIGITS) return undefined;
  const decimals = '0'.repeat(Math.max(-point, 0)) + digits.slice(Math.max(point, 0));
  return joined(whole, decimals.slice(0, MAX_DECIMALS));
}

/** Compares two decimal strings of any scale. */
export function compareDecimals(a: string, b: string): -1 | 0 | 1 {
  const [left, right] = aligned(a, b);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** `a + b`, exactly. */
export function addDecimals(a: string, b: string): string {
  const [left, right, scale] = aligned(a, b);
  return decimalFrom(left + right, scale);
}

/** `a - b`, exactly; it may be negative. */
export function subtractDecimals(a: string, b: string): string {
  const [left, right, scale] = aligned(a, b);
  return decimalFrom(left - right, scale);
}

/** `decimal × factor` for a whole factor, exactly. */
export function multiplyDecimal(decimal: string, factor: number): string {
  const scale = decimalsIn(decimal);
  return decimalFrom(scaled(decimal, scale) * BigInt(factor), scale);
}

// Providers join coin and network in one code. We name the network, because USDT sent over the wrong one is lost.
const NETWORKS: Readonly<Record<string, string>> = {
  trc20: 'TRC20',
  erc20: 'ERC20',
  bsc: 'BSC',
  matic: 'Polygon',
  sol: 'Solana',
  ton: 'TON',
  arb: 'Arbitrum',
  arc20: 'Avalanche',
  op: 'Optimism',
  base: 'Base',
  algo: 'Algorand',
  mainnet: '',
};
const ON_A_NETWORK = new RegExp(
  `^(usdt|usdc|usdcs|dai|busd|tusd|eth|bnb|matic|shib|floki)(${Object.keys(NETWORKS).join('|')})$`,
);

/** The usual name of a currency code: the coin, and its network in parentheses. */
export function currencyLabel(currency: string): string {
  const [, coin, network = ''] = ON_A_NETWORK.exec(currency.toLowerCase()) ?? [];
  if (coin === undefined) return currency.toUpperCase();
  const name = NETWORKS[network] ?? '';
  return name === '' ? coin.toUpperCase() : `${coin.toUpperCase()} (${name})`;
}

/** Both numbers as integers of one scale. Throws if one isn't a decimal, because the boundary has refused those. */
function aligned(a: string, b: string): [left: bigint, right: bigint, scale: number] {
  const scale = Math.max(decimalsIn(a), decimalsIn(b));
  return [scaled(a, scale), scaled(b, scale), scale];
}

function decimalsIn(decimal: string): number {
  if (!/^-?\d+(?:\.\d+)?$/.test(decimal)) throw new TypeError('not a decimal string');
  return (decimal.split('.')[1] ?? '').length;
}

function scaled(decimal: string, scale: number): bigint {
  const [integer = '', fraction = ''] = decimal.split('.');
  return BigInt(integer + fraction.padEnd(scale, '0'));
}

function decimalFrom(units: bigint, scale: number): string {
  const magnitude = units < 0n ? -units : units;
  const digits = String(magnitude).padStart(scale + 1, '0');
  const at = digits.length - scale;
  return `${units < 0n ? '-' : ''}${joined(digits.slice(0, at), digits.slice(at))}`;
}

function joined(integer: string, fraction: string): string {
  const significant = fraction.replace(/0+$/, '');
  return significant === '' ? integer : `${integer}.${significant}`;
}
