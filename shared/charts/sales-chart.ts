import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { revenueOf, type DayFigures } from '../domain/reports/sales-report';
import { COLOR, dates, HEIGHT, layout, scale, short, WIDTH, type Option } from './layout';

use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

/** `$0`, `$12.50`, `$850`, `$12k`: of whole dollars no cents. */
const dollars = (value: number): string => `$${Number.isInteger(value) ? short(value) : value.toFixed(2)}`;

/** The left axis above is money, the right one members; the one below is members who came, and downwards who went. */
const axes = (days: readonly DayFigures[]): Pick<Option, 'xAxis' | 'yAxis'> => ({
  xAxis: dates(days.map(({ day }) => day)),
  yAxis: [
    scale({ formatter: dollars, least: 4 }),
    scale({ formatter: short, color: COLOR.members, isWhole: true, hasLines: false }),
    scale({ formatter: (value) => short(Math.abs(value)), isWhole: true, gridIndex: 1 }),
  ],
});

const series = (days: readonly DayFigures[]): NonNullable<Option['series']> => {
  const bar = { type: 'bar', barMaxWidth: 60 } as const;
  const below = { ...bar, stack: 'members', xAxisIndex: 1, yAxisIndex: 2 } as const;
  return [
    { ...bar, name: 'Revenue', data: days.map((day) => revenueOf(day) / 100) },
    {
      name: 'Members',
      type: 'line',
      yAxisIndex: 1,
      data: days.map(({ active }) => active),
      lineStyle: { width: 4 },
      symbol: 'circle',
      symbolSize: days.length === 1 ? 16 : 8,
    },
    { ...below, name: 'New', data: days.map(({ newMembers }) => newMembers) },
    { ...below, name: 'Lost', data: days.map(({ lostMembers }) => -lostMembers) },
  ];
};

/** Revenue, members, and who came and went, of each of these days in turn, as an SVG document. */
export function drawSalesChart(days: readonly DayFigures[]): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  try {
    chart.setOption({
      ...layout('Revenue and members by day'),
      ...axes(days),
      series: series(days),
    } satisfies Option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
