/** @project database */
import fc from 'fast-check';
import type { Cents } from '../domain/common/ids';
import type { DayFigures } from '../domain/reports/sales-report';
import { salesChartWords } from '../telegram/views/owner/lists/chart-words';
import { wordingIn } from '../telegram/views/wording';
// By this path the tests use the bundle, which Jest can run.
import { drawSalesChart } from '../charts/draw-chart';
import { COLOR, PLOT } from './layout';

const tally = (cents: number) => ({ count: 1, cents: cents as Cents });
const dayWith = (
  [income, refunds]: readonly [income: number, refunds: number],
  index: number,
): DayFigures => ({
  day: `2026-11-${String(index + 1).padStart(2, '0')}`,
  sales: tally(income),
  donations: tally(0),
  credited: tally(0),
  refunds: tally(refunds),
  newMembers: 1,
  renewals: 0,
  lostMembers: 1,
  active: 3,
});

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1_000, M: 1_000_000 };

const drawn = (days: readonly (readonly [income: number, refunds: number])[]) => {
  const figures = days.map(dayWith);
  return drawSalesChart(figures, salesChartWords(figures, wordingIn('en')));
};

/** The plot of a chart: the dollars on its axis with their heights, and how far each bar goes up. */
function moneyIn(days: readonly (readonly [income: number, refunds: number])[]) {
  const svg = drawn(days);
  const axis = [...svg.matchAll(/translate\([\d.]+ ([\d.]+)\)" fill="#333333">(-?)\$([\d.]+)([kM]?)</g)].map(
    ([, y, sign, digits, unit]) => ({
      y: Number(y),
      dollars: (sign === '-' ? -1 : 1) * Number(digits) * (UNITS[unit ?? ''] ?? 1),
    }),
  );
  const bar = new RegExp(`d="M[\\d.]+ ([\\d.]+)l[\\d.]+ 0l0 (-?[\\d.]+)[^"]*" fill="${COLOR}" ecmeta`, 'g');
  const bars = [...svg.matchAll(bar)].map(([, y, down]) => ({ y: Number(y), up: -Number(down) }));
  return { svg, axis, bars };
}

it('draws each day at its income after refunds, below zero if more was sent back', () => {
  const cents = fc.oneof(fc.constant(0), fc.nat(9), fc.nat(9_999), fc.nat(20_000_000));
  fc.assert(
    fc.property(fc.array(fc.tuple(cents, cents), { minLength: 1, maxLength: 30 }), (days) => {
      const { svg, axis, bars } = moneyIn(days);
      const [lowest, highest] = [axis[0]!, axis.at(-1)!];
      const zero = axis.find(({ dollars }) => dollars === 0)!;
      const pixelsPerDollar = (lowest.y - highest.y) / (highest.dollars - lowest.dollars);
      expect({ bottom: lowest.y, top: highest.y }).toEqual({ bottom: PLOT.top + PLOT.height, top: PLOT.top });
      expect(svg).not.toContain('$-');
      expect(bars).toHaveLength(days.length);
      for (const [index, [income, refunds]] of days.entries()) {
        const { y, up } = bars[index]!;
        expect(Math.abs(y - zero.y)).toBeLessThan(1);
        expect(Math.abs(up - ((income - refunds) / 100) * pixelsPerDollar)).toBeLessThan(1);
      }
    }),
    { numRuns: 25 },
  );
});

it.each([
  ['a sale', [[4999, 0]], ['$0', '$10', '$20', '$30', '$40', '$50']],
  [
    'a sale and its refund on another day',
    [
      [4999, 0],
      [0, 4999],
    ],
    ['-$60', '-$40', '-$20', '$0', '$20', '$40', '$60'],
  ],
  ['a sale sent back the same day', [[4999, 4999]], ['$0', '$1', '$2', '$3', '$4']],
  ['refunds alone', [[0, 4999]], ['-$50', '-$40', '-$30', '-$20', '-$10', '$0']],
  ['a cent', [[1, 0]], ['$0', '$0.01']],
  ['a refund of a cent', [[0, 1]], ['-$0.01', '$0']],
  ['a few cents', [[0, 3]], ['-$0.03', '-$0.02', '-$0.01', '$0']],
  ['small refunds', [[0, 210]], ['-$2.50', '-$2', '-$1.50', '-$1', '-$0.50', '$0']],
  ['big refunds', [[0, 12_345_678]], ['-$150k', '-$120k', '-$90k', '-$60k', '-$30k', '$0']],
] as const)('labels the axis of %s', (_, days, labels) => {
  const { svg } = moneyIn(days);
  const onAxis = [...svg.matchAll(/fill="#333333">(-?\$[^<]+)</g)];
  expect(onAxis.map(([, label]) => label)).toEqual(labels);
});

it('says above the plot what is left of all days, and how the members changed', () => {
  const svg = drawn([
    [123_456, 0],
    [0, 10_000],
  ]);
  for (const text of ['$1,134.56', 'Revenue after refunds, 2 days', '3 members: 2 new, 2 lost'])
    expect(svg).toContain(`>${text}<`);
});

it('is upright, with letters that are legible on a phone that shows it 360 points wide', () => {
  const svg = drawn([[4999, 0]]);
  const [width = 0, height = 0] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.slice(1).map(Number);
  expect(width / height).toBe(3 / 4);
  const sizes = [...svg.matchAll(/font-size:(\d+)px/g)].map(([, size]) => (Number(size) * 360) / width);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
});
