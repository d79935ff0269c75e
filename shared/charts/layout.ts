import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption, LegendComponentOption, TitleComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

export type Option = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | TitleComponentOption
>;

export const WIDTH = 1280;
export const HEIGHT = 800;
export const COLOR = { revenue: '#2f7ed8', members: '#f28f43', added: '#2ca25f', lost: '#d7301f' };

/** Large, because a phone shows the letters at a third of this size. */
const TEXT = { fontSize: 24, color: '#333333' };
/** So many dates fit side by side. */
const DATES = 6;
const SIDES = { left: 110, right: 110 };

/** Two grids, the upper one twice as high, under a title and a legend. */
export const chartLayout = (title: string): Option => ({
  animation: false,
  backgroundColor: '#ffffff',
  textStyle: { fontFamily: 'DejaVu Sans' },
  color: [COLOR.revenue, COLOR.members, COLOR.added, COLOR.lost],
  title: {
    text: title,
    left: 'center',
    top: 16,
    textStyle: { fontSize: 32, fontWeight: 'bold', color: '#222222' },
  },
  legend: { top: 70, itemGap: 60, itemWidth: 30, itemHeight: 18, textStyle: TEXT },
  grid: [
    { ...SIDES, top: 140, height: 340 },
    { ...SIDES, top: 570, height: 180 },
  ],
});

/** The days under both grids, with labels between the grids. The last day always has one. */
export function dateAxes(days: readonly string[]): NonNullable<Option['xAxis']> {
  const every = Math.ceil(days.length / DATES);
  const interval = (index: number) => (days.length - 1 - index) % every === 0;
  const axis = { type: 'category' as const, data: [...days], axisTick: { show: false } };
  return [
    { ...axis, gridIndex: 0, axisLabel: { ...TEXT, interval } },
    { ...axis, gridIndex: 1, axisLabel: { show: false }, axisLine: { lineStyle: { color: '#888888' } } },
  ];
}

/** `850`, `12k`, `1.5M`: short enough for a phone. */
export function shortNumber(value: number): string {
  if (value >= 1_000_000) return `${value / 1_000_000}M`;
  return value >= 10_000 ? `${value / 1_000}k` : String(value);
}

interface ValueAxis {
  readonly formatter: (value: number) => string;
  readonly color?: string;
  /** No two labels are closer than this: 1 for members, a cent for dollars. */
  readonly minInterval: number;
  readonly hasLines?: boolean;
  readonly gridIndex?: number;
  /** The maximum of an axis without data. */
  readonly least?: number;
}

/** An axis of amounts, which ends where its data does, and at 0 if all of it is below. */
export const valueAxis = ({
  formatter,
  color,
  minInterval,
  hasLines = true,
  gridIndex = 0,
  least = 1,
}: ValueAxis) => ({
  type: 'value' as const,
  gridIndex,
  splitNumber: gridIndex === 0 ? 4 : 2,
  max: ({ min, max }: { min: number; max: number }) => {
    if (max > 0) return null as never;
    return min < 0 ? 0 : least;
  },
  axisLabel: { ...TEXT, ...(color !== undefined && { color }), formatter },
  splitLine: { show: hasLines, lineStyle: { color: '#dddddd' } },
  axisLine: { show: false },
  axisTick: { show: false },
  minInterval,
});
