import type { Cents } from '../../../../domain/common/ids';
import {
  areInStarsAlone,
  netRevenueOf,
  revenueOf,
  type DayFigures,
} from '../../../../domain/reports/sales-report';
import { netStars, starsTogether, type StarFigures } from '../../../../domain/reports/star-figures';
import type { Wording } from '../../wording';

const sumOf = (days: readonly DayFigures[], of: (day: DayFigures) => number): number =>
  days.reduce((sum, day) => sum + of(day), 0);

/** The texts in the picture of a channel's days. The days are in order. */
export function salesChartWords(days: readonly DayFigures[], wording: Wording) {
  const inStars = days
    .map((day) => day.inStars)
    .reduce<StarFigures | undefined>((sum, each) => starsTogether(sum, each), undefined);
  const stars = inStars && wording.stars(netStars(inStars));
  const isAlone = areInStarsAlone(days);
  const dollars = wording.usd(
    sumOf(days, (day) => netRevenueOf({ revenueCents: revenueOf(day), refunds: day.refunds })) as Cents,
  );
  return {
    title: isAlone && stars !== undefined ? stars : dollars,
    lines: [
      wording.text('lists-chart-revenue', { days: days.length }),
      ...(stars === undefined || isAlone
        ? []
        : [wording.text('lists-period', { period: wording.text('starfigures-label'), net: stars })]),
      wording.text('lists-chart-members', {
        active: days.at(-1)?.active ?? 0,
        new: sumOf(days, ({ newMembers }) => newMembers),
        lost: sumOf(days, ({ lostMembers }) => lostMembers),
      }),
    ],
    day: (isoDay: string): string => wording.day(isoDay),
  };
}
