import fc from 'fast-check';
import { matchTimeZones } from './time-zones';

const NAMES = Intl.supportedValuesOf('timeZone');

it.each([
  ['Berlin', ['Europe/Berlin']],
  ['  berlin ', ['Europe/Berlin']],
  ['Europe/Berlin', ['Europe/Berlin']],
  ['europe/berlin', ['Europe/Berlin']],
  ['New York', ['America/New_York']],
  ['new-york', ['America/New_York']],
  ['Zürich', ['Europe/Zurich']],
  ['São Paulo, Brazil', ['America/Sao_Paulo']],
  ['Port au Prince', ['America/Port-au-Prince']],
  ['York', ['America/New_York']],
  ['Indiana', ['America/Indiana/Knox', 'America/Indiana/Marengo']],
  ['Atlantis', []],
  ['', []],
  [' , ', []],
  ['a', []],
])('finds for %j %j', (typed, zones) => {
  expect(matchTimeZones(typed, NAMES)).toEqual(expect.arrayContaining(zones));
  if (zones.length < 2) expect(matchTimeZones(typed, NAMES)).toHaveLength(zones.length);
});

it('finds every zone by its whole name, and among others by its city', () => {
  for (const name of NAMES) {
    expect(matchTimeZones(name.toUpperCase(), NAMES)).toEqual([name]);
    const city = name.replace(/^.*\//, '').replaceAll('_', ' ');
    expect(matchTimeZones(city, NAMES)).toContain(name);
  }
});

it('returns zones for any text', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      expect(matchTimeZones(typed, NAMES).every((name) => NAMES.includes(name))).toBe(true);
    }),
  );
});
