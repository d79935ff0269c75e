import { BarChart } from 'echarts/charts';
import { GridComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { areInStarsAlone, netRevenueOf, revenueOf, type DayFigures } from '../domain/reports/sales-report';
import { netStars } from '../domain/reports/star-figures';
import { chartLayout, dateAxis, HEIGHT, shortNumber, valueAxis, WIDTH, type Option } from './layout';

use([BarChart, GridComponent, TitleComponent, SVGRenderer]);

/** What the chart says. A day is given as `2026-11-24`. */
export interface SalesChartWords {
  /** In large letters. */
  readonly title: string;
  readonly lines: readonly string[];
  readonly day: (day: string) => string;
}

/** `$0`, `$12.50`, `$850`, `$12k`, `-$20`: no cents for whole dollars. */
function dollars(value: number): string {
  const size = Math.abs(value);
  return `${value < 0 ? '-' : ''}$${Number.isInteger(size) ? shortNumber(size) : size.toFixed(2)}`;
}

/** `0`, `250`, `12k`, `-50`: whole Stars. */
const stars = (value: number): string => `${value < 0 ? '-' : ''}${shortNumber(Math.abs(value))}`;

/** What is left of a day's income after the refunds of that day, in dollars. A bar below 0 points downwards. */
const netDollars = (day: DayFigures): number =>
  netRevenueOf({ revenueCents: revenueOf(day), refunds: day.refunds }) / 100;

const netStarsOf = ({ inStars: figures }: DayFigures): number =>
  figures === undefined ? 0 : netStars(figures);

const IN_DOLLARS = { formatter: dollars, minInterval: 0.01, least: 4, of: netDollars };
const IN_STARS = { formatter: stars, minInterval: 1, least: 4, of: netStarsOf };

/**
 * An SVG document of the revenue after refunds of each day: in dollars, or in Stars if nothing came or went in dollars. One picture
 * never has both, because its bars would be compared.
 */
export function drawSalesChart(days: readonly DayFigures[], words: SalesChartWords): string {
  const { of, ...axis } = areInStarsAlone(days) ? IN_STARS : IN_DOLLARS;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  try {
    chart.setOption({
      ...chartLayout(words.title, words.lines),
      xAxis: dateAxis(days.map(({ day }) => words.day(day))),
      yAxis: valueAxis(axis),
      series: [{ type: 'bar', barMaxWidth: 60, data: days.map(of) }],
    } satisfies Option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
