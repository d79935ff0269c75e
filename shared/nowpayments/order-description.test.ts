import fc from 'fast-check';
import { asciiDescription } from './order-description';

test.each([
  ['Gold – 30 days', 'Gold - 30 days'],
  ['Crème brûlée à Łódź', 'Creme brulee a Lodz'],
  ['“VIP”\u00a0«Straße»', '"VIP" "Strasse"'],
  ['🔥 Signals 🔥', 'Signals'],
  ['two\n\tlines', 'two lines'],
  ['ﬁve ½', 'five 12'],
  ['Канал', ''],
])('turns %j into %j', (text, plain) => expect(asciiDescription(text)).toBe(plain));

it('returns short, printable ASCII for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) =>
      /^[\x20-\x7e]{0,100}$/.test(asciiDescription(text)),
    ),
  );
});
