import type { MessageOf } from '../../shared/domain/messages/messages';
import type { Cents, OpenChannelId } from '../../shared/domain/common/ids';
import type { ReportMessage } from '../../shared/domain/messages/owner-report';
import { EXPORTS } from '../../shared/domain/reports/exports';
import { ROLES } from '../../shared/domain/common/roles';
import { PERIODS, type PeriodFigures } from '../../shared/domain/reports/sales-report';
import type { Writing } from './writing';

type ReportSamples = { readonly [Type in ReportMessage['type']]: readonly MessageOf<Type>[] };

const openChannelId = -1009999999999999 as OpenChannelId;
const MUCH = { count: 1_000_000, cents: 99_999_999_999 as Cents };
const MANY_STARS = { count: 1_000_000, xtr: 99_999_999 };
const STARS = { sales: MANY_STARS, donations: MANY_STARS, credited: MANY_STARS, refunds: MANY_STARS };
const NONE_OF_IT = { count: 0, xtr: 0 };
const NO_STARS = { sales: NONE_OF_IT, donations: NONE_OF_IT, credited: NONE_OF_IT, refunds: MANY_STARS };
const NOTHING = { count: 0, cents: 0 as Cents };
const COINS = ['usdttrc20', 'usdcmatic', 'usdtarc20', 'shiberc20', 'btc', 'xmr', 'ton', 'eth'];

/** The largest possible figures, and none at all. */
export function reportSamplesOf({ title, name }: Writing): ReportSamples {
  const ofChannels = ROLES.map((role) => ({
    openChannelId,
    title,
    role,
    timeZone: 'America/Argentina/Rio_Gallegos',
  }));
  const [ofChannel] = ofChannels;
  const periodsWith = (tiers: number, coins: number): PeriodFigures[] =>
    PERIODS.map((period) => ({
      period,
      revenueCents: MUCH.cents,
      sales: MUCH,
      donations: MUCH,
      credited: MUCH,
      refunds: MUCH,
      inStars: STARS,
      newMembers: 1_000_000,
      renewals: 1_000_000,
      lostMembers: 1_000_000,
      byTier: [
        { ...MUCH, tierName: null, tierDays: null },
        ...Array.from({ length: tiers }, (_, index) => ({ ...MUCH, tierName: name, tierDays: 3649 - index })),
      ],
      byCoin: [null, ...COINS].slice(0, coins).map((coin) => ({ ...MUCH, coin })),
    }));
  const none: PeriodFigures[] = PERIODS.map((period) => ({
    period,
    revenueCents: 0 as Cents,
    sales: NOTHING,
    donations: NOTHING,
    credited: NOTHING,
    refunds: NOTHING,
    newMembers: 0,
    renewals: 0,
    lostMembers: 0,
    byTier: [],
    byCoin: [],
  }));
  const active = 1_000_000;
  return {
    sales_report: ofChannels.flatMap((of) =>
      [
        { periods: none, starMonth: null },
        { periods: none, starMonth: { month: '2026-11', figures: NO_STARS } },
        { periods: periodsWith(1, 1), starMonth: { month: '2026-11', figures: STARS } },
        { periods: periodsWith(30, 9), starMonth: { month: '2026-11', figures: STARS } },
      ].map(
        (figures) =>
          ({ type: 'sales_report', ...of, active, ...figures, countedAtMs: 1_790_000_000_000 }) as const,
      ),
    ),
    sales_picture: ofChannels.map((of) => ({
      type: 'sales_picture',
      ...of,
      active,
      periods: periodsWith(1, 1),
    })),
    export_file: EXPORTS.flatMap((exported) =>
      [true, false].map(
        (isWhole) =>
          ({
            type: 'export_file',
            openChannelId,
            title,
            role: ofChannel?.role ?? 'owner',
            name: exported,
            rows: 1_000_000,
            isWhole,
          }) as const,
      ),
    ),
  };
}
