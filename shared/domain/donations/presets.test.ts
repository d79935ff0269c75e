import fc from 'fast-check';
import type { Cents } from '../common/ids';
import { foldTaps, KEYS, type Key, type Taps } from './keypad';
import { presetCents, PRESET_KEYS, presetTaps, readPresets, updateOfTap } from './presets';

const keys = fc.constantFrom<Key>(...KEYS, 'backspace', 'clear', 'confirm');
const cents = fc.integer({ min: 1, max: 999_999 }).map((value) => value as Cents);
const earlier = fc.array(keys, { maxLength: 12 });

/** Taps that were made one after the other, from the update 100 on. */
const made = (list: readonly Key[]): Taps => Object.fromEntries(list.map((key, index) => [100 + index, key]));

it('ends the keypad with exactly the amount of the button, or shows it if it is too small', () => {
  fc.assert(
    fc.property(earlier, cents, fc.integer({ min: 1, max: 2000 }), (before, amount, least) => {
      const typed = made(before);
      fc.pre(foldTaps(typed, least as Cents).outcome.type === 'open');
      const { entry, outcome } = foldTaps({ ...typed, ...presetTaps(500, amount) }, least as Cents);
      expect(outcome).toEqual(amount < least ? { type: 'open' } : { type: 'confirmed', amountCents: amount });
      expect(Number(entry) * 100).toBeCloseTo(amount);
    }),
  );
});

it('counts as if the amount had been typed and confirmed, whatever arrives before or after it', () => {
  fc.assert(
    fc.property(earlier, earlier, cents, (before, after, amount) => {
      const byButton = presetTaps(500, amount);
      const byHand = Object.fromEntries(
        Object.values(byButton).map((key, index) => [500 + index, key] as const),
      );
      const late = Object.fromEntries(after.map((key, index) => [700 + index, key]));
      expect(foldTaps({ ...late, ...byButton, ...made(before) }).outcome).toEqual(
        foldTaps({ ...made(before), ...byHand, ...late }).outcome,
      );
    }),
  );
});

it('is stored as keys that a release without presets knows, all of the one tap', () => {
  const known: readonly string[] = [...KEYS, 'clear', 'confirm'];
  fc.assert(
    fc.property(cents, fc.integer({ min: 0, max: 2 ** 40 }), (amount, updateId) => {
      const taps = presetTaps(updateId, amount);
      expect(Object.values(taps).filter((key) => !known.includes(key))).toEqual([]);
      expect(new Set(Object.keys(taps).map(updateOfTap))).toEqual(new Set([updateId]));
      expect(Object.hasOwn(taps, updateId)).toBe(true);
    }),
  );
});

it('has no amount for a button that a keypad does not show', () => {
  const shown = { presets: [500, 1000] as Cents[], lastCents: null };
  expect(PRESET_KEYS.map((key) => presetCents(shown, key))).toEqual([
    500,
    1000,
    undefined,
    undefined,
    undefined,
  ]);
  expect(presetCents({ presets: [], lastCents: 700 as Cents }, 'preset_last')).toBe(700);
});

it.each<[string, readonly number[] | undefined]>([
  ['5 10 25 50', [500, 1000, 2500, 5000]],
  ['50, 25, 10', [1000, 2500, 5000]],
  ['$5; $10.50', [500, 1050]],
  ['5$ 12,50', [500, 1250]],
  ['  7 \n 7.00 ', [700]],
  ['0.01 9999.99', [1, 999_999]],
  ['5 10 25 50 100', undefined],
  ['5 10 ten', undefined],
  ['5 0', undefined],
  ['-5', undefined],
  ['10000', undefined],
  ['5.555', undefined],
  ['1e2', undefined],
  ['٥', [500]],
  ['', undefined],
  [' , ', undefined],
])('reads %j as %j', (typed, presets) => {
  expect(readPresets(typed)).toEqual(presets);
});
