import fc from 'fast-check';
import { readUntil } from './read-until';
import { inTimeZone } from './zoned-time';

const NEW_YORK = 'America/New_York';

it.each([
  ['2027-01-31', '2027-02-01T04:59:59.000Z'],
  ['2027/01/31', '2027-02-01T04:59:59.000Z'],
  ['31.01.2027', '2027-02-01T04:59:59.000Z'],
  ['1.2.2027', '2027-02-02T04:59:59.000Z'],
  ['31/01/2027', '2027-02-01T04:59:59.000Z'],
  ['01/31/2027', '2027-02-01T04:59:59.000Z'],
  ['02-02-2027', '2027-02-03T04:59:59.000Z'],
  ['31 Jan 2027', '2027-02-01T04:59:59.000Z'],
  ['31-Jan-2027', '2027-02-01T04:59:59.000Z'],
  ['January 31st, 2027', '2027-02-01T04:59:59.000Z'],
  ['Sept. 1, 2027', '2027-09-02T03:59:59.000Z'],
  ['2027-07-01 18:00', '2027-07-01T22:00:00.000Z'],
  ['2027-07-01T18:00:30Z', '2027-07-01T18:00:30.000Z'],
  ['2027-07-01T18:00:30.123456+02:00', '2027-07-01T16:00:30.000Z'],
  ['2027-07-01 18:00:30 UTC', '2027-07-01T18:00:30.000Z'],
  ['01.07.2027, 18:00', '2027-07-01T22:00:00.000Z'],
  ['1801436399', '2027-01-31T22:59:59.000Z'],
  ['1801436399000', '2027-01-31T22:59:59.000Z'],
  ['2020-01-01', '2020-01-02T04:59:59.000Z'],
])('reads %s in New York', (typed, expected) => {
  expect(readUntil(typed, NEW_YORK)).toEqual({ end: new Date(expected) });
});

it.each([
  'for ever',
  'Forever',
  ' LIFETIME ',
  'never',
  '∞',
  'навсегда',
  'para siempre',
  'für immer',
  'برای همیشه',
  // What a tier takes: the sign on the bot's button, marks around, and other spellings.
  ...['♾️', '«навсегда»', '“for ever”.', 'lifetime access', 'навечно', 'vitalicia', 'fuer immer', 'نامحدود'],
])('reads %s as for ever', (typed) => {
  expect(readUntil(typed, NEW_YORK)).toEqual({ end: 'for_ever' });
});

it('reads nothing as no end', () => {
  expect(readUntil('  ', NEW_YORK)).toEqual({ end: null });
});

it.each([
  ['01/02/2027', 'ambiguous'],
  ['1-2-2027', 'ambiguous'],
  ['01/02/27', 'unknown'],
  ['2027-02-30', 'unknown'],
  ['31.04.2027', 'unknown'],
  ['2027-01-31 24:00', 'unknown'],
  ['31 Foo 2027', 'unknown'],
  ['0027-01-31', 'unknown'],
  ['46418', 'unknown'],
  ['7123456789', 'unknown'],
  ['next month', 'unknown'],
  ['30', 'unknown'],
])('refuses %s as %s', (typed, problem) => {
  expect(readUntil(typed, NEW_YORK)).toEqual({ problem });
});

it.each([
  // The clocks go back: 01:30 comes twice, and the later one counts.
  ['2027-11-07 01:30', '2027-11-07T06:30:00.000Z'],
  // They go forward: 02:30 is skipped.
  ['2027-03-14 02:30', '2027-03-14T07:30:00.000Z'],
  ['2027-03-14 03:30', '2027-03-14T07:30:00.000Z'],
])('reads %s beside a change of the clocks', (typed, expected) => {
  expect(readUntil(typed, NEW_YORK)).toEqual({ end: new Date(expected) });
});

it('finds the moment that a clock shows, in every time zone', () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  const moments = fc.integer({ min: Date.UTC(2000, 0, 2) / 1000, max: Date.UTC(2037, 0) / 1000 });
  fc.assert(
    fc.property(zones, moments, (timeZone, seconds) => {
      const shown = (at: Date) => at.toLocaleString('sv', { timeZone });
      const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = shown(new Date(seconds * 1000))
        .split(/\D/)
        .map(Number);
      const found = inTimeZone({ year, month, day, hour, minute, second }, timeZone);
      expect(shown(found)).toBe(shown(new Date(seconds * 1000)));
      expect(found.getTime()).toBeGreaterThanOrEqual(seconds * 1000);
    }),
  );
});
