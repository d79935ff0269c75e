import fc from 'fast-check';
import { FOR_EVER_DAYS, isForEver } from './for-ever';
import type { OrderReference } from './ids';
import { daysFor, paidUntil, phaseOf, remindersUntil, type Extension } from './subscription';
import { DAY_MS } from './time';

const at = (iso: string): number => Date.parse(iso);

const extension = (grantedAt: number, days: number, rest: Partial<Extension> = {}): Extension => ({
  reference: String(grantedAt).padEnd(22, 'A') as OrderReference,
  paymentId: null,
  days,
  grantedAt,
  isRevoked: false,
  ...rest,
});

// A day is always 24 hours, because an owner sells hours of access and a clock change must not shorten them.
it.each([
  ['a month’s end', '2026-01-31T12:00:00Z', 30, '2026-03-02T12:00:00Z'],
  ['the end of a leap February', '2028-02-28T23:59:59.999Z', 1, '2028-02-29T23:59:59.999Z'],
  ['a leap day', '2028-02-29T06:00:00Z', 365, '2029-02-28T06:00:00Z'],
  ['a year without one', '2026-02-28T06:00:00Z', 365, '2027-02-28T06:00:00Z'],
  ['a year’s end', '2026-12-31T23:30:00Z', 1, '2027-01-01T23:30:00Z'],
  ['the night New York puts its clocks forward', '2026-03-08T06:30:00Z', 1, '2026-03-09T06:30:00Z'],
  ['the night New York puts them back', '2026-11-01T05:30:00Z', 1, '2026-11-02T05:30:00Z'],
  ['a month across the change', '2026-10-15T04:00:00Z', 30, '2026-11-14T04:00:00Z'],
  ['the epoch of 32 bits', '2038-01-19T03:14:07Z', 7, '2038-01-26T03:14:07Z'],
])('counts days across %s', (_, granted, days, until) => {
  expect(paidUntil([extension(at(granted), days)])).toBe(at(until));
});

it('adds a renewal to the days left, or starts it now if none are left', () => {
  const first = extension(at('2026-01-01T00:00:00Z'), 30);
  const early = extension(at('2026-01-20T00:00:00Z'), 90);
  expect(paidUntil([first, early])).toBe(at('2026-05-01T00:00:00Z'));
  const late = extension(at('2026-02-10T00:00:00Z'), 90);
  expect(paidUntil([first, late])).toBe(at('2026-05-11T00:00:00Z'));
});

it('ignores revoked extensions', () => {
  const first = extension(at('2026-01-01T00:00:00Z'), 30);
  const renewal = extension(at('2026-01-20T00:00:00Z'), 30);
  expect(paidUntil([{ ...first, isRevoked: true }, renewal])).toBe(at('2026-02-19T00:00:00Z'));
  expect(paidUntil([{ ...first, isRevoked: true }])).toBeNull();
  expect(paidUntil([])).toBeNull();
});

it('takes exactly access for ever back, and leaves what else was paid', () => {
  const days = extension(at('2026-01-01T00:00:00Z'), 30);
  const forEver = extension(at('2026-01-11T00:00:00Z'), FOR_EVER_DAYS);
  const later = extension(at('2026-01-12T00:00:00Z'), 30);
  for (const others of [[days], [days, later], [later], [days, later, { ...forEver, paymentId: 2 }]]) {
    expect(isForEver(paidUntil([...others, forEver]))).toBe(true);
    expect(paidUntil([...others, { ...forEver, isRevoked: true }])).toBe(paidUntil(others));
  }
});

it('takes no number of days that can be bought for access for ever', () => {
  const decades = Array.from({ length: 90 }, (_, day) => extension(at('2026-01-01T00:00:00Z') + day, 3650));
  expect(isForEver(paidUntil(decades))).toBe(false);
  expect(isForEver(null)).toBe(false);
});

it.each([
  [0, 0],
  [1, 0],
  [9_999, 0],
  [10_000, FOR_EVER_DAYS],
  [50_000, FOR_EVER_DAYS],
])('buys access for ever for the whole price or not at all: %d cents of 10,000', (cents, days) => {
  expect(daysFor(cents, { days: FOR_EVER_DAYS, amountCents: 10_000 })).toBe(days);
});

it('grants exactly the days paid for, whatever the renewals', () => {
  const renewals = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 365 })), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(renewals, (bought) => {
      const extensions = bought.map(([day, days], index) => extension(day * DAY_MS + index, days));
      const until = paidUntil(extensions) ?? 0;
      const days = extensions.reduce((total, each) => total + each.days, 0);
      const first = Math.min(...extensions.map(({ grantedAt }) => grantedAt));
      const last = Math.max(...extensions.map((each) => each.grantedAt + each.days * DAY_MS));
      expect(until).toBeGreaterThanOrEqual(Math.max(last, first + days * DAY_MS));
      // Each moment before the end is covered once, so the gaps are the only unpaid time.
      const unpaid = until - first - days * DAY_MS;
      const sorted = [...extensions].sort((a, b) => a.grantedAt - b.grantedAt);
      let covered = first;
      let gaps = 0;
      for (const each of sorted) {
        gaps += Math.max(0, each.grantedAt - covered);
        covered = Math.max(covered, each.grantedAt) + each.days * DAY_MS;
      }
      expect(unpaid).toBe(gaps);
      expect(paidUntil([...extensions].reverse())).toBe(until);
    }),
  );
});

it.each([
  [-1, 'active'],
  [0, 'grace'],
  [24 * 3_600_000 - 1, 'grace'],
  [24 * 3_600_000, 'expired'],
])('%i ms after the end with a day of grace, returns %s', (after, phase) => {
  const until = at('2026-03-01T00:00:00Z');
  expect(phaseOf({ until, graceHours: 24, now: until + after })).toBe(phase);
});

it('has no grace phase without grace', () => {
  const until = at('2026-03-01T00:00:00Z');
  expect(phaseOf({ until, graceHours: 0, now: until })).toBe('expired');
  expect(phaseOf({ until: null, graceHours: 24, now: until })).toBe('none');
});

it('reminds 7, 3, 1 and 0 days before the end, unless that has passed', () => {
  const now = at('2026-03-01T00:00:00Z');
  const left = (days: number) => remindersUntil(now + days * DAY_MS, now).map(({ daysLeft }) => daysLeft);
  expect(left(30)).toEqual([7, 3, 1, 0]);
  expect(left(7)).toEqual([3, 1, 0]);
  expect(left(1)).toEqual([0]);
  const hour = DAY_MS / 24;
  expect(remindersUntil(now + 30 * DAY_MS, now)).toEqual([
    { daysLeft: 7, inMs: 23 * DAY_MS - hour, untilNextMs: 4 * DAY_MS },
    { daysLeft: 3, inMs: 27 * DAY_MS - hour, untilNextMs: 2 * DAY_MS },
    { daysLeft: 1, inMs: 29 * DAY_MS - hour, untilNextMs: DAY_MS + hour },
    { daysLeft: 0, inMs: 30 * DAY_MS, untilNextMs: DAY_MS },
  ]);
});

it('rounds the bought days down', () => {
  const tier = { days: 30, amountCents: 3000 };
  expect([2999, 3000, 3099, 6000, 99, 100].map((cents) => daysFor(cents, tier))).toEqual([
    29, 30, 30, 60, 0, 1,
  ]);
  expect(daysFor(10 ** 12, tier)).toBe(3650);
});
