import { currencyLabel } from '../../../../domain/common/money';
import type { Cents } from '../../../../domain/common/ids';
import {
  netRevenueOf,
  soldForEver,
  type PeriodDays,
  type PeriodFigures,
  type Tally,
} from '../../../../domain/reports/sales-report';
import { grossStars, netStars } from '../../../../domain/reports/star-figures';
import { html, type Html } from '../../html';
import { joinedBy } from '../../join-words';
import { tierInWords } from '../../order-wording';
import type { Wording } from '../../wording';
import { starsLine } from './star-lines';

/** The others share one line, because a phone shows no more and a message has 4096 characters. */
const MAX_LISTED_TIERS = 5;
const MAX_LISTED_COINS = 6;

const PERIODS = {
  1: 'lists-today',
  7: 'lists-last-7-days',
  30: 'lists-last-30-days',
} as const satisfies Record<PeriodDays, string>;

/** The first `most` tallies, and the sum of the rest. */
function firstAndRest<T extends Tally>(
  tallies: readonly T[],
  { most, words }: { most: number; words: (tally: T) => string },
  wording: Wording,
): readonly string[] {
  const shown = tallies.slice(0, most);
  const rest = tallies.slice(shown.length);
  const cents = rest.reduce((sum, each) => sum + each.cents, 0) as Cents;
  return [
    ...shown.map((each) => wording.text('lists-tally', { of: words(each), amount: wording.usd(each.cents) })),
    ...(rest.length > 0
      ? [wording.text('lists-more', { count: rest.length, amount: wording.usd(cents) })]
      : []),
  ];
}

type Revenue = Pick<PeriodFigures, 'revenueCents' | 'refunds' | 'inStars'>;

/** What is left after refunds, then what came in and what was sent back, if anything was. */
export const revenueLines = (
  of: string,
  { revenueCents, refunds }: Revenue,
  wording: Wording,
): readonly Html[] => [
  wording.html('lists-net', { of, net: wording.usd(netRevenueOf({ revenueCents, refunds })) }),
  ...(refunds.count > 0
    ? [
        wording.html('lists-gross', { gross: wording.usd(revenueCents) }),
        wording.html('lists-sent-back', { count: refunds.count, amount: wording.usd(refunds.cents) }),
      ]
    : []),
];

/** Like `revenueLines`, in one line, with another one for Stars. */
export const periodRevenue = (
  period: PeriodDays,
  { revenueCents, refunds, inStars }: Revenue,
  wording: Wording,
): readonly Html[] => [
  wording.html(refunds.count > 0 ? 'lists-period-gross' : 'lists-period', {
    period: wording.text(PERIODS[period]),
    net: wording.usd(netRevenueOf({ revenueCents, refunds })),
    gross: wording.usd(revenueCents),
    amount: wording.usd(refunds.cents),
  }),
  ...(inStars === undefined
    ? []
    : [
        wording.html(inStars.refunds.count > 0 ? 'lists-period-gross' : 'lists-period', {
          period: wording.text(PERIODS[period]),
          net: wording.stars(netStars(inStars)),
          gross: wording.stars(grossStars(inStars)),
          amount: wording.stars(inStars.refunds.xtr),
        }),
      ]),
];

/** How many sales, donations and counted odd payments there were. */
const incomeInWords = (figures: PeriodFigures, wording: Wording): readonly string[] => {
  const { sales, donations, credited } = figures;
  return (
    [
      ['lists-sales', sales],
      ['lists-for-ever-sold', soldForEver(figures)],
      ['lists-gifts', donations],
      ['lists-counted', credited],
    ] as const
  )
    .filter(([, { count }]) => count > 0)
    .map(([key, { count, cents }]) => wording.text(key, { count, amount: wording.usd(cents) }));
};

/** What came in a period, by tier and coin, and how the members changed. Begins with an empty line. */
export function periodLines(figures: PeriodFigures, wording: Wording): readonly (Html | '')[] {
  const { period, newMembers, renewals, lostMembers } = figures;
  const income = incomeInWords(figures, wording);
  const tiers = firstAndRest(
    figures.byTier,
    {
      most: figures.inStars === undefined ? MAX_LISTED_TIERS : MAX_LISTED_TIERS - 1,
      words: ({ tierName, tierDays }) =>
        tierName === null || tierDays === null
          ? wording.text('lists-donations')
          : tierInWords({ tierName, days: tierDays }, wording),
    },
    wording,
  );
  const coins = firstAndRest(
    figures.byCoin,
    {
      most: MAX_LISTED_COINS,
      words: ({ coin }) => (coin === null ? wording.text('lists-unknown-coin') : currencyLabel(coin)),
    },
    wording,
  );
  return [
    '',
    ...revenueLines(wording.text(PERIODS[period]), figures, wording),
    ...(income.length > 0 ? [joinedBy('common-facts', income, wording)] : []),
    ...starsLine(figures.inStars, wording),
    ...tiers.map((each) => html`• ${each}`),
    ...(coins.length > 0 ? [html`🪙 ${joinedBy('common-series', coins, wording)}`] : []),
    wording.html('lists-change', { new: newMembers, renewed: renewals, lost: lostMembers }),
  ];
}
