import fc from 'fast-check';
import type { Cents } from './ids';
import {
  MAX_DONATION_CENTS,
  addDecimals,
  centsOfDecimal,
  compareDecimals,
  currencyLabel,
  decimalOf,
  formatUsd,
  parseUsd,
  priceAmount,
  subtractDecimals,
} from './money';

const anyCents = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER - 1 }).map((cents) => cents as Cents);
const payableCents = fc.integer({ min: 0, max: 10 ** 9 }).map((cents) => cents as Cents);
const decimal = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 20n - 1n }), fc.stringMatching(/^\d{0,18}$/))
  .map(([integer, fraction]) => (fraction === '' ? String(integer) : `${integer}.${fraction}`));

describe('dollars and cents', () => {
  test.each([
    ['4.99', 499],
    ['12', 1200],
    ['12.5', 1250],
    ['0.00', 0],
    ['9999.99', 999_999],
    ['007.10', 710],
  ])('reads %s as %d cents', (text, cents) => expect(parseUsd(text)).toBe(cents));

  test.each([
    '',
    '.',
    '5.',
    '.5',
    '1.234',
    '1e3',
    '-1',
    '+1',
    '1,000',
    ' 1',
    '1 ',
    '0x10',
    '٣',
    'NaN',
    '1'.repeat(14),
  ])('refuses %j', (text) => expect(parseUsd(text)).toBeUndefined());

  test.each([
    [0, '$0.00'],
    [5, '$0.05'],
    [499, '$4.99'],
    [123_450, '$1,234.50'],
    [100_000_000, '$1,000,000.00'],
    [-1250, '-$12.50'],
  ])('shows %d cents as %s', (cents, shown) => expect(formatUsd(cents as Cents)).toBe(shown));

  it('reads back every amount that it formats', () => {
    fc.assert(
      fc.property(payableCents, (cents) => parseUsd(formatUsd(cents).replace(/[$,]/g, '')) === cents),
    );
  });

  it('hands NOWPayments the number that the written amount parses to', () => {
    fc.assert(fc.property(payableCents, (cents) => JSON.stringify(priceAmount(cents)) === trimmed(cents)));
    expect(priceAmount(499 as Cents)).toBe(4.99);
    expect(priceAmount(MAX_DONATION_CENTS)).toBe(9999.99);
  });

  test.each([
    ['2.5', 250],
    ['26.00', 2600],
    ['4.990000000000000000', 499],
    ['0', 0],
    ['0010', 1000],
    ['2.636792', undefined],
    ['0.001', undefined],
    ['-1', undefined],
    ['1e2', undefined],
    ['', undefined],
    ['1.', undefined],
  ])('finds the cents of %j: %s', (text, cents) => expect(centsOfDecimal(text)).toBe(cents));

  it('finds the cents of any amount, however many zeros follow', () => {
    fc.assert(
      fc.property(payableCents, fc.nat(16), (cents, zeros) => {
        expect(centsOfDecimal(`${formatUsd(cents).replace(/[$,]/g, '')}${'0'.repeat(zeros)}`)).toBe(cents);
      }),
    );
  });

  it('always shows two decimals', () => {
    fc.assert(fc.property(anyCents, (cents) => /^\$\d{1,3}(,\d{3})*\.\d{2}$/.test(formatUsd(cents))));
  });
});

describe('decimals on the wire', () => {
  test.each<[number | string, string | undefined]>([
    [1e-7, '0.0000001'],
    [8.3e-5, '0.000083'],
    ['8.3e-05', '0.000083'],
    ['1E-7', '0.0000001'],
    ['1.5e3', '1500'],
    ['12.345E1', '123.45'],
    [26.0, '26'],
    ['26.0', '26'],
    ['0.10', '0.1'],
    [0, '0'],
    [-0, '0'],
    ['000.500', '0.5'],
    ['0e9999', '0'],
    ['1e19', '10000000000000000000'],
    ['0.034133', '0.034133'],
    ['0.00778773999999999959331642429560815799050033092498779296875', '0.007787739999999999'],
    ['99999999999999999999.999999999999999999', '99999999999999999999.999999999999999999'],
    ['1e-19', '0'],
    [5e-324, '0'],
    ['1E21', undefined],
    [1e21, undefined],
    ['100000000000000000000', undefined],
    [Number.MAX_VALUE, undefined],
    ['1e99999', undefined],
    [NaN, undefined],
    [Infinity, undefined],
    [-1, undefined],
    ['-0.5', undefined],
    ['+1', undefined],
    ['', undefined],
    ['1.', undefined],
    ['.5', undefined],
    ['1_000', undefined],
    ['1,5', undefined],
    ['0x1f', undefined],
    [' 1', undefined],
    ['null', undefined],
  ])('reads %j as %j', (value, expected) => expect(decimalOf(value)).toBe(expected));

  it('keeps the value, also if applied twice', () => {
    fc.assert(
      fc.property(decimal, (text) => {
        const normal = decimalOf(text)!;
        expect(decimalOf(normal)).toBe(normal);
        expect(compareDecimals(normal, text)).toBe(0);
      }),
    );
  });

  it('reads a number as the shortest decimal that parses back to it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e19, noNaN: true }),
        (value) => Number(decimalOf(value)) === value,
      ),
    );
  });

  it('returns only what numeric(38,18) can hold', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), decimal), (value) =>
        /^\d{1,20}(\.\d{1,18})?$/.test(decimalOf(value) ?? '0'),
      ),
    );
  });
});

describe('decimal arithmetic', () => {
  test.each<[string, string, number]>([
    ['1', '1.000', 0],
    ['0.1', '0.09', 1],
    ['4.98842', '4.98842014', -1],
    ['99999999999999999999', '99999999999999999999.000000000000000001', -1],
    ['-1', '1', -1],
  ])('compares %s with %s', (a, b, order) => expect(compareDecimals(a, b)).toBe(order));

  test.each([
    ['0.1', '0.2', '0.3', '-0.1'],
    ['1', '0.000000000000000001', '1.000000000000000001', '0.999999999999999999'],
    ['2.50', '2.5', '5', '0'],
    ['0', '0.5', '0.5', '-0.5'],
  ])('adds %s and %s to %s and subtracts them to %s', (a, b, sum, difference) => {
    expect(addDecimals(a, b)).toBe(sum);
    expect(subtractDecimals(a, b)).toBe(difference);
  });

  it('restores a number by adding what was subtracted', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(compareDecimals(addDecimals(subtractDecimals(a, b), b), a)).toBe(0);
        expect(compareDecimals(a, b)).toBe(0 - compareDecimals(b, a));
      }),
    );
  });

  test.each(['', 'x', '1e3', 'NaN', '1.'])('throws on %j, which the boundary always refuses', (text) =>
    expect(() => addDecimals(text, '1')).toThrow(TypeError),
  );
});

test.each([
  ['eth', 'ETH'],
  ['usdttrc20', 'USDT (TRC20)'],
  ['usdtmatic', 'USDT (Polygon)'],
  ['maticmainnet', 'MATIC'],
  ['BNBBSC', 'BNB (BSC)'],
  ['constructor', 'CONSTRUCTOR'],
])('names the coin %s as %s', (currency, shown) => expect(currencyLabel(currency)).toBe(shown));

function trimmed(cents: number): string {
  return decimalOf(`${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`)!;
}
