import fc from 'fast-check';
import { addFractions, compareFractions, sumOf, type Fraction } from './fraction';

const fractions: fc.Arbitrary<Fraction> = fc.record({
  numerator: fc.bigInt(0n, 10n ** 12n),
  denominator: fc.bigInt(1n, 10n ** 9n),
});

it('adds exactly', () => {
  fc.assert(
    fc.property(fractions, fractions, (a, b) => {
      const exact = {
        numerator: a.numerator * b.denominator + b.numerator * a.denominator,
        denominator: a.denominator * b.denominator,
      };
      expect(compareFractions(addFractions(a, b), exact)).toBe(0);
    }),
  );
});

it('keeps the sum of hundreds of parts as short as its parts', () => {
  const parts = Array.from({ length: 600 }, (_, n) => ({
    numerator: BigInt(n),
    denominator: 10n ** BigInt(n % 19),
  }));
  expect(sumOf(parts).denominator).toBe(10n ** 18n);
});
