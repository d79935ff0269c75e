import { BarChart } from 'echarts/charts';
import { GridComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { netRevenueOf, revenueOf, type DayFigures } from '../domain/reports/sales-report';
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

/** What is left of a day's income after the refunds of that day, in dollars. A bar below 0 points downwards. */
const netDollars = (day: DayFigures): number =>
  netRevenueOf({ revenueCents: revenueOf(day), refunds: day.refunds }) / 100;

/** An SVG document of the revenue after refunds of each day. */
export function drawSalesChart(days: readonly DayFigures[], words: SalesChartWords): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  try {
    chart.setOption({
      ...chartLayout(words.title, words.lines),
      xAxis: dateAxis(days.map(({ day }) => words.day(day))),
      yAxis: valueAxis({ formatter: dollars, minInterval: 0.01, least: 4 }),
      series: [{ type: 'bar', barMaxWidth: 60, data: days.map(netDollars) }],
    } satisfies Option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
