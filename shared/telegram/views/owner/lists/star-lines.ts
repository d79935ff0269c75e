import {
  netStars,
  grossStars,
  type StarFigures,
  type StarMonth,
} from '../../../../domain/reports/star-figures';
import { DEVELOPER_CENTS_PER_1000, ownersShare } from '../../../../domain/stars/star-prices';
import type { Html } from '../../html';
import { joinedBy } from '../../join-words';
import type { Wording } from '../../wording';

const COUNTED = {
  sales: 'lists-sales',
  donations: 'lists-gifts',
  credited: 'lists-counted',
} as const satisfies Partial<Record<keyof StarFigures, string>>;

/** What is left in Stars, in one line beside dollars and never added to them. Empty if nothing came or went. */
export function starsLine(figures: StarFigures | null | undefined, wording: Wording): readonly Html[] {
  if (figures == null) return [];
  const key = figures.refunds.count > 0 ? 'lists-period-gross' : 'lists-period';
  return [
    wording.html(key, {
      period: wording.text('starfigures-label'),
      net: wording.stars(netStars(figures)),
      gross: wording.stars(grossStars(figures)),
      amount: wording.stars(figures.refunds.xtr),
    }),
  ];
}

/** Like `starsLine`, and how many sales, donations and counted odd payments there were. */
export function starLines(figures: StarFigures | null | undefined, wording: Wording): readonly Html[] {
  if (figures == null) return [];
  const income = (['sales', 'donations', 'credited'] as const)
    .filter((name) => figures[name].count > 0)
    .map((name) =>
      wording.text(COUNTED[name], {
        count: figures[name].count,
        amount: wording.stars(figures[name].xtr),
      }),
    );
  return [
    ...starsLine(figures, wording),
    ...(income.length > 0 ? [joinedBy('common-facts', income, wording)] : []),
  ];
}

/** What came in Stars this month, which the owner of the bot has. What it is worth is said with its rate. */
export function starMonthLine({ figures }: StarMonth, wording: Wording): Html {
  const net = netStars(figures);
  if (net <= 0) return wording.html('starfigures-month-none', { net: wording.stars(net) });
  return wording.html('starfigures-month', {
    net: wording.stars(net),
    share: wording.usd(ownersShare(net)),
    thousand: wording.stars(1000),
    rate: wording.usd(DEVELOPER_CENTS_PER_1000),
  });
}
