import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { netRevenueOf, revenueOf, type DayFigures } from '../domain/reports/sales-report';
import { chartLayout, COLOR, dateAxes, HEIGHT, shortNumber, valueAxis, WIDTH, type Option } from './layout';

use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

/** What the chart says. A day is given as `2026-11-24`. */
export interface SalesChartWords {
  readonly title: string;
  readonly revenue: string;
  readonly members: string;
  readonly added: string;
  readonly lost: string;
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

/** Upper grid: money on the left, members on the right. Lower grid: new members upwards, lost members downwards. */
const axes = (days: readonly DayFigures[], words: SalesChartWords): Pick<Option, 'xAxis' | 'yAxis'> => ({
  xAxis: dateAxes(days.map(({ day }) => words.day(day))),
  yAxis: [
    valueAxis({ formatter: dollars, minInterval: 0.01, least: 4 }),
    valueAxis({ formatter: shortNumber, color: COLOR.members, minInterval: 1, hasLines: false }),
    valueAxis({ formatter: (value) => shortNumber(Math.abs(value)), minInterval: 1, gridIndex: 1 }),
  ],
});

const series = (days: readonly DayFigures[], words: SalesChartWords): NonNullable<Option['series']> => {
  const bar = { type: 'bar', barMaxWidth: 60 } as const;
  const below = { ...bar, stack: 'members', xAxisIndex: 1, yAxisIndex: 2 } as const;
  return [
    { ...bar, name: words.revenue, data: days.map(netDollars) },
    {
      name: words.members,
      type: 'line',
      yAxisIndex: 1,
      data: days.map(({ active }) => active),
      lineStyle: { width: 4 },
      symbol: 'circle',
      symbolSize: days.length === 1 ? 16 : 8,
    },
    { ...below, name: words.added, data: days.map(({ newMembers }) => newMembers) },
    { ...below, name: words.lost, data: days.map(({ lostMembers }) => -lostMembers) },
  ];
};

/** An SVG document of the revenue after refunds, the members, and the new and lost members of each day. */
export function drawSalesChart(days: readonly DayFigures[], words: SalesChartWords): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  try {
    chart.setOption({
      ...chartLayout(words.title),
      ...axes(days, words),
      series: series(days, words),
    } satisfies Option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
