import { readToday } from '../../../database/connection/clock';
import type { Database } from '../../../database/connection/pool';
import { readSalesHistory } from '../../../database/reports/sales-report';
import { readChannelRoleFor, type ChannelRole } from '../../../database/common/channel-roles';
import type { EffectOf } from '../../../domain/effects';
import { periodsOf } from '../../../domain/reports/sales-report';
import type { Api } from '../../../telegram/api';
import { sendFile, sendPicture } from '../../../telegram/send-file';
import { SALES_CHART_WORDS } from '../../../telegram/views/owner/lists/chart-words';
import { makeExport } from '../../reports/make-export';
import { notYet, type Outcome } from '../../common/outcome';

interface ReportDependencies {
  readonly database: Database;
  readonly api: Pick<Api, 'sendPhoto' | 'sendDocument'>;
}

/** `orders_1001234567890_2026-03-04`: what it is, the channel without its sign, and the channel's day. */
const fileName = async (database: Database, { openChannelId, timeZone }: ChannelRole, what: string) =>
  `${what}_${String(openChannelId).slice(1)}_${await readToday(database, timeZone)}`;

/**
 * Draws a channel's last thirty days for somebody who runs it. Nothing for who does not any more. Throws what the Bot API
 * throws. Done twice it comes twice.
 */
export async function sendReport(
  { database, api }: ReportDependencies,
  { openChannelId, userId }: EffectOf<'send_report'>,
): Promise<void> {
  const channelRole = await readChannelRoleFor(database, { openChannelId, userId, action: 'stats' });
  if (channelRole === undefined) return;
  const history = await readSalesHistory(database, openChannelId);
  // Behind import(), and in a bundle of its own: no start has to read it.
  const { salesChartPng } = await import('../../../charts/draw-chart');
  const bytes = await salesChartPng(history.days, SALES_CHART_WORDS);
  const { title, role, timeZone } = channelRole;
  const { active } = history;
  const file = { name: `${await fileName(database, channelRole, 'figures')}.png`, bytes };
  const periods = periodsOf(history).map(({ period, revenueCents }) => ({ period, revenueCents }));
  await sendPicture(api, userId, {
    file,
    message: { type: 'sales_picture', openChannelId, title, role, timeZone, active, periods },
  });
}

/** Sends somebody who runs a channel a table of it; else as `sendReport`. */
export async function sendExport(
  { database, api }: ReportDependencies,
  { openChannelId, userId, name }: EffectOf<'send_export'>,
): Promise<void> {
  const channelRole = await readChannelRoleFor(database, { openChannelId, userId, action: 'export' });
  if (channelRole === undefined) return;
  const { bytes, rows, isWhole } = await makeExport(database, { openChannelId, name });
  const { title, role } = channelRole;
  await sendFile(api, userId, {
    file: { name: `${await fileName(database, channelRole, name)}.csv`, bytes },
    message: { type: 'export_file', openChannelId, title, role, name, rows, isWhole },
  });
}

const BUSY_RETRY_SECONDS = 5;
let isBusy = false;

/** Only one at a time in a process: a table is held in memory until it is sent. The others wait without having failed. */
export async function runOneAtATime(make: () => Promise<Outcome>): Promise<Outcome> {
  if (isBusy) return notYet(BUSY_RETRY_SECONDS);
  isBusy = true;
  try {
    return await make();
  } finally {
    isBusy = false;
  }
}
