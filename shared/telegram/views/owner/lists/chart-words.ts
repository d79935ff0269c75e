import type { Cents } from '../../../../domain/common/ids';
import { netRevenueOf, revenueOf, type DayFigures } from '../../../../domain/reports/sales-report';
import type { Wording } from '../../wording';

const sumOf = (days: readonly DayFigures[], of: (day: DayFigures) => number): number =>
  days.reduce((sum, day) => sum + of(day), 0);

/** The texts in the picture of a channel's days. The days are in order. */
export const salesChartWords = (days: readonly DayFigures[], wording: Wording) => ({
  title: wording.usd(
    sumOf(days, (day) => netRevenueOf({ revenueCents: revenueOf(day), refunds: day.refunds })) as Cents,
  ),
  lines: [
    wording.text('lists-chart-revenue', { days: days.length }),
    wording.text('lists-chart-members', {
      active: days.at(-1)?.active ?? 0,
      new: sumOf(days, ({ newMembers }) => newMembers),
      lost: sumOf(days, ({ lostMembers }) => lostMembers),
    }),
  ],
  day: (isoDay: string): string => wording.day(isoDay),
});
