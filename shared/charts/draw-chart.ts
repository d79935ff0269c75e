import { renderAsync } from '@resvg/resvg-js';
import type { DayFigures } from '../domain/reports/sales-report';
import { drawSalesChart, type SalesChartWords } from './sales-chart';

/** Where these run there are no fonts, and what the system has must not decide how a picture looks. */
const FONTS = [
  require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
];

/** The chart of a channel's days as a PNG. Drawn in a thread of its own, so that nobody else waits for it. */
export async function salesChartPng(
  days: readonly DayFigures[],
  words: SalesChartWords,
): Promise<Uint8Array> {
  const image = await renderAsync(drawSalesChart(days, words), {
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' },
  });
  return image.asPng();
}
