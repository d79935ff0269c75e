/** How many of something, and their total in whole Stars. */
interface StarTally {
  readonly count: number;
  readonly xtr: number;
}

/** What came and went in Stars. It is never added to dollars. */
export interface StarFigures {
  readonly sales: StarTally;
  readonly donations: StarTally;
  readonly credited: StarTally;
  readonly refunds: StarTally;
}

/** What came and went in a calendar month, such as `2026-11`. */
export interface StarMonth {
  readonly month: string;
  readonly figures: StarFigures;
}

const bothInStars = (a: StarTally, b: StarTally): StarTally => ({
  count: a.count + b.count,
  xtr: a.xtr + b.xtr,
});

/** The sum of two figures in Stars. Absent: nothing came or went. */
export const starsTogether = (
  a: StarFigures | undefined,
  b: StarFigures | undefined,
): StarFigures | undefined =>
  a === undefined || b === undefined
    ? (a ?? b)
    : {
        sales: bothInStars(a.sales, b.sales),
        donations: bothInStars(a.donations, b.donations),
        credited: bothInStars(a.credited, b.credited),
        refunds: bothInStars(a.refunds, b.refunds),
      };

/** What came in Stars, before refunds. */
export const grossStars = ({ sales, donations, credited }: StarFigures): number =>
  sales.xtr + donations.xtr + credited.xtr;

/** What is left in Stars after refunds. Below 0 if more was sent back than came in. */
export const netStars = (figures: StarFigures): number => grossStars(figures) - figures.refunds.xtr;
