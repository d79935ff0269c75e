import fc from 'fast-check';
import { asciiDescription, asciiName } from './order-description';

test.each([
  ['Gold – 30 days', 'Gold - 30 days'],
  ['Crème brûlée à Łódź', 'Creme brulee a Lodz'],
  ['“VIP”\u00a0«Straße»', '"VIP" "Strasse"'],
  ['🔥 Signals 🔥', 'Signals'],
  ['VIP🔥Club', 'VIP Club'],
  ['two\n\tlines', 'two lines'],
  ['ﬁve ½', 'five 1/2'],
  ['½ year', '1/2 year'],
  ['1½ years', '1 1/2 years'],
  ['½1', '1/2 1'],
  ['¾ of ⅐', '3/4 of 1/7'],
  ['10² days', '10^2 days'],
  ['10²³', '10^23'],
  ['m² and H₂O', 'm2 and H2O'],
  ['VIP ①②', 'VIP 1 2'],
  ['5🔥10', '5 10'],
  ['1٫5', '1 5'],
  ['１２ days', '12 days'],
  ['𝟏𝟐 𝐕𝐈𝐏', '12 VIP'],
  ['٣٠ days', '30 days'],
  ['३० days', '30 days'],
  ['2×3', '2x3'],
  ['Канал', ''],
])('turns %j into %j', (text, plain) => expect(asciiDescription(text)).toBe(plain));

it('returns short, printable ASCII for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) =>
      /^[\x20-\x7e]{0,100}$/.test(asciiDescription(text)),
    ),
  );
});

it('never joins two numbers, whatever stands between them', () => {
  const between = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 3 })
    .filter((text) => !/[\p{Nd}\p{M}\p{Cf}⁰¹²³⁴-⁹]/u.test(text));
  fc.assert(
    fc.property(fc.nat(999), between, fc.nat(999), (first, text, last) => {
      const numbers = asciiDescription(`${first}${text}${last}`).match(/\d+/g) ?? [];
      expect([numbers[0], numbers.at(-1)]).toEqual([String(first), String(last)]);
    }),
  );
});

it('keeps the number of a fraction, a power or a sign beside any other number', () => {
  const signs = fc.constantFrom(
    ['½', '1/2'],
    ['⅔', '2/3'],
    ['²', '2'],
    ['⁵', '5'],
    ['₃', '3'],
    ['⑦', '7'],
    ['㊿', '50'],
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), signs, (number, [sign = '', plain]) => {
      const numbers = asciiDescription(`${number}${sign} ${sign}${number}`).match(/\d+(\/\d+)?/g);
      expect(numbers).toEqual([`${number}`, plain, plain, `${number}`]);
    }),
  );
});

test.each([
  ['Канал', ''],
  ['频道', ''],
  ['قناة', ''],
  ['ערוץ 🔥', ''],
  ['🔥🔥🔥', ''],
  ['«Канал»', ''],
  ['– … !', ''],
  ['Канал 24', ''],
  ['1 месяц', ''],
  ['', ''],
  ['VIP | Канал', 'VIP'],
  ['Канал: VIP', 'VIP'],
  ['VIP (Канал)', 'VIP'],
  ['VIP «Канал» club', 'VIP club'],
  ['C++', 'C++'],
  ['24/7', '24/7'],
  ['🔥 100', '100'],
  ['½', '1/2'],
])('keeps of the name %j what it can be recognized by: %j', (name, plain) =>
  expect(asciiName(name)).toBe(plain),
);
