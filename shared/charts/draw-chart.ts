import { renderAsync } from '@resvg/resvg-js';
import type { DayFigures } from '../domain/reports/sales-report';
import { drawSalesChart, type SalesChartWords } from './sales-chart';

export { drawSalesChart };

/** Our own fonts, because the servers have none, and a system's fonts must not decide how a chart looks. */
const FONTS = [
  require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
];

/** The chart of a channel's days as a PNG. Drawn in a separate thread, so that it blocks no other request. */
export async function salesChartPng(
  days: readonly DayFigures[],
  words: SalesChartWords,
): Promise<Uint8Array> {
  const image = await renderAsync(drawSalesChart(days, words), {
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' },
  });
  return image.asPng();
}
