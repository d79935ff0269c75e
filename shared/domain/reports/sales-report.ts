import type { Cents } from '../common/ids';

/** How many of something, and what they are worth together. */
export interface Tally {
  readonly count: number;
  readonly cents: Cents;
}

/** What is counted of each day, and added up over each period. `docs/owner-reports.md` says what each is. */
interface Counted {
  readonly sales: Tally;
  readonly donations: Tally;
  /** Odd payments that the owner counted beside their orders. */
  readonly credited: Tally;
  /** Taken off nothing: what was sent back is told apart. */
  readonly refunds: Tally;
  readonly newMembers: number;
  readonly renewals: number;
  readonly lostMembers: number;
}

/** One day of the channel's calendar. */
export interface DayFigures extends Counted {
  /** `2026-11-24`. */
  readonly day: string;
  /** Members with access when the day ended; of today, now. */
  readonly active: number;
}

/** The income of a tier as it was sold, or that of all donations together, where both are `null`. */
export interface TierTally extends Tally {
  readonly tierName: string | null;
  readonly tierDays: number | null;
}

/** The income in one coin, by NOWPayments' code; `null` where none was named. */
export interface CoinTally extends Tally {
  readonly coin: string | null;
}

/** The periods that are told of, in days of which today is the last. */
export const PERIODS = [1, 7, 30] as const;
export type PeriodDays = (typeof PERIODS)[number];

/** What the database knows of a channel's sales. */
export interface SalesHistory {
  /** Members with access now. */
  readonly active: number;
  /** As many as the longest period has, without a gap, oldest first. */
  readonly days: readonly DayFigures[];
  /** Here and below: of each period, the highest first. */
  readonly byTier: readonly (TierTally & { readonly period: PeriodDays })[];
  readonly byCoin: readonly (CoinTally & { readonly period: PeriodDays })[];
}

export interface PeriodFigures extends Counted {
  readonly period: PeriodDays;
  /** Sales, donations and what was credited; the tiers and the coins each add up to it. */
  readonly revenueCents: Cents;
  readonly byTier: readonly TierTally[];
  readonly byCoin: readonly CoinTally[];
}

const NOTHING: Counted = {
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

const together = (a: Counted, b: Counted): Counted => ({
  sales: both(a.sales, b.sales),
  donations: both(a.donations, b.donations),
  credited: both(a.credited, b.credited),
  refunds: both(a.refunds, b.refunds),
  newMembers: a.newMembers + b.newMembers,
  renewals: a.renewals + b.renewals,
  lostMembers: a.lostMembers + b.lostMembers,
});

/** What came in, of a day or of a period. */
export const revenueOf = ({ sales, donations, credited }: Counted): Cents =>
  (sales.cents + donations.cents + credited.cents) as Cents;

/** The figures of each period, the shortest first. */
export const periodsOf = ({ days, byTier, byCoin }: SalesHistory): readonly PeriodFigures[] =>
  PERIODS.map((period) => {
    const counted = days.slice(-period).reduce<Counted>(together, NOTHING);
    return {
      ...counted,
      period,
      revenueCents: revenueOf(counted),
      byTier: byTier.filter((each) => each.period === period),
      byCoin: byCoin.filter((each) => each.period === period),
    };
  });
