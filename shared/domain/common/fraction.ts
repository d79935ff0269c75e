import type { Cents } from './ids';

/** An exact amount, so that parts that make up a whole add up to it. The denominator is above 0. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const DECIMAL = /^(\d+)(?:\.(\d+))?$/;

/** A plain decimal string, as `decimalOf` makes it. Throws on anything else, because the boundary refused it. */
export function fractionOf(decimal: string): Fraction {
  const [, integer, digits = ''] = DECIMAL.exec(decimal) ?? [];
  if (integer === undefined) throw new TypeError('not a decimal string');
  return { numerator: BigInt(integer + digits), denominator: 10n ** BigInt(digits.length) };
}

export const wholeFraction = (integer: number): Fraction => ({ numerator: BigInt(integer), denominator: 1n });

export const ZERO: Fraction = wholeFraction(0);

/** The greatest common divisor. */
const divisorOf = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisorOf(b, a % b));

/** The exact sum, over the least common denominator, so that a sum of hundreds of parts stays short. */
export function addFractions(a: Fraction, b: Fraction): Fraction {
  const { numerator, denominator } = a;
  if (denominator === b.denominator) return { numerator: numerator + b.numerator, denominator };
  const common = (denominator / divisorOf(denominator, b.denominator)) * b.denominator;
  return {
    numerator: numerator * (common / denominator) + b.numerator * (common / b.denominator),
    denominator: common,
  };
}

/** The exact sum of all. */
export const sumOf = (fractions: readonly Fraction[]): Fraction => fractions.reduce(addFractions, ZERO);

/** The exact product. */
export const multiplyFractions = (a: Fraction, b: Fraction): Fraction => ({
  numerator: a.numerator * b.numerator,
  denominator: a.denominator * b.denominator,
});

/** `a / b`; `undefined` if `b` is 0. */
export const divideFractions = (a: Fraction, b: Fraction): Fraction | undefined =>
  b.numerator === 0n
    ? undefined
    : { numerator: a.numerator * b.denominator, denominator: a.denominator * b.numerator };

/** Negative if `a` is less than `b`, 0 if they are equal. */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The larger of two. */
export const biggerFraction = (a: Fraction, b: Fraction): Fraction => (compareFractions(a, b) >= 0 ? a : b);

/** Cents that no amount of money exceeds, well under 2^53. */
const MOST_CENTS = 10n ** 15n;

/** An amount of cents, rounded down. Everything that is added up has to be added before. */
export function floorOf({ numerator, denominator }: Fraction): Cents {
  const cents = numerator / denominator;
  return Number(cents > MOST_CENTS ? MOST_CENTS : cents) as Cents;
}
