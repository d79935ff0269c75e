import { areForEver } from '../common/for-ever';
import type { Cents } from '../common/ids';
import { starsTogether, type StarFigures, type StarMonth } from './star-figures';

/** How many of something, and their total value. */
export interface Tally {
  readonly count: number;
  readonly cents: Cents;
}

/** The figures of one day, summed over each period. `docs/owner-reports.md` defines each. */
interface CountedFigures {
  readonly sales: Tally;
  readonly donations: Tally;
  /** Odd payments that the owner counted beside their orders. */
  readonly credited: Tally;
  /** Counted on the day of the refund, so that no later refund changes the income of an earlier day. */
  readonly refunds: Tally;
  /** Absent: nothing came or went in Stars. */
  readonly inStars?: StarFigures | undefined;
  readonly newMembers: number;
  readonly renewals: number;
  readonly lostMembers: number;
}

/** One day of the channel's calendar. */
export interface DayFigures extends CountedFigures {
  /** `2026-11-24`. */
  readonly day: string;
  /** Members with access when the day ended, or now for today. */
  readonly active: number;
}

/** The income of a tier as it was sold, or of all donations together if both fields are `null`. */
export interface TierTally extends Tally {
  readonly tierName: string | null;
  readonly tierDays: number | null;
}

/** The income in one coin, by its code; `null` if none was named. */
export interface CoinTally extends Tally {
  readonly coin: string | null;
}

/** The periods of a report, in days that end today. */
export const PERIODS = [1, 7, 30] as const;
export type PeriodDays = (typeof PERIODS)[number];

/** A channel's sales, as the database knows them. */
export interface SalesHistory {
  /** Members with access now. */
  readonly active: number;
  /** Those of them whose access never ends. Absent in figures that an earlier release counted. */
  readonly forEver?: number;
  /** As many days as the longest period, without a gap, oldest first. */
  readonly days: readonly DayFigures[];
  /** Here and below: for each period, the highest first. */
  readonly byTier: readonly (TierTally & { readonly period: PeriodDays })[];
  readonly byCoin: readonly (CoinTally & { readonly period: PeriodDays })[];
  /** The calendar month of today, such as `2026-11`. Absent or `null`: nothing came or went in Stars in it. */
  readonly starMonth?: StarMonth | null;
}

export interface PeriodFigures extends CountedFigures {
  readonly period: PeriodDays;
  /** Sales, donations and credits, before refunds. The tiers add up to it, and so do the coins. */
  readonly revenueCents: Cents;
  readonly byTier: readonly TierTally[];
  readonly byCoin: readonly CoinTally[];
}

const NOTHING: CountedFigures = {
  sales: { count: 0, cents: 0 as Cents },
  donations: { count: 0, cents: 0 as Cents },
  credited: { count: 0, cents: 0 as Cents },
  refunds: { count: 0, cents: 0 as Cents },
  newMembers: 0,
  renewals: 0,
  lostMembers: 0,
};

const both = (a: Tally, b: Tally): Tally => ({
  count: a.count + b.count,
  cents: (a.cents + b.cents) as Cents,
});

/** What was sold for ever: a part of the sales and of what was credited. */
export const soldForEver = ({ byTier }: Pick<PeriodFigures, 'byTier'>): Tally =>
  byTier.filter(({ tierDays }) => areForEver(tierDays)).reduce<Tally>(both, NOTHING.sales);

const together = (a: CountedFigures, b: CountedFigures): CountedFigures => ({
  sales: both(a.sales, b.sales),
  donations: both(a.donations, b.donations),
  credited: both(a.credited, b.credited),
  refunds: both(a.refunds, b.refunds),
  inStars: starsTogether(a.inStars, b.inStars),
  newMembers: a.newMembers + b.newMembers,
  renewals: a.renewals + b.renewals,
  lostMembers: a.lostMembers + b.lostMembers,
});

/** The income of a day or of a period, before refunds. */
export const revenueOf = ({ sales, donations, credited }: CountedFigures): Cents =>
  (sales.cents + donations.cents + credited.cents) as Cents;

/** What is left of the income after refunds. Below 0 if more was sent back than came in. */
export const netRevenueOf = ({
  revenueCents,
  refunds,
}: Pick<PeriodFigures, 'revenueCents' | 'refunds'>): Cents => (revenueCents - refunds.cents) as Cents;

/** True if something came or went in these days in Stars, and nothing in dollars. */
export const areInStarsAlone = (days: readonly CountedFigures[]): boolean =>
  days.some(({ inStars }) => inStars !== undefined) &&
  days.every((day) => revenueOf(day) === 0 && day.refunds.cents === 0);

/** The figures of each period, the shortest first. */
export const periodsOf = ({ days, byTier, byCoin }: SalesHistory): readonly PeriodFigures[] =>
  PERIODS.map((period) => {
    const counted = days.slice(-period).reduce<CountedFigures>(together, NOTHING);
    return {
      ...counted,
      period,
      revenueCents: revenueOf(counted),
      byTier: byTier.filter((each) => each.period === period),
      byCoin: byCoin.filter((each) => each.period === period),
    };
  });
