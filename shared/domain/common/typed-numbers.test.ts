import { LANGUAGES } from './language';
import { readPresets } from '../donations/presets';
import { FOR_EVER_DAYS } from './for-ever';
import { typedCount, typedDays, typedDollars } from './typed-numbers';

const UNITS = ['day', 'hour', 'percent'] as const;
const NUMBERS = [0, 1, 2, 5, 7, 21, 24, 365];

describe.each(LANGUAGES)('what people type in %s', (language) => {
  it.each(UNITS)('is read with its %s', (unit) => {
    const written = (['long', 'short', 'narrow'] as const).flatMap((unitDisplay) =>
      NUMBERS.map((value) => {
        const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay });
        return [format.format(value), value] as const;
      }),
    );
    expect(written.filter(([text, value]) => typedCount(text, unit) !== value)).toEqual([]);
  });

  it.each(['symbol', 'narrowSymbol', 'code', 'name'] as const)(
    'is read as dollars with their %s',
    (currencyDisplay) => {
      const format = new Intl.NumberFormat(language, { style: 'currency', currency: 'USD', currencyDisplay });
      const amounts = [0.99, 5, 12.5, 29.99, 999];
      expect(amounts.map((amount) => typedDollars(format.format(amount)))).toEqual(
        amounts.map((amount) => Math.round(amount * 100)),
      );
    },
  );
});

it.each([
  ['7', 'day', 7],
  [' 7 días ', 'day', 7],
  ['7 Tagen', 'day', 7],
  ['24 часа', 'hour', 24],
  ['24 Std.', 'hour', 24],
  ['۷ روز', 'day', 7],
  ['٧', 'day', 7],
  ['\u200f۷\u200f', 'day', 7],
  ['۵٪', 'percent', 5],
  ['5 por cento', 'percent', 5],
  ['7 weeks', 'day', undefined],
  ['7 days', 'hour', undefined],
  ['24 часа', 'day', undefined],
  ['1 месяц', 'day', undefined],
  ['7.5', 'day', undefined],
  ['-7', 'day', undefined],
  ['1234567', 'day', undefined],
  ['', 'day', undefined],
] as const)('reads %j as a number of the unit %s: %s', (typed, unit, value) => {
  expect(typedCount(typed, unit)).toBe(value);
});

it.each([
  ['12.50', 1250],
  ['12,50 $', 1250],
  ['US$ 25,00', 2500],
  ['25 USD', 2500],
  ['۱۲٫۵', 1250],
  ['۲۵ دلار', 2500],
  ['1,234', undefined],
  ['1.234,50', undefined],
  ['۱٬۲۳۴', undefined],
  ['12.505', undefined],
  ['25 €', undefined],
  ['$', undefined],
] as const)('reads %j as an amount in cents: %s', (typed, cents) => {
  expect(typedDollars(typed)).toBe(cents);
});

it.each([
  ['5 10 25.50', [500, 1000, 2550]],
  ['5 $, 10 $, 25,50 $', [500, 1000, 2550]],
  ['US$ 5,00 US$ 10,00', [500, 1000]],
  ['۵، ۱۰، ۲۵٫۵۰', [500, 1000, 2550]],
  ['۵ دلار ۱۰ دلار', [500, 1000]],
  ['5 10 €', undefined],
] as const)('reads %j as the amounts of donations: %j', (typed, amounts) => {
  expect(readPresets(typed)).toEqual(amounts);
});

it.each([
  ...['for ever', 'Forever', 'LIFETIME', 'lifetime access', '“for-ever”', ' ∞ ', '♾️'],
  ...['навсегда', 'Пожизненно', '«навсегда»', 'para siempre', 'De por vida', 'vitalicio', 'para sempre'],
  ...['vitalício', 'für immer', 'fuer immer', 'Lebenslang', 'برای همیشه', 'همیشگی', 'مادام‌العمر'],
])('reads %j as days for ever', (typed) => {
  expect(typedDays(typed)).toBe(FOR_EVER_DAYS);
});

it.each(['1000000', 'for ever and a day', 'never', '', '3651 days for ever', 'immer'])(
  'does not read %j as days for ever',
  (typed) => {
    expect(typedDays(typed)).not.toBe(FOR_EVER_DAYS);
  },
);
