import type { InlineKeyboardButton } from 'grammy/types';
import type { ExportName } from '../../../../domain/reports/exports';
import type { OfChannel } from '../../../../domain/messages/parts';
import { currencyLabel, formatUsd } from '../../../../domain/common/money';
import type { Cents } from '../../../../domain/common/ids';
import {
  netRevenueOf,
  type PeriodDays,
  type PeriodFigures,
  type Tally,
} from '../../../../domain/reports/sales-report';
import type { MessageOf } from '../../../../domain/messages/messages';
import { html, lines, type Html } from '../../html';
import { keyboardOf, shortTitle, type View } from '../../view';
import { formatLocalTime, plural, tierWords } from '../../words';
import { ownButton } from '../menu';

/** The others share one line, because a phone shows no more and a message has 4096 characters. */
const MAX_LISTED_TIERS = 5;
const MAX_LISTED_COINS = 6;

const PERIOD_WORDS: Readonly<Record<PeriodDays, string>> = {
  1: 'Today',
  7: 'Last 7 days',
  30: 'Last 30 days',
};

const EXPORT_LABELS: Readonly<Record<ExportName, string>> = {
  orders: '🧾 Orders (CSV)',
  payments: '💳 Payments (CSV)',
  members: '👥 Members (CSV)',
};

const tallyWords = (tally: Tally, one: string): readonly string[] =>
  tally.count === 0 ? [] : [`${plural(tally.count, one)} ${formatUsd(tally.cents)}`];

/** The first `most` tallies, and the sum of the rest. */
function firstAndRest<T extends Tally>(
  tallies: readonly T[],
  most: number,
  words: (tally: T) => string,
): string[] {
  const shown = tallies.slice(0, most);
  const rest = tallies.slice(shown.length);
  const cents = rest.reduce((sum, each) => sum + each.cents, 0) as Cents;
  return [
    ...shown.map((each) => `${words(each)}: ${formatUsd(each.cents)}`),
    ...(rest.length > 0 ? [`and ${rest.length} more: ${formatUsd(cents)}`] : []),
  ];
}

type Revenue = Pick<PeriodFigures, 'revenueCents' | 'refunds'>;

/** What is left after refunds, then what came in and what was sent back, if anything was. */
export const revenueLines = (of: string, { revenueCents, refunds }: Revenue): readonly Html[] => [
  html`<b>${of}: ${formatUsd(netRevenueOf({ revenueCents, refunds }))}</b>`,
  ...(refunds.count > 0
    ? [
        html`Gross: ${formatUsd(revenueCents)}`,
        html`↩️ Sent back: ${refunds.count}, ${formatUsd(refunds.cents)}`,
      ]
    : []),
];

/** Like `revenueLines`, in one line. */
const revenueLine = (of: string, { revenueCents, refunds }: Revenue): Html => {
  const parts = `(gross ${formatUsd(revenueCents)}, sent back ${formatUsd(refunds.cents)})`;
  return html`${of}:
  ${formatUsd(netRevenueOf({ revenueCents, refunds }))}${refunds.count > 0 ? ` ${parts}` : ''}`;
};

function periodLines(figures: PeriodFigures): readonly (Html | '')[] {
  const { period, sales, donations, credited, byTier, byCoin } = figures;
  const came = [
    ...tallyWords(sales, 'sale'),
    ...tallyWords(donations, 'donation'),
    ...tallyWords(credited, 'counted odd payment'),
  ];
  const tiers = firstAndRest(byTier, MAX_LISTED_TIERS, ({ tierName, tierDays }) =>
    tierName === null || tierDays === null ? 'Donations' : tierWords({ tierName, days: tierDays }),
  );
  const coins = firstAndRest(byCoin, MAX_LISTED_COINS, ({ coin }) =>
    coin === null ? 'Unknown coin' : currencyLabel(coin),
  );
  return [
    '',
    ...revenueLines(PERIOD_WORDS[period], figures),
    ...(came.length > 0 ? [html`${came.join(', ')}`] : []),
    ...tiers.map((each) => html`• ${each}`),
    ...(coins.length > 0 ? [html`🪙 ${coins.join(', ')}`] : []),
    html`👥 ${figures.newMembers} new, ${figures.renewals} renewed, ${figures.lostMembers} lost`,
  ];
}

const tables = (of: OfChannel): InlineKeyboardButton[][] => [
  (['orders', 'payments', 'members'] as const).flatMap((name) =>
    ownButton(of, EXPORT_LABELS[name], ['export', name]),
  ),
];

/** The figures may be a minute old, and older while new ones are counted. */
const countedLine = ({
  countedAtMs,
  timeZone,
}: {
  countedAtMs?: number | undefined;
  timeZone: string;
}): Html | undefined =>
  countedAtMs === undefined ? undefined : html`🕒 As of ${formatLocalTime(countedAtMs, timeZone)}`;

const activeLine = (active: number): Html => html`<b>With access now:</b> ${active}`;

export const salesReportView = (message: MessageOf<'sales_report'>): View => ({
  text: lines(
    html`📊 <b>${shortTitle(message.title)}</b>`,
    activeLine(message.active),
    ...message.periods.flatMap(periodLines),
    '',
    countedLine(message),
    html`Days are those of ${message.timeZone}. The buttons give you all orders, payments or members as a
    table (CSV).`,
  ),
  ...keyboardOf(...tables(message), ownButton(message, '« Back', ['menu'])),
});

export const salesPictureView = (message: MessageOf<'sales_picture'>): View => ({
  text: lines(
    html`📊 <b>${shortTitle(message.title)}</b>`,
    ...message.periods.map((figures) => revenueLine(PERIOD_WORDS[figures.period], figures)),
    activeLine(message.active),
    countedLine(message),
    html`Days are those of ${message.timeZone}.`,
  ),
});

export const exportFileView = (message: MessageOf<'export_file'>): View => ({
  text: lines(
    html`${EXPORT_LABELS[message.name]} of <b>${shortTitle(message.title)}</b>:
      ${plural(message.rows, 'row')}, the newest first.`,
    message.isWhole ? undefined : html`There are more: only the newest had room in one file.`,
  ),
});
