import type { Wording } from '../../wording';

/** The labels in the chart of a channel's sales. */
export const salesChartWords = (wording: Wording) => ({
  title: wording.text('lists-chart-title'),
  revenue: wording.text('lists-chart-revenue'),
  members: wording.text('lists-chart-members'),
  added: wording.text('lists-chart-new'),
  lost: wording.text('lists-chart-lost'),
  day: (isoDay: string): string => wording.day(isoDay),
});
