import { formatUsd } from '../../shared/domain/common/money';
import { grossStars, netStars, type StarFigures } from '../../shared/domain/reports/star-figures';
import { DEVELOPER_CENTS_PER_1000, ownersShare } from '../../shared/domain/stars/star-prices';
import type { StarChannel } from '../../shared/database/reports/star-income';

/** What a channel took in Stars in one month. */
export interface TakenStars extends Pick<
  StarChannel,
  'openChannelId' | 'title' | 'ownerUserId' | 'timeZone'
> {
  readonly month: string;
  readonly figures: StarFigures;
}

/** Everything that an operator needs to pay the owners, for programs. */
export const starsAsJson = (taken: readonly TakenStars[]): string =>
  JSON.stringify(
    taken.map(({ openChannelId, title, ownerUserId, timeZone, month, figures }) => ({
      open_channel_id: openChannelId,
      title,
      owner_user_id: ownerUserId,
      month,
      time_zone: timeZone,
      income_stars: grossStars(figures),
      refunded_stars: figures.refunds.xtr,
      net_stars: netStars(figures),
    })),
    null,
    2,
  );

/** Rows of columns as wide as their longest cell. Numbers end at one line. */
function table(rows: readonly (readonly (string | number)[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => String(row[column] ?? '').length)),
  );
  const cell = (value: string | number, column: number) =>
    typeof value === 'number'
      ? String(value).padStart(widths[column] ?? 0)
      : value.padEnd(widths[column] ?? 0);
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
}

/** A table with a line for each channel, by owner, and what all of it is worth, about. */
export function describeStars(taken: readonly TakenStars[], asked: string): string {
  if (taken.length === 0) return `Nothing came or went in Stars in ${asked}.`;
  const total = taken.reduce((sum, { figures }) => sum + netStars(figures), 0);
  const rows = taken.map(({ openChannelId, title, ownerUserId, month, figures }) => [
    `owner ${ownerUserId}`,
    `${openChannelId}`,
    month,
    grossStars(figures),
    figures.refunds.xtr,
    netStars(figures),
    title,
  ]);
  const worth = `about ${formatUsd(ownersShare(Math.max(0, total)))} at Telegram's rate for developers, 1,000 Stars = ${formatUsd(DEVELOPER_CENTS_PER_1000)}`;
  return [
    table([['owner', 'channel', 'month', 'came', 'sent back', 'Stars', 'title'], ...rows]),
    '',
    `${total} Stars in all, ${worth}. Telegram holds Stars for up to 21 days.`,
  ].join('\n');
}
