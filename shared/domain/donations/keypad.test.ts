import fc from 'fast-check';
import { amountOf, displayOf, foldTaps, whyIgnored, type Key, type Taps } from './keypad';

const NAMED: Readonly<Record<string, Key>> = { '<': 'backspace', C: 'clear', '!': 'confirm', x: 'cancel' };
const keysOf = (text: string): Key[] => Array.from(text, (key) => NAMED[key] ?? (key as Key));

const tapsOf = (keys: readonly Key[]): Taps =>
  Object.fromEntries(keys.map((key, index) => [100 + index * 7, key]));
const typed = (text: string) => foldTaps(tapsOf(keysOf(text)));

it.each([
  ['1.234', '1.23', 'ignores a third decimal'],
  ['05', '5', 'drops a leading zero'],
  ['0.5', '0.5', 'keeps a zero before the point'],
  ['1..2', '1.2', 'ignores a second point'],
  ['1.2.3', '1.23', 'ignores a second point between decimals'],
  ['.', '0.', 'puts a zero before a first point'],
  ['.5', '0.5', 'puts a zero before a first point and goes on'],
  ['10000', '1000', 'ignores a fifth digit'],
  ['9999.99', '9999.99', 'accepts the maximum'],
  ['12<', '1', 'removes the last character'],
  ['1.<', '1', 'removes a point'],
  ['<', '', 'has nothing to remove at first'],
  ['123C4', '4', 'starts again after clear'],
  ['4.98!5', '4.98', 'stays open after a refused confirm'],
])('reads %s as %s: %s', (text, entry) => {
  expect(typed(text)).toMatchObject({ entry, outcome: { type: 'open' } });
});

it.each([
  ['', 'empty'],
  ['0', 'empty'],
  ['0.', 'empty'],
  ['4.98', 'too_small'],
])('refuses to confirm %p: %s', (entry, reason) => {
  expect(amountOf(entry)).toEqual({ ok: false, reason });
});

it.each([
  ['4.99', 499],
  ['5.', 500],
  ['5', 500],
  ['9999.99', 999_999],
])('confirms %s as %d cents', (entry, cents) => {
  expect(amountOf(entry)).toEqual({ ok: true, cents });
});

it('shows $0.00 before anything is typed, then what was typed', () => {
  expect(['', '1', '1.', '1.5'].map(displayOf)).toEqual(['$0.00', '$1', '$1.', '$1.5']);
  expect(['1000', '9999.', '1234.56'].map(displayOf)).toEqual(['$1,000', '$9,999.', '$1,234.56']);
});

it('ends with the first valid confirm', () => {
  expect(typed('25!99!').outcome).toEqual({ type: 'confirmed', amountCents: 2500 });
});

it('ignores a confirm after cancel', () => {
  expect(typed('25x!').outcome).toEqual({ type: 'cancelled' });
});

const anyKey = fc.constantFrom<Key>(...keysOf('0123456789.<C!x'));
const anyTaps = fc.uniqueArray(fc.record({ updateId: fc.nat(1_000_000), key: anyKey }), {
  selector: ({ updateId }) => updateId,
  maxLength: 40,
});

it('returns the same amount for any order and any repetition of the taps', () => {
  fc.assert(
    fc.property(
      anyTaps.chain((taps) =>
        fc.tuple(
          fc.constant(taps),
          fc.shuffledSubarray([...taps, ...taps], { minLength: taps.length * 2, maxLength: taps.length * 2 }),
        ),
      ),
      ([taps, delivered]) => {
        const stored = delivered.reduce<Taps>((row, { updateId, key }) => ({ ...row, [updateId]: key }), {});
        const inOrder = [...taps].sort((a, b) => a.updateId - b.updateId);
        const expected = foldTaps(Object.fromEntries(inOrder.map(({ updateId, key }) => [updateId, key])));
        expect(foldTaps(stored)).toEqual(expected);
      },
    ),
  );
});

it('only ever holds an entry that is money, within the limits', () => {
  fc.assert(
    fc.property(anyTaps, (taps) => {
      const { entry, outcome } = foldTaps(
        Object.fromEntries(taps.map(({ updateId, key }) => [updateId, key])),
      );
      expect(entry).toMatch(/^(|\d{1,4}(\.\d{0,2})?)$/);
      if (outcome.type === 'confirmed') {
        expect(outcome.amountCents).toBeGreaterThanOrEqual(499);
        expect(outcome.amountCents).toBeLessThanOrEqual(999_999);
      }
    }),
  );
});

it.each<[string, Key, string | undefined]>([
  ['1000', '0', 'too_many_digits'],
  ['1.23', '4', 'too_many_decimals'],
  ['1.', '.', 'second_point'],
  ['1.23', '.', 'second_point'],
  ['1000', '.', undefined],
  ['0', '0', undefined],
  ['', 'backspace', undefined],
  ['1000', 'clear', undefined],
])('says of %j and the key %s why nothing changes: %s', (entry, key, reason) => {
  expect(whyIgnored(entry, key)).toBe(reason);
});

it('says why, for every key that types and changes nothing but a second zero', () => {
  fc.assert(
    fc.property(anyTaps, fc.constantFrom<Key>(...keysOf('0123456789.')), (taps, key) => {
      const made = Object.fromEntries(taps.map(({ updateId, key: one }) => [updateId, one]));
      const { entry, outcome } = foldTaps(made);
      const after = foldTaps({ ...made, 2_000_000: key }).entry;
      if (outcome.type !== 'open' || (entry === '0' && key === '0')) return;
      expect(whyIgnored(entry, key) === undefined).toBe(after !== entry);
    }),
  );
});
