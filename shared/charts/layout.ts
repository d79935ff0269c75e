import type { BarSeriesOption } from 'echarts/charts';
import type { GridComponentOption, TitleComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

export type Option = ComposeOption<BarSeriesOption | GridComponentOption | TitleComponentOption>;

/** Upright, as a phone is held. A phone shows the picture at about 360 points, and so the letters at three eighths. */
export const WIDTH = 960;
export const HEIGHT = 1280;
export const PLOT = { left: 150, right: 100, top: 330, height: 840 };
export const COLOR = '#2f7ed8';

const TEXT = { fontSize: 36, color: '#333333' };
/** So many dates fit side by side. */
const DATES = 3;

/** One plot under a headline. */
export const chartLayout = (title: string, lines: readonly string[]): Option => ({
  animation: false,
  backgroundColor: '#ffffff',
  textStyle: { fontFamily: 'DejaVu Sans' },
  color: [COLOR],
  title: {
    text: title,
    subtext: lines.join('\n'),
    left: 'center',
    top: 40,
    itemGap: 24,
    textStyle: { fontSize: 84, fontWeight: 'bold', color: '#222222' },
    subtextStyle: { ...TEXT, lineHeight: 56 },
  },
  grid: PLOT,
});

/** The days under the plot. The last day always has a label. */
export function dateAxis(days: readonly string[]): NonNullable<Option['xAxis']> {
  const every = Math.ceil(days.length / DATES);
  const interval = (index: number) => (days.length - 1 - index) % every === 0;
  return {
    type: 'category',
    data: [...days],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: '#888888' } },
    axisLabel: { ...TEXT, interval, margin: 24 },
  };
}

/** `850`, `12k`, `1.5M`: short enough for a phone. */
export function shortNumber(value: number): string {
  if (value >= 1_000_000) return `${value / 1_000_000}M`;
  return value >= 10_000 ? `${value / 1_000}k` : String(value);
}

interface ValueAxis {
  readonly formatter: (value: number) => string;
  /** No two labels are closer than this. */
  readonly minInterval: number;
  /** The maximum of an axis without data. */
  readonly least: number;
}

/** An axis of amounts, which ends where its data does, and at 0 if all of it is below. */
export const valueAxis = ({ formatter, minInterval, least }: ValueAxis) => ({
  type: 'value' as const,
  splitNumber: 4,
  max: ({ min, max }: { min: number; max: number }) => {
    if (max > 0) return null as never;
    return min < 0 ? 0 : least;
  },
  axisLabel: { ...TEXT, formatter },
  splitLine: { lineStyle: { color: '#dddddd' } },
  axisLine: { show: false },
  axisTick: { show: false },
  minInterval,
});
