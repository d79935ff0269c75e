import type { InlineKeyboardButton } from 'grammy/types';
import { EXPORTS, type ExportName } from '../../../../domain/reports/exports';
import type { OfChannel } from '../../../../domain/messages/parts';
import type { MessageOf } from '../../../../domain/messages/messages';
import { html, lines, type Html } from '../../html';
import { keyboardOf, shortTitle, type View } from '../../view';
import type { Wording } from '../../wording';
import { ownButton } from '../menu';
import { periodLines, periodRevenue } from './period';
import { starMonthLine } from './star-lines';

const TABLES = {
  orders: 'lists-table-orders',
  payments: 'lists-table-payments',
  members: 'lists-table-members',
} as const satisfies Record<ExportName, string>;

const NEWEST_FIRST = { rows: 'lists-file-rows', cut: 'lists-file-cut' } as const;
const FILES = {
  orders: { title: 'lists-orders-title', ...NEWEST_FIRST },
  payments: { title: 'lists-file-payments', ...NEWEST_FIRST },
  members: { title: 'lists-members-title', rows: 'lists-file-rows-members', cut: 'lists-file-cut-members' },
} as const satisfies Record<ExportName, { title: string; rows: string; cut: string }>;

const tables = (of: OfChannel, wording: Wording): InlineKeyboardButton[] =>
  EXPORTS.flatMap((name) => ownButton(of, wording.text(TABLES[name]), ['export', name]));

/** The figures may be a minute old, and older while new ones are counted. */
const countedLine = (
  { countedAtMs }: { countedAtMs?: number | undefined },
  wording: Wording,
): Html | undefined =>
  countedAtMs === undefined ? undefined : wording.html('lists-as-of', { time: wording.time(countedAtMs) });

/** How many have access and, if any do, how many have it for ever. */
const activeLines = (
  { active, forEver = 0 }: Pick<MessageOf<'sales_report'>, 'active' | 'forEver'>,
  wording: Wording,
): readonly Html[] => [
  wording.html('menu-active', { count: active }),
  ...(forEver > 0 ? [wording.html('lists-active-for-ever', { count: forEver })] : []),
];

export const salesReportView = (message: MessageOf<'sales_report'>, wording: Wording): View => ({
  text: lines(
    html`📊 <b>${shortTitle(message.title)}</b>`,
    ...activeLines(message, wording),
    ...message.periods.flatMap((figures) => periodLines(figures, wording)),
    '',
    message.starMonth == null ? undefined : starMonthLine(message.starMonth, wording),
    countedLine(message, wording),
    wording.html('lists-zone', { zone: message.timeZone }),
    wording.html('lists-tables-hint'),
  ),
  ...keyboardOf(tables(message, wording), ownButton(message, wording.text('common-back'), ['menu'])),
});

export const salesPictureView = (message: MessageOf<'sales_picture'>, wording: Wording): View => ({
  text: lines(
    html`📊 <b>${shortTitle(message.title)}</b>`,
    ...message.periods.flatMap((figures) => periodRevenue(figures.period, figures, wording)),
    ...activeLines(message, wording),
    countedLine(message, wording),
    wording.html('lists-zone', { zone: message.timeZone }),
  ),
});

export const exportFileView = (message: MessageOf<'export_file'>, wording: Wording): View => ({
  text: lines(
    wording.html(FILES[message.name].title, { title: shortTitle(message.title) }),
    wording.html(FILES[message.name].rows, { count: message.rows }),
    message.isWhole ? undefined : wording.html(FILES[message.name].cut),
  ),
});
